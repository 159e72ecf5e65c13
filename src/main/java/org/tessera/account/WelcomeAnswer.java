package org.tessera.account;

/** What came of a link and, where one was chosen, a password. */
public sealed interface WelcomeAnswer {

    /** The link is this person's, and good. */
    record Welcome(Person person) implements WelcomeAnswer {}

    /** Why the link opens nothing. */
    enum Refused implements WelcomeAnswer {
        /** Used, over, replaced, switched off, or never made: nobody learns which. */
        GONE,
        /** Too many tries; later ones may work. */
        TOO_MANY,
        /** The password is shorter than {@link Passwords#SHORTEST}; the link is still good. */
        TOO_SHORT,
        /** The password is longer than {@link Passwords#LONGEST}; the link is still good. */
        TOO_LONG,
        /** The password is one of those that are tried first; the link is still good. */
        GUESSED_FIRST
    }
}
