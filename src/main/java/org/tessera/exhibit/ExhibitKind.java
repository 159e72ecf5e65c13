package org.tessera.exhibit;

/** What an exhibit is. Each has its words under {@code exhibit.kind.<name>}. */
public enum ExhibitKind {
    /** Pages drawn from a PDF. */
    DOCUMENT,
    /** A photo or drawing. */
    PICTURE,
    AUDIO,
    VIDEO,
    /** An address outside, with what was there in the person's own words. */
    LINK,
    /** A document composed in the product. */
    RECORD;

    /** Whether it has pages to look at and to point to. */
    public boolean hasPages() {
        return this == DOCUMENT || this == PICTURE;
    }

    /** Whether it runs in time. */
    public boolean isRecording() {
        return this == AUDIO || this == VIDEO;
    }
}
