package org.tessera.room.ui;

import java.util.Locale;
import java.util.Set;
import org.tessera.protocol.Mode;
import org.tessera.protocol.Role;

/** What a phase means for somebody in a role: whether to speak, write or listen. */
enum Standing {
    /** Nobody else speaks. */
    FLOOR,
    /** Speaks and writes with the others. */
    TALKS,
    /** Speaks, while others write on the board. */
    TALKS_ONLY,
    /** Talks, where nobody has anything to write. */
    SPEAKS,
    /** Talks, and answers for oneself. */
    ANSWERS,
    /** Works alone in silence. */
    ALONE,
    /** Works at the board in silence. */
    BOARD,
    /** Works with a partner. */
    PAIR,
    /** Decides alone. */
    DECIDES,
    /** Listens, and may write for oneself. */
    LISTENS,
    /** Is there to see how the room works. */
    WATCHES;

    private static final Set<Mode> SILENT = Set.of(Mode.SILENT_ALONE, Mode.SILENT_BOARD, Mode.VOTE);

    /** How {@code role} stands in {@code phase}. */
    static Standing of(Role role, PhasePicture phase) {
        if (role == Role.COACH) {
            return WATCHES;
        }
        if (!SILENT.contains(phase.mode()) && !phase.speak().contains(role)) {
            return LISTENS;
        }
        return switch (phase.mode()) {
            // Whoever presents prepares like everybody.
            case SILENT_ALONE ->
                role == Role.PRESENTER && phase.inMeeting() && !phase.acts().contains(role) ? LISTENS : ALONE;
            case SILENT_BOARD -> role == Role.PRESENTER && !phase.posts().contains(role) ? LISTENS : BOARD;
            case VOTE -> decides(role, phase);
            case PAIR -> PAIR;
            case FAC, PRES -> FLOOR;
            case QA_CLARIFYING, QA_PROBING, ROUND, OPEN_GROUP, OPEN -> talks(role, phase);
        };
    }

    private static Standing decides(Role role, PhasePicture phase) {
        if (!phase.acts().contains(role)) {
            return LISTENS;
        }
        return phase.speak().contains(role) ? ANSWERS : DECIDES;
    }

    private static Standing talks(Role role, PhasePicture phase) {
        if (phase.acts().contains(role)) {
            return TALKS;
        }
        return phase.posts().isEmpty() ? SPEAKS : TALKS_ONLY;
    }

    /** Whether what the group does is not for this person to do. */
    boolean isApart() {
        return this == LISTENS || this == WATCHES;
    }

    /** Whether this person's part in the step is another one than the group's. */
    boolean isOnesOwn() {
        return isApart() || this == FLOOR;
    }

    /** Under which key its sentence stands in the bundle, after {@code room.standing.}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
