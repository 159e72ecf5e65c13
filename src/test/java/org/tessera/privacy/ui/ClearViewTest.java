package org.tessera.privacy.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.Exhibits;
import org.tessera.exhibit.Recorded;
import org.tessera.material.Material;
import org.tessera.material.Materials;
import org.tessera.privacy.Alarm;
import org.tessera.privacy.Brought;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.ClearanceState;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Heard;
import org.tessera.privacy.NameLists;
import org.tessera.privacy.Permission;
import org.tessera.privacy.Subject;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@AppTest
@Timeout(120)
class ClearViewTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Brought brought;

    @Autowired
    Recorded recorded;

    @Autowired
    Exhibits exhibits;

    @Autowired
    Accounts accounts;

    @Autowired
    Clearances clearances;

    @Autowired
    Materials materials;

    @Autowired
    NameLists names;

    private Brought.Teachers people;
    private Material work;
    private Subject subject;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void work_with_a_name() {
        people = brought.teachers();
        names.add(people.ben(), people.team(), "Maya Rodriguez");
        work = brought.work(people.team(), people.ben(), "work.pdf", Brought.pdfNaming("Maya Rodriguez"));
        subject = Subject.of(work.id());
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    @Test
    void its_owner_covers_says_who_permits_and_asks_a_colleague_who_opens_every_page_and_confirms() {
        OpenPage owner = open(people.ben());
        await().atMost(Duration.ofSeconds(60)).until(() -> clearance().searched());
        _click(_get(Button.class, spec -> spec.withText("Look again")));
        assertThat(said(owner)).contains("a name from a list");
        _click(_get(Button.class, spec -> spec.withText("Cover")));
        RadioButtonGroup<Permission.Giver> giver = giver();
        giver.setValue(Permission.Giver.PARENTS);
        _click(_get(Button.class, spec -> spec.withText("Save the permission")));
        _click(_get(Button.class, spec -> spec.withText("Cover for good and ask for a second look")));
        await().atMost(Duration.ofSeconds(60)).until(() -> clearance().state() == ClearanceState.BURNED_IN);
        MockVaadin.clientRoundtrip(true);
        assertThat(said(owner)).contains("covered, waits for a second person", "Page 1 as it was");
        owner.close();

        OpenPage home = go(people.ana(), "");
        assertThat(home.words()).contains("A second look");
        home.close();
        OpenPage second = open(people.ana());
        _click(_get(Button.class, spec -> spec.withText("I looked at every page and found nothing")));
        assertThat(second.words()).contains("Open every page first.");
        _click(_get(Button.class, spec -> spec.withText("Open page 1")));
        assertThat(clearances.isCleared(subject)).isFalse();
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Close")));
        _click(_get(Button.class, spec -> spec.withText("I looked at every page and found nothing")));
        assertThat(clearances.isCleared(subject)).isTrue();
        assertThat(said(second)).contains("cleared as evidence").doesNotContain("Page 1 as it was");
    }

    @Test
    void a_second_person_marks_a_place_by_numbers_and_sends_it_back() {
        brought.awaiting(subject, people);
        OpenPage second = open(people.ana());
        _click(_get(Button.class, spec -> spec.withText("Open page 1")));
        Dialog dialog = _get(Dialog.class);
        _click(_get(dialog, Button.class, spec -> spec.withText("Mark this place")));
        _click(_get(dialog, Button.class, spec -> spec.withText("Close")));
        _click(_get(Button.class, spec -> spec.withText("Send back with what I marked")));
        assertThat(clearance().state()).isEqualTo(ClearanceState.FOUND);
        assertThat(clearance().open())
                .singleElement()
                .satisfies(one -> assertThat(one.place().orElseThrow().w()).isEqualTo(0.2));
        assertThat(second.words()).contains("Its owner has to see to it first.");
    }

    @Test
    void what_a_second_person_marked_is_there_again_when_the_page_is_opened_anew() {
        brought.awaiting(subject, people);
        OpenPage second = open(people.ana());
        _click(_get(Button.class, spec -> spec.withText("Open page 1")));
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Mark this place")));
        second.close();
        OpenPage later = open(people.ana());
        assertThat(said(later)).contains("One place marked", "Page 1, 0 hundredths from the left");
        _click(_get(Button.class, spec -> spec.withText("Take away")));
        _click(_get(Button.class, spec -> spec.withText("Send back with what I marked")));
        assertThat(said(later)).contains("Mark the place first.");
        assertThat(clearance().state()).isEqualTo(ClearanceState.BURNED_IN);
    }

    @Test
    void a_recording_is_asked_about_listened_to_sent_back_with_the_moment_and_answered() {
        Exhibit hum = recorded.hum(people.team(), people.ben(), "A discussion of water", 2);
        subject = Subject.recording(hum.id().value());
        OpenPage owner = open(people.ben());
        assertThat(said(owner)).contains("A discussion of water", "ask one person to listen");
        giver().setValue(Permission.Giver.PARENTS);
        _click(_get(Button.class, spec -> spec.withText("Save the permission")));
        _click(_get(Button.class, spec -> spec.withText("Ask this person to listen")));
        assertThat(said(owner)).contains("Say first whom you ask to listen.");
        second().setValue(accounts.person(people.ana()).orElseThrow());
        _click(_get(Button.class, spec -> spec.withText("Ask this person to listen")));
        assertThat(clearance().state()).isEqualTo(ClearanceState.BURNED_IN);
        owner.close();

        OpenPage listener = open(people.ana());
        assertThat(said(listener)).contains("said of it: no student can be made out", "Who permits it: The parents.");
        Element player = player();
        assertThat(player.getAttribute("src")).isEqualTo("api/exhibits/" + hum.id() + "/file");
        _click(_get(Button.class, spec -> spec.withText("I found nothing that tells who somebody is")));
        assertThat(said(listener)).contains("Play all of it first");
        _get(TextField.class, spec -> spec.withLabel("When?")).setValue("0:01");
        heard().setValue(Heard.NAME);
        _click(_get(Button.class, spec -> spec.withText("Note this moment")));
        listener.close();
        listener = open(people.ana());
        assertThat(said(listener)).contains("0:01 · a name is said");
        _click(_get(Button.class, spec -> spec.withText("Send back with what I marked")));
        assertThat(said(listener)).contains("Its owner has to see to it first.");
        assertThat(_find(TextField.class)).isEmpty();
        listener.close();

        owner = open(people.ben());
        assertThat(said(owner)).contains("No. 1: 0:01 · a name is said", "Shorten or replace it");
    }

    @Test
    void a_recording_is_confirmed_after_its_player_told_that_all_of_it_was_played() {
        Exhibit hum = recorded.hum(people.team(), people.ben(), "A discussion of water", 2);
        subject = Subject.recording(hum.id().value());
        brought.asking(subject, people.ben(), people.ana());
        OpenPage listener = open(people.ana());
        fire("ended", false);
        assertThat(said(listener)).contains("left something out");
        fire("ended", true);
        assertThat(said(listener)).contains("You listened to all of it.");
        _click(_get(Button.class, spec -> spec.withText("I found nothing that tells who somebody is")));
        assertThat(clearances.isCleared(subject)).isTrue();
        assertThat(said(listener)).contains("cleared as evidence");
    }

    @Test
    void a_title_that_names_somebody_is_found_and_changed_before_anybody_is_asked() {
        Exhibit hum = recorded.hum(people.team(), people.ben(), "Maya Rodriguez explains water", 1);
        subject = Subject.recording(hum.id().value());
        OpenPage owner = open(people.ben());
        assertThat(said(owner)).contains("a name from a list (in the title, certain)");
        giver().setValue(Permission.Giver.PARENTS);
        _click(_get(Button.class, spec -> spec.withText("Save the permission")));
        second().setValue(accounts.person(people.ana()).orElseThrow());
        _click(_get(Button.class, spec -> spec.withText("Ask this person to listen")));
        assertThat(said(owner)).contains("Some places are not decided yet.");
        TextField title = _get(TextField.class, spec -> spec.withLabel("Title"));
        title.setValue("");
        _click(_get(Button.class, spec -> spec.withText("Call it this")));
        assertThat(said(owner)).contains("Give it a title");
        _get(TextField.class, spec -> spec.withLabel("Title")).setValue("A student explains water");
        _click(_get(Button.class, spec -> spec.withText("Call it this")));
        assertThat(said(owner)).contains("A student explains water").doesNotContain("Maya");
        assertThat(exhibits.find(hum.id()).orElseThrow().title()).isEqualTo("A student explains water");
        _click(_get(Button.class, spec -> spec.withText("Ask this person to listen")));
        assertThat(clearance().state()).isEqualTo(ClearanceState.BURNED_IN);
    }

    @Test
    void whoever_is_not_asked_learns_neither_what_a_recording_is_called_nor_gets_a_player() {
        Exhibit hum = recorded.hum(people.team(), people.ana(), "A discussion of water", 2);
        subject = Subject.recording(hum.id().value());
        OpenPage colleague = open(people.ben());
        assertThat(said(colleague)).contains("A recording").doesNotContain("A discussion of water");
        assertThat(_find(RecordingPlayer.class)).isEmpty();
    }

    private static Element player() {
        return _get(RecordingPlayer.class).getElement().getChild(0);
    }

    private static void fire(String event, boolean isAll) {
        ObjectNode data = JsonMapper.builder().build().createObjectNode();
        data.put(RecordingPlayer.IS_ALL, isAll);
        player().getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(player(), event, data));
    }

    @SuppressWarnings("unchecked")
    private static Select<Person> second() {
        return (Select<Person>) _get(Select.class, spec -> spec.withLabel("Whom do you ask to look?"));
    }

    @SuppressWarnings("unchecked")
    private static Select<Heard> heard() {
        return (Select<Heard>) _get(Select.class, spec -> spec.withLabel("What is heard or seen?"));
    }

    @Test
    void anybody_of_the_team_stops_it_at_once() {
        OpenPage colleague = open(people.ana());
        alarms().setValue(Alarm.NAME_SEEN);
        _click(_get(Button.class, spec -> spec.withText("Report it")));
        assertThat(said(colleague)).contains("reported, shown to nobody else");
        assertThat(materials.page(work.id(), 1)).isEmpty();
    }

    @Test
    void a_stranger_finds_no_such_page() {
        assertThat(said(go(people.stranger(), ClearancePages.of(subject)))).doesNotContain(work.title());
    }

    @Test
    void names_to_look_for_are_taken_and_never_shown() {
        OpenPage list = go(people.ana(), ClearancePages.ALL);
        assertThat(said(list)).contains("Water task", "One name is looked for.").doesNotContain("Maya");
        TextArea typed = _get(TextArea.class);
        typed.setValue("Xiomara Quintanilla\nGrace Kim");
        _click(_get(Button.class, spec -> spec.withText("Add the names")));
        assertThat(typed.getValue()).isEmpty();
        assertThat(said(list)).contains("3 names are looked for.").doesNotContain("Xiomara");
        _click(_get(Button.class, spec -> spec.withText("Delete all names")));
        assertThat(said(list)).contains("No names yet.");
    }

    @Test
    void it_speaks_spanish_too() {
        page = Optional.of(
                OpenPage.of(application, accounts.person(people.ben()).orElseThrow(), Locale.of("es"))
                        .go(ClearancePages.of(subject)));
        assertThat(said(page.get())).contains("Página 1 de 1", "un nombre de una lista");
    }

    private static String said(OpenPage page) {
        return String.join("\n", page.words());
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Permission.Giver> giver() {
        return (RadioButtonGroup<Permission.Giver>)
                _find(RadioButtonGroup.class).getFirst();
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Alarm> alarms() {
        return (RadioButtonGroup<Alarm>) _find(RadioButtonGroup.class).getLast();
    }

    private Clearance clearance() {
        return clearances.find(subject, people.ben()).orElseThrow();
    }

    private OpenPage open(PersonId person) {
        return go(person, ClearancePages.of(subject));
    }

    private OpenPage go(PersonId person, String address) {
        OpenPage opened = OpenPage.of(application, accounts.person(person).orElseThrow(), Locale.ENGLISH)
                .go(address);
        page = Optional.of(opened);
        return opened;
    }
}
