package org.tessera.privacy;

/** Why something that was found needs no cover. A choice, not a text: a text would name again what is not to be named. */
public enum Dismissal {
    /** An ordinary word, not a name. */
    A_WORD,
    /** A place, a school subject, a thing. */
    A_THING,
    /** An author, a figure of history or of a story. */
    A_KNOWN_PERSON,
    /** A number that stands for no person. */
    A_NUMBER,
    /** An invented name that stands for a student. */
    A_SUBSTITUTE,
    /** An adult who has agreed. */
    AN_ADULT_WHO_AGREED
}
