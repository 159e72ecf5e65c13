package org.tessera.report.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Person;
import org.tessera.credential.Credentials;
import org.tessera.credit.CreditDistrict;
import org.tessera.credit.SchoolYear;
import org.tessera.report.Figure;
import org.tessera.report.Reports;
import org.tessera.report.Sheet;
import org.tessera.submission.Platform;
import org.tessera.submission.SubmissionAnswer;
import org.tessera.submission.Submissions;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

/** The page of reports and its files, made by the real application. */
@AppTest
class ReportPagesTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Reports reports;

    @Autowired
    ReportWords words;

    private CreditDistrict north;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void a_district() {
        north = new CreditDistrict(application, "North");
    }

    @AfterEach
    void leave() {
        page.ifPresent(OpenPage::close);
    }

    private OpenPage open(Person person, Locale language) {
        page.ifPresent(OpenPage::close);
        OpenPage opened = OpenPage.of(application, person, language);
        page = Optional.of(opened);
        return opened;
    }

    private void people(CreditDistrict where, int number, int atWork) {
        Submissions submissions = application.getBean(Submissions.class);
        IntStream.range(0, number).forEach(n -> {
            Person person = where.person("Teacher " + n);
            if (n < atWork) {
                assertThat(submissions.begin(
                                person.id(), where.credential().ref().id(), Platform.BLOOMBOARD))
                        .isInstanceOf(SubmissionAnswer.Done.class);
            }
        });
    }

    private List<Figure> progress(Person officer) {
        int lines = application
                        .getBean(Credentials.class)
                        .stacks()
                        .getFirst()
                        .members()
                        .size()
                + 6;
        Sheet sheet = reports.of(officer.id(), Optional.empty()).getFirst();
        return sheet.lines().subList(0, lines).stream()
                .map(line -> line.figures().getFirst())
                .toList();
    }

    @Test
    void only_officers_read_reports_and_there_is_nothing_for_anybody_else() {
        assertThat(reports.of(north.ana.id(), Optional.empty())).isEmpty();
        assertThat(reports.isReader(north.ana.id())).isFalse();
        OpenPage ana = open(north.ana, Locale.ENGLISH);
        assertThat(ana.go("").visible()).doesNotContain("Open the reports");
        ana.go("reports");
        assertThat(ana.visible()).doesNotContain("Progress through stacks");
        assertThat(open(north.officer, Locale.ENGLISH).go("").visible()).contains("Open the reports");
    }

    @Test
    void people_of_other_districts_are_not_counted() {
        CreditDistrict south = new CreditDistrict(application, "South");
        people(south, 30, 15);
        people(north, 18, 9);
        // with officer and Ana: 20 people, 9 of them at work
        assertThat(progress(north.officer).getFirst()).isEqualTo(new Figure.Count(20));
        assertThat(progress(south.officer).getFirst()).isEqualTo(new Figure.Count(32));
        // nobody handed in and nothing came back, so those at work are hidden with them
        assertThat(progress(south.officer).reversed().subList(0, 4))
                .containsExactly(
                        new Figure.NotShown(), new Figure.NotShown(), new Figure.NotShown(), new Figure.Count(17));
    }

    @Test
    void a_small_district_reads_that_nothing_is_shown_and_why() {
        OpenPage officer = open(north.officer, Locale.ENGLISH).go("reports");
        assertThat(officer.visible())
                .contains(
                        "Fewer than 5: not shown.",
                        "Progress through stacks",
                        "Time to result",
                        "Attempts until earned",
                        "Agreement of scorers",
                        "Rows that most often need work",
                        "Badges",
                        "Nothing to show yet. A line stands here once it is about at least 5.",
                        "There are still too few to show anything here: every figure would be about fewer than 5.",
                        "All reports as CSV")
                .doesNotContain("Not shown", "as bars")
                .doesNotContain("!report.")
                .doesNotContain("{0");
        assertThat(progress(north.officer)).containsOnly(new Figure.NotShown());
    }

    @Test
    void what_several_lines_are_about_is_said_once() {
        people(north, 18, 9);
        String stack = words.label(
                reports.of(north.officer.id(), Optional.empty())
                        .getFirst()
                        .lines()
                        .getFirst()
                        .labels()
                        .getFirst(),
                Locale.ENGLISH);
        open(north.officer, Locale.ENGLISH).go("reports");
        List<UnorderedList> charts = _find(UnorderedList.class, spec -> spec.withClasses("report-chart"));
        assertThat(charts.getFirst().getChildren().map(group -> group.getChildren()
                        .findFirst()
                        .orElseThrow()
                        .getElement()
                        .getText()))
                .containsOnlyOnce(stack);
        assertThat(charts.getFirst().getElement().getTextRecursively()).contains("Everybody", "20", "Not shown");
    }

    @Test
    void years_are_chosen_and_everything_is_there_in_spanish() {
        people(north, 18, 9);
        OpenPage officer = open(north.officer, Locale.of("es")).go("reports");
        assertThat(officer.visible()).contains("Menos de 5: no se muestra.", "No se muestra", "20");
        @SuppressWarnings("unchecked")
        Select<Optional<SchoolYear>> year = _get(Select.class, spec -> spec.withLabel("Año escolar"));
        String all = "Todos los informes en CSV";
        assertThat(_get(Anchor.class, spec -> spec.withText(all)).getHref())
                .endsWith("all.csv?year=" + reports.years().getFirst().first());
        year.setValue(Optional.empty());
        assertThat(_get(Anchor.class, spec -> spec.withText(all)).getHref()).endsWith("all.csv");
        assertThat(officer.visible()).contains("1 obtenida", "2 obtenidas").doesNotContain("!report.");
    }

    @Test
    void a_file_has_every_report_and_the_sentence_about_small_groups() {
        people(north, 18, 9);
        List<Sheet> sheets =
                reports.of(north.officer.id(), Optional.of(reports.years().getFirst()));
        String csv = words.csv(sheets, Locale.ENGLISH);
        assertThat(csv)
                .startsWith("\uFEFF\"Fewer than 5: not shown.")
                .contains("\"Report\",\"Stack\",\"Who\",\"People\"\r\n", "\"Everybody\",\"20\"\r\n", "\"Badges\",")
                .doesNotContain("!report.");
        assertThat(csv.lines().filter(line -> line.startsWith("\"Report\","))).hasSize(6);
    }
}
