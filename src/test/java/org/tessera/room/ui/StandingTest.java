package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Mode;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.protocol.Visibility;

class StandingTest {

    private static final Set<Role> GROUP = Set.of(Role.FACILITATOR, Role.RECORDER, Role.TIMEKEEPER, Role.PARTICIPANT);

    @ParameterizedTest
    @CsvSource({
        "FAC, facilitator, FACILITATOR, FLOOR",
        "FAC, facilitator, PARTICIPANT, LISTENS",
        "PRES, presenter, PRESENTER, FLOOR",
        "PRES, presenter, FACILITATOR, LISTENS",
        "SILENT_ALONE, nobody, PARTICIPANT, ALONE",
        "SILENT_ALONE, nobody, PRESENTER, LISTENS",
        "SILENT_BOARD, nobody, PARTICIPANT, BOARD",
        "OPEN_GROUP, group, PARTICIPANT, TALKS",
        "OPEN_GROUP, group, PRESENTER, LISTENS",
        "PAIR, group, RECORDER, PAIR",
        "VOTE, nobody, PARTICIPANT, DECIDES",
        "OPEN, group, COACH, WATCHES",
        "VOTE, nobody, COACH, WATCHES"
    })
    void follows_from_role_and_mode(Mode mode, String speak, Role role, Standing standing) {
        assertThat(Standing.of(role, phase(mode, speaking(speak), Set.of()))).isEqualTo(standing);
    }

    @Test
    void who_may_speak_but_not_post_knows_that_others_write() {
        PhasePicture phase = phase(Mode.OPEN, Set.of(Role.PARTICIPANT, Role.RECORDER), Set.of(Role.RECORDER));

        assertThat(Standing.of(Role.RECORDER, phase)).isEqualTo(Standing.TALKS);
        assertThat(Standing.of(Role.PARTICIPANT, phase)).isEqualTo(Standing.TALKS_ONLY);
    }

    private static Set<Role> speaking(String word) {
        return switch (word) {
            case "facilitator" -> Set.of(Role.FACILITATOR);
            case "presenter" -> Set.of(Role.PRESENTER);
            case "group" -> GROUP;
            default -> Set.of();
        };
    }

    private static PhasePicture phase(Mode mode, Set<Role> speak, Set<Role> posts) {
        return new PhasePicture(
                "phase",
                Text.of("Phase"),
                mode,
                Grouping.ALL,
                Visibility.OPEN,
                true,
                speak,
                posts,
                Text.of("task"),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                PhasePicture.State.RUNNING,
                5,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                0,
                Script.NONE);
    }
}
