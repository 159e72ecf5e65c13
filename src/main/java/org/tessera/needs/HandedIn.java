package org.tessera.needs;

/** What comes of handing in a form. */
public enum HandedIn {
    /** Counted. */
    KEPT,
    /** This very form was counted before: it counts once. */
    KEPT_BEFORE,
    /** Nothing leads there. */
    UNKNOWN,
    /** The survey is closed. */
    CLOSED,
    /** Nothing was answered. */
    BLANK,
    /** An answer is longer than {@link Survey#MOST_WORDS}. */
    TOO_LONG,
    /** It does not come from the survey's form. */
    FOREIGN,
    /** Too many at once: a little later it works. */
    BUSY,
    /** The survey has as many answers as it can take. */
    FULL
}
