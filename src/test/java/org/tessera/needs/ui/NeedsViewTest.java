package org.tessera.needs.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.entry.Entries;
import org.tessera.entry.Entry;
import org.tessera.entry.TestCircle;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.Exhibits;
import org.tessera.needs.Asked;
import org.tessera.needs.Interview;
import org.tessera.needs.Question;
import org.tessera.needs.Survey;
import org.tessera.needs.SurveyDraft;
import org.tessera.needs.Surveys;
import org.tessera.needs.TestSurvey;
import org.tessera.record.Paper;
import org.tessera.submission.Picks;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

@AppTest
class NeedsViewTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Picks picks;

    @Autowired
    Entries entries;

    @Autowired
    Surveys surveys;

    @Autowired
    Exhibits exhibits;

    private TestCircle circle;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void people() {
        circle = TestCircle.in(accounts, picks);
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    private OpenPage open(Person person, Locale language) {
        page.ifPresent(OpenPage::close);
        OpenPage opened = OpenPage.of(application, person, language);
        page = Optional.of(opened);
        return opened.go("teams/" + circle.team().value() + "/needs");
    }

    private OpenPage open(Person person) {
        return open(person, Locale.ENGLISH);
    }

    private static void click(String words) {
        _click(_find(Button.class, spec -> spec.withText(words)).getFirst());
    }

    private Interview interview() {
        return entries.of(circle.team(), Interview.KIND, circle.ana().id()).stream()
                .map(Entry::body)
                .findFirst()
                .orElseThrow();
    }

    private SurveyDraft draft() {
        return entries.of(circle.team(), SurveyDraft.KIND, circle.ana().id()).stream()
                .map(Entry::body)
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class Interviews {

        @Test
        void the_page_says_what_to_do_first() {
            assertThat(open(circle.ana()).visible())
                    .contains("No interviews yet. Begin one", "No surveys yet. Write one");
        }

        @Test
        void notes_are_kept_as_they_are_typed() {
            open(circle.ana());
            click("New interview");
            _get(TextArea.class, spec -> spec.withLabel("Notes")).setValue("Rubrics come too late ");
            assertThat(interview().notes()).isEqualTo("Rubrics come too late ");
            open(circle.ben());
            assertThat(_get(TextArea.class, spec -> spec.withLabel("Notes")).getValue())
                    .isEqualTo("Rubrics come too late ");
        }

        @Test
        @SuppressWarnings("unchecked")
        void who_was_asked_is_a_role_and_consent_is_noted() {
            open(circle.ana());
            click("New interview");
            ((Select<Asked>) _get(Select.class, spec -> spec.withLabel("Who was asked"))).setValue(Asked.PARENT);
            _get(TextArea.class, spec -> spec.withLabel("Themes")).setValue("Time\n\nClear goals");
            assertThat(interview().isCitable()).isFalse();
            _find(Checkbox.class).getFirst().setValue(true);
            assertThat(interview().isCitable()).isTrue();
            assertThat(interview().themesInOrder()).containsExactly("Time", "Clear goals");
        }

        @Test
        void of_two_who_type_in_the_same_field_both_are_asked_about_and_neither_is_lost() {
            open(circle.ana());
            click("New interview");
            Entry<Interview> seen =
                    entries.of(circle.team(), Interview.KIND, circle.ana().id()).getFirst();
            entries.save(
                    seen,
                    new Interview(Optional.empty(), Optional.empty(), false, "", "Ben's notes", ""),
                    circle.ben().id());
            TextArea notes = _get(TextArea.class, spec -> spec.withLabel("Notes"));
            notes.setValue("Ana's notes");
            assertThat(page.orElseThrow().visible()).contains("Ben changed the same field", "Ben's notes");
            assertThat(notes.getValue()).isEqualTo("Ana's notes");
            click("Put mine in its place");
            assertThat(interview().notes()).isEqualTo("Ana's notes");
            assertThat(entries.versions(seen.id(), Interview.KIND, circle.ana().id()))
                    .extracting(version -> version.body().notes())
                    .contains("Ben's notes");
            click("Earlier versions");
            assertThat(page.orElseThrow().words()).contains("Ben's notes");
        }

        @Test
        void an_interview_is_erased_after_a_question() {
            open(circle.ana());
            click("New interview");
            click("Erase");
            assertThat(entries.of(circle.team(), Interview.KIND, circle.ana().id()))
                    .hasSize(1);
            _click(_find(Button.class, spec -> spec.withText("Erase")).stream()
                    .filter(button -> button.getAriaLabel().isEmpty())
                    .findFirst()
                    .orElseThrow());
            assertThat(entries.of(circle.team(), Interview.KIND, circle.ana().id()))
                    .isEmpty();
            assertThat(_find(TextArea.class)).isEmpty();
        }
    }

    @Nested
    class Surveys_of_a_team {

        @Test
        @SuppressWarnings("unchecked")
        void are_written_opened_and_closed() {
            open(circle.ana());
            click("New survey");
            _get(TextField.class, spec -> spec.withLabel("Title")).setValue("What do we miss?");
            click("Open it for answers");
            assertThat(page.orElseThrow().visible()).contains("Add a question first.");
            click("Add a question");
            _get(TextField.class, spec -> spec.withLabel("Question 1")).setValue("What helps?");
            ((Select<Question.Kind>) _get(Select.class, spec -> spec.withLabel("How question 1 is answered")))
                    .setValue(Question.Kind.OPEN);
            assertThat(draft().questions()).singleElement().satisfies(question -> {
                assertThat(question.text()).isEqualTo("What helps?");
                assertThat(question.kind()).isEqualTo(Question.Kind.OPEN);
            });
            click("Open it for answers");
            Survey survey = surveys.of(circle.team(), circle.ana().id()).getFirst();
            assertThat(_get(TextField.class, spec -> spec.withLabel("Link to answer"))
                            .getValue())
                    .endsWith("/answer/" + survey.link());
            click("Close the survey");
            assertThat(page.orElseThrow().visible()).contains("Nobody has answered. With fewer than 5");
            click("Close it all the same");
            assertThat(surveys.isOpen(
                            surveys.find(survey.id(), circle.ana().id()).orElseThrow()))
                    .isFalse();
        }

        @Test
        void show_what_they_came_to_as_bars_with_their_numbers() {
            Survey survey = TestSurvey.open(
                    entries, surveys, circle.team(), circle.ana().id());
            TestSurvey.answer(surveys, survey, 6, Map.of("1", List.of("0"), "3", List.of("Time")));
            TestSurvey.answer(surveys, survey, 2, Map.of("1", List.of("1")));
            surveys.close(survey.id(), circle.ana().id());
            assertThat(open(circle.ana()).visible())
                    .contains("Closed. 8 people answered.", "Fewer than 5 answered this question");
            assertThat(_find(NativeTableCell.class).stream().map(NativeTableCell::getText))
                    .contains("6", "75 %", "2", "25 %");
        }

        @Test
        void are_read_by_a_coach_who_changes_nothing() {
            TestSurvey.open(entries, surveys, circle.team(), circle.ana().id());
            open(circle.ana());
            click("New interview");
            assertThat(open(circle.gil()).visible()).contains("You read this as a coach of Grade 9");
            assertThat(_find(Button.class).stream().map(Button::getText))
                    .doesNotContain("Erase", "New survey", "New interview", "Close the survey");
            assertThat(_get(TextArea.class, spec -> spec.withLabel("Notes")).isReadOnly())
                    .isTrue();
        }

        @Test
        void are_kept_as_evidence_once_their_results_are_seen() {
            Survey survey = TestSurvey.open(
                    entries, surveys, circle.team(), circle.ana().id());
            TestSurvey.answer(surveys, survey, 6, Map.of("1", List.of("0"), "3", List.of("Time")));
            open(circle.ana());
            assertThat(_find(Button.class, spec -> spec.withText("Keep as evidence")))
                    .isEmpty();
            surveys.close(survey.id(), circle.ana().id());
            open(circle.ana());
            click("Keep as evidence");
            assertThat(kept().title()).isEqualTo("Survey: What our <assessments> miss");
            assertThat(kept().pieces())
                    .contains(new Paper.Points(List.of("Time: 6 (100 %)", "Rubrics: 0 (0 %)")))
                    .contains(new Paper.Words("Fewer than 5 answered this question, so nothing is shown."));
            assertThat(page.orElseThrow().visible()).contains("Kept for good, as it is now.");
        }

        @Test
        void are_read_in_spanish() {
            assertThat(open(circle.ana(), Locale.of("es")).visible())
                    .contains("Qué hace falta", "Aún no hay encuestas");
        }
    }

    private Paper kept() {
        Exhibit exhibit = exhibits.of(circle.ana().id()).getFirst();
        return exhibits.paper(exhibit.id(), circle.ana().id()).orElseThrow();
    }

    @Test
    @SuppressWarnings("unchecked")
    void an_interview_is_kept_as_evidence_only_with_consent() {
        open(circle.ana());
        click("New interview");
        ((Select<Asked>) _get(Select.class, spec -> spec.withLabel("Who was asked"))).setValue(Asked.PARENT);
        _get(TextArea.class, spec -> spec.withLabel("Themes")).setValue("Time");
        assertThat(_find(Button.class, spec -> spec.withText("Keep as evidence")))
                .isEmpty();
        _find(Checkbox.class).getFirst().setValue(true);
        click("Keep as evidence");
        assertThat(kept().title()).isEqualTo("Interview: A parent: Without a name");
        assertThat(kept().pieces()).contains(new Paper.Points(List.of("Time")));
    }

    @Test
    void the_page_does_not_exist_for_others_and_is_found_on_the_teams_page() {
        assertThat(open(circle.zoe()).visible()).contains("There is nothing at this address");
        assertThat(open(circle.noe()).visible()).contains("There is nothing at this address");
        open(circle.ana()).go("teams/" + circle.team().value());
        assertThat(page.orElseThrow().visible()).contains("Interviews and surveys");
    }
}
