package org.tessera.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.entry.Entries;
import org.tessera.entry.Entry;
import org.tessera.entry.EntryAnswer;
import org.tessera.entry.TestCircle;
import org.tessera.submission.Picks;
import org.tessera.support.AppTest;

@AppTest
class SurveysTest {

    private static final Map<String, List<String>> FORM =
            Map.of("1", List.of("1"), "2", List.of("4"), "3", List.of("An hour a week"));

    @Autowired
    Surveys surveys;

    @Autowired
    Entries entries;

    @Autowired
    Accounts accounts;

    @Autowired
    Picks picks;

    @Autowired
    DSLContext db;

    private TestCircle circle;
    private PersonId ana;
    private Survey survey;

    @BeforeEach
    void people() {
        circle = TestCircle.in(accounts, picks);
        ana = circle.ana().id();
        survey = TestSurvey.open(entries, surveys, circle.team(), ana);
    }

    private Results results(PersonId reader) {
        return surveys.results(survey.id(), reader).orElseThrow();
    }

    @Test
    void an_opened_survey_is_no_draft_any_more_and_has_a_link_nobody_guesses() {
        assertThat(entries.of(circle.team(), SurveyDraft.KIND, ana)).isEmpty();
        assertThat(surveys.of(circle.team(), ana)).containsExactly(survey);
        assertThat(surveys.at(survey.link())).contains(survey);
        assertThat(survey.link()).hasSize(43);
        assertThat(surveys.at(survey.link().toUpperCase(java.util.Locale.ROOT))).isEmpty();
    }

    @Test
    void results_are_seen_once_it_is_closed_and_five_have_answered() {
        TestSurvey.answer(surveys, survey, 5, FORM);
        assertThat(results(ana)).isEqualTo(new Results.StillOpen(5));
        surveys.close(survey.id(), circle.ben().id());
        Results.Shown shown = (Results.Shown) results(ana);
        assertThat(shown.forms()).isEqualTo(5);
        assertThat(shown.questions().get(0).bars())
                .containsExactly(new Results.Bar("Time", 0), new Results.Bar("Rubrics", 5));
        assertThat(results(circle.gil().id())).isEqualTo(shown);
        assertThat(surveys.handIn(survey.link(), UUID.randomUUID().toString(), FORM))
                .isEqualTo(HandedIn.CLOSED);
        assertThat(surveys.reopen(survey.id(), ana)).isEqualTo(new SurveyAnswer.Refused(SurveyRefusal.RESULTS_SEEN));
    }

    @Test
    void one_closed_too_early_shows_nothing_and_can_be_opened_again() {
        TestSurvey.answer(surveys, survey, 4, FORM);
        surveys.close(survey.id(), ana);
        assertThat(results(ana)).isEqualTo(new Results.TooFew(4));
        surveys.reopen(survey.id(), ana);
        assertThat(surveys.handIn(survey.link(), UUID.randomUUID().toString(), FORM))
                .isEqualTo(HandedIn.KEPT);
        assertThat(results(ana)).isEqualTo(new Results.StillOpen(5));
    }

    @Test
    void the_same_form_counts_once() {
        String ticket = UUID.randomUUID().toString();
        assertThat(surveys.handIn(survey.link(), ticket, FORM)).isEqualTo(HandedIn.KEPT);
        assertThat(surveys.handIn(survey.link(), ticket, FORM)).isEqualTo(HandedIn.KEPT_BEFORE);
        assertThat(results(ana)).isEqualTo(new Results.StillOpen(1));
    }

    @Test
    void nothing_that_is_kept_says_who_answered_when_or_what_else() {
        TestSurvey.answer(surveys, survey, 1, FORM);
        assertThat(columns("survey_form")).containsExactlyInAnyOrder("survey_id", "ticket_hash");
        assertThat(columns("survey_answer")).containsExactlyInAnyOrder("id", "survey_id", "question", "answer");
    }

    private List<String> columns(String table) {
        return db.fetch(
                        "select column_name from information_schema.columns"
                                + " where table_schema = database() and table_name = ?",
                        table)
                .map(row -> row.get(0, String.class));
    }

    @Test
    void an_answer_that_names_somebody_is_taken_out_and_still_counts() {
        TestSurvey.answer(surveys, survey, 5, FORM);
        surveys.close(survey.id(), ana);
        Results.Words first =
                ((Results.Shown) results(ana)).questions().get(2).words().getFirst();
        surveys.blank(survey.id(), first.id(), circle.gil().id());
        assertThat(((Results.Shown) results(ana)).questions().get(2).words()).contains(first);
        surveys.blank(survey.id(), first.id(), ana);
        Results.Answered open = ((Results.Shown) results(ana)).questions().get(2);
        assertThat(open.answered()).isEqualTo(5);
        assertThat(open.words()).contains(new Results.Words(first.id(), "")).doesNotContain(first);
    }

    @Test
    void what_is_erased_is_gone_with_its_answers() {
        TestSurvey.answer(surveys, survey, 2, FORM);
        surveys.remove(survey.id(), ana);
        assertThat(surveys.of(circle.team(), ana)).isEmpty();
        assertThat(surveys.handIn(survey.link(), UUID.randomUUID().toString(), FORM))
                .isEqualTo(HandedIn.UNKNOWN);
        assertThat(db.fetchCount(
                        org.tessera.db.Tables.SURVEY_ANSWER,
                        org.tessera.db.Tables.SURVEY_ANSWER.SURVEY_ID.eq(
                                survey.id().value())))
                .isZero();
    }

    @Test
    void strangers_see_and_do_nothing_and_coaches_only_look() {
        TestSurvey.answer(surveys, survey, 6, FORM);
        for (PersonId stranger : circle.strangers()) {
            assertThat(surveys.of(circle.team(), stranger)).isEmpty();
            assertThat(surveys.find(survey.id(), stranger)).isEmpty();
            assertThat(surveys.results(survey.id(), stranger)).isEmpty();
        }
        for (PersonId other :
                List.of(circle.noe().id(), circle.zoe().id(), circle.gil().id())) {
            assertThat(surveys.close(survey.id(), other))
                    .isEqualTo(new SurveyAnswer.Refused(SurveyRefusal.NOT_A_MEMBER));
            surveys.remove(survey.id(), other);
        }
        assertThat(surveys.of(circle.team(), ana)).containsExactly(survey);
        Entry<SurveyDraft> draft =
                switch (entries.begin(circle.team(), SurveyDraft.KIND, SurveyDraft.blank("en"), ana)) {
                    case EntryAnswer.Saved<SurveyDraft>(var entry) -> entry;
                    case EntryAnswer<SurveyDraft> refused -> throw new AssertionError(refused);
                };
        assertThat(surveys.open(draft.id(), ZoneOffset.UTC, circle.zoe().id()))
                .isEqualTo(new SurveyAnswer.Refused(SurveyRefusal.NOT_A_MEMBER));
    }
}
