package org.tessera.room.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.material.ui.MaterialUpload;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.RoomSummary;
import org.tessera.room.Rooms;
import org.tessera.support.AppTest;

@AppTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class NewRoomViewTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Rooms rooms;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Cast cast;
    private Browser ana;

    @BeforeAll
    void make_a_team_and_a_coach() {
        cast = new Cast(application, "Ana", "Ben", "Cho");
        application
                .getBean(Accounts.class)
                .addPerson(new PersonDraft(
                        cast.district,
                        null,
                        "Gil",
                        UUID.randomUUID() + "@example.org",
                        Locale.ENGLISH,
                        "correct horse"));
    }

    @BeforeEach
    void open_the_form() {
        ana = browser("Ana", Locale.ENGLISH);
        ana.open("rooms/new?team=" + cast.team.value());
    }

    @AfterEach
    void close_everything() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        open.clear();
    }

    private Browser browser(String name, Locale language) {
        Browser browser = new Browser(application, cast.signedIn(name, language));
        open.add(browser);
        return browser;
    }

    @Test
    void offers_the_protocols_with_what_one_chooses_by() {
        ana.run(() -> assertThat(ana.words())
                .contains("Looking at Student Work", "50 min · 8 steps · 4 to 12 people", "Post-it vision")
                .contains("For Grade 9 design team."));
    }

    @Test
    void begins_with_the_usual_protocol_and_lists_the_others_by_name() {
        ana.run(() -> {
            assertThat(packs().getValue().ref().id()).isEqualTo("looking-at-student-work");
            List<String> names = offered();
            assertThat(names.getFirst()).isEqualTo("Looking at Student Work");
            assertThat(names.subList(1, names.size()))
                    .hasSizeGreaterThan(10)
                    .isSortedAccordingTo(Collator.getInstance(Locale.ENGLISH));
        });
    }

    @Test
    void finds_protocols_by_words_and_by_aspect_and_keeps_the_chosen_one_in_sight() {
        ana.run(() -> {
            choose("post-it-vision");
            field("Find a protocol").setValue("SCORE alone");

            assertThat(offered()).containsExactly("Calibration", "Post-it vision");
            assertThat(ana.words()).contains("1 of " + protocols().size() + " protocols");

            field("Find a protocol").clear();
            aspect().setValue("validity");
            assertThat(offered()).containsExactly("Assessment validation", "Post-it vision");
            field("Find a protocol").setValue("no such word");
            assertThat(ana.words()).contains("No protocol has all these words.");
            assertThat(packs().getValue().ref().id()).isEqualTo("post-it-vision");
        });
    }

    @Test
    void begins_with_me_as_facilitator_and_the_suggested_norms() {
        ana.run(() -> {
            choose("looking-at-student-work");
            assertThat(role("Ana").getValue()).isEqualTo(Role.FACILITATOR);
            assertThat(role("Ben").getValue()).isEqualTo(Role.PARTICIPANT);
            assertThat(area("Norms").getValue()).contains("We say what is on the page");
        });
    }

    @Test
    void says_beside_each_field_what_is_wrong_and_keeps_what_was_typed() {
        List<RoomSummary> before = rooms.roomsOf(cast.id("Ana"));
        ana.run(() -> {
            choose("looking-at-student-work");
            title().setValue("  ");
            field("Link to your video meeting").setValue("http://meet.example.org");
            area("Focus question").setValue("Where does reasoning show?");

            prepare();

            assertThat(title().getErrorMessage()).isEqualTo("Give the meeting a title, so that people find it again.");
            assertThat(field("Link to your video meeting").getErrorMessage())
                    .isEqualTo("The link must begin with https:// and lead to a page.");
            assertThat(_get(RolesField.class).getErrorMessage())
                    .isEqualTo("Choose one presenter: the person who brings the work.");
            assertThat(area("Focus question").getValue()).isEqualTo("Where does reasoning show?");
            assertThat(_find(NewRoomView.class)).isNotEmpty();
        });
        assertThat(rooms.roomsOf(cast.id("Ana"))).isEqualTo(before);
    }

    @Test
    void wants_exactly_one_facilitator() {
        ana.run(() -> {
            choose("post-it-vision");
            role("Ben").setValue(Role.FACILITATOR);
            prepare();
            assertThat(_get(RolesField.class).getErrorMessage()).isEqualTo("Choose exactly one facilitator.");
        });
    }

    @Test
    void another_protocol_brings_its_roles_and_norms_and_leaves_what_was_typed() {
        ana.run(() -> {
            choose("looking-at-student-work");
            title().setValue("Our own title");
            role("Ben").setValue(Role.PRESENTER);

            choose("post-it-vision");

            assertThat(title().getValue()).isEqualTo("Our own title");
            assertThat(role("Ben").getValue()).isEqualTo(Role.PARTICIPANT);
            assertThat(area("Norms").getValue()).contains("Every word counts the same");
            assertThat(_find(MaterialUpload.class)).isEmpty();
            assertThat(_find(TextsField.class)).hasSize(1);
            choose("looking-at-student-work");
            assertThat(_find(MaterialUpload.class)).hasSize(2);
            assertThat(_find(TextsField.class)).isEmpty();
        });
    }

    @Test
    void offers_a_place_for_every_kind_of_file_the_protocol_opens() {
        ana.run(() -> {
            for (String reading : List.of("save-the-last-word", "four-as", "three-levels-of-text")) {
                choose(reading);
                assertThat(_find(MaterialUpload.class)).as(reading).hasSize(1);
                assertThat(_get(_get(MaterialUpload.class), H2.class).getText()).isEqualTo("Text to read");
                assertThat(_get(_get(MaterialUpload.class), Checkbox.class).getLabel())
                        .isEqualTo("My team may use this in the meeting");
            }
            choose("calibration");
            assertThat(_find(MaterialUpload.class).stream()
                            .map(upload -> _get(upload, H2.class).getText()))
                    .containsExactly("Student work", "Assignment or other context", "Rubric");
        });
    }

    @Test
    void prepares_the_room_and_goes_there() {
        ana.run(() -> {
            choose("post-it-vision");
            title().setValue("Our vision");
            role("Cho").clear();
            addCoach("Gil");
            field("Name of text 1").setValue("Vision of 2019");
            area("Text 1").setValue("Every child a maker.");
            prepare();
        });

        ana.sees(page -> assertThat(page.words())
                .contains("Arriving", "Our vision", "Gil", "Coach", "Ben")
                .doesNotContain("Cho"));
        RoomSummary made = rooms.roomsOf(cast.id("Ana")).stream()
                .filter(room -> room.title().equals("Our vision"))
                .findFirst()
                .orElseThrow();
        assertThat(made.status()).isEqualTo(RoomSummary.Status.WAITING);
        assertThat(made.scheduledAt()).isEmpty();
    }

    @Test
    void a_meeting_is_found_again_on_the_team_s_page() {
        cast.meeting("post-it-vision", Map.of("Ana", Role.FACILITATOR));
        ana.open("teams/" + cast.team.value());

        ana.run(() -> {
            assertThat(ana.words()).contains("Meetings", "Next", "Looking at fractions", "when you are ready");
            assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                    .contains("rooms/new?team=" + cast.team.value());
        });
    }

    @Test
    void another_team_s_form_is_not_there() {
        Browser zoe = new Browser(application, new Cast(application, "Zoe").signedIn("Zoe", Locale.ENGLISH));
        open.add(zoe);

        assertThat(zoe.turnedAwayFrom("rooms/new?team=" + cast.team.value()))
                .isEqualTo(zoe.turnedAwayFrom("rooms/new?team=" + UUID.randomUUID()));
    }

    @Test
    void speaks_spanish_to_who_reads_spanish() {
        Browser ben = browser("Ben", Locale.of("es"));
        ben.open("rooms/new?team=" + cast.team.value());

        ben.run(() -> {
            assertThat(ben.words()).contains("Preparar una reunión", "Mirar el trabajo de los estudiantes");
            assertThat(ben.words()).doesNotContain("!room");
            assertThat(UI.getCurrent().getLocale().getLanguage()).isEqualTo("es");
        });
    }

    @SuppressWarnings("unchecked")
    private void choose(String pack) {
        Pack latest = application.getBean(Protocols.class).latest(pack);
        RadioButtonGroup<Pack> packs = _get(RadioButtonGroup.class, spec -> spec.withLabel("Protocol"));
        packs.setValue(latest);
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Pack> packs() {
        return _get(RadioButtonGroup.class, spec -> spec.withLabel("Protocol"));
    }

    private static List<String> offered() {
        return packs().getListDataView()
                .getItems()
                .map(pack -> pack.name().in(Locale.ENGLISH))
                .toList();
    }

    private List<Pack> protocols() {
        return application.getBean(Protocols.class).all();
    }

    @SuppressWarnings("unchecked")
    private static Select<String> aspect() {
        return _get(Select.class, spec -> spec.withLabel("Aspect"));
    }

    @SuppressWarnings("unchecked")
    private static Select<Role> role(String name) {
        return _get(Select.class, spec -> spec.withLabel(name));
    }

    @SuppressWarnings("unchecked")
    private static void addCoach(String name) {
        ComboBox<Person> people = _get(_get(RolesField.class), ComboBox.class);
        people.setValue(people.getListDataView()
                .getItems()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    /** What is brought has titles too; this is the meeting's. */
    private static TextField title() {
        return _get(TextField.class, spec -> spec.withLabel("Title")
                .withPredicate(field ->
                        field.getParent().filter(NewRoomForm.class::isInstance).isPresent()));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static TextArea area(String label) {
        return _get(TextArea.class, spec -> spec.withLabel(label));
    }

    private static void prepare() {
        _click(_get(Button.class, spec -> spec.withText("Prepare the room")));
    }
}
