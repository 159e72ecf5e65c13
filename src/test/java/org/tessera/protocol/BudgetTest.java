package org.tessera.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.PlannedPhase.pack;
import static org.tessera.protocol.PlannedPhase.round;
import static org.tessera.protocol.PlannedPhase.roundInGroups;
import static org.tessera.protocol.PlannedPhase.roundOfOthers;
import static org.tessera.protocol.PlannedPhase.talk;
import static org.tessera.protocol.PlannedPhase.talkInGroups;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.protocol.Fit.Impossible;
import org.tessera.protocol.Fit.Obstacle;
import org.tessera.protocol.Fit.Planned;

class BudgetTest {

    private static final String EACH = "repeats: [{phases: [passage, pause, respond, last-word], per: person}]";

    /** Save the Last Word, as its sources tell it. */
    private static Pack lastWord(int smallest, int largest) {
        return pack(
                smallest,
                largest,
                EACH,
                talk("read", 5, 15, 60).beforeTheMeeting(),
                talk("passage", 1, 1, 1),
                talk("pause", 0.5, 0.5, 0.5),
                roundOfOthers("respond", 60),
                talk("last-word", 2, 3, 3));
    }

    @Nested
    class As_the_sources_tell {

        @Test
        void save_the_last_word_takes_four_people_half_an_hour_in_rounds_of_seven_and_a_half_minutes() {
            Planned plan = planned(lastWord(4, 4), 4, 30);

            assertThat(plan.times()).containsExactly(4);
            for (int person = 1; person <= 4; person++) {
                assertThat(plan.lengths())
                        .containsEntry("passage." + person, minutes(1))
                        .containsEntry("pause." + person, minutes(0.5))
                        .containsEntry("respond." + person, minutes(3))
                        .containsEntry("last-word." + person, minutes(3));
            }
            assertThat(plan.spare()).isZero();
        }

        @ParameterizedTest
        @CsvSource({"4, 32", "5, 40", "6, 48"})
        void the_final_word_takes_eight_minutes_a_person(int people, int meeting) {
            Pack finalWord = pack(
                    3, 8, "repeats: [{phases: [round], per: person}]", talk("round", 8, 8, 8), talk("close", 0, 1, 5));

            Planned plan = planned(finalWord, people, meeting);

            assertThat(plan.times()).containsExactly(people);
            assertThat(plan.lengths())
                    .containsEntry("round." + people, minutes(8))
                    .containsEntry("close", minutes(0));
            assertThat(fit(finalWord, people, meeting - 0.5)).isInstanceOf(Impossible.class);
        }

        @ParameterizedTest
        @CsvSource({"4, 20", "6, 30", "8, 40"})
        void the_four_as_take_five_minutes_a_person_and_ten_more(int people, int rounds) {
            Pack fourAs = pack(
                    3,
                    8,
                    "",
                    round("assumptions", 75),
                    round("agree", 75),
                    round("argue", 75),
                    round("aspire", 75),
                    talk("implications", 4, 5, 8),
                    talk("debrief", 4, 5, 8));

            Planned plan = planned(fourAs, people, rounds + 10);

            assertThat(plan.lengths().values().stream().limit(4).reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(minutes(rounds));
            assertThat(plan.lengths()).containsEntry("implications", minutes(5)).containsEntry("debrief", minutes(5));
        }

        @ParameterizedTest
        @CsvSource({"30, 3, 6", "26, 3, 5", "25.5, 2, 8", "22, 2, 6", "18.5, 1, 8", "12, 1, 5"})
        void a_microlab_takes_eight_minutes_a_question_and_at_most_three(double meeting, int questions, double close) {
            Planned plan = planned(microlab(), 9, meeting);

            assertThat(plan.times()).containsExactly(questions);
            assertThat(plan.lengths()).containsEntry("speakers.1", minutes(6)).containsEntry("debrief", minutes(close));
            assertThat(length(plan, "question.1").plus(length(plan, "speakers.1")))
                    .isBetween(minutes(7), minutes(8));
        }

        @Test
        void a_microlab_gives_everybody_of_the_largest_group_two_minutes() {
            assertThat(planned(microlab(), 7, 60).lengths()).containsEntry("speakers.1", minutes(8));
        }

        @Test
        void validation_keeps_seven_minutes_for_feedback_response_and_debrief_at_its_shortest() {
            Pack validation = pack(
                    4,
                    12,
                    "protect: [{phases: [feedback, response, debrief], minMinutes: 7}]",
                    talk("norms", 2, 4, 5),
                    talk("present", 3, 5, 5),
                    talk("examine", 7, 8, 10),
                    talk("clarify", 2, 5, 7),
                    talk("checklist", 20, 24, 30),
                    talk("feedback", 2, 4, 6),
                    talk("response", 1, 2, 3),
                    talk("debrief", 2, 4, 6));

            Planned shortest = planned(validation, 4, 41);

            assertThat(length(shortest, "feedback")
                            .plus(length(shortest, "response"))
                            .plus(length(shortest, "debrief")))
                    .isEqualTo(minutes(7));
            assertThat(fit(validation, 4, 40.5))
                    .isEqualTo(new Impossible(
                            List.of(new Obstacle.Time(minutes(40.5), minutes(41))),
                            Optional.of(minutes(41)),
                            Optional.empty()));
        }

        private Pack microlab() {
            return pack(
                    3,
                    30,
                    "repeats: [{phases: [question, speakers], per: round, min: 1, target: 3, max: 3}]",
                    talk("question", 1, 2, 2),
                    roundInGroups("speakers", 120, "triad"),
                    talk("debrief", 5, 6, 8));
        }
    }

