package org.tessera.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Says at the end of a long log which tests failed and how: {@code ./tessera test} runs this file from its source, which
 * uses nothing but the JDK.
 */
final class FailedTests {

    private static final int LINES = 15;
    private static final int WIDTH = 400;

    /** Lines of a stack that are neither the product's nor a test's, and so say least of it. */
    private static final Pattern STRANGERS =
            Pattern.compile("\\s+at (?!.*(org\\.tessera\\.|\\.test\\.)).*|\\s*\\.\\.\\. \\d+ more");

    private FailedTests() {}

    /** Arguments: folders of reports. */
    public static void main(String[] folders) throws IOException {
        List<Path> reports = new ArrayList<>();
        for (String folder : folders) {
            reports.addAll(reportsIn(Path.of(folder)));
        }
        told(reports).forEach(System.out::println);
    }

    private static List<Path> reportsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    /** The lines to print for all tests that failed in these reports; none if none did. */
    static List<String> told(List<Path> reports) throws IOException {
        List<String> lines = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        for (Path report : reports) {
            try (InputStream in = Files.newInputStream(report)) {
                tell(factory.createXMLStreamReader(in), lines);
            } catch (XMLStreamException e) {
                lines.add("");
                lines.add("FAILED  nobody knows what: " + report + " is no whole report. " + e.getMessage());
            }
        }
        return lines;
    }

    private static void tell(XMLStreamReader xml, List<String> lines) throws XMLStreamException {
        String test = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "testcase" -> test = attribute(xml, "classname") + "." + attribute(xml, "name");
                case "failure", "error" -> {
                    lines.add("");
                    lines.add("FAILED  " + test);
                    first(why(xml)).forEach(line -> lines.add("    " + line));
                }
                default -> {}
            }
        }
    }

    /** What the element holds; some write only its message. */
    private static String why(XMLStreamReader xml) throws XMLStreamException {
        String message = attribute(xml, "message");
        String text = xml.getElementText();
        return text.isBlank() ? message : text;
    }

    private static List<String> first(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !STRANGERS.matcher(line).matches())
                .map(FailedTests::cut)
                .toList();
        if (lines.size() <= LINES) {
            return lines;
        }
        List<String> shortened = new ArrayList<>(lines.subList(0, LINES));
        shortened.add("… and " + (lines.size() - LINES) + " lines more in the report");
        lines.stream()
                .skip(LINES)
                .filter(line -> line.strip().startsWith("at org.tessera."))
                .findFirst()
                .filter(_ -> shortened.stream().noneMatch(line -> line.strip().startsWith("at org.tessera.")))
                .ifPresent(shortened::add);
        return shortened;
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + " …";
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
