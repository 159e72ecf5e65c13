package org.tessera.room;

import org.tessera.protocol.Role;

/** Somebody a test brings to a room. */
record Part(String name, Role role, boolean guest) {

    static Part facilitator(String name) {
        return in(name, Role.FACILITATOR);
    }

    static Part presenter(String name) {
        return in(name, Role.PRESENTER);
    }

    static Part recorder(String name) {
        return in(name, Role.RECORDER);
    }

    static Part timekeeper(String name) {
        return in(name, Role.TIMEKEEPER);
    }

    static Part participant(String name) {
        return in(name, Role.PARTICIPANT);
    }

    static Part coach(String name) {
        return in(name, Role.COACH);
    }

    static Part in(String name, Role role) {
        return new Part(name, role, false);
    }

    Part asGuest() {
        return new Part(name, role, true);
    }
}
