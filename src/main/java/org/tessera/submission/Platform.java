package org.tessera.submission;

/** Where a submission is assessed. Platforms differ in what they send back. */
public enum Platform {
    /** Assessors open no links. */
    BLOOMBOARD(false, true),
    DIGITAL_PROMISE(true, true),
    /** Word counts are a guide there. */
    NEA(true, false);

    private final boolean takesLinks;
    private final boolean holdsToLimits;

    Platform(boolean takesLinks, boolean holdsToLimits) {
        this.takesLinks = takesLinks;
        this.holdsToLimits = holdsToLimits;
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
