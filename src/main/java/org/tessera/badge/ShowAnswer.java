package org.tessera.badge;

/** What came of letting everybody see a badge. */
public enum ShowAnswer {
    SHOWN,
    /** There is no such badge of this person. */
    NOT_FOUND,
    /** The end is not in the future, or further away than {@link Badges#LONGEST_SHOWING}. */
    BAD_END
}
