package org.tessera.room.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.Outcome;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomId;
import org.tessera.room.RoomSummary;
import org.tessera.room.Rooms;
import org.tessera.room.Seat;
import org.tessera.support.AppTest;

/** Before and after the meeting, as people's pages show it. */
@AppTest
@ActiveProfiles("test")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class OwnTimeViewTest {

    private static final ZoneId DENVER = ZoneId.of("America/Denver");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Rooms rooms;

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
                "save-the-last-word",
                Map.of(
                        "Ana", Role.FACILITATOR,
                        "Ben", Role.PARTICIPANT,
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

    private Browser at(String address, String name, Locale language, ZoneId zone) {
        Browser browser = new Browser(application, cast.signedIn(name, language));
        open.add(browser);
        browser.run(() -> tellZone(zone));
        browser.open(address);
        // A form that survives reloads asks the browser again.
        browser.run(() -> tellZone(zone));
        return browser;
    }

    private Browser enters(String name) {
        return at("rooms/" + room, name, Locale.ENGLISH, ZoneOffset.UTC);
    }

    /** What the browser tells of itself when it connects. */
    private static void tellZone(ZoneId zone) {
        UI ui = UI.getCurrent();
        ui.getInternals()
                .setExtendedClientDetails(new ExtendedClientDetails(
                        ui,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        zone.getId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private Instant inDays(int days) {
        return clock.instant().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.HOURS);
    }

    private void due(Instant until) {
        cast.gives(room, "Ana", new RoomCommand.SetDue("read", until));
    }

    private void opened() {
        cast.gives(room, "Ana", new RoomCommand.StartPhase("read"));
    }

    private String told(Instant at, ZoneId zone, String pattern, Locale language) {
        boolean thisYear =
                at.atZone(zone).getYear() == clock.instant().atZone(zone).getYear();
        return DateTimeFormatter.ofPattern(
                        thisYear
                                ? pattern
                                : pattern.replace(
                                        "MMMM", language.getLanguage().equals("es") ? "MMMM 'de' yyyy" : "MMMM yyyy"),
                        language)
                .format(at.atZone(zone));
    }

    @Nested
    class Before_it_is_open {

        @Test
        void whoever_leads_opens_it_with_one_button_and_nobody_waits_for_anybody() {
            Browser ana = enters("Ana");
            Browser ben = enters("Ben");

            ben.sees(page -> assertThat(page.words())
                    .contains("The pre-work is not open yet", "Ana opens it.")
                    .doesNotContain("Not here yet", "begins the first step", "is not here yet"));
            ben.sees(page -> assertThat(page.buttons())
                    .doesNotContain("Raise hand", "Ask for time", "Facilitate in their place", "Set a date"));
            ana.sees(page -> assertThat(page.buttons())
                    .contains("Open the pre-work", "Set a date")
                    .doesNotContain("Begin: Read and choose"));
            ana.clicks("Open the pre-work");

            ben.sees(page -> assertThat(page.words())
                    .contains("Before the meeting", "Read and choose", "Pre-work is open")
                    .contains("stays open until the meeting begins"));
        }
    }

    @Nested
    class While_it_is_open {

        @Test
        void the_date_is_told_in_the_readers_own_zone_and_language() {
            Instant due = inDays(3);
            due(due);
            opened();

            Browser ben = at("rooms/" + room, "Ben", Locale.ENGLISH, DENVER);
            Browser cho = at("rooms/" + room, "Cho", Locale.of("es"), MADRID);

            ben.sees(page -> assertThat(page.words())
                    .contains("Until " + told(due, DENVER, "EEEE d MMMM, HH:mm", Locale.ENGLISH)));
            cho.sees(page -> assertThat(page.words())
                    .contains("Hasta el " + told(due, MADRID, "EEEE d 'de' MMMM, HH:mm", Locale.of("es"))));
        }

        @Test
        void there_are_no_buttons_of_the_clock_and_the_usual_one_begins_the_meeting() {
            opened();
            Browser ana = enters("Ana");
            Browser ben = enters("Ben");

            ana.sees(page -> assertThat(page.buttons())
                    .contains("Begin: The passage", "I’m done", "Set a date")
                    .doesNotContain("+1", "+5", "Pause", "Raise hand", "Ask for time"));
            ben.sees(page -> assertThat(page.buttons())
                    .contains("I’m done")
                    .doesNotContain("Raise hand", "Ask for time", "Set a date", "Facilitate in their place"));
            ben.sees(page -> assertThat(_find(PhaseClock.class)).isEmpty());

            ben.clicks("I’m done");
            ana.sees(page -> assertThat(page.words()).contains("1 of 4 done"));
            ana.clicks("Begin: The passage");
            ana.sees(page -> assertThat(page.buttons()).contains("+1", "+5", "Pause"));
            ben.sees(page -> assertThat(page.buttons()).contains("Raise hand", "Ask for time"));
        }

        @Test
        void the_page_says_when_the_date_has_passed() {
            due(inDays(2));
            opened();
            Browser ben = enters("Ben");
            ben.sees(page -> assertThat(page.words()).contains("Until "));

            clock.advance(Duration.ofDays(2));

            ben.sees(page -> assertThat(page.words())
                    .contains("You can still write; it is marked “after the date”.")
                    .doesNotContain("Until "));
        }

        @Test
        void whoever_leads_moves_the_date_and_takes_it_away() {
            due(inDays(2));
            opened();
            Browser ana = enters("Ana");
            Browser ben = enters("Ben");
            Instant later = inDays(5);

            ana.sees(page -> assertThat(page.buttons()).contains("Move the date"));
            ana.clicks("Move the date");
            ana.run(() -> _get(DateTimePicker.class).setValue(LocalDateTime.ofInstant(later, ZoneOffset.UTC)));
            ana.clicks("Save");
            ben.sees(page -> assertThat(page.words())
                    .contains("Until " + told(later, ZoneOffset.UTC, "EEEE d MMMM, HH:mm", Locale.ENGLISH)));

            ana.sees(page -> assertThat(_find(DueDialog.class)).isEmpty());
            ana.clicks("Move the date");
            ana.clicks("No date");
            ben.sees(page -> assertThat(page.words()).contains("There is no date"));
        }

        @Test
        void somebody_may_lead_instead_once_people_have_come_together() {
            opened();
            Browser ben = enters("Ben");
            ben.sees(page -> assertThat(page.buttons()).doesNotContain("Facilitate in their place"));

            Seat cho = cast.board(room, "Cho");
            open.add(cho);

            ben.sees(page -> assertThat(page.buttons()).contains("Facilitate in their place"));
        }
    }

    @Nested
    class After_the_meeting {

        @BeforeEach
        void come_to_the_last_step_of_a_meeting_with_work_after_it() {
            room = cast.meeting(
                    "fears-and-hopes",
                    Map.of("Ana", Role.FACILITATOR, "Ben", Role.PARTICIPANT, "Cho", Role.PARTICIPANT));
        }

        /** The step before the last, with the small groups that some need on the way. */
        private void come_to(String last) {
            for (String each : phases()) {
                if (rooms.give(room, cast.member(room, "Ana"), new RoomCommand.StartPhase(each))
                        instanceof Outcome.No) {
                    cast.gives(room, "Ana", new RoomCommand.FormGroups(List.of(), true));
                    cast.gives(room, "Ana", new RoomCommand.StartPhase(each));
                }
                if (each.equals(last)) {
                    return;
                }
            }
        }

        private List<String> phases() {
            return application.getBean(Protocols.class).latest("fears-and-hopes").phases().stream()
                    .map(Phase::id)
                    .toList();
        }

        @Test
        void the_room_is_kept_open_or_closed_and_stays_open_for_who_comes_later() {
            List<String> phases = phases();
            come_to(phases.get(phases.size() - 2));
            Browser ana = enters("Ana");

            ana.sees(page -> assertThat(page.buttons()).contains("Close the room"));
            clock.advance(Duration.ofMinutes(30));
            String keep = ana.on(() -> ana.buttons().stream()
                    .filter(text -> text.startsWith("Keep open for: "))
                    .findFirst()
                    .orElse("none"));
            assertThat(keep).isNotEqualTo("none");
            ana.clicks(keep);
            ana.run(() -> _get(TextField.class, spec -> spec.withLabel("Why it stays blank"))
                    .setValue("The bell rang."));
            ana.clicks("Go on without it");

            ana.sees(page -> assertThat(page.words()).contains("Open afterwards", "After the meeting"));
            ana.sees(page ->
                    assertThat(page.buttons()).contains("Close the room").doesNotContain("+1", "Pause"));
            clock.advance(Duration.ofDays(3));
            Browser ben = enters("Ben");
            ben.sees(page -> assertThat(page.words())
                    .contains("Open afterwards", "until the room is closed")
                    .doesNotContain("min behind", "are used up"));
        }
    }

    @Nested
    class A_room_kept_open_whose_facilitator_is_gone {

        @BeforeEach
        void keep_it_open() {
            After_the_meeting after = new After_the_meeting();
            after.come_to_the_last_step_of_a_meeting_with_work_after_it();
            List<String> phases = after.phases();
            after.come_to(phases.get(phases.size() - 2));
            clock.advance(Duration.ofMinutes(30));
            cast.gives(room, "Ana", new RoomCommand.StartPhase(phases.getLast(), "The bell rang."));
        }

        @Test
        void is_led_by_who_wants_to_close_it() {
            Browser ben = enters("Ben");
            ben.sees(page -> {
                assertThat(page.words())
                        .contains("Ana facilitates and is not here. The room stays open until somebody closes it.");
                assertThat(page.buttons()).doesNotContain("Close the room");
            });

            ben.clicks("Facilitate in their place");

            ben.sees(page ->
                    assertThat(page.buttons()).contains("Close the room").doesNotContain("Facilitate in their place"));
        }

        @Test
        void stays_its_facilitators_while_she_is_there() {
            Seat ana = cast.board(room, "Ana");
            open.add(ana);
            Browser ben = enters("Ben");

            ben.sees(page -> assertThat(page.words()).contains("Open afterwards"));
            ben.run(() -> assertThat(ben.buttons()).doesNotContain("Facilitate in their place"));
        }
    }

    @Nested
    class The_list_of_meetings {

        private RoomSummary summary() {
            return rooms.roomsOf(cast.id("Ben")).stream()
                    .filter(each -> each.id().equals(room))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void says_until_when_pre_work_is_open() {
            Instant due = inDays(4);
            due(due);
            opened();
            assertThat(summary().due()).contains(due);

            Browser ben = at("teams/" + cast.team.value(), "Ben", Locale.ENGLISH, DENVER);

            String told = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH)
                    .format(due.atZone(DENVER));
            ben.sees(page -> assertThat(page.words()).contains("In your own time", "Pre-work until " + told));
        }

        @Test
        void says_that_pre_work_is_open_where_it_has_no_date() {
            opened();
            assertThat(summary().due()).isEmpty();

            Browser ben = at("teams/" + cast.team.value(), "Ben", Locale.ENGLISH, DENVER);

            ben.sees(page -> assertThat(page.words()).contains("Pre-work is open"));
        }
    }

    @Nested
    class Preparing {

        @SuppressWarnings("unchecked")
        private void choose(String pack) {
            RadioButtonGroup<Pack> packs = _get(RadioButtonGroup.class);
            packs.setValue(packs.getListDataView()
                    .getItems()
                    .filter(each -> each.ref().id().equals(pack))
                    .findFirst()
                    .orElseThrow());
        }

        @Test
        void offers_a_date_for_pre_work_which_is_the_meetings_unless_somebody_says_otherwise() {
            Browser ana = at("rooms/new?team=" + cast.team.value(), "Ana", Locale.ENGLISH, DENVER);
            LocalDateTime meeting = LocalDateTime.ofInstant(inDays(6), DENVER).truncatedTo(ChronoUnit.HOURS);
            ana.run(() -> {
                choose("looking-at-student-work");
                assertThat(_find(DueField.class)).isEmpty();
                choose("save-the-last-word");
                _get(Select.class, spec -> spec.withLabel("Ben")).setValue(Role.PRESENTER);
                assertThat(_get(DueField.class).getHelperText()).contains("Read and choose");
                when().setValue(meeting);
                assertThat(_get(DueField.class).getValue()).isEqualTo(meeting);
                _get(DueField.class).setValue(meeting.minusDays(1));
                when().setValue(meeting.plusDays(1));
                assertThat(_get(DueField.class).getValue()).isEqualTo(meeting.minusDays(1));

                _get(DueField.class).setValue(meeting.minusDays(60));
                _click(_get(Button.class, spec -> spec.withText("Prepare the room")));
                assertThat(_get(DueField.class).getErrorMessage()).contains("lies ahead");
                _get(DueField.class).setValue(meeting.minusDays(2));
                _click(_get(Button.class, spec -> spec.withText("Prepare the room")));
            });

            String address = ana.address();
            RoomId made = rooms.roomsOf(cast.id("Ana")).stream()
                    .map(RoomSummary::id)
                    .filter(id -> address.contains(id.toString()))
                    .findFirst()
                    .orElseThrow();
            cast.gives(made, "Ana", new RoomCommand.StartPhase("read"));
            assertThat(rooms.roomsOf(cast.id("Ana")).stream()
                            .filter(each -> each.id().equals(made))
                            .findFirst()
                            .orElseThrow()
                            .due())
                    .contains(meeting.minusDays(2).atZone(DENVER).toInstant());
        }

        private static DateTimePicker when() {
            return _find(DateTimePicker.class).stream()
                    .filter(picker -> !(picker instanceof DueField))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
