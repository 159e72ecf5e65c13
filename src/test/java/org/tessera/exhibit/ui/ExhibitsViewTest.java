package org.tessera.exhibit.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.TeamId;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitAnswer;
import org.tessera.exhibit.ExhibitKind;
import org.tessera.exhibit.Exhibits;
import org.tessera.record.Paper;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

@AppTest
class ExhibitsViewTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Exhibits exhibits;

    private TeamId team;
    private Person ana;
    private Person ben;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = aPerson(district, "Ana");
        ben = aPerson(district, "Ben");
        accounts.join(team, ana.id());
        accounts.join(team, ben.id());
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    @Test
    void an_empty_page_says_what_to_do_next() {
        assertThat(open(ana, "exhibits", Locale.ENGLISH).words())
                .anyMatch(words -> words.startsWith("Nothing yet. Add something below"));
    }

    @Test
    void a_link_is_kept_with_what_was_there_and_shown_as_text() {
        OpenPage page = open(ana, "exhibits", Locale.ENGLISH);
        _get(TextField.class, field -> field.withLabel("What do you call it?")).setValue("Our rubric online");
        _get(TextField.class, field -> field.withLabel("Address")).setValue("https://example.org/rubric");
        _get(DatePicker.class).setValue(LocalDate.of(2026, 10, 14));
        _get(TextArea.class).setValue("Four rows.\nThe third was new.");
        _click(_get(Button.class, button -> button.withText("Keep the link")));

        Exhibit link = exhibits.of(ana.id()).getFirst();
        assertThat(link.kind()).isEqualTo(ExhibitKind.LINK);
        assertThat(_get(Anchor.class, anchor -> anchor.withText("Our rubric online"))
                        .getHref())
                .isEqualTo("exhibits/" + link.id());
        page.go("exhibits/" + link.id());
        assertThat(page.words()).contains("Four rows.\nThe third was new.", "What was there on Oct 14, 2026");
        assertThat(_get(Anchor.class, anchor -> anchor.withText("https://example.org/rubric"))
                        .getElement()
                        .getAttribute("rel"))
                .isEqualTo("noopener noreferrer");
    }

    @Test
    void a_link_that_cannot_be_kept_says_why_at_the_field_and_keeps_the_words() {
        open(ana, "exhibits", Locale.ENGLISH);
        _get(TextField.class, field -> field.withLabel("What do you call it?")).setValue("Ours");
        _get(TextField.class, field -> field.withLabel("Address")).setValue("https://me:pw@example.org/");
        _get(DatePicker.class).setValue(LocalDate.of(2026, 10, 14));
        _get(TextArea.class).setValue("Four rows.");
        _click(_get(Button.class, button -> button.withText("Keep the link")));
        TextField address = _get(TextField.class, field -> field.withLabel("Address"));
        assertThat(address.isInvalid()).isTrue();
        assertThat(address.getErrorMessage()).contains("a name or a password");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("Four rows.");
        assertThat(exhibits.of(ana.id())).isEmpty();
    }

    @Test
    void a_record_is_a_page_of_its_own_with_files_to_take_home() {
        Exhibit record = record("Two-year plan");
        OpenPage page = open(ana, "exhibits/" + record.id(), Locale.ENGLISH);
        assertThat(page.words()).contains("Validate three tasks.");
        assertThat(_find(H2.class)).extracting(H2::getText).contains("Year one");
        assertThat(_get(Anchor.class, anchor -> anchor.withText("Download as PDF"))
                        .getHref())
                .isEqualTo("api/exhibits/" + record.id() + "/record.pdf");
    }

    @Test
    void somebody_elses_exhibit_is_not_there() {
        Exhibit record = record("Two-year plan");
        assertThat(open(ben, "exhibits/" + record.id(), Locale.ENGLISH).words())
                .noneMatch(words -> words.contains("Two-year plan"));
    }

    @Test
    void removing_asks_first() {
        record("Two-year plan");
        open(ana, "exhibits", Locale.ENGLISH);
        _click(_get(Button.class, button -> button.withText("Remove")));
        assertThat(exhibits.of(ana.id())).hasSize(1);
        com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(exhibits.of(ana.id())).isEmpty();
    }

    @Test
    void an_exhibit_is_linked_from_its_page_by_the_same_dialog_as_ever() {
        Exhibit record = record("Two-year plan");
        open(ana, "evidence?exhibit=" + record.id(), Locale.ENGLISH);
        _get(Anchor.class, anchor -> anchor.withText("What else I show"));
        com.vaadin.flow.component.radiobutton.RadioButtonGroup<?> mode =
                _get(com.vaadin.flow.component.radiobutton.RadioButtonGroup.class);
        pick(mode, 1);
        _click(_find(Button.class, button -> button.withText("Link an artifact"))
                .getFirst());
        assertThat(_get(ComboBox.class).isReadOnly()).isTrue();
        assertThat(_get(Dialog.class).isOpened()).isTrue();
        _get(TextArea.class).setValue("It is the plan we agreed on.");
        _click(_get(Button.class, button -> button.withText("Save")));
        assertThat(exhibits.useOf(record)).isEqualTo(org.tessera.exhibit.ExhibitUse.Degree.LINKED);
        assertThat(page.orElseThrow().words()).anyMatch(words -> words.startsWith("Two-year plan · Record"));
    }

    private static <T> void pick(com.vaadin.flow.component.radiobutton.RadioButtonGroup<T> group, int index) {
        group.setValue(group.getListDataView().getItem(index));
    }

    private Exhibit record(String title) {
        return ((ExhibitAnswer.Kept) exhibits.record(
                        ana.id(),
                        team,
                        new Paper(
                                title,
                                Locale.ENGLISH,
                                List.of(new Paper.Heading(1, "Year one"), new Paper.Words("Validate three tasks.")))))
                .exhibit();
    }

    private OpenPage open(Person person, String address, Locale language) {
        OpenPage opened = OpenPage.of(application, person, language);
        page = Optional.of(opened);
        return opened.go(address);
    }

    private Person aPerson(DistrictId district, String name) {
        return accounts.person(accounts.addPerson(new PersonDraft(
                        district,
                        null,
                        name,
                        UUID.randomUUID() + "@example.org",
                        Locale.ENGLISH,
                        "correct horse battery")))
                .orElseThrow();
    }
}
