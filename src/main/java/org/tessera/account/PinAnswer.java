package org.tessera.account;

/** What came of a PIN. */
public enum PinAnswer {
    /** It is the one the person chose. */
    RIGHT,
    /** Another PIN, or nobody of that name sits at this device: nobody learns which. */
    WRONG,
    /** Too many tries for this person or on this device; later tries may work. */
    TOO_MANY
}
