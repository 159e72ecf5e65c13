package org.tessera.exhibit;

/** Why an exhibit is not kept or not removed. Each has a sentence under {@code exhibit.refusal.<name>}. */
public enum ExhibitRefusal {
    /** No such exhibit, or somebody else's: the answer does not tell which. */
    UNKNOWN,
    /** The person is not in the team, or has no account. */
    NOT_YOUR_TEAM,
    TITLE_MISSING,
    TITLE_TOO_LONG,
    /** There is nothing in it. */
    EMPTY,
    /** It is longer than a record may be. */
    TOO_LONG,
    /** Not an address of a page on the web. */
    NO_ADDRESS,
    /** A name or password stands in the address. */
    CREDENTIALS_IN_ADDRESS,
    /** Nothing says what was there. */
    NOTE_MISSING,
    NOTE_TOO_LONG,
    /** What was there cannot have been seen on a day to come. */
    SEEN_LATER,
    /** It stands in a submission that was handed in. */
    HANDED_IN
}
