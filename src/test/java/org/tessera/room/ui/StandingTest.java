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
        assertThat(Standing.of(role, phase(mode, speaking(speak), GROUP, GROUP)))
                .isEqualTo(standing);
    }

    @Test
    void of_a_presenter_who_scores_alone_is_not_that_of_a_listener() {
        assertThat(Standing.of(Role.PRESENTER, phase(Mode.SILENT_ALONE, Set.of(), Set.of(), Set.of(Role.PRESENTER))))
                .isEqualTo(Standing.ALONE);
    }

    @Test
    void where_people_talk_and_answer_follows_from_what_they_may_do() {
        PhasePicture checklist = phase(Mode.VOTE, GROUP, Set.of(), GROUP);

        assertThat(Standing.of(Role.PARTICIPANT, checklist)).isEqualTo(Standing.ANSWERS);
        assertThat(Standing.of(Role.PRESENTER, checklist)).isEqualTo(Standing.LISTENS);
    }

    @Test
    void where_there_is_nothing_to_write_is_to_speak() {
        PhasePicture talk = phase(Mode.OPEN, GROUP, Set.of(), Set.of());
        PhasePicture list = phase(Mode.OPEN, GROUP, Set.of(), Set.of(Role.RECORDER));

        assertThat(Standing.of(Role.PARTICIPANT, talk)).isEqualTo(Standing.SPEAKS);
        assertThat(Standing.of(Role.PARTICIPANT, list)).isEqualTo(Standing.SPEAKS);
        assertThat(Standing.of(Role.RECORDER, list)).isEqualTo(Standing.TALKS);
    }

    @Test
    void who_may_speak_but_not_post_knows_that_others_write() {
        PhasePicture phase =
                phase(Mode.OPEN, Set.of(Role.PARTICIPANT, Role.RECORDER), Set.of(Role.RECORDER), Set.of(Role.RECORDER));

        assertThat(Standing.of(Role.RECORDER, phase)).isEqualTo(Standing.TALKS);
        assertThat(Standing.of(Role.PARTICIPANT, phase)).isEqualTo(Standing.TALKS_ONLY);
    }

    @Test
    void of_one_s_own_are_those_who_listen_and_whoever_has_the_floor() {
        assertThat(Standing.values())
                .filteredOn(Standing::isOnesOwn)
                .containsExactlyInAnyOrder(Standing.LISTENS, Standing.WATCHES, Standing.FLOOR);
    }

    private static Set<Role> speaking(String word) {
        return switch (word) {
            case "facilitator" -> Set.of(Role.FACILITATOR);
            case "presenter" -> Set.of(Role.PRESENTER);
            case "group" -> GROUP;
            default -> Set.of();
        };
    }

    private static PhasePicture phase(Mode mode, Set<Role> speak, Set<Role> posts, Set<Role> acts) {
        return new PhasePicture(
                "phase",
                Text.of("Phase"),
                mode,
                Grouping.ALL,
                Visibility.OPEN,
                true,
                speak,
                posts,
                acts,
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
                PhaseTiming.MEETING,
                0,
                Script.NONE);
    }
}
