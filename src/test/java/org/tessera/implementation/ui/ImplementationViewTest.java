package org.tessera.implementation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.entry.Entries;
import org.tessera.entry.TestCircle;
import org.tessera.exhibit.Exhibits;
import org.tessera.implementation.Citation;
import org.tessera.implementation.Goal;
import org.tessera.implementation.Grounds;
import org.tessera.implementation.ImplementationPlan;
import org.tessera.implementation.ImplementationPlans;
import org.tessera.needs.Asked;
import org.tessera.needs.Interview;
import org.tessera.needs.Survey;
import org.tessera.needs.Surveys;
import org.tessera.needs.TestSurvey;
import org.tessera.record.Paper;
import org.tessera.submission.Picks;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

@AppTest
class ImplementationViewTest {

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
    Grounds grounds;

    @Autowired
    ImplementationPlans plans;

    @Autowired
    Exhibits exhibits;

    private TestCircle circle;
    private PersonId ana;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void people() {
        circle = TestCircle.in(accounts, picks);
        ana = circle.ana().id();
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    private OpenPage open(Person person) {
        page.ifPresent(OpenPage::close);
        OpenPage opened = OpenPage.of(application, person, Locale.ENGLISH);
        page = Optional.of(opened);
        return opened.go("teams/" + circle.team().value() + "/implementation-plan");
    }

    private static void click(String words) {
        _click(_find(Button.class, spec -> spec.withText(words)).getFirst());
    }

    private static void type(String label, String words) {
        _get(TextArea.class, spec -> spec.withLabel(label)).setValue(words);
    }

    private ImplementationPlan plan() {
        return plans.of(circle.team(), ana);
    }

    private void interview(boolean consent) {
        entries.begin(
                circle.team(),
                Interview.KIND,
                new Interview(
                        Optional.of(Asked.TEACHER), Optional.empty(), consent, "Grading", "", "Graded alone\nNo time"),
                ana);
    }

    @Test
    void a_plan_is_begun_and_kept_as_it_is_typed() {
        assertThat(open(circle.ana()).visible()).contains("There is no plan yet.");
        click("Begin the plan");
        type("Who charged this team with the work, and when", "The principal, in May");
        click("New goal");
        type("What shall be so at the end of the year", "Shared rubrics");
        click("New step");
        _get(TextField.class, spec -> spec.withLabel("What is done")).setValue("Score together");
        type("Benchmark: what will be seen then", "30 papers scored twice");
        click("New line");
        type("What the second year is for", "Grade ten");
        assertThat(plan().about().charge()).isEqualTo("The principal, in May");
        assertThat(plan().goals()).singleElement().satisfies(goal -> {
            assertThat(goal.body().text()).isEqualTo("Shared rubrics");
            assertThat(plan().stepsOf(goal.id()))
                    .singleElement()
                    .satisfies(step -> assertThat(step.body().benchmark()).isEqualTo("30 papers scored twice"));
        });
        assertThat(plan().strands())
                .singleElement()
                .satisfies(strand -> assertThat(strand.body().text()).isEqualTo("Grade ten"));
        open(circle.ben());
        assertThat(_get(TextField.class, spec -> spec.withLabel("What is done")).getValue())
                .isEqualTo("Score together");
    }

    @Test
    void a_date_outside_of_the_first_year_is_kept_and_said() {
        open(circle.ana());
        click("Begin the plan");
        _get(DatePicker.class, spec -> spec.withLabel("First day of the first school year"))
                .setValue(LocalDate.of(2026, 8, 17));
        _get(DatePicker.class, spec -> spec.withLabel("Last day of the first school year"))
                .setValue(LocalDate.of(2027, 6, 4));
        click("New goal");
        click("New step");
        DatePicker due = _get(DatePicker.class, spec -> spec.withLabel("By"));
        due.setValue(LocalDate.of(2027, 6, 5));
        assertThat(due.isInvalid()).isTrue();
        assertThat(plan().steps().getFirst().body().due()).contains(LocalDate.of(2027, 6, 5));
        due.setValue(LocalDate.of(2027, 6, 4));
        assertThat(due.isInvalid()).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_goal_cites_what_was_found_out() {
        interview(true);
        open(circle.ana());
        click("Begin the plan");
        click("New goal");
        MultiSelectComboBox<Citation> from = _get(MultiSelectComboBox.class);
        Citation theme = grounds.of(circle.team(), ana).getFirst();
        from.setValue(Set.of(theme));
        assertThat(plan().goals().getFirst().body().sources()).containsExactly(theme);
        assertThat(page.orElseThrow().visible())
                .contains("Interview: Graded alone")
                .doesNotContain("Let a goal cite a closed survey");
        // it stays cited when the interview is erased
        entries.of(circle.team(), Interview.KIND, ana).forEach(entry -> entries.remove(entry.id(), ana));
        assertThat(open(circle.ana()).visible()).contains("Interview: Graded alone");
    }

    @Test
    void nothing_without_consent_and_no_survey_that_is_open_or_small_can_be_cited() {
        interview(false);
        Survey open = TestSurvey.open(entries, surveys, circle.team(), ana);
        TestSurvey.answer(surveys, open, 9, Map.of("1", List.of("1")));
        Survey small = TestSurvey.open(entries, surveys, circle.team(), ana);
        TestSurvey.answer(surveys, small, 4, Map.of("1", List.of("1")));
        surveys.close(small.id(), ana);
        assertThat(grounds.of(circle.team(), ana)).isEmpty();
        surveys.close(open.id(), ana);
        assertThat(grounds.of(circle.team(), ana))
                .extracting(Citation::words)
                .containsExactly("What our <assessments> miss: What is missing most? Rubrics (9/9)");
        assertThat(grounds.of(circle.team(), circle.zoe().id())).isEmpty();
    }

    @Test
    void a_goal_takes_its_steps_with_it() {
        open(circle.ana());
        click("Begin the plan");
        click("New goal");
        click("New step");
        Button erase = _find(Button.class, spec -> spec.withText("Erase")).get(1);
        assertThat(erase.getAriaLabel()).contains("Erase: Without a name");
        _click(erase);
        _click(_find(Button.class, spec -> spec.withText("Erase")).stream()
                .filter(button -> button.getAriaLabel().isEmpty())
                .findFirst()
                .orElseThrow());
        assertThat(plan().goals()).isEmpty();
        assertThat(plan().steps()).isEmpty();
    }

    @Test
    void the_plan_is_kept_as_evidence_as_it_is_then() {
        open(circle.ana());
        click("Begin the plan");
        _get(TextField.class, spec -> spec.withLabel("Title")).setValue("Our plan");
        click("New goal");
        type("What shall be so at the end of the year", "Shared rubrics");
        click("New step");
        _get(TextField.class, spec -> spec.withLabel("What is done")).setValue("Score together");
        type("Benchmark: what will be seen then", "30 papers scored twice");
        click("Keep as evidence");
        type("What shall be so at the end of the year", "Something else");
        Paper kept = exhibits.paper(exhibits.of(ana).getFirst().id(), ana).orElseThrow();
        assertThat(kept.title()).isEqualTo("Our plan");
        assertThat(kept.pieces())
                .contains(new Paper.Heading(2, "Goal: Shared rubrics"))
                .contains(new Paper.Points(List.of("Score together · Benchmark: 30 papers scored twice")));
        assertThat(exhibits.of(circle.ben().id())).isEmpty();
    }

    @Test
    void a_coach_reads_and_for_strangers_there_is_nothing() {
        open(circle.ana());
        click("Begin the plan");
        type("Who charged this team with the work, and when", "The principal, in May");
        entries.begin(circle.team(), Goal.KIND, new Goal("Shared rubrics", List.of()), ana);
        assertThat(open(circle.gil()).visible()).contains("You read this as a coach of Grade 9");
        assertThat(_find(TextArea.class)).isNotEmpty().allMatch(TextArea::isReadOnly);
        assertThat(open(circle.zoe()).visible()).contains("There is nothing at this address");
        assertThat(open(circle.noe()).visible()).contains("There is nothing at this address");
    }
}
