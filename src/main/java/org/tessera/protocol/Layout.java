package org.tessera.protocol;

/** How a board is laid out. */
public enum Layout {
    /** Notes lie where people put them. */
    FREE,
    /** One column for each kind of note. */
    COLUMNS,
    /** A field for each of four kinds of note. */
    QUADRANTS,
    /** Notes answer notes, and lines join them. */
    WEB
}
