package org.tessera.writing;

/** Why a text or a source is not kept. Each has a sentence under {@code writing.refusal.<name>}. */
public enum WritingRefusal {
    /** The credential has no such version or no such part. */
    PLACE_UNKNOWN,
    TOO_LONG,
    /** Guests write nothing for credentials. */
    GUEST,
    TITLE_EMPTY,
    /** Not a year of four digits, and not empty. */
    YEAR_UNREADABLE,
    /** No such source, or somebody else's: the answer does not tell which. */
    SOURCE_UNKNOWN
}