    @Nested
    class A_plan {

        private final Pack three = pack(
                3, 9, "", talk("tell", 4, 10, 12), talk("ask", 2, 4, 8).thatMayBeLeftOut(), talk("close", 5, 6, 8));

        @Test
        void is_what_the_protocol_plans_if_the_meeting_is_just_that_long() {
            assertThat(planned(three, 5, 20).lengths())
                    .isEqualTo(Map.of("tell", minutes(10), "ask", minutes(4), "close", minutes(6)));
        }

        @Test
        void shortens_everything_in_proportion_to_what_it_can_give() {
            // 9 minutes can be given, 4.5 must be: half of what each can give.
            assertThat(planned(three, 5, 15.5).lengths())
                    .isEqualTo(Map.of("tell", minutes(7), "ask", minutes(3), "close", minutes(5.5)));
        }

        @Test
        void lengthens_everything_in_proportion_to_what_it_can_take() {
            assertThat(planned(three, 5, 24).lengths())
                    .isEqualTo(Map.of("tell", minutes(11), "ask", minutes(6), "close", minutes(7)));
        }

        @Test
        void says_how_much_time_is_to_spare_once_nothing_can_grow() {
            Planned plan = planned(three, 5, 60);

            assertThat(plan.lengths()).isEqualTo(Map.of("tell", minutes(12), "ask", minutes(8), "close", minutes(8)));
            assertThat(plan.spare()).isEqualTo(minutes(32));
        }

        @Test
        void leaves_out_what_is_optional_only_if_it_has_to() {
            assertThat(planned(three, 5, 11).leftOut()).isEmpty();

            Planned plan = planned(three, 5, 10.5);
            assertThat(plan.leftOut()).containsExactly("ask");
            assertThat(plan.lengths()).isEqualTo(Map.of("tell", minutes(5.5), "ask", minutes(0), "close", minutes(5)));
        }

        @Test
        void gives_everybody_the_same_time_and_what_that_leaves_to_the_others() {
            Pack turns = pack(
                    3, 9, "repeats: [{phases: [turn], per: person}]", talk("turn", 2, 4, 4), talk("close", 5, 5, 9));

            Planned plan = planned(turns, 4, 20);

            assertThat(plan.lengths())
                    .containsEntry("turn.1", minutes(3.5))
                    .containsEntry("turn.4", minutes(3.5))
                    .containsEntry("close", minutes(6));
        }

