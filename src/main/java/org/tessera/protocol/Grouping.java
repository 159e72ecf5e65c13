package org.tessera.protocol;

/** In what company a phase is worked in. */
public enum Grouping {
    ALL,
    PAIR,
    TRIAD,
    QUAD,
    DIRECTION
}
