package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.credential.Aspect;
import org.tessera.credential.Rule;
import org.tessera.credential.Standing;
import org.tessera.credential.Wording;
import org.tessera.room.RoomId;

class FacilitationTest {

    private static final Rule.Facilitated THREE_ON_THREE = rule(3, 3, true);
    private static final PersonId ANA = new PersonId(UUID.randomUUID());
    private static final PersonId COACH = new PersonId(UUID.randomUUID());
    private static final PersonId GUEST = new PersonId(UUID.randomUUID());
    private static final TeamId NINE = new TeamId(UUID.randomUUID());
    private static final TeamId TEN = new TeamId(UUID.randomUUID());

    private int meetings;

    @Nested
    class The_rule_is_met {

        @Test
        void by_three_discussions_on_three_aspects_with_one_team() {
            Finding.Recorded finding = check(by(ANA, "validity"), by(ANA, "student-work"), by(ANA, "task-tuning"));
            assertThat(finding.met()).isTrue();
            assertThat(finding.misses()).isEmpty();
        }

        @Test
        void by_more_than_enough_and_the_repetition_is_named() {
            Finding.Recorded finding =
                    check(by(ANA, "validity"), by(ANA, "student-work"), by(ANA, "task-tuning"), by(ANA, "validity"));
            assertThat(finding.met()).isTrue();
            assertThat(finding.misses()).singleElement().isInstanceOf(Miss.AspectRepeated.class);
        }

        @Test
        void whatever_the_order_in_which_the_artifacts_were_linked() {
            Discussion first = by(ANA, "validity");
            Discussion second = by(ANA, "student-work");
            Discussion third = by(ANA, "reliability");
            assertThat(check(third, first, second).counted()).containsExactly(first, second, third);
        }

        @Test
        void in_its_general_form_by_discussions_that_repeat_an_aspect() {
            Finding.Recorded finding = Facilitation.check(
                    rule(3, 2, true), ANA, List.of(by(ANA, "validity"), by(ANA, "validity"), by(ANA, "reliability")));
            assertThat(finding.met()).isTrue();
        }

        @Test
        void in_its_general_form_across_teams_where_one_community_is_not_asked_for() {
            Finding.Recorded finding = Facilitation.check(
                    rule(2, 2, false), ANA, List.of(by(ANA, "validity"), with(TEN, by(ANA, "reliability"))));
            assertThat(finding.met()).isTrue();
        }
    }

    @Nested
    class Still_needed {

        @Test
        void are_three_before_anything_is_linked() {
            Finding.Recorded finding = check();
            assertThat(finding.met()).isFalse();
            assertThat(finding.misses()).containsExactly(new Miss.StillNeeded(0, 3, List.of(), 3));
        }

        @Test
        void is_one_on_another_aspect_after_two() {
            Finding.Recorded finding = check(by(ANA, "validity"), by(ANA, "student-work"));
            assertThat(finding.misses()).singleElement().satisfies(miss -> {
                Miss.StillNeeded still = (Miss.StillNeeded) miss;
                assertThat(still.missing()).isEqualTo(1);
                assertThat(still.newAspects()).isEqualTo(1);
                assertThat(still.covered()).extracting(Aspect::id).containsExactly("validity", "student-work");
            });
        }

        @Test
        void in_its_general_form_is_one_on_any_aspect_once_there_are_aspects_enough() {
            Finding.Recorded finding =
                    Facilitation.check(rule(3, 2, true), ANA, List.of(by(ANA, "validity"), by(ANA, "reliability")));
            assertThat(finding.misses()).singleElement().satisfies(miss -> {
                Miss.StillNeeded still = (Miss.StillNeeded) miss;
                assertThat(still.missing()).isEqualTo(1);
                assertThat(still.newAspects()).isZero();
            });
        }
    }

    @Nested
    class A_discussion_does_not_count {

        @Test
        void twice_when_two_of_its_artifacts_are_linked() {
            Discussion one = by(ANA, "student-work");
            Finding.Recorded finding = check(one, one, by(ANA, "validity"));
            assertThat(finding.counted()).hasSize(2);
            assertThat(finding.misses()).hasSize(1);
        }

        @Test
        void when_its_aspect_is_covered_already() {
            Discussion first = by(ANA, "student-work");
            Discussion again = by(ANA, "student-work");
            Finding.Recorded finding = check(first, again, by(ANA, "validity"));
            assertThat(finding.counted()).hasSize(2);
            assertThat(finding.misses())
                    .element(1)
                    .isEqualTo(new Miss.AspectRepeated(again, aspect("student-work"), first));
        }

