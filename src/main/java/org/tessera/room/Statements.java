package org.tessera.room;

import org.tessera.room.Entity.Statement;

/** How a statement changes. */
final class Statements {

    private Statements() {}

    static Statement shared(Statement s) {
        return new Statement(
                s.id(), s.title(), s.phase(), s.people(), s.text(), s.version(), true, s.fixed(), s.ordinal());
    }

    static Statement reading(Statement s, String text, int version) {
        return new Statement(
                s.id(), s.title(), s.phase(), s.people(), text, version, s.shared(), s.fixed(), s.ordinal());
    }
}
