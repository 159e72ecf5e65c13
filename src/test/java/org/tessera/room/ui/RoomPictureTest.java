package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.ui.PhasePicture.State.AHEAD;
import static org.tessera.room.ui.PhasePicture.State.DONE;
import static org.tessera.room.ui.PhasePicture.State.RUNNING;
import static org.tessera.room.ui.PhasePicture.State.SKIPPED;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.protocol.Role;

class RoomPictureTest {

    @Nested
    class Startable {

        @Test
        void is_the_first_phase_before_the_meeting_begins() {
            assertThat(ids(Pictures.waiting().phase("a", AHEAD, 5).phase("b", AHEAD, 5)))
                    .containsExactly("a");
        }

        @Test
        void reaches_over_optional_phases_to_the_first_that_is_not() {
            assertThat(ids(Pictures.waiting()
                            .optional("a", AHEAD, 5)
                            .optional("b", AHEAD, 5)
                            .phase("c", AHEAD, 5)
                            .phase("d", AHEAD, 5)))
                    .containsExactly("a", "b", "c");
        }

        @Test
        void follows_the_running_phase_also_when_it_is_done_again() {
            assertThat(ids(Pictures.running("a")
                            .phase("a", RUNNING, 5)
                            .phase("b", DONE, 5)
                            .phase("c", AHEAD, 5)))
                    .containsExactly("b");
        }

        @Test
        void follows_what_is_behind_between_two_phases() {
            assertThat(ids(Pictures.between()
                            .optional("a", SKIPPED, 5)
                            .phase("b", DONE, 5)
                            .phase("c", AHEAD, 5)))
                    .containsExactly("c");
        }

        @Test
        void is_nothing_after_the_last_phase() {
            assertThat(ids(Pictures.running("a").phase("a", RUNNING, 5))).isEmpty();
        }

        private List<String> ids(Pictures pictures) {
            return pictures.seenBy("Ana").startable().stream()
                    .map(PhasePicture::id)
                    .toList();
        }
    }

    @Nested
    class Rework {

        @Test
        void is_offered_once_a_check_has_failed() {
            Pictures checked = Pictures.between().phase("write", DONE, 10).checking("check", DONE, "write");

            assertThat(checked.seenBy("Ana").rework()).isEmpty();
            assertThat(checked.failed().seenBy("Ana").rework().map(PhasePicture::id))
                    .contains("write");
        }
    }

    @Nested
    class Pairs {

        private final Pictures pictures = Pictures.running("a")
                .phase("a", RUNNING, 5)
                .paired("b", AHEAD, 10)
                .person("Ana", Role.FACILITATOR, true, true)
                .person("Ben", Role.PARTICIPANT, true, true)
                .person("Cho", Role.PARTICIPANT, true, true);

        @Test
        void are_missing_before_they_are_formed() {
            RoomPicture without = pictures.seenBy("Ana");
            assertThat(without.lacksGroups(without.phase("b").orElseThrow())).isTrue();
            assertThat(without.lacksGroups(without.phase("a").orElseThrow())).isFalse();

            RoomPicture with = pictures.pair("Ana", "Ben", "Cho").seenBy("Ana");
            assertThat(with.lacksGroups(with.phase("b").orElseThrow())).isFalse();
            assertThat(with.partnersOf(Pictures.id("Ben")))
                    .extracting(PersonPicture::name)
                    .containsExactly("Ana", "Cho");
        }
    }

    @Test
    void nobody_waits_for_who_is_away_or_only_watches() {
        RoomPicture picture = Pictures.running("a")
                .phase("a", RUNNING, 5)
                .person("Ana", Role.FACILITATOR, true, true)
                .person("Ben", Role.PARTICIPANT, false, true)
                .person("Gil", Role.COACH, true, false)
                .seenBy("Ana");

        assertThat(picture.awaited()).extracting(PersonPicture::name).containsExactly("Ana");
        assertThat(picture.isFacilitator()).isTrue();
    }
}
