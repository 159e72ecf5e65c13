package org.tessera.room.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.protocol.ui.AgendaPreview;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomId;
import org.tessera.support.AppTest;

/** The meeting's minutes: planned in the form, and caught up with in the room. */
@AppTest
@ActiveProfiles("test")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class MeetingPlanTest {

    private static final String STUDENT_WORK = "looking-at-student-work";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private HandClock clock;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Cast cast;

    @BeforeAll
    void make_a_team() {
        cast = new Cast(application, "Ana", "Ben", "Cho", "Dee");
    }

    @AfterEach
    void close_everything() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        open.clear();
    }

    private Browser browser(String name, String where) {
        Browser browser = new Browser(application, cast.signedIn(name, Locale.ENGLISH));
        open.add(browser);
        browser.open(where);
        return browser;
    }

    @Nested
    class The_form {

        private Browser ana;

        @BeforeEach
        void open_the_form() {
            ana = browser("Ana", "rooms/new?team=" + cast.team.value());
            ana.run(() -> choose(STUDENT_WORK));
        }

        @Test
        void suggests_what_the_protocol_takes_for_those_who_come_and_shows_every_step() {
            ana.run(() -> {
                assertThat(minutes().getValue()).isEqualTo(50);
                assertThat(people().getValue()).isEqualTo(4);
                assertThat(ana.words()).contains("50 min for 4 people: the protocol fits.");
                assertThat(steps()).hasSize(8).anyMatch(step -> step.contains("protected time"));
            });
        }

        @Test
        void fits_the_plan_while_one_types() {
            ana.run(() -> {
                List<String> usual = steps();
                minutes().setValue(45);

                assertThat(ana.words()).contains("45 min for 4 people: the protocol fits.");
                assertThat(steps()).isNotEqualTo(usual).hasSize(8);
                minutes().setValue(200);
                assertThat(ana.words()).contains("no step needs more, and the meeting can end earlier.");
            });
        }

        @Test
        void says_plainly_what_does_not_fit_and_what_would() {
            ana.run(() -> {
                minutes().setValue(20);
                prepare();

                assertThat(minutes().getErrorMessage())
                        .isEqualTo("The protocol does not fit into this. Below is what would.");
                assertThat(ana.words()).contains("The shortest meeting for this group is");
                people().setValue(40);
                assertThat(ana.words()).contains("This protocol is made for 4 to 12 people, not for 40.");
            });
        }

        @Test
        void fits_the_hour_of_a_team_the_protocol_is_not_made_for_and_says_so() {
            ana.run(() -> {
                choose("tuning");
                _get(Select.class, spec -> spec.withLabel("Ben")).setValue(Role.PRESENTER);
                minutes().setValue(60);
                assertThat(people().getValue()).isEqualTo(4);
                assertThat(ana.words())
                        .contains("60 min for 4 people: the protocol fits.")
                        .contains("This protocol is made for 8 to 12 people, not for 4. You can meet all the same.");
                prepare();
            });

            ana.sees(page -> assertThat(page.words()).contains("60 min planned"));
        }

        @Test
        void follows_the_people_until_somebody_says_otherwise() {
            ana.run(() -> {
                choose("four-as");
                int four = minutes().getValue();
                people().setValue(6);
                assertThat(minutes().getValue()).isGreaterThan(four);

                minutes().setValue(55);
                people().setValue(5);
                assertThat(minutes().getValue()).isEqualTo(55);
            });
        }

        @Test
        void prepares_a_room_that_is_planned_so() {
            AtomicInteger planned = new AtomicInteger();
            ana.run(() -> {
                choose("post-it-vision");
                minutes().setValue(minutes().getValue() - 5);
                planned.set(minutes().getValue());
                prepare();
            });

            ana.sees(page -> assertThat(page.words()).contains(planned.get() + " min planned"));
        }

        @SuppressWarnings("unchecked")
        private void choose(String pack) {
            Pack latest = application.getBean(Protocols.class).latest(pack);
            RadioButtonGroup<Pack> packs = _get(RadioButtonGroup.class, spec -> spec.withLabel("Protocol"));
            packs.setValue(latest);
        }

        private static IntegerField minutes() {
            return _get(IntegerField.class, spec -> spec.withLabel("Length of the meeting"));
        }

        private static IntegerField people() {
            return _get(IntegerField.class, spec -> spec.withLabel("How many will be there"));
        }

        private static List<String> steps() {
            return _find(_get(AgendaPreview.class), ListItem.class).stream()
                    .map(item -> item.getElement().getTextRecursively())
                    .toList();
        }

        private static void prepare() {
            _click(_get(Button.class, spec -> spec.withText("Prepare the room")));
        }
    }

    @Nested
    class A_meeting_that_is_late {

        private RoomId room;

        @BeforeEach
        void hold_the_first_step_for_too_long() {
            room = cast.meeting(
                    STUDENT_WORK,
                    Map.of(
                            "Ana", Role.FACILITATOR,
                            "Ben", Role.PRESENTER,
                            "Cho", Role.PARTICIPANT,
                            "Dee", Role.PARTICIPANT));
            cast.gives(room, "Ana", new RoomCommand.StartPhase("norms"));
            clock.advance(Duration.ofMinutes(8));
        }

        @Test
        void offers_the_facilitator_lawful_ways_on_and_one_press_takes_one() {
            Browser ana = browser("Ana", "rooms/" + room);
            ana.sees(page -> {
                assertThat(_get(
                                        Details.class,
                                        spec -> spec.withPredicate(details ->
                                                details.getSummaryText().contains("to end on time")))
                                .getSummaryText())
                        .isEqualTo("One way to end on time");
                assertThat(page.words())
                        .contains("5 min behind")
                        .contains("Every step is held:")
                        .contains("the meeting ends 5 min later.")
                        .contains("Protected time is kept in any case.");
            });

            ana.clicks("Shorten the steps ahead");

            ana.sees(page -> assertThat(page.words())
                    .contains("on time")
                    .doesNotContain("min behind")
                    .doesNotContain("Every step is held:"));
        }

        @Test
        void can_be_let_end_later() {
            Browser ana = browser("Ana", "rooms/" + room);
            ana.sees(page -> assertThat(page.buttons()).contains("End later"));

            ana.clicks("End later");

            // the clock goes on while the page is opened: on a slow machine it is a minute more
            ana.sees(
                    page -> assertThat(page.words()).containsPattern("of 5[56]").doesNotContain("min behind"));
        }

        @Test
        void offers_nothing_to_the_others() {
            Browser cho = browser("Cho", "rooms/" + room);

            cho.sees(page -> assertThat(page.words()).contains("5 min behind"));
            cho.run(() -> assertThat(cho.buttons()).doesNotContain("End later", "Shorten the steps ahead"));
        }

        @Test
        void shows_the_facilitator_how_many_ask_for_time_until_they_get_some() {
            Browser ana = browser("Ana", "rooms/" + room);
            cast.gives(room, "Cho", new RoomCommand.AskTime());
            ana.sees(page -> assertThat(page.words()).contains("One person asks for more time."));
            cast.gives(room, "Dee", new RoomCommand.AskTime());
            cast.gives(room, "Dee", new RoomCommand.AskTime());
            ana.sees(page -> assertThat(page.words()).contains("2 people ask for more time."));

            ana.run(() -> _click(_get(
                    Button.class,
                    spec -> spec.withPredicate(button -> button.getAriaLabel()
                            .filter("Give 2 more minutes"::equals)
                            .isPresent()))));

            ana.sees(page -> assertThat(page.words()).doesNotContain("people ask for more time."));
        }
    }
}
