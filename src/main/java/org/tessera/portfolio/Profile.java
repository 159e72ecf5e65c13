package org.tessera.portfolio;

import java.util.List;
import org.tessera.credential.Wording;
import org.tessera.submission.Platform;

/**
 * What a platform takes.
 *
 * @param version of what is known about it
 * @param rules all of them, in the order in which they are shown
 */
public record Profile(Platform platform, String version, String name, List<Rule> rules) {

    public Profile {
        rules = List.copyOf(rules);
    }

    /**
     * A rule.
     *
     * @param id what it is about, for example {@code links}
     * @param value the rule as a word, {@code unknown} where nobody could find out
     */
    public record Rule(String id, String value, Wording wording) {}

    /** Whether documents may point to something on the web. */
    public boolean takesLinks() {
        return is("links", "allowed");
    }

    /** Whether recordings are taken, as far as is known. */
    public boolean takesRecordings() {
        return is("recordings", "taken");
    }

    /** Whether credentials may have templates that must be used. */
    public boolean asksForTemplates() {
        return is("templates", "asked");
    }

    /** Its name and version, as packages tell them. */
    public String ref() {
        return word(platform) + "@" + version;
    }

    static String word(Platform platform) {
        return platform.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private boolean is(String id, String value) {
        return rules.stream()
                .anyMatch(rule -> rule.id().equals(id) && rule.value().equals(value));
    }
}
