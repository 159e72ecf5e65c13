package org.tessera.room;

import java.util.Optional;
import org.tessera.room.RoomEvent.*;

/**
 * Which entries of a log may be shown outside: those about the course of a meeting, in which nobody's words, votes or
 * writing stand. Everything else stays a commitment. Only what is named here is shown, so that a new event stays closed
 * until somebody has thought about it.
 */
final class Disclosure {

    private Disclosure() {}

    /** Whether what {@code event} says may be shown. */
    static boolean shows(RoomEvent event) {
        return switch (event) {
            case MemberJoined e -> true;
            case RoleAssigned e -> true;
            case CofacilitatorNamed e -> true;
            case AgendaFitted e -> true;
            case DueSet e -> true;
            case PhaseStarted e -> true;
            case PhasePaused e -> true;
            case PhaseResumed e -> true;
            case PhaseExtended e -> true;
            case TimeRanOut e -> true;
            case PhaseEnded e -> isWordless(e.reason()) && isWordless(e.cut());
            case PhaseSkipped e -> true;
            case ArtifactYielded e -> true;
            case RoomClosed e -> isWordless(e.reason());
            default -> false;
        };
    }

    /**
     * Whether a log may be shown up to {@code event} and no further: a step began or ended there. Behind that, the mere number
     * of entries would tell that somebody is writing.
     */
    static boolean isBoundary(RoomEvent event) {
        return switch (event) {
            case PhaseStarted e -> true;
            case PhaseEnded e -> true;
            case PhaseSkipped e -> true;
            case ArtifactYielded e -> true;
            case RoomClosed e -> true;
            case MeetingCancelled e -> true;
            default -> false;
        };
    }

    private static boolean isWordless(Optional<String> reason) {
        return reason.isEmpty();
    }
}
