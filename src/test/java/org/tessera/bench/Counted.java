package org.tessera.bench;

/** A trial that tries something so often, or goes on for so long, as it is told. */
interface Counted extends Trial {

    /** The same, so many times. */
    Counted times(int count);
}
