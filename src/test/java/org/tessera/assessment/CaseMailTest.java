package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.assessment.PanelScene.ALL_MET;
import static org.tessera.assessment.PanelScene.EVIDENCE;
import static org.tessera.assessment.PanelScene.done;
import static org.tessera.assessment.PanelScene.levels;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.Officers;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.TeamId;
import org.tessera.credential.Credentials;
import org.tessera.mail.Mail;
import org.tessera.mail.Outbox;
import org.tessera.support.AppTest;

/** Letters about cases: each is written once, in the language of who gets it, and tells assessors nothing of whose it is. */
@AppTest
@ActiveProfiles("test")
class CaseMailTest {

    private static final Locale SPANISH = Locale.of("es");

    @Autowired
    ApplicationContext application;

    @Autowired
    Outbox outbox;

    private PanelScene scene;
    private PersonId checker;
    private PersonId scorer;

    @BeforeEach
    void a_panel() {
        scene = new PanelScene(application);
        SchoolId school = scene.accounts.addSchool(scene.district, "Foxglove High");
        TeamId team = scene.accounts.addTeam(school, "Ninth Grade Science");
        scene.accounts.join(team, scene.ana);
        checker = scene.member("Chandra Check", Task.CHECK);
        scorer = scene.named(scene.person(scene.district, "Paco Puntos", SPANISH), Task.FIRST_SCORE);
    }

    @Test
    void whoever_is_drawn_hears_of_it_once_in_their_own_language() {
        CaseId id = scene.handIn();
        scene.office.attend(id);
        assertThat(letters(checker)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("A task for you: Is everything there?");
            assertThat(letter.body()).contains("Dear Chandra Check", "case " + id.number(), "held for you until");
            // the end of a day, and not the beginning of the next
            assertThat(letter.body()).contains("11:59");
        });
        assertThat(letters(scorer)).isEmpty();
        scene.passOn(id);
        scene.office.attend(id);
        assertThat(letters(checker)).hasSize(1);
        assertThat(letters(scorer)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Una tarea para usted: Calificar las filas");
            assertThat(letter.body()).contains("Hola, Paco Puntos", "caso " + id.number(), "Se le reserva hasta el");
        });
        assertNameless(checker, scorer, scene.officer);
    }

    @Test
    void whoever_gets_a_task_back_on_the_same_day_hears_of_that_too() {
        scene.assessBy(false, true);
        PersonId approver = scene.member("Pru Approver", Task.APPROVAL);
        CaseId id = scene.handIn();
        scene.passOn(id);
        scene.rate(id, Task.FIRST_SCORE, ALL_MET);
        scene.write(approver, id, Task.APPROVAL, 0, "Say where the second part falls short.");
        done(scene.desk.passBack(approver, id));
        assertThat(scene.holder(id, Task.FIRST_SCORE)).isEqualTo(scorer);
        assertThat(letters(scorer)).hasSize(2);
        assertThat(letters(approver)).hasSize(1);
        scene.rate(id, Task.FIRST_SCORE, ALL_MET);
        assertThat(letters(approver)).hasSize(2);
        // why it came back is read on the page and nowhere else
        assertThat(letters(scorer).toString()).doesNotContain("falls short");
        assertNameless(scorer, approver);
    }

    @Test
    void whoever_let_a_task_lapse_hears_that_somebody_else_has_it_and_the_other_hears_of_the_task() {
        CaseId id = scene.handIn();
        PersonId other = scene.member("Otto Other", Task.CHECK);
        scene.clock.advance(Duration.between(
                        scene.clock.instant(), scene.desk.of(checker).getFirst().until())
                .plusSeconds(1));
        scene.office.attend(id);
        scene.office.attend(id);
        assertThat(letters(checker))
                .extracting(Mail::subject)
                .containsExactly(
                        "A task went to somebody else: Is everything there?", "A task for you: Is everything there?");
        assertThat(letters(checker).getFirst().body()).contains("What you wrote is kept.");
        assertThat(letters(other)).hasSize(1);
        assertNameless(checker, other);
    }

    @Test
    void officers_hear_once_that_nobody_can_be_drawn_and_not_for_whom() {
        PersonId second = scene.person(scene.district, "Olga Oficial", SPANISH);
        application.getBean(Officers.class).install(scene.district, second);
        scene.panels.name(scene.officer, checker, Set.of());
        CaseId id = scene.handIn();
        scene.office.attend(id);
        scene.office.attend(id);
        assertThat(letters(scene.officer)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Nobody can be drawn for case " + id.number());
            assertThat(letter.body()).contains("Is everything there?", "Name more members");
        });
        assertThat(letters(second)).singleElement().satisfies(letter -> assertThat(letter.subject())
                .isEqualTo("No se puede sortear a nadie para el caso " + id.number()));
        assertNameless(scene.officer, second);
        assertThat(letters(new PanelScene(application).officer)).isEmpty();
    }

    @Test
    void the_earner_hears_once_of_what_came_back_of_a_result_and_of_what_another_look_found() {
        scene.member("Hal Hearing", Task.APPEAL);
        CaseId back = scene.handIn();
        scene.desk.choose(checker, back, "overview", Lack.ANSWER.name());
        scene.write(checker, back, Task.CHECK, 0, "The first question is not answered.");
        done(scene.desk.sendBack(checker, back));
        CaseId id = scene.handInAgain();
        scene.passOn(id);
        scene.rate(id, Task.FIRST_SCORE, levels("passing", "progressing", "passing"));
        done(scene.appeal(2, "My second piece shows all four points.", EVIDENCE));
        scene.rate(id, Task.APPEAL, levels("", "demonstrated", ""));
        scene.office.attend(id);
        List<Mail> letters = about(scene.ana);
        assertThat(letters)
                .extracting(Mail::subject)
                .containsExactly("Earned: " + name(), "Your result: " + name(), "It came back: " + name());
        assertThat(letters.toString()).doesNotContain("Chandra", "Paco", "Hal Hearing");
    }

    @Test
    void the_earner_hears_in_their_own_language() {
        PersonId eva = scene.person(scene.district, "Eva Estrella", SPANISH);
        CaseId id = scene.handIn(eva);
        scene.passOn(id);
        scene.rate(id, Task.FIRST_SCORE, ALL_MET);
        assertThat(about(eva)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).startsWith("Obtenida: ");
            assertThat(letter.body()).startsWith("Hola, Eva Estrella:");
        });
    }

    private String name() {
        return application
                .getBean(Credentials.class)
                .current(PanelScene.BUILDING)
                .orElseThrow()
                .name()
                .en();
    }

    private List<Mail> letters(PersonId person) {
        return outbox.of(person);
    }

    /** Letters about cases alone: an earner also hears of a badge. */
    private List<Mail> about(PersonId earner) {
        return outbox.of(earner).stream()
                .filter(letter -> letter.occasion().startsWith("case "))
                .toList();
    }

    private void assertNameless(PersonId... people) {
        for (PersonId person : people) {
            assertThat(letters(person).toString())
                    .doesNotContain("Anabel", "Ortiz", "Foxglove", "Ninth Grade", "Wexmoor")
                    .doesNotContain(scene.ana.value().toString());
        }
    }
}
