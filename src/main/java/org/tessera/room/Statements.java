package org.tessera.room;

import java.util.List;
import org.tessera.room.Entity.Statement;

/** How a statement changes. */
final class Statements {

    private Statements() {}

    static Statement shared(Statement s) {
        return new Statement(
                s.id(), s.title(), s.phase(), s.people(), s.text(), s.version(), true, s.fixed(), s.ordinal());
    }

    /** The draft of these people. */
    static Statement of(Statement s, List<MemberId> people) {
        return new Statement(
                s.id(), s.title(), s.phase(), people, s.text(), s.version(), s.shared(), s.fixed(), s.ordinal());
    }

    static Statement reading(Statement s, String text, int version) {
        return new Statement(
                s.id(), s.title(), s.phase(), s.people(), text, version, s.shared(), s.fixed(), s.ordinal());
    }
}
