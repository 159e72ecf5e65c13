package org.tessera.portfolio;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What leads to somebody in a text without naming them: addresses of any kind, telephone numbers, days. Each gives way to
 * a note of what stood there. Works that are cited keep their DOI and their year.
 */
final class Traces {

    private static final String NOT_AFTER = "(?<![\\p{L}\\p{N}])";
    private static final String NOT_BEFORE = "(?![\\p{L}\\p{N}])";
    private static final String REST = "[^\\s)>\\]\"”»]*[^\\s)>\\]\"”».,;:!?]";

    private static final Pattern EMAIL = Pattern.compile(
            "(?i)(?:mailto:)?[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]*@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern HANDLE = Pattern.compile("(?<![\\p{L}\\p{N}@])@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:(?:https?|ftp)://|www\\.)" + REST);
    /** An address as people say it, without what it begins with. */
    private static final Pattern BARE =
            Pattern.compile("(?i)" + NOT_AFTER + "(?:[\\p{L}\\p{N}-]+\\.)+(?:com|org|net|edu|gov|us|info|io|school|app)"
                    + NOT_BEFORE + "(?::\\d+)?(?:[/?#]" + REST + ")?");

    private static final Pattern DOI = Pattern.compile("(?i)^(?:https?://)?(?:dx\\.)?doi\\.org/(.+)$");
    private static final Pattern PHONE = Pattern.compile(NOT_AFTER
            + "(?:\\+\\d{1,3}[\\s.\\u00A0-]?)?(?:\\(\\d{2,4}\\)[\\s.\\u00A0-]?|\\d{2,4}[\\s.\\u00A0-])\\d{3}[\\s.\\u00A0-]\\d{3,4}"
            + NOT_BEFORE + "|(?<![\\p{L}\\p{N}+])\\+\\d[\\d\\s().-]{6,}\\d");

    /** In English a month has a capital letter: “may” is a word, too. */
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
                    + "Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|(?i:enero|febrero|marzo|abril|mayo|junio|julio|"
                    + "agosto|sep?tiembre|octubre|noviembre|diciembre))\\.?";

    private static final Pattern DAY = Pattern.compile(NOT_AFTER + "(?:"
            + MONTH + "\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?"
            + "|\\d{1,2}(?:st|nd|rd|th|º)?\\.?\\s+(?:de\\s+|of\\s+)?" + MONTH + "(?:,?\\s+(?:del?\\s+)?\\d{4})?"
            + "|\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+Z?)?"
            + "|\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})"
            + ")" + NOT_BEFORE);

    private final Optional<Pattern> house;
    private final PackageWording wording;

    /**
     * @param house where this product is reached from outside
     */
    Traces(URI house, PackageWording wording) {
        this.house = Optional.ofNullable(house.getHost()).map(Traces::house);
        this.wording = wording;
    }

    /** A host without a dot is a word, too, so there has to be more of an address than that. */
    private static Pattern house(String host) {
        String tail = host.contains(".")
                ? "(?::\\d+)?(?:/(?:" + REST + ")?)?"
                : "(?::\\d+(?:/(?:" + REST + ")?)?|/" + REST + ")";
        return Pattern.compile("(?i)" + NOT_AFTER + Pattern.quote(host.toLowerCase(Locale.ROOT)) + tail);
    }

    /** The text with a note in the place of each. */
    String without(String text) {
        return replaced(DAY, withoutAddresses(text), "portfolio.blind.day");
    }

    /** A reference: the day on which a page was looked at tells nothing, and what is cited has to be found. */
    String inReference(String text) {
        return withoutAddresses(text);
    }

    private String withoutAddresses(String text) {
        String noted = replaced(EMAIL, text, "portfolio.blind.email");
        for (Pattern pattern : List.of(ADDRESS, BARE)) {
            noted = pattern.matcher(noted).replaceAll(found -> Matcher.quoteReplacement(address(found)));
        }
        if (house.isPresent()) {
            noted = replaced(house.get(), noted, "portfolio.blind.address");
        }
        return replaced(PHONE, replaced(HANDLE, noted, "portfolio.blind.address"), "portfolio.blind.phone");
    }

    /** Even the name of a site can be the name of a district. */
    private String address(MatchResult found) {
        Matcher doi = DOI.matcher(found.group());
        return doi.matches() ? "doi " + doi.group(1) : wording.say("portfolio.blind.address");
    }

    private String replaced(Pattern pattern, String text, String note) {
        return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(wording.say(note)));
    }
}
