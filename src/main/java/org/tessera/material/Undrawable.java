package org.tessera.material;

import java.io.Serial;

/** Thrown out of the depths of a parser, which leaves no other way; the drawing process turns it into its answer. */
final class Undrawable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final IntakeRefusal why;

    Undrawable(IntakeRefusal why) {
        super(why.name());
        this.why = why;
    }

    IntakeRefusal why() {
        return why;
    }
}
