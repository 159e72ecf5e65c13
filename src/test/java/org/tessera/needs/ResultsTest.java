package org.tessera.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

class ResultsTest {

    private static final Question CHOICE = new Question("1", Question.Kind.CHOICE, "Which?", "Rubrics\nTime\nTrust");
    private static final Question SCALE = new Question("2", Question.Kind.SCALE, "How sure?", "not at all\nvery");
    private static final Question OPEN = new Question("3", Question.Kind.OPEN, "Why?", "");
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private static Results.Kept kept(Question question, String answer) {
        return new Results.Kept(UUID.randomUUID(), question.id(), answer);
    }

    private static List<Results.Kept> answers(Question question, String answer, int times) {
        return IntStream.range(0, times).mapToObj(_ -> kept(question, answer)).toList();
    }

    private static Survey survey(Optional<Instant> closesAt, Optional<Instant> closedAt) {
        return new Survey(
                new SurveyId(UUID.randomUUID()),
                new TeamId(UUID.randomUUID()),
                "link",
                "What is missing",
                "",
                Locale.ENGLISH,
                List.of(CHOICE, SCALE, OPEN),
                new PersonId(UUID.randomUUID()),
                NOON,
                closesAt,
                closedAt);
    }

    @Nested
    class Small_counts {

        @Test
        void nothing_is_shown_below_five_forms() {
            assertThat(Results.of(List.of(CHOICE), 4, answers(CHOICE, "0", 4))).isEqualTo(new Results.TooFew(4));
            assertThat(Results.of(List.of(CHOICE), 5, answers(CHOICE, "0", 5))).isInstanceOf(Results.Shown.class);
        }

        @Test
        void a_question_that_fewer_than_five_answered_shows_nothing_among_others_that_do() {
            List<Results.Kept> all = Stream.of(answers(CHOICE, "1", 9), answers(OPEN, "Because", 4))
                    .flatMap(List::stream)
                    .toList();
            Results.Shown shown = (Results.Shown) Results.of(List.of(CHOICE, OPEN), 9, all);
            assertThat(shown.questions().get(0).isTooFew()).isFalse();
            assertThat(shown.questions().get(1)).satisfies(open -> {
                assertThat(open.isTooFew()).isTrue();
                assertThat(open.words()).isEmpty();
            });
            Results.Shown choice = (Results.Shown) Results.of(List.of(CHOICE), 9, answers(CHOICE, "1", 4));
            assertThat(choice.questions().getFirst().bars()).isEmpty();
        }
    }

    @Nested
    class Counting {

        @Test
        void every_choice_has_its_count_in_the_order_in_which_they_were_offered() {
            List<Results.Kept> all = Stream.of(answers(CHOICE, "2", 4), answers(CHOICE, "0", 2))
                    .flatMap(List::stream)
                    .toList();
            Results.Shown shown = (Results.Shown) Results.of(List.of(CHOICE), 6, all);
            assertThat(shown.questions().getFirst().bars())
                    .containsExactly(
                            new Results.Bar("Rubrics", 2), new Results.Bar("Time", 0), new Results.Bar("Trust", 4));
        }

        @Test
        void a_scale_has_five_steps_whose_ends_say_what_they_mean() {
            assertThat(SCALE.answers()).containsExactly("1: not at all", "2", "3", "4", "5: very");
        }

        @Test
        void words_do_not_stand_in_the_order_in_which_they_came() {
            List<Results.Kept> came = IntStream.range(0, 40)
                    .mapToObj(number -> kept(OPEN, "answer " + number))
                    .toList();
            Results.Shown shown = (Results.Shown) Results.of(List.of(OPEN), 40, came);
            List<String> words = shown.questions().getFirst().words().stream()
                    .map(Results.Words::text)
                    .toList();
            List<String> asCame = came.stream().map(Results.Kept::answer).toList();
            assertThat(words).containsExactlyInAnyOrderElementsOf(asCame).isNotEqualTo(asCame);
        }
    }

    @Nested
    class A_form {

        private final Survey survey = survey(Optional.empty(), Optional.empty());

        private Form of(Map<String, List<String>> given) {
            return Form.of(survey, given);
        }

        @Test
        void is_taken_with_some_of_the_questions_answered() {
            assertThat(of(Map.of("1", List.of("2"), "2", List.of(""), "3", List.of("  Because\r\nof time\u0007 "))))
                    .isEqualTo(new Form.Sound(Map.of("1", "2", "3", "Because\nof time")));
        }

