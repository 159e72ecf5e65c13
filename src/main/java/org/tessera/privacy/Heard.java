package org.tessera.privacy;

/** What of a recording tells who somebody is. A choice comes first: words might name again what is not to be named. */
public enum Heard {
    /** A name is said. */
    NAME,
    VOICE,
    FACE,
    /** A name or a number can be read in the picture. */
    ON_SCREEN,
    OTHER
}
