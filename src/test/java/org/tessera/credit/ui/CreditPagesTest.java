package org.tessera.credit.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.credit.CreditDistrict;
import org.tessera.credit.Credits;
import org.tessera.credit.Registration;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

/** The pages of hours and credit, made by the real application. */
@AppTest
class CreditPagesTest {

    private static final Locale SPANISH = Locale.of("es");

    @Autowired
    ApplicationContext application;

    @Autowired
    Credits credits;

    private CreditDistrict north;
    private OpenPage page;

    @BeforeEach
    void a_district() {
        north = new CreditDistrict(application, "North");
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void who_has_done_nothing_yet_reads_what_will_stand_here() {
        page = OpenPage.of(application, north.ana, Locale.ENGLISH).go("hours");
        assertThat(page.visible())
                .contains("Nothing here yet.", "Your district has no rules", "No credit yet.", "Transcript as PDF")
                .doesNotContain("!credit.");
        page.go("");
        assertThat(page.visible()).doesNotContain("Open my hours").doesNotContain("Open the table");
    }

    @Test
    void ones_own_meetings_stand_there_with_their_minutes_and_nobody_elses() {
        north.meeting("Looking at lab reports", 65);
        page = OpenPage.of(application, north.ana, Locale.ENGLISH).go("hours");
        assertThat(page.visible()).contains("Looking at lab reports, 1 h 5 min", "School year");
        page.go("");
        assertThat(page.visible()).contains("you were in meetings for 1 h 5 min.");
        page.close();
        page = OpenPage.of(application, north.officer, Locale.ENGLISH).go("hours");
        assertThat(page.visible()).doesNotContain("lab reports");
    }

    @Test
    void an_officer_writes_a_rule_and_reads_it_as_a_sentence_first() {
        page = OpenPage.of(application, north.officer, Locale.ENGLISH).go("credit-table");
        assertThat(page.visible()).contains("There are no rules yet.", "Nothing is due.", "Nobody waits");
        fill("Hours or points", "ten");
        _click(_get(Button.class, spec -> spec.withText("Put it in the table")));
        assertThat(page.visible()).contains("Choose the credential or the stack.");
        select("Which credential?").setValue(north.credential().ref().id().value());
        _click(_get(Button.class, spec -> spec.withText("Put it in the table")));
        assertThat(page.visible()).contains("Hours or points are a number above 0");
        fill("Hours or points", "10");
        fill("What they are called", "clock hours");
        fill("Money", "200");
        _get(Checkbox.class, spec -> spec.withLabel("Only for those who register before beginning"))
                .setValue(true);
        String name = north.credential().name().in(Locale.ENGLISH);
        String sentence = "Whoever earns “" + name
                + "” gets 10 clock hours and $200.00. Only for those who register before beginning.";
        assertThat(page.visible()).contains("It will read: " + sentence);
        _click(_get(Button.class, spec -> spec.withText("Put it in the table")));
        assertThat(credits.table(north.officer.id())).hasSize(1);
        assertThat(page.visible()).contains("Version 1, written on", sentence).doesNotContain("!credit.");
        _click(_get(Button.class, spec -> spec.withText("Change")));
        _find(TextField.class, spec -> spec.withLabel("Money")).getFirst().setValue("0.001");
        _click(_find(Button.class, spec -> spec.withText("Put it in the table")).getFirst());
        assertThat(page.visible()).contains("no finer than the currency’s smallest coin");
        _find(TextField.class, spec -> spec.withLabel("Money")).getFirst().setValue("50");
        _click(_find(Button.class, spec -> spec.withText("Put it in the table")).getFirst());
        assertThat(page.visible()).contains("Version 2, written on", "$50.00", "Earlier versions");
        _click(_get(Button.class, spec -> spec.withText("End this rule")));
        assertThat(credits.table(north.officer.id()).getFirst().terms().until()).contains(credits.today());
    }

    @Test
    void an_earner_registers_and_reads_the_answer() {
        north.write(north.terms(true));
        page = OpenPage.of(application, north.ana, Locale.ENGLISH).go("hours");
        assertThat(page.visible()).contains("Register before you begin: work done before registering does not count.");
        _click(_get(Button.class, spec -> spec.withText("Register")));
        assertThat(page.visible()).contains("Your district has not answered yet");
        page.go("");
        assertThat(page.visible()).contains("One registration waits for your district’s answer.");
        page.close();
        page = OpenPage.of(application, north.officer, Locale.ENGLISH).go("");
        assertThat(page.visible()).contains("One registration waits for an answer.");
        page.go("credit-table");
        assertThat(page.visible()).contains("Ana Zubizarreta", "Registered on");
        _click(_get(Button.class, spec -> spec.withText("Decline")));
        assertThat(page.visible()).contains("Say why first.");
        _get(TextField.class, spec -> spec.withLabel("Why not? Needed to decline; the person reads it"))
                .setValue("The budget is spent.");
        _click(_get(Button.class, spec -> spec.withText("Decline")));
        assertThat(page.visible()).contains("Nobody waits for an answer.");
        page.close();
        page = OpenPage.of(application, north.ana, SPANISH).go("hours");
        assertThat(page.visible())
                .contains("Su distrito lo rechazó: The budget is spent.", "Inscribirme")
                .doesNotContain("!credit.");
        assertThat(credits.registrationsOf(north.ana.id()))
                .extracting(Registration::state)
                .containsExactly(Registration.State.DECLINED);
    }

    @Test
    void an_officer_marks_what_is_due_and_it_stands_as_paid() {
        north.write(north.terms(false));
        north.award();
        page = OpenPage.of(application, north.officer, Locale.ENGLISH).go("credit-table");
        assertThat(page.visible()).contains("Ana Zubizarreta");
        _click(_get(Button.class, spec -> spec.withText("Mark what is chosen as paid or recorded")));
        assertThat(page.visible()).contains("Choose at least one line first.");
        _click(_get(Button.class, spec -> spec.withText("Choose all")));
        _click(_get(Button.class, spec -> spec.withText("Mark what is chosen as paid or recorded")));
        assertThat(page.visible())
                .contains("One line is now marked as paid or recorded.", "Nothing is due.", "One line paid or recorded")
                .doesNotContain("!credit.");
        page.close();
        page = OpenPage.of(application, north.ana, Locale.ENGLISH).go("hours");
        assertThat(page.visible()).contains("10 clock hours and $200.00. Paid or recorded on");
    }

    @Test
    void nobody_but_an_officer_finds_the_table() {
        north.write(north.terms(false));
        CreditDistrict south = new CreditDistrict(application, "South");
        page = OpenPage.of(application, north.ana, Locale.ENGLISH).go("credit-table");
        assertThat(page.visible()).doesNotContain("Write a rule");
        page.close();
        page = OpenPage.of(application, south.officer, Locale.ENGLISH).go("credit-table");
        assertThat(page.visible()).contains("There are no rules yet.").doesNotContain("10 clock hours");
    }

    private static void fill(String label, String value) {
        _get(TextField.class, spec -> spec.withLabel(label)).setValue(value);
    }

    @SuppressWarnings("unchecked")
    private static Select<String> select(String label) {
        return (Select<String>) _get(Select.class, spec -> spec.withLabel(label));
    }
}