        @Test
        void when_the_credential_does_not_name_its_aspect() {
            Discussion vision = by(ANA, "vision");
            Finding.Recorded finding = check(vision, by(ANA, "validity"));
            assertThat(finding.counted()).hasSize(1);
            assertThat(finding.misses()).element(1).isEqualTo(new Miss.AspectNotNamed(vision));
        }

        @Test
        void when_a_coach_facilitated_longer() {
            Discussion shared = shared("validity", Map.of(ANA, minutes(12), COACH, minutes(38)));
            Finding.Recorded finding = check(shared);
            assertThat(finding.counted()).isEmpty();
            assertThat(finding.misses())
                    .element(1)
                    .isEqualTo(new Miss.NotFacilitated(shared, minutes(12), minutes(38)));
        }

        @Test
        void when_a_coach_facilitated_exactly_half() {
            Discussion shared = shared("validity", Map.of(ANA, minutes(25), COACH, minutes(25)));
            assertThat(check(shared).counted()).isEmpty();
        }

        @Test
        void when_a_guest_facilitated_longer() {
            Discussion shared = shared("validity", Map.of(ANA, minutes(20), GUEST, minutes(21)));
            assertThat(check(shared).counted()).isEmpty();
        }

        @Test
        void when_nobody_facilitated() {
            assertThat(check(shared("validity", Map.of())).counted()).isEmpty();
        }

        @Test
        void when_it_was_with_another_community_than_the_others() {
            Discussion elsewhere = with(TEN, by(ANA, "reliability"));
            Finding.Recorded finding = check(by(ANA, "validity"), by(ANA, "student-work"), elsewhere);
            assertThat(finding.met()).isFalse();
            assertThat(finding.counted()).hasSize(2);
            assertThat(finding.misses()).element(1).isEqualTo(new Miss.OtherPlc(elsewhere));
        }
    }

    @Nested
    class Of_two_communities {

        @Test
        void the_one_that_brings_the_earner_further_is_taken_even_if_it_came_later() {
            Discussion early = with(TEN, by(ANA, "reliability"));
            Finding.Recorded finding = check(early, by(ANA, "validity"), by(ANA, "student-work"));
            assertThat(finding.counted()).hasSize(2).doesNotContain(early);
        }

        @Test
        void one_with_more_aspects_beats_one_with_more_discussions() {
            Finding.Recorded finding = check(
                    with(TEN, by(ANA, "validity")),
                    with(TEN, by(ANA, "validity")),
                    with(TEN, by(ANA, "validity")),
                    by(ANA, "validity"),
                    by(ANA, "student-work"));
            assertThat(finding.counted()).extracting(Discussion::team).containsOnly(NINE);
        }

        @Test
        void only_what_the_earner_facilitated_makes_a_community_count() {
            Finding.Recorded finding = check(
                    with(TEN, by(COACH, "validity")), with(TEN, by(COACH, "reliability")), by(ANA, "student-work"));
            assertThat(finding.counted())
                    .singleElement()
                    .extracting(Discussion::team)
                    .isEqualTo(NINE);
        }
    }

    @Test
    void a_discussion_the_earner_led_most_counts_although_a_coach_took_over_for_a_while() {
        Discussion shared = shared("validity", Map.of(ANA, minutes(31), COACH, minutes(19)));
        assertThat(check(shared).counted()).containsExactly(shared);
    }

    private Finding.Recorded check(Discussion... linked) {
        return Facilitation.check(THREE_ON_THREE, ANA, new ArrayList<>(Arrays.asList(linked)));
    }

    private Discussion by(PersonId facilitator, String aspect) {
        return shared(aspect, Map.of(facilitator, minutes(50)));
    }

    private Discussion shared(String aspect, Map<PersonId, Duration> facilitated) {
        meetings++;
        return new Discussion(
                new RoomId(UUID.randomUUID()),
                NINE,
                "Meeting " + meetings,
                aspect,
                facilitated,
                Instant.parse("2026-10-01T14:00:00Z").plus(Duration.ofDays(meetings)));
    }

    private static Discussion with(TeamId team, Discussion discussion) {
        return new Discussion(
                discussion.room(),
                team,
                discussion.title(),
                discussion.aspect(),
                discussion.facilitated(),
                discussion.at());
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Rule.Facilitated rule(int atLeast, int distinct, boolean samePlc) {
        return new Rule.Facilitated(
                atLeast,
                distinct,
                samePlc,
                Stream.of("validity", "reliability", "student-work", "task-tuning")
                        .map(FacilitationTest::aspect)
                        .toList());
    }

    private static Aspect aspect(String id) {
        return new Aspect(id, new Wording(id, id, Standing.VERIFIED, "test"));
    }
}