        @Test
        void says_nothing_if_all_is_blank() {
            assertThat(of(Map.of())).isEqualTo(new Form.Blank());
            assertThat(of(Map.of("3", List.of("  \n")))).isEqualTo(new Form.Blank());
        }

        @Test
        void is_foreign_if_it_answers_what_was_not_asked_or_with_what_was_not_offered() {
            Form foreign = new Form.Foreign();
            assertThat(of(Map.of("4", List.of("0")))).isEqualTo(foreign);
            assertThat(of(Map.of("1", List.of("3")))).isEqualTo(foreign);
            assertThat(of(Map.of("1", List.of("-1")))).isEqualTo(foreign);
            assertThat(of(Map.of("1", List.of("00")))).isEqualTo(foreign);
            assertThat(of(Map.of("1", List.of("Rubrics")))).isEqualTo(foreign);
            assertThat(of(Map.of("2", List.of("5")))).isEqualTo(foreign);
            assertThat(of(Map.of("1", List.of("0", "1")))).isEqualTo(foreign);
        }

        @Test
        void is_too_long_beyond_two_thousand_characters() {
            assertThat(of(Map.of("3", List.of("x".repeat(2000))))).isInstanceOf(Form.Sound.class);
            assertThat(of(Map.of("3", List.of("x".repeat(2001))))).isEqualTo(new Form.TooLong());
        }
    }

    @Nested
    class Open_and_closed {

        @Test
        void a_survey_is_open_until_its_moment_or_until_somebody_closes_it() {
            assertThat(survey(Optional.empty(), Optional.empty()).isOpen(NOON)).isTrue();
            assertThat(survey(Optional.of(NOON.plusSeconds(1)), Optional.empty())
                            .isOpen(NOON))
                    .isTrue();
            assertThat(survey(Optional.of(NOON), Optional.empty()).isOpen(NOON)).isFalse();
            assertThat(survey(Optional.empty(), Optional.of(NOON)).isOpen(NOON)).isFalse();
        }

        @Test
        void a_draft_is_opened_only_if_it_asks_something_that_can_be_answered() {
            LocalDate today = LocalDate.of(2026, 10, 1);
            SurveyDraft sound = new SurveyDraft("Title", "", "en", Optional.of(today), List.of(CHOICE, OPEN));
            assertThat(Opening.faultOf(sound, today)).isEmpty();
            assertThat(Opening.faultOf(sound, today.plusDays(1))).contains(SurveyRefusal.LAST_DAY_OVER);
            assertThat(Opening.faultOf(asking("  ", CHOICE), today)).contains(SurveyRefusal.NO_TITLE);
            assertThat(Opening.faultOf(asking("Title"), today)).contains(SurveyRefusal.NO_QUESTION);
            assertThat(Opening.faultOf(asking("Title", new Question("9", Question.Kind.OPEN, " ", "")), today))
                    .contains(SurveyRefusal.QUESTION_BLANK);
            assertThat(Opening.faultOf(asking("Title", choices("One")), today)).contains(SurveyRefusal.CHOICES);
            assertThat(Opening.faultOf(asking("Title", choices("One\n\nOne ")), today))
                    .contains(SurveyRefusal.CHOICES);
            Question[] eleven = java.util.Collections.nCopies(11, OPEN).toArray(Question[]::new);
            assertThat(Opening.faultOf(asking("Title", eleven), today)).contains(SurveyRefusal.TOO_MANY_QUESTIONS);
        }

        private static SurveyDraft asking(String title, Question... questions) {
            return new SurveyDraft(title, "", "en", Optional.empty(), List.of(questions));
        }

        private static Question choices(String choices) {
            return new Question("1", Question.Kind.CHOICE, "Which?", choices);
        }
    }

    @Test
    void a_whole_school_may_answer_at_once_and_a_flood_may_not() {
        Pace pace = new Pace(() -> NOON);
        SurveyId one = new SurveyId(UUID.randomUUID());
        assertThat(IntStream.range(0, Pace.AT_ONCE).allMatch(_ -> pace.take(one)))
                .isTrue();
        assertThat(pace.take(one)).isFalse();
        assertThat(pace.take(new SurveyId(UUID.randomUUID()))).isTrue();
    }
}
