package org.tessera.room;

import java.time.Instant;
import java.util.Optional;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protection;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.Entity.Status;

/**
 * The minutes a protocol protects. A step that still owes them does not end before its time, but a room can always be
 * closed: whoever closes it says why.
 */
final class Protecting {

    private Protecting() {}

    /** Whether {@code run}, the last of what is protected together, would end before its time at {@code now}. */
    static boolean isCutShort(Room room, PhaseRun run, Instant now) {
        return !run.mayEndEarly()
                && room.pack().protections().stream()
                        .anyMatch(protection ->
                                isLastOf(protection, run) && Rulebook.isProtectedNow(room, protection, now));
    }

    /** Whether closing the room at {@code now} takes minutes from a protected step that runs or has yet to come. */
    static boolean isCutByClosing(Room room, Instant now) {
        return room.setting().status() == Status.RUNNING
                && room.pack().phases().stream()
                        .filter(phase -> !Agendas.isLeftOut(room, phase))
                        .map(Phase::id)
                        .flatMap(id -> room.run(id).stream())
                        .filter(run -> run.state() == PhaseRun.State.RUNNING || run.state() == PhaseRun.State.AHEAD)
                        .anyMatch(run -> isCutShort(room, run, now));
    }

    /** Why the room may not close yet: a protected step has not had its minutes, and nobody says why. */
    static Optional<Refusal> closing(Room room, Optional<String> reason, Instant now) {
        return reason.isEmpty() && isCutByClosing(room, now) ? Optional.of(Refusal.PROTECTED) : Optional.empty();
    }

    private static boolean isLastOf(Protection protection, PhaseRun run) {
        return !protection.phases().isEmpty() && protection.phases().getLast().equals(run.id());
    }
}
