package org.tessera.submission;

import java.util.List;
import java.util.stream.Stream;

/** Where a submission is assessed. Platforms differ in what they send back. */
public enum Platform {
    /** Assessors open no links. */
    BLOOMBOARD(false, true),
    DIGITAL_PROMISE(true, true),
    /** Word counts are a guide there. */
    NEA(true, false),
    /** Here in the product, by the district’s panel, who read it without knowing whose it is. */
    PANEL(false, true);

    private final boolean takesLinks;
    private final boolean holdsToLimits;

    Platform(boolean takesLinks, boolean holdsToLimits) {
        this.takesLinks = takesLinks;
        this.holdsToLimits = holdsToLimits;
    }

    /** Those a submission has to be taken to, in a package. */
    public static List<Platform> elsewhere() {
        return Stream.of(values()).filter(platform -> platform != PANEL).toList();
    }

    /** Whether a text may point to something on the web. */
    public boolean takesLinks() {
        return takesLinks;
    }

    /** Whether a text that breaks a word limit comes back. */
    public boolean holdsToLimits() {
        return holdsToLimits;
    }
}
