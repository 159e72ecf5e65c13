package org.tessera.room;

import java.util.List;

/** The rulebook's answer to a command. */
sealed interface Decision {

    /**
     * Yes.
     *
     * @param events what happens, in order; none where the command asks for what already is
     * @param captures what ending phases leave behind
     */
    record Accepted(List<RoomEvent> events, List<Capture> captures) implements Decision {}

    /** No, and why. */
    record Refused(Refusal reason) implements Decision {}
}