        @Test
        void holds_fewer_rotations_before_it_gives_up_and_more_where_time_would_be_left() {
            Pack rotations = pack(
                    3,
                    9,
                    "repeats: [{phases: [turn], per: round, min: 1, target: 3, max: 6}]",
                    talk("turn", 4, 5, 6),
                    talk("close", 5, 5, 5));

            assertThat(planned(rotations, 4, 17).times()).containsExactly(3);
            assertThat(planned(rotations, 4, 16.5).times()).containsExactly(2);
            assertThat(planned(rotations, 4, 9).times()).containsExactly(1);
            assertThat(planned(rotations, 4, 23).times()).containsExactly(3);
            assertThat(planned(rotations, 4, 23.5).times()).containsExactly(4);
            assertThat(planned(rotations, 4, 90).times()).containsExactly(6);
        }
    }

    @Nested
    class What_does_not_fit {

        @Test
        void is_told_with_the_shortest_meeting_and_the_largest_group() {
            assertThat(fit(lastWord(3, 6), 6, 30))
                    .isEqualTo(new Impossible(
                            List.of(new Obstacle.Time(minutes(30), minutes(51))),
                            Optional.of(minutes(51)),
                            Optional.of(4)));
        }

        @Test
        void is_told_of_a_group_of_another_size_with_the_largest_that_would_do() {
            assertThat(fit(lastWord(4, 4), 5, 60))
                    .isEqualTo(new Impossible(
                            List.of(new Obstacle.Size(5, new GroupSize(4, 4))), Optional.empty(), Optional.of(4)));
        }

        @Test
        void is_told_of_people_who_make_no_small_groups_with_the_numbers_nearest() {
            Pack triads = pack(3, 30, "", talkInGroups("speak", "triad", 6, 6, 6), talk("close", 5, 5, 5));

            assertThat(fit(triads, 5, 30))
                    .isEqualTo(new Impossible(
                            List.of(new Obstacle.Division(5, Grouping.TRIAD, List.of(4, 6))),
                            Optional.empty(),
                            Optional.of(30)));
        }
    }

    @Nested
    class A_group_of_another_size {

        @Test
        void has_its_time_fitted_all_the_same() {
            Pack four = lastWord(4, 4);

            assertThat(Budget.fitAnyhow(four, 5, minutes(60))).isInstanceOfSatisfying(Planned.class, plan -> {
                assertThat(plan.times()).containsExactly(5);
                assertThat(plan.taken().plus(plan.spare())).isEqualTo(minutes(60));
            });
            assertThat(Budget.fitAnyhow(four, 3, minutes(60))).isInstanceOf(Planned.class);
            assertThat(four.groupSize().includes(5)).isFalse();
        }

        @Test
        void is_told_of_a_time_that_is_too_short_as_any_other() {
            assertThat(Budget.fitAnyhow(lastWord(4, 4), 6, minutes(30)))
                    .isInstanceOfSatisfying(Impossible.class, no -> {
                        assertThat(no.obstacles())
                                .singleElement()
                                .isEqualTo(new Obstacle.Time(minutes(30), minutes(51)));
                        assertThat(no.shortest()).contains(minutes(51));
                    });
        }

        @Test
        void is_planned_as_ever_where_it_is_no_other_size() {
            for (int people = 3; people <= 6; people++) {
                assertThat(Budget.fitAnyhow(lastWord(3, 6), people, minutes(45)))
                        .isEqualTo(fit(lastWord(3, 6), people, 45));
            }
        }
    }

    @Test
    void unhurried_every_phase_takes_what_the_protocol_plans_for_so_many_people() {
        Planned plan = Budget.unhurried(lastWord(4, 4), 5);

        assertThat(plan.times()).containsExactly(5);
        assertThat(plan.lengths()).containsEntry("respond.5", minutes(4)).doesNotContainKey("read");
        assertThat(plan.taken()).isEqualTo(minutes(42.5));
    }

    private static Fit fit(Pack pack, int people, double minutes) {
        return Budget.fit(pack, people, minutes(minutes));
    }

    private static Planned planned(Pack pack, int people, double minutes) {
        Fit fit = fit(pack, people, minutes);
        assertThat(fit).isInstanceOf(Planned.class);
        return (Planned) fit;
    }

    private static Duration length(Planned plan, String phase) {
        return plan.lengths().getOrDefault(phase, Duration.ZERO);
    }

    private static Duration minutes(double minutes) {
        return Duration.ofSeconds(Math.round(minutes * 60));
    }
}
