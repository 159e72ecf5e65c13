package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.COACH;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.credential.Aspect;
import org.tessera.credential.Rule;
import org.tessera.credential.Standing;
import org.tessera.credential.Wording;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;

class TakingPartTest {

    private static final PersonId ANA = somebody();
    private static final PersonId BEN = somebody();
    private static final PersonId CHO = somebody();
    private static final PersonId DEE = somebody();
    private static final PersonId GIL = somebody();
    private static final Rule.TookPart OWN = rule(Rule.Work.OWN, 3, Optional.of("checklist"));
    private static final Rule.TookPart COLLEAGUES = rule(Rule.Work.COLLEAGUE, 2, Optional.of("checklist"));

    @Nested
    class A_meeting_on_ones_own_work {

        @Test
        void counts_with_three_others_who_take_part() {
            Discussion meeting =
                    meeting(Map.of(ANA, PRESENTER, BEN, FACILITATOR, CHO, PARTICIPANT, DEE, PARTICIPANT), "checklist");
            Finding.Recorded finding = TakingPart.check(OWN, ANA, List.of(meeting));
            assertThat(finding.met()).isTrue();
            assertThat(finding.misses()).isEmpty();
        }

        @Test
        void does_not_count_with_two_others_and_a_coach_who_watches() {
            Discussion meeting =
                    meeting(Map.of(ANA, PRESENTER, BEN, FACILITATOR, CHO, PARTICIPANT, GIL, COACH), "checklist");
            Finding.Recorded finding = TakingPart.check(OWN, ANA, List.of(meeting));
            assertThat(finding.met()).isFalse();
            assertThat(finding.misses())
                    .containsExactly(new Miss.MeetingsNeeded(0, OWN), new Miss.TooFew(meeting, 2, OWN));
        }

        @Test
        void does_not_count_for_who_did_not_present() {
            Discussion meeting =
                    meeting(Map.of(ANA, FACILITATOR, BEN, PRESENTER, CHO, PARTICIPANT, DEE, PARTICIPANT), "checklist");
            assertThat(only(TakingPart.check(OWN, ANA, List.of(meeting))))
                    .isEqualTo(new Miss.OtherWork(meeting, Rule.Work.OWN));
        }

        @Test
        void does_not_count_without_the_checklist() {
            Discussion meeting =
                    meeting(Map.of(ANA, PRESENTER, BEN, FACILITATOR, CHO, PARTICIPANT, DEE, PARTICIPANT), "questions");
            assertThat(only(TakingPart.check(OWN, ANA, List.of(meeting))))
                    .isEqualTo(new Miss.LeftNothing(meeting, "checklist"));
        }
    }

    @Nested
    class A_meeting_on_a_colleagues_work {

        @Test
        void counts_with_the_presenter_and_two_others_besides_oneself() {
            Discussion meeting =
                    meeting(Map.of(ANA, FACILITATOR, BEN, PRESENTER, CHO, PARTICIPANT, DEE, PARTICIPANT), "checklist");
            assertThat(TakingPart.check(COLLEAGUES, ANA, List.of(meeting)).counted())
                    .containsExactly(meeting);
        }

        @Test
        void does_not_count_with_only_one_other_besides_the_presenter() {
            Discussion meeting = meeting(Map.of(ANA, FACILITATOR, BEN, PRESENTER, CHO, PARTICIPANT), "checklist");
            assertThat(only(TakingPart.check(COLLEAGUES, ANA, List.of(meeting))))
                    .isEqualTo(new Miss.TooFew(meeting, 1, COLLEAGUES));
        }

        @Test
        void does_not_count_for_the_presenter() {
            Discussion meeting =
                    meeting(Map.of(ANA, PRESENTER, BEN, FACILITATOR, CHO, PARTICIPANT, DEE, PARTICIPANT), "checklist");
            assertThat(only(TakingPart.check(COLLEAGUES, ANA, List.of(meeting))))
                    .isEqualTo(new Miss.OtherWork(meeting, Rule.Work.COLLEAGUE));
        }

