package org.tessera.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** {@code docs/long-tests.md}, the page on which the long tests leave what they found: one section for each of them. */
public final class LongFigures {

    private static final Path PAGE = Path.of("docs/long-tests.md");
    private static final String HEAD = """
            # What the long tests found

            `./tessera test --long` writes this page.
            """;
    private static final String SECTION = "\n## ";

    private LongFigures() {}

    /** Puts {@code found} under {@code title}, with today's date, in place of what an earlier run left there. */
    public static synchronized void leave(String title, String found) {
        LocalDate today =
                InstantSource.system().instant().atOffset(ZoneOffset.UTC).toLocalDate();
        try {
            Map<String, String> sections = sections();
            sections.put(title, today + ": " + found.strip());
            StringBuilder page = new StringBuilder(HEAD);
            sections.forEach((name, text) -> page.append(SECTION)
                    .append(name)
                    .append("\n\n")
                    .append(text)
                    .append('\n'));
            Files.writeString(PAGE, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> sections() throws IOException {
        Map<String, String> sections = new TreeMap<>();
        String[] parts = Files.readString(PAGE).split(SECTION);
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            sections.put(
                    parts[i].substring(0, end).strip(), parts[i].substring(end).strip());
        }
        return sections;
    }
}
