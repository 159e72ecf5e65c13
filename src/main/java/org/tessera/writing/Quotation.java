package org.tessera.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody else's words in a text, marked as such: lines that begin with {@code >}, or words between quotation marks
 * with a source right behind them.
 *
 * @param where the whole of it, with marks and source
 * @param citation what stands in the brackets behind it, such as {@code Dweck, 2006, p. 7}; empty where nothing does
 * @param isBlock whether it stands in lines of its own
 */
public record Quotation(Stretch where, Optional<String> citation, boolean isBlock) {

    private static final String CITATION = "\\(([^()]*\\p{L}[^()]*,\\s*(?:\\d{4}|n\\.d\\.|s\\.f\\.)[^()]*)\\)";
    private static final Pattern BLOCK = Pattern.compile("(?m)^>[^\\n]*(?:\\n>[^\\n]*)*");
    private static final Pattern CITED = Pattern.compile(CITATION);
    private static final Pattern CITED_AT_ITS_END = Pattern.compile(CITATION + "[.\\s]*\\z");
    private static final Pattern IN_LINE = Pattern.compile("[“«\"]([^“”«»\"]{1,1000})[”»\"]\\s*" + CITATION);

    /** The quotations of a text, in order. */
    public static List<Quotation> in(String text) {
        List<Quotation> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            Matcher cited = CITED_AT_ITS_END.matcher(block.group());
            found.add(new Quotation(
                    new Stretch(block.start(), block.end()),
                    cited.find() ? Optional.of(cited.group(1).strip()) : Optional.empty(),
                    true));
        }
        Matcher inLine = IN_LINE.matcher(text);
        while (inLine.find()) {
            Stretch where = new Stretch(inLine.start(), inLine.end());
            if (found.stream().noneMatch(other -> other.where().meets(where))) {
                found.add(new Quotation(where, Optional.of(inLine.group(2).strip()), false));
            }
        }
        found.sort(
                java.util.Comparator.comparingInt(quotation -> quotation.where().from()));
        return List.copyOf(found);
    }

    /** What stands in brackets as a citation does, quoted before it or not. */
    public static List<String> citationsIn(String text) {
        return CITED.matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }

    /** {@code words} as lines of a quotation with its source behind them. */
    public static String block(String words, String citation) {
        StringBuilder lines = new StringBuilder();
        words.strip().lines().forEach(line -> lines.append("> ").append(line).append('\n'));
        lines.setLength(lines.length() - 1);
        return lines.append(' ').append(citation).toString();
    }
}