        @Test
        void serves_the_presenter_and_a_participant_alike_each_for_the_own_credential_row() {
            Discussion meeting =
                    meeting(Map.of(ANA, PRESENTER, BEN, FACILITATOR, CHO, PARTICIPANT, DEE, PARTICIPANT), "checklist");
            assertThat(TakingPart.check(OWN, ANA, List.of(meeting)).met()).isTrue();
            assertThat(TakingPart.check(COLLEAGUES, BEN, List.of(meeting)).met())
                    .isTrue();
            assertThat(TakingPart.check(COLLEAGUES, CHO, List.of(meeting)).met())
                    .isTrue();
        }
    }

    @Nested
    class No_meeting_counts {

        @Test
        void on_another_aspect() {
            Discussion meeting = new Discussion(
                    new RoomId(UUID.randomUUID()),
                    new TeamId(UUID.randomUUID()),
                    "Tuning",
                    "task-tuning",
                    Map.of(),
                    Map.of(ANA, Set.of(PRESENTER)),
                    Set.of("checklist"),
                    Instant.EPOCH);
            assertThat(only(TakingPart.check(OWN, ANA, List.of(meeting))))
                    .isEqualTo(new Miss.OtherAspect(meeting, OWN.aspect()));
        }

        @Test
        void for_who_was_not_there_or_only_watched() {
            Discussion without = meeting(Map.of(BEN, PRESENTER, CHO, FACILITATOR, DEE, PARTICIPANT), "checklist");
            assertThat(only(TakingPart.check(COLLEAGUES, ANA, List.of(without))))
                    .isEqualTo(new Miss.NotThere(without));
            Discussion watched =
                    meeting(Map.of(ANA, COACH, BEN, PRESENTER, CHO, FACILITATOR, DEE, PARTICIPANT), "checklist");
            assertThat(only(TakingPart.check(COLLEAGUES, ANA, List.of(watched))))
                    .isEqualTo(new Miss.OnlyWatched(watched));
        }

        @Test
        void in_which_nobody_presented() {
            Discussion meeting = meeting(Map.of(ANA, FACILITATOR, BEN, PARTICIPANT), "checklist");
            assertThat(only(TakingPart.check(COLLEAGUES, ANA, List.of(meeting))))
                    .isEqualTo(new Miss.NobodyPresented(meeting));
        }

        @Test
        void twice_whatever_number_of_its_artifacts_is_linked() {
            Rule.TookPart twice = new Rule.TookPart(2, aspect("reliability"), Rule.Work.OWN, 0, Optional.empty());
            Discussion meeting = on("reliability", Map.of(ANA, PRESENTER, BEN, PARTICIPANT));
            Finding.Recorded finding = TakingPart.check(twice, ANA, List.of(meeting, meeting));
            assertThat(finding.count()).isEqualTo(1);
            assertThat(finding.misses()).containsExactly(new Miss.MeetingsNeeded(1, twice));
        }
    }

    /** The one reason why the linked meeting does not count, behind what is still needed. */
    private static Miss only(Finding.Recorded finding) {
        assertThat(finding.counted()).isEmpty();
        assertThat(finding.misses()).hasSize(2).first().isInstanceOf(Miss.MeetingsNeeded.class);
        return finding.misses().getLast();
    }

    private static Discussion meeting(Map<PersonId, Role> people, String left) {
        return new Discussion(
                new RoomId(UUID.randomUUID()),
                new TeamId(UUID.randomUUID()),
                "Validation",
                "validity",
                Map.of(),
                roles(people),
                Set.of(left),
                Instant.EPOCH);
    }

    private static Discussion on(String aspect, Map<PersonId, Role> people) {
        return new Discussion(
                new RoomId(UUID.randomUUID()),
                new TeamId(UUID.randomUUID()),
                "Calibration",
                aspect,
                Map.of(),
                roles(people),
                Set.of(),
                Instant.EPOCH);
    }

    private static Map<PersonId, Set<Role>> roles(Map<PersonId, Role> people) {
        Map<PersonId, Set<Role>> roles = new HashMap<>();
        people.forEach((person, role) -> roles.put(person, EnumSet.of(role)));
        return roles;
    }

    private static Rule.TookPart rule(Rule.Work work, int others, Optional<String> leaves) {
        return new Rule.TookPart(1, aspect("validity"), work, others, leaves);
    }

    private static Aspect aspect(String id) {
        return new Aspect(id, new Wording(id, id, Standing.VERIFIED, "test"));
    }

    private static PersonId somebody() {
        return new PersonId(UUID.randomUUID());
    }
}
