package org.tessera.portfolio;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Addresses on the web in a text. Where a platform takes none, only the site's name stays, so that no reader makes a link of it. */
final class WebAddresses {

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(?:(?:https?|ftp)://|www\\.|mailto:)[^\\s)>\\]\"”»]*[^\\s)>\\]\"”».,;:!?]");

    private WebAddresses() {}

    /** How many there are. */
    static int count(String text) {
        return (int) ADDRESS.matcher(text).results().count();
    }

    /** The text with a note in the place of each address. */
    static String noted(String text, PackageWording wording) {
        return ADDRESS.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(note(found, wording)));
    }

    private static String note(MatchResult found, PackageWording wording) {
        String bare = found.group().replaceFirst("(?i)^(?:[a-z]+://|mailto:)?(?:www\\.)?", "");
        String site = bare.split("[/?#]", 2)[0].toLowerCase(Locale.ROOT);
        if (site.equals("doi.org") || site.equals("dx.doi.org")) {
            return "doi " + bare.substring(site.length()).replaceFirst("^/", "");
        }
        // with blanks around its dots nothing makes a link of it
        return wording.say("portfolio.address", site.replace(".", " . "));
    }
}
