package org.tessera.account;

/** What there is to say of a password somebody would like to have. */
public enum NewPassword {
    /** It can be taken. */
    FITS,
    /** It is shorter than {@link Passwords#SHORTEST}. */
    TOO_SHORT,
    /** It is longer than {@link Passwords#LONGEST}. */
    TOO_LONG,
    /** It is one of those that are tried first. */
    GUESSED_FIRST
}
