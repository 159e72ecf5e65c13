package org.tessera.assessment;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.support.AppTest;

/** The page on which officers look after the panel of their district, and see how open cases stand. */
@AppTest
@ActiveProfiles("test")
class PanelPageTest {

    @Autowired
    ApplicationContext application;

    private PanelScene scene;
    private CasePage page;

    @BeforeEach
    void a_district() {
        scene = new PanelScene(application);
        page = new CasePage(scene);
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void how_a_credential_is_assessed_is_changed_by_an_officer_and_kept_for_that_credential() {
        page.open(scene.officer, "panel");
        Credential building = credentials()
                .getListDataView()
                .getItems()
                .filter(one -> one.ref().id().equals(PanelScene.BUILDING))
                .findFirst()
                .orElseThrow();
        credentials().setValue(building);
        assertThat(checkbox("A second scorer").getValue()).isFalse();
        checkbox("A second scorer").setValue(true);
        checkbox("Somebody reads every result").setValue(true);
        checkbox("Only certified assessors").setValue(true);
        scales("Scale for parts that are texts").setValue(scale("one-point"));
        scales("Scale for everything else").setValue(scale("passing"));
        keepScheme();
        assertThat(page.visible()).contains("It holds from the next case on.");
        assertThat(scene.panels.scheme(scene.officer, PanelScene.BUILDING))
                .contains(new Scheme(PanelScene.BUILDING, true, true, true, "one-point", "passing"));

        page.open(scene.officer, "panel");
        Credential other = credentials()
                .getListDataView()
                .getItems()
                .filter(one -> !one.equals(building))
                .findFirst()
                .orElseThrow();
        credentials().setValue(other);
        assertThat(checkbox("A second scorer").getValue()).isFalse();
        assertThat(scales("Scale for parts that are texts").getValue().id()).isEqualTo("passing");
        credentials().setValue(building);
        assertThat(checkbox("A second scorer").getValue()).isTrue();
        assertThat(checkbox("Somebody reads every result").getValue()).isTrue();
        assertThat(checkbox("Only certified assessors").getValue()).isTrue();
        assertThat(scales("Scale for parts that are texts").getValue().id()).isEqualTo("one-point");
        assertThat(scales("Scale for everything else").getValue().id()).isEqualTo("passing");
    }

    @Test
    void a_member_is_named_with_tasks_and_taken_off_again() {
        page.open(scene.officer, "panel");
        assertThat(page.visible()).contains("The panel has no members yet, so earners cannot choose it.");
        page.clicks("Name");
        assertThat(person().getErrorMessage()).isEqualTo("Choose a person.");
        Person ana = scene.accounts.person(scene.ana).orElseThrow();
        person().setValue(ana);
        page.clicks("Name");
        assertThat(page.visible()).contains("Anabel Ortiz is on the panel.", "Nothing on the desk");
        // who rates is drawn as either scorer
        assertThat(tasksOf("Anabel Ortiz")).containsExactlyInAnyOrder(Task.CHECK, Task.FIRST_SCORE, Task.SECOND_SCORE);
        CheckboxGroup<Task> tasks = tasks();
        tasks.setValue(Set.of());
        _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "Keep what Anabel Ortiz does")));
        assertThat(page.visible()).contains("Anabel Ortiz is no longer on the panel.");
        assertThat(scene.panels.isMember(scene.ana)).isFalse();
    }

    @Test
    void open_cases_stand_by_number_with_their_time_and_who_has_them_and_not_whose_they_are() {
        scene.member("Chandra Check", Task.CHECK);
        CaseId checked = scene.handIn();
        CaseId other = scene.handIn(scene.person("Beatriz Luna"));
        scene.passOn(other);
        page.open(scene.officer, "panel");
        assertThat(page.visible())
                .contains("Case " + checked.number(), "Being checked", "no business day gone by, due by the end of")
                .contains("Is everything there?: Chandra Check")
                .contains("Case " + other.number(), "Nobody can be drawn for: Rate the rows. Name more members.")
                .doesNotContain("!assessment");
        // people of the district can be named as members, but nothing ties one of them to a case
        String cases = cases();
        assertThat(cases).contains(checked.number()).doesNotContain("Anabel", "Beatriz");
        assertThat(page.everything())
                .doesNotContain(scene.submission().id().value().toString());

        scene.clock.advance(Duration.ofDays(13));
        page.open(scene.officer, "panel");
        assertThat(cases()).contains(" business days, was due by the end of ");
        scene.clock.advance(Duration.ofDays(14));
        page.open(scene.officer, "panel");
        assertThat(cases()).contains(" business days, more than the 14 there may be; was due by the end of ");
    }

    /** The part of the page about open cases. */
    private String cases() {
        String all = page.visible();
        return all.substring(all.indexOf("Open cases"), all.indexOf("Anchors"));
    }

    @Test
    void a_decided_case_is_no_longer_listed() {
        scene.members(2);
        CaseId id = scene.handIn();
        scene.passOn(id);
        scene.rate(id, Task.FIRST_SCORE, PanelScene.ALL_MET);
        page.open(scene.officer, "panel");
        assertThat(cases()).contains("No case is open.").doesNotContain(id.number());
    }

    @Test
    void nobody_but_an_officer_has_the_page_not_even_a_member_of_the_panel() {
        PersonId member = scene.member("Mia Member", Task.values());
        String nowhere = page.open(member, new CaseId(UUID.randomUUID())).visible();
        page.open(member, "panel");
        assertThat(page.visible()).doesNotContain("The panel", "Open cases", "How a credential is assessed");
        assertThat(page.visible()).isEqualTo(nowhere);
        page.open(scene.ana, "panel");
        assertThat(page.visible()).doesNotContain("The panel", "Mia Member");
    }

    @Test
    void an_officer_of_another_district_sees_only_their_own_panel() {
        PanelScene elsewhere = new PanelScene(application);
        scene.member("Mia Member", Task.CHECK);
        CaseId id = scene.handIn();
        scene.assessBy(true, true);
        page.open(elsewhere.officer, "panel");
        assertThat(page.visible())
                .contains("The panel has no members yet", "No case is open.")
                .doesNotContain("Mia Member", id.number());
        assertThat(page.everything())
                .doesNotContain("Mia Member", id.toString(), scene.ana.value().toString());
        assertThat(checkbox("A second scorer").getValue()).isFalse();
        keepScheme();
        assertThat(scene.panels
                        .scheme(scene.officer, PanelScene.BUILDING)
                        .orElseThrow()
                        .isSecondScored())
                .isTrue();
    }

    @Test
    void everything_is_said_in_spanish_too() {
        scene.member("Chandra Check", Task.CHECK);
        scene.handIn();
        page.open(scene.officer, Locale.of("es"), "panel");
        assertThat(page.visible())
                .contains("Cómo se evalúa una credencial", "¿Está todo?: Chandra Check")
                .doesNotContain("!assessment");
    }

    private Set<Task> tasksOf(String name) {
        return scene.panels.members(scene.officer).stream()
                .filter(member -> member.person().name().equals(name))
                .findFirst()
                .orElseThrow()
                .tasks();
    }

    /** Two buttons are called so: the other keeps what a member does. */
    private static void keepScheme() {
        _click(_get(Button.class, spec -> spec.withText("Keep")
                .withPredicate(button -> !button.getElement().hasAttribute("aria-label"))));
    }

    private static Checkbox checkbox(String label) {
        return _get(
                Checkbox.class,
                spec -> spec.withPredicate(
                        box -> box.getLabel() != null && box.getLabel().startsWith(label)));
    }

    @SuppressWarnings("unchecked")
    private static Select<Credential> credentials() {
        return _get(Select.class, spec -> spec.withLabel("Credential"));
    }

    @SuppressWarnings("unchecked")
    private static Select<Scale> scales(String label) {
        return _get(Select.class, spec -> spec.withLabel(label));
    }

    private Scale scale(String id) {
        return application.getBean(Scales.class).find(id).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Person> person() {
        return _get(ComboBox.class, spec -> spec.withLabel("Person"));
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<Task> tasks() {
        return _get(CheckboxGroup.class, spec -> spec.withLabel("What Anabel Ortiz does"));
    }
}
