package org.tessera.room.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ContextMenuKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.clock.HandClock;
import org.tessera.material.Material;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.protocol.Role;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomId;
import org.tessera.room.RoomSummary;
import org.tessera.room.Rooms;
import org.tessera.support.AppTest;

/** What can still be arranged of a meeting before it begins: its time, what it is, what it looks at, or that it is off. */
@AppTest
@ActiveProfiles("test")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ArrangingTest {

    private static final Path WORK = Path.of("seeds/demo/water-student-work.pdf");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Rooms rooms;

    @Autowired
    private Materials materials;

    @Autowired
    private HandClock clock;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Cast cast;
    private RoomId room;

    @BeforeAll
    void make_a_team() {
        cast = new Cast(application, "Ana", "Ben", "Cho", "Dee");
    }

    @BeforeEach
    void prepare_a_meeting() {
        room = cast.meeting(
                "looking-at-student-work",
                Map.of(
                        "Ana", Role.FACILITATOR,
                        "Ben", Role.PRESENTER,
                        "Cho", Role.PARTICIPANT,
                        "Dee", Role.PARTICIPANT));
    }

    @AfterEach
    void close_everything() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        open.clear();
    }

    private Browser at(String address, String name) {
        Browser browser = new Browser(application, cast.signedIn(name, Locale.ENGLISH));
        open.add(browser);
        browser.open(address);
        return browser;
    }

    private Browser enters(String name) {
        return at("rooms/" + room, name);
    }

    private RoomSummary summary() {
        return rooms.find(room, cast.signedIn("Ana", Locale.ENGLISH)).orElseThrow();
    }

    private static void choose(Browser browser, String entry) {
        browser.sees(_ -> assertThat(_find(MoreMenu.class)).isNotEmpty());
        browser.run(() -> ContextMenuKt._clickItemWithCaption(_get(MoreMenu.class), entry));
    }

    private static List<String> entries(Browser browser) {
        return browser.on(() -> _get(MoreMenu.class).getItems().getFirst().getSubMenu().getItems().stream()
                .map(item -> item.getText())
                .toList());
    }

    @Nested
    class The_time {

        @Test
        void is_fitted_to_other_minutes_and_people() {
            Browser ana = enters("Ana");
            Browser ben = enters("Ben");
            ana.sees(page -> assertThat(page.words()).contains("50 min planned"));

            choose(ana, "Change time and people");
            ana.run(() -> {
                assertThat(minutes().getValue()).isEqualTo(50);
                assertThat(people().getValue()).isEqualTo(4);
                minutes().setValue(45);
                people().setValue(6);
                assertThat(ana.words()).contains("45 min for 6 people: the protocol fits.");
            });
            ana.clicks("Save");

            for (Browser each : List.of(ana, ben)) {
                each.sees(page -> assertThat(page.words()).contains("45 min planned"));
            }
            ana.sees(_ -> assertThat(_find(TimeDialog.class)).isEmpty());
            choose(ana, "Change time and people");
            ana.run(() -> assertThat(people().getValue()).isEqualTo(6));
        }

        @Test
        void stays_where_the_protocol_does_not_fit_and_the_dialog_says_what_would() {
            Browser ana = enters("Ana");

            choose(ana, "Change time and people");
            ana.run(() -> minutes().setValue(15));
            ana.clicks("Save");

            ana.run(() -> {
                assertThat(minutes().getErrorMessage())
                        .isEqualTo("The protocol does not fit into this. Below is what would.");
                assertThat(ana.words()).contains("The shortest meeting for this group is");
                assertThat(minutes().getValue()).isEqualTo(15);
            });
            ana.sees(page -> assertThat(page.words()).contains("50 min planned"));
        }

        @Test
        void cannot_be_had_for_people_who_make_no_groups() {
            room = cast.meeting(
                    "microlab",
                    Map.of(
                            "Ana", Role.FACILITATOR,
                            "Ben", Role.PARTICIPANT,
                            "Cho", Role.PARTICIPANT,
                            "Dee", Role.PARTICIPANT));
            Browser ana = enters("Ana");

            choose(ana, "Change time and people");
            ana.run(() -> people().setValue(5));
            ana.clicks("Save");

            ana.run(() -> assertThat(people().getErrorMessage())
                    .isEqualTo("So many people do not divide into its groups. Below is what would do."));
        }

        private static IntegerField minutes() {
            return _get(IntegerField.class, spec -> spec.withLabel("Length of the meeting"));
        }

        private static IntegerField people() {
            return _get(IntegerField.class, spec -> spec.withLabel("How many will be there"));
        }
    }

    @Nested
    class The_meeting {

        @Test
        void gets_another_title_day_link_and_norms() {
            LocalDateTime friday = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                    .plusDays(3)
                    .truncatedTo(ChronoUnit.HOURS);
            Browser ana = enters("Ana");
            Browser ben = enters("Ben");
            ben.sees(page -> assertThat(page.buttons()).contains("I agree"));
            ben.clicks("I agree");
            ana.sees(page -> assertThat(page.words()).contains("Agreed: Ben."));

            choose(ana, "Change the meeting");
            ana.run(() -> {
                assertThat(field("Title").getValue()).isEqualTo("Looking at fractions");
                field("Title").setValue("Looking at ratios");
                _get(DateTimePicker.class).setValue(friday);
                field("Link to your video meeting").setValue("https://meet.example.org/ratios");
                TextArea norms = _get(TextArea.class, spec -> spec.withLabel("Norms"));
                norms.setValue(norms.getValue() + "\nWe end on time.");
            });
            ana.clicks("Save");

            ben.sees(page -> assertThat(page.words())
                    .contains("Looking at ratios", "We end on time.", "Nobody has agreed yet.")
                    .contains("Ana changed the meeting: look at its title, norms and link again.")
                    .doesNotContain("Looking at fractions"));
            assertThat(summary().title()).isEqualTo("Looking at ratios");
            assertThat(summary().scheduledAt()).contains(friday.toInstant(ZoneOffset.UTC));
        }

        @Test
        void keeps_what_was_typed_where_something_is_wrong() {
            Browser ana = enters("Ana");

            choose(ana, "Change the meeting");
            ana.run(() -> {
                field("Title").setValue(" ");
                field("Link to your video meeting").setValue("http://meet.example.org");
            });
            ana.clicks("Save");

            ana.run(() -> {
                assertThat(field("Title").getErrorMessage())
                        .isEqualTo("Give the meeting a title, so that people find it again.");
                assertThat(field("Link to your video meeting").getErrorMessage())
                        .isEqualTo("The link must begin with https:// and lead to a page.");
                assertThat(field("Link to your video meeting").getValue()).isEqualTo("http://meet.example.org");
            });
            assertThat(summary().title()).isEqualTo("Looking at fractions");
        }

        @Test
        void is_no_longer_changed_once_it_has_begun_and_never_by_others() {
            Browser ana = enters("Ana");
            Browser ben = enters("Ben");
            ana.sees(_ -> assertThat(_find(MoreMenu.class)).isNotEmpty());
            assertThat(entries(ana)).contains("Change time and people", "Change the meeting", "Cancel this meeting");
            ben.sees(_ -> assertThat(_find(MoreMenu.class)).isEmpty());

            cast.gives(room, "Ana", new RoomCommand.StartPhase("norms"));

            ana.sees(page -> assertThat(page.words()).contains("Step 1 of 8"));
            assertThat(entries(ana))
                    .contains("Bring material")
                    .doesNotContain("Change time and people", "Change the meeting", "Cancel this meeting");
        }

        private static TextField field(String label) {
            return _get(_get(MeetingDialog.class), TextField.class, spec -> spec.withLabel(label));
        }
    }

    @Nested
    class A_cancelled_meeting {

        @Test
        void says_so_and_why_and_is_no_meeting_to_come() {
            cast.gives(room, "Ana", new RoomCommand.ChangeMeeting("Fractions on Friday", null, List.of(), null));
            Browser ana = enters("Ana");
            Browser ben = enters("Ben");

            choose(ana, "Cancel this meeting");
            ana.run(() -> _get(TextField.class, spec -> spec.withLabel("Why")).setValue("Copied by mistake."));
            ana.clicks("Cancel the meeting");

            ben.sees(page -> assertThat(page.words())
                    .contains("Cancelled", "This meeting was cancelled")
                    .contains("It was never held. The reason: Copied by mistake.")
                    .doesNotContain("What you take along", "Bring material"));
            assertThat(summary().isCancelled()).isTrue();
            Browser cho = enters("Cho");
            cho.sees(page -> assertThat(page.words()).contains("This meeting was cancelled"));
            Browser home = at("", "Ben");
            home.run(() -> assertThat(home.words()).doesNotContain("Fractions on Friday"));
        }

        @Test
        void may_have_been_read_for_alone() {
            room = cast.meeting(
                    "four-as",
                    Map.of(
                            "Ana", Role.FACILITATOR,
                            "Ben", Role.PARTICIPANT,
                            "Cho", Role.PARTICIPANT,
                            "Dee", Role.PARTICIPANT));
            cast.gives(room, "Ana", new RoomCommand.StartPhase("read"));
            Browser ana = enters("Ana");
            ana.sees(_ -> assertThat(_find(MoreMenu.class)).isNotEmpty());
            assertThat(entries(ana)).contains("Cancel this meeting").doesNotContain("Close the room");

            choose(ana, "Cancel this meeting");
            ana.run(() -> assertThat(ana.words()).contains("The work before the meeting ends with it"));
            ana.clicks("Cancel the meeting");

            ana.sees(page -> assertThat(page.words())
                    .contains("It was never held.")
                    .doesNotContain("nothing was written in it"));
            assertThat(summary().isCancelled()).isTrue();
        }

        @Test
        void is_held_all_the_same_if_somebody_began_it_meanwhile() {
            Browser ana = enters("Ana");
            choose(ana, "Cancel this meeting");
            cast.gives(room, "Ana", new RoomCommand.StartPhase("norms"));

            ana.clicks("Cancel the meeting");

            ana.sees(page ->
                    assertThat(page.words()).contains("The meeting has begun, so it can no longer be cancelled."));
            assertThat(summary().status()).isEqualTo(RoomSummary.Status.RUNNING);
            cast.gives(room, "Ana", new RoomCommand.CloseRoom("The bell rang."));
        }

        @Test
        void needs_no_reason_and_is_kept_if_one_thinks_again() {
            Browser ana = enters("Ana");

            choose(ana, "Cancel this meeting");
            ana.clicks("Keep the meeting");
            ana.sees(_ -> assertThat(_find(CancelDialog.class)).isEmpty());
            assertThat(summary().status()).isEqualTo(RoomSummary.Status.WAITING);
            choose(ana, "Cancel this meeting");
            ana.clicks("Cancel the meeting");

            ana.sees(page -> assertThat(page.words()).contains("It was never held, and nothing was written in it."));
        }
    }

    @Nested
    class A_file {

        @Test
        void is_brought_by_the_presenter_into_a_room_somebody_else_prepared() {
            Browser ana = enters("Ana");
            Browser ben = enters("Ben");
            Browser cho = enters("Cho");
            cho.sees(page -> {
                assertThat(page.words()).contains("Ben and Ana can bring material before the meeting begins.");
                assertThat(page.buttons()).doesNotContain("Bring material");
            });

            brings(ben, "Three pages");

            ben.sees(page -> assertThat(page.words()).contains("Student work, brought by you"));
            ana.sees(page -> assertThat(page.words())
                    .contains("Student work", "opens with the step “The work”")
                    .doesNotContain("Three pages"));
            cast.goesTo(room, "Ana", "work");
            Material brought = brought();
            assertThat(rooms.shows(room, brought.id())).isTrue();
        }

        @Test
        void stands_in_the_order_of_what_is_looked_at_and_what_explains_it() {
            Browser ben = enters("Ben");
            brings(ben, "Three pages");
            ben.run(() -> {
                kinds().setValue(MaterialKind.CONTEXT);
                fill("The assignment");
                upload();
            });
            ben.clicks("Done");

            ben.sees(page -> assertThat(page.words().indexOf("Student work, brought by you"))
                    .isNotNegative()
                    .isLessThan(page.words().indexOf("Assignment or other context, brought by you")));
        }

        @Test
        void is_taken_away_again_by_who_brought_it_and_nothing_of_it_is_kept() {
            Browser ana = enters("Ana");
            Browser ben = enters("Ben");
            brings(ben, "Three pages");
            ana.sees(page -> assertThat(page.words()).contains("opens with the step “The work”"));
            Material brought = brought();

            ben.clicks("Done");
            ben.sees(page -> assertThat(page.buttons()).contains("Remove"));
            ben.run(() -> _click(_get(_get(MaterialsCard.class), Button.class, spec -> spec.withText("Remove"))));

            ana.sees(page -> assertThat(page.words())
                    .contains("Nothing has been brought yet.")
                    .doesNotContain("opens with the step “The work”"));
            assertThat(materials.find(brought.id())).isEmpty();
            ben.clicks("Bring material");
            ben.run(() -> {
                _get(BringDialog.class);
                assertThat(ben.words()).doesNotContain("Three pages");
            });
        }

        @Test
        void that_the_room_does_not_take_is_not_kept_and_what_was_typed_stays() {
            Browser ben = enters("Ben");
            ben.sees(page -> assertThat(page.buttons()).contains("Bring material"));
            ben.clicks("Bring material");
            ben.run(() -> state("Too late"));
            cast.gives(room, "Ana", new RoomCommand.CloseRoom("Another day."));

            ben.run(() -> upload());

            ben.sees(page -> {
                assertThat(page.words()).contains("The meeting is over.");
                assertThat(_get(TextField.class, spec -> spec.withLabel("Title"))
                                .getValue())
                        .isEqualTo("Too late");
            });
            assertThat(materials.of(cast.team).stream().map(Material::title)).doesNotContain("Too late");
        }

        private void brings(Browser browser, String title) {
            browser.sees(page -> assertThat(page.buttons()).contains("Bring material"));
            browser.clicks("Bring material");
            browser.run(() -> {
                _get(BringDialog.class);
                state(title);
                upload();
            });
        }

        private void state(String title) {
            assertThat(kinds().getValue()).isEqualTo(MaterialKind.WORK);
            fill(title);
        }

        @SuppressWarnings("unchecked")
        private RadioButtonGroup<MaterialKind> kinds() {
            return _get(RadioButtonGroup.class, spec -> spec.withLabel("What do you bring?"));
        }

        private void fill(String title) {
            _get(Checkbox.class).setValue(true);
            _get(TextField.class, spec -> spec.withLabel("Title")).setValue(title);
        }

        private void upload() {
            try {
                _upload(_get(Upload.class), "work.pdf", Files.readAllBytes(WORK));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            MockVaadin.clientRoundtrip(true);
        }

        private Material brought() {
            return materials.of(cast.team).getFirst();
        }
    }
}
