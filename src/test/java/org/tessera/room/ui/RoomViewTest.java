package org.tessera.room.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ContextMenuKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.tessera.account.Guests;
import org.tessera.account.JoinAnswer;
import org.tessera.account.SignedIn;
import org.tessera.clock.HandClock;
import org.tessera.protocol.Role;
import org.tessera.room.Refusal;
import org.tessera.room.Refusals;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;
import org.tessera.room.Seat;
import org.tessera.support.AppTest;
import tools.jackson.databind.JsonNode;

@AppTest
@ActiveProfiles("test")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class RoomViewTest {

    private static final String STUDENT_WORK = "looking-at-student-work";
    private static final String VISION = "post-it-vision";
    private static final Locale SPANISH = Locale.of("es");

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
        cast = new Cast(application, "Ana", "Ben", "Cho");
    }

    @BeforeEach
    void prepare_a_meeting() {
        room = cast.meeting(
                STUDENT_WORK, Map.of("Ana", Role.FACILITATOR, "Ben", Role.PRESENTER, "Cho", Role.PARTICIPANT));
    }

    @AfterEach
    void close_everything() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        open.clear();
    }

    private Browser enters(String name) {
        return enters(cast.signedIn(name, Locale.ENGLISH), room);
    }

    private Browser enters(SignedIn person, RoomId where) {
        Browser browser = new Browser(application, person);
        open.add(browser);
        browser.open("rooms/" + where);
        return browser;
    }

    @Nested
    class Before_it_begins {

        @Test
        void everybody_sees_who_is_missing_and_who_begins() {
            Seat board = cast.board(room, "Ana");
            open.add(board);
            Browser ben = enters("Ben");

            ben.sees(page -> assertThat(page.words())
                    .contains("Arriving")
                    .contains("Not here yet: Ben and Cho.", "Ana begins the first step.")
                    .contains("Your role: Presenter.")
                    .contains("Where does reasoning show?"));
        }

        @Test
        void people_in_every_role_find_themselves() {
            room = cast.meeting(
                    "assessment-validation",
                    Map.of("Ana", Role.FACILITATOR, "Ben", Role.SECOND_RECORDER, "Cho", Role.REPORTER));

            enters("Ben").sees(page -> assertThat(page.words()).contains("Your role: Second recorder."));
            enters("Cho").sees(page -> assertThat(page.words()).contains("Your role: Reporter.", "Second recorder"));
        }

        @Test
        void only_the_facilitator_can_begin() {
            Browser ana = enters("Ana");
            Browser ben = enters("Ben");

            ana.sees(page -> assertThat(page.buttons()).contains("Begin: Norms", "I agree"));
            ben.sees(page -> assertThat(page.buttons()).contains("I agree").doesNotContain("Begin: Norms"));
            ana.clicks("Begin: Norms");
            ben.sees(page -> assertThat(page.words())
                    .contains("Step 1 of 8")
                    .contains("Read the norms and the focus question, then agree to them."));
        }

        @Test
        void in_the_first_step_the_norms_make_way_for_the_buttons_of_who_conducts_it() {
            Browser ana = enters("Ana");
            Browser ben = enters("Ben");

            ana.clicks("Begin: Norms");

            ana.sees(page -> assertThat(page.words()).contains("Step 1 of 8").satisfies(words -> assertThat(
                            words.indexOf("Step 1 of 8"))
                    .isLessThan(words.indexOf("How we work together"))));
            ben.sees(page -> assertThat(page.words()).contains("Step 1 of 8").satisfies(words -> assertThat(
                            words.indexOf("How we work together"))
                    .isLessThan(words.indexOf("Step 1 of 8"))));
        }

        @Test
        void the_norms_are_agreed_to_once_and_everybody_sees_by_whom() {
            Browser ana = enters("Ana");
            Browser ben = enters("Ben");
            ben.sees(page -> assertThat(page.words()).contains("Nobody has agreed yet."));

            ben.clicks("I agree");

            ana.sees(page -> assertThat(page.words()).contains("Agreed: Ben."));
            ben.sees(page -> {
                assertThat(page.words()).contains("Agreed: you.");
                assertThat(page.buttons()).doesNotContain("I agree");
            });
        }

        @Test
        void a_first_step_that_is_optional_can_be_skipped() {
            RoomId vision = cast.meeting(VISION, Map.of("Ana", Role.FACILITATOR, "Cho", Role.PARTICIPANT));
            Browser ana = enters(cast.signedIn("Ana", Locale.ENGLISH), vision);
            ana.sees(page -> assertThat(page.buttons()).contains("Begin: React"));

            ana.run(() -> choose("Skip to: Words"));

            ana.sees(page -> assertThat(page.words())
                    .contains("Step 2 of 12")
                    .contains("skipped")
                    .contains("In silence: only you see what you write"));
        }
    }

    @Nested
    class In_a_step {

        @Test
        void the_silent_presenter_is_told_to_listen_and_the_others_what_to_do() {
            cast.goesTo(room, "Ana", "describe");
            Browser ben = enters("Ben");
            Browser cho = enters("Cho");

            ben.sees(page -> assertThat(page.words())
                    .contains("Listening: private notes only")
                    .contains("You are listening: private notes only. Note what surprises you")
                    .contains("The group: What do you see in the work?")
                    .contains("Next: Interpret, 8 min"));
            cho.sees(page -> assertThat(page.words())
                    .contains("You may speak and write")
                    .contains("What do you see in the work? Name the page.")
                    .contains("Presenter · listening")
                    .doesNotContain("You may say"));
        }

        @Test
        void the_current_step_is_marked_in_the_chain() {
            cast.goesTo(room, "Ana", "work");
            Browser cho = enters("Cho");

            cho.sees(_ -> assertThat(chain())
                    .containsExactly("done", "running", "ahead", "ahead", "ahead", "ahead", "ahead", "ahead"));
            cho.sees(page -> assertThat(page.words()).contains("The work\nrunning\nnow"));
        }

        @Test
        void the_facilitator_alone_has_controls_and_prompts() {
            cast.goesTo(room, "Ana", "describe");
            Browser ana = enters("Ana");
            Browser cho = enters("Cho");

            ana.sees(page -> {
                assertThat(page.buttons()).contains("Next: Interpret", "+1", "+5", "Pause");
                assertThat(page.words()).contains("You may say", "Only what is on the page.");
            });
            cho.sees(page -> assertThat(page.buttons()).contains("I’m done", "Raise hand", "Ask for time"));
            cho.sees(page -> assertThat(page.buttons()).doesNotContain("Next: Interpret", "+1", "Pause"));
            cho.run(() -> {
                assertThat(_find(MoreMenu.class)).isEmpty();
                assertThat(_find(_get(RoomView.class), MenuBar.class)).isEmpty();
            });
        }

        @Test
        void the_countdown_is_told_when_the_step_ends_and_stands_still_in_a_pause() {
            cast.goesTo(room, "Ana", "describe");
            Browser ana = enters("Ana");
            Browser cho = enters("Cho");
            cho.sees(_ -> assertThat(clock(_get(PhaseClock.class), "endsAt")).isNotEmpty());
            String before = cho.on(() -> clock(_get(PhaseClock.class), "endsAt"));

            ana.clicks("+5");
            cho.sees(_ -> assertThat(clock(_get(PhaseClock.class), "endsAt"))
                    .isEqualTo(Instant.parse(before).plus(Duration.ofMinutes(5)).toString()));
            ana.clicks("Pause");

            cho.sees(page -> {
                assertThat(clock(_get(PhaseClock.class), "pausedAt")).isNotEmpty();
                assertThat(page.words()).contains("The clock stands still: a pause.");
            });
            ana.sees(page -> assertThat(page.buttons()).contains("Go on").doesNotContain("Pause"));
        }

        @Test
        void signals_are_seen_by_everybody() {
            cast.goesTo(room, "Ana", "describe");
            Browser ana = enters("Ana");
            Browser cho = enters("Cho");
            cho.sees(page -> assertThat(page.buttons()).contains("Raise hand"));

            cho.clicks("Raise hand");
            cho.clicks("I’m done");
            cho.clicks("Ask for time");

            ana.sees(page -> assertThat(page.words())
                    .contains("hand raised")
                    .contains("done")
                    .contains("Cho asks for more time."));
            cho.sees(page -> {
                assertThat(page.buttons()).contains("Lower hand");
                assertThat(page.words()).contains("The room knows that you would like more time.");
            });
        }

        /** Where only signals have changed a page draws only them. */
        @Test
        void signals_look_the_same_on_a_page_that_was_open_and_on_a_new_one() {
            cast.goesTo(room, "Ana", "describe");
            Stream.of("Ana", "Ben", "Cho").map(name -> cast.board(room, name)).forEach(open::add);
            Browser ana = enters("Ana");
            Browser cho = enters("Cho");
            for (RoomCommand.OfSeat signal : List.of(
                    new RoomCommand.RaiseHand(),
                    new RoomCommand.Ready(),
                    new RoomCommand.LowerHand(),
                    new RoomCommand.NotReady())) {
                for (String who : List.of("Ben", "Cho")) {
                    cast.gives(room, who, signal);
                    looksAsNew("Ana", ana);
                    looksAsNew("Cho", cho);
                }
            }
        }

        private void looksAsNew(String name, Browser page) {
            enters(name).sees(fresh -> {
                // the last that comes is what a page reads beside the room
                assertThat(fresh.words()).contains("Only you see this.");
                assertThat(page.on(() -> {
                            MockVaadin.clientRoundtrip(true);
                            return page.words();
                        }))
                        .isEqualTo(fresh.words());
            });
        }

        @Test
        void what_happens_while_the_page_still_opens_is_told_too() {
            cast.goesTo(room, "Ana", "describe");
            Browser ana = new Browser(application, cast.signedIn("Ana", Locale.ENGLISH));
            open.add(ana);

            ana.run(() -> {
                UI.getCurrent().navigate("rooms/" + room);
                // the page sits in the room but has drawn nothing yet
                cast.gives(room, "Cho", new RoomCommand.AskTime());
            });

            ana.sees(page -> assertThat(page.words()).contains("Cho asks for more time."));
        }

        @Test
        void a_refusal_is_a_sentence_in_the_language_of_the_person() {
            cast.goesTo(room, "Ana", "debrief");
            looksBack();
            Browser ana = enters(cast.signedIn("Ana", SPANISH), room);
            ana.sees(page -> assertThat(page.words()).contains("Paso 8 de 8"));

            ana.run(() -> choose("Terminar este paso"));

            ana.sees(page -> assertThat(page.words())
                    .contains("El cierre es lo primero que se quita", Refusals.sentence(Refusal.PROTECTED, SPANISH)));
        }

        @Test
        void an_exception_with_a_reason_ends_a_protected_step() {
            cast.goesTo(room, "Ana", "debrief");
            Browser ana = enters("Ana");
            ana.sees(page -> assertThat(page.words()).contains("Step 8 of 8"));
            ana.run(() -> choose("Make an exception"));
            ana.clicks("Make the exception");
            ana.run(() -> assertThat(_get(TextArea.class).getErrorMessage())
                    .isEqualTo("Say briefly why, so that the record shows it."));

            ana.run(() -> _get(TextArea.class).setValue("The fire alarm rang."));
            ana.clicks("Make the exception");
            ana.sees(page -> assertThat(page.words()).contains("Ana has made an exception in this step."));
            ana.run(() -> choose("End this step"));
            ana.run(() -> _get(_get(ReasonDialog.class), TextField.class).setValue("Nobody was left."));
            ana.clicks("End it without it");

            ana.sees(page -> assertThat(page.words()).contains("A moment between steps"));
        }

        @Test
        void closing_before_protected_minutes_are_had_asks_why_and_keeps_what_was_typed() {
            cast.goesTo(room, "Ana", "debrief");
            looksBack();
            Browser ana = enters("Ana");
            ana.sees(page -> assertThat(page.words()).contains("Step 8 of 8"));
            clock.advance(Duration.ofSeconds(10));

            ana.clicks("Close the room");
            ana.sees(page -> assertThat(page.words()).contains("“Debrief” has had 0:10 of its 7 minutes"));
            String tooLong = "x".repeat(501);
            ana.run(() -> {
                _get(_get(ReasonDialog.class), TextField.class).setValue(tooLong);
                _click(_get(_get(ReasonDialog.class), Button.class, spec -> spec.withText("Close the room")));
            });
            ana.sees(page ->
                    assertThat(page.words()).contains(Refusals.sentence(Refusal.NOTE_TOO_LONG, Locale.ENGLISH)));
            ana.run(() -> {
                TextField why = _get(_get(ReasonDialog.class), TextField.class);
                assertThat(why.getValue()).isEqualTo(tooLong);
                why.setValue("The bus leaves.");
                _click(_get(_get(ReasonDialog.class), Button.class, spec -> spec.withText("Close the room")));
            });

            ana.sees(page -> assertThat(page.words()).contains("What you take along"));
            ana.run(() -> assertThat(_find(ReasonDialog.class)).isEmpty());
        }

        private void looksBack() {
            cast.gives(room, "Ana", new RoomCommand.AddNote(UUID.randomUUID(), "Silence", "helped", null, null, false));
            cast.gives(room, "Ana", new RoomCommand.AddNote(UUID.randomUUID(), "Time", "change", null, null, false));
        }

        @Test
        void the_overrun_names_what_can_lawfully_be_done() {
            cast.goesTo(room, "Ana", "describe");
            Browser ana = enters("Ana");
            ana.sees(page -> assertThat(page.buttons()).contains("Next: Interpret"));

            clock.advance(Duration.ofMinutes(30));

            ana.sees(page -> assertThat(page.words())
                    .contains("The time is up, and the meeting would end")
                    .contains("“Debrief” keeps its 7 minutes.")
                    .contains("min behind"));
        }
    }

    @Nested
    class The_order_of_turns {

        private void presses(Browser browser, String button) {
            browser.run(() -> _click(_get(
                    Button.class,
                    spec -> spec.withPredicate(
                            each -> each.getAriaLabel().filter(button::equals).isPresent()))));
        }

        @Test
        void is_set_by_the_facilitator_one_place_at_a_time() {
            cast.goesTo(room, "Ana", "describe");
            Browser plain = enters("Ana");
            plain.sees(page -> assertThat(page.words()).contains("Step 4 of 8"));
            plain.run(() -> assertThat(entries()).doesNotContain("Order of turns"));

            RoomId round = cast.meeting(
                    "fears-and-hopes",
                    Map.of("Ana", Role.FACILITATOR, "Ben", Role.PARTICIPANT, "Cho", Role.PARTICIPANT));
            Browser ana = enters(cast.signedIn("Ana", Locale.ENGLISH), round);
            ana.sees(page -> assertThat(page.words()).contains("Arriving"));
            ana.run(() -> choose("Order of turns"));
            presses(ana, "Move Cho up");
            ana.run(() -> assertThat(_get(TurnOrderDialog.class).getElement().getTextRecursively())
                    .contains("Cho is number 2 now."));
            presses(ana, "Move Cho up");
            ana.clicks("Set this order");

            ana.sees(page -> assertThat(_find(TurnOrderDialog.class)).isEmpty());
            ana.sees(page -> {
                // The page hears of the order a moment after the dialog has gone.
                _find(TurnOrderDialog.class).forEach(TurnOrderDialog::close);
                choose("Order of turns");
                assertThat(_find(_get(TurnOrderDialog.class), ListItem.class).stream()
                                .map(row -> _get(row, Span.class).getText()))
                        .containsExactly("Cho", "Ana", "Ben");
            });
        }

        private static List<String> entries() {
            return _get(MoreMenu.class).getItems().getFirst().getSubMenu().getItems().stream()
                    .map(MenuItem::getText)
                    .toList();
        }
    }

    @Nested
    class Roles_and_pairs {

        @Test
        void handing_over_takes_the_controls_along_and_is_told_to_everybody() {
            cast.goesTo(room, "Ana", "describe");
            Browser ana = enters("Ana");
            Browser cho = enters("Cho");
            ana.sees(page -> assertThat(page.buttons()).contains("Next: Interpret"));

            ana.run(() -> {
                assign("Cho", "Facilitator");
                ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
            });

            cho.sees(page -> {
                assertThat(page.buttons()).contains("Next: Interpret");
                assertThat(page.words()).contains("You lead the meeting now.");
            });
            ana.sees(page -> {
                assertThat(page.buttons()).doesNotContain("Next: Interpret");
                assertThat(page.words()).contains("Cho leads the meeting now.");
            });
        }

        @Test
        void when_the_facilitator_is_gone_everybody_learns_who_leads() {
            cast.goesTo(room, "Ana", "describe");
            Seat anasBoard = cast.board(room, "Ana");
            open.add(cast.board(room, "Cho"));
            Browser ben = enters("Ben");
            Browser cho = enters("Cho");
            ben.sees(page -> assertThat(page.words()).contains("People · 2 of 3 here"));

            anasBoard.close();
            ben.sees(page -> assertThat(page.words()).contains("People · 1 of 3 here"));
            clock.advance(Duration.ofSeconds(31));

            ben.sees(page -> assertThat(page.words())
                    .contains("The facilitator has lost the connection. Cho leads the meeting now"));
            cho.sees(page -> {
                assertThat(page.words()).contains("You lead the meeting now; hand it back under “People”");
                assertThat(page.buttons()).contains("Next: Interpret");
            });
        }

        @Test
        void pairs_are_formed_before_the_step_that_needs_them() {
            RoomId vision = cast.meeting(
                    VISION, Map.of("Ana", Role.FACILITATOR, "Ben", Role.PARTICIPANT, "Cho", Role.PARTICIPANT));
            cast.goesTo(vision, "Ana", "vote");
            Browser ana = enters(cast.signedIn("Ana", Locale.ENGLISH), vision);
            Browser cho = enters(cast.signedIn("Cho", Locale.ENGLISH), vision);
            ana.sees(page -> assertThat(page.buttons()).contains("Form pairs, then Draft in pairs"));

            ana.clicks("Form pairs, then Draft in pairs");
            ana.clicks("Form these pairs");
            ana.run(() -> assertThat(_get(GroupsDialog.class).isOpened()).isTrue());
            ana.clicks("Suggest pairs");
            ana.clicks("Form these pairs");

            ana.sees(_ -> assertThat(_find(GroupsDialog.class)).isEmpty());
            cho.sees(page -> assertThat(page.words()).contains("Step 8 of 12", "In your small group", "You work with"));
        }
    }

    @Nested
    class Small_groups {

        private final Cast six = new Cast(application, "Ana", "Ben", "Cho", "Dee", "Eli", "Fay");

        private final RoomId carousel = six.meeting(
                "feedback-carousel",
                Map.of(
                        "Ana", Role.FACILITATOR,
                        "Ben", Role.PARTICIPANT,
                        "Cho", Role.PARTICIPANT,
                        "Dee", Role.PARTICIPANT,
                        "Eli", Role.PARTICIPANT,
                        "Fay", Role.PARTICIPANT));

        @Test
        void take_in_somebody_who_comes_late_while_they_are_at_work() {
            RoomId late = six.meeting(
                    "feedback-carousel",
                    Map.of(
                            "Ana", Role.FACILITATOR,
                            "Ben", Role.PARTICIPANT,
                            "Cho", Role.PARTICIPANT,
                            "Dee", Role.PARTICIPANT,
                            "Eli", Role.PARTICIPANT,
                            "Fay", Role.PARTICIPANT));
            List<UUID> people = List.of("Ana", "Ben", "Cho", "Dee").stream()
                    .map(name -> six.member(late, name).value())
                    .toList();
            six.gives(late, "Ana", new RoomCommand.FormGroups(List.of(people)));
            six.goesTo(late, "Ana", "show");
            Browser ana = enters(six.signedIn("Ana", Locale.ENGLISH), late);
            Browser eli = enters(six.signedIn("Eli", Locale.ENGLISH), late);
            ana.sees(page -> assertThat(page.words()).contains("Add somebody to a group"));

            ana.run(() -> choose("Add somebody to a group"));
            ana.clicks("Add");
            ana.run(() -> {
                Select<GroupPicture> group = groups();
                assertThat(group.getErrorMessage()).isEqualTo("Choose a group.");
                assertThat(group.isInvalid()).isTrue();
                group.setValue(group.getListDataView().getItem(0));
            });
            ana.clicks("Add");

            ana.sees(_ -> assertThat(_find(LateComers.class)).isEmpty());
            eli.sees(page -> assertThat(page.words()).contains("You were added to a group: you work with Ana"));
            ana.sees(page -> assertThat(page.words()).contains("Eli works in your group now."));
        }

        @Test
        void that_are_full_are_not_offered_to_who_comes_late() {
            RoomId late = six.meeting(
                    "feedback-carousel",
                    Map.of(
                            "Ana", Role.FACILITATOR,
                            "Ben", Role.PARTICIPANT,
                            "Cho", Role.PARTICIPANT,
                            "Dee", Role.PARTICIPANT,
                            "Eli", Role.PARTICIPANT,
                            "Fay", Role.PARTICIPANT));
            List<UUID> people = List.of("Ana", "Ben", "Cho", "Dee", "Eli").stream()
                    .map(name -> six.member(late, name).value())
                    .toList();
            six.gives(late, "Ana", new RoomCommand.FormGroups(List.of(people)));
            six.goesTo(late, "Ana", "show");
            Browser ana = enters(six.signedIn("Ana", Locale.ENGLISH), late);
            ana.sees(page -> assertThat(page.words()).contains("Add somebody to a group"));

            ana.run(() -> choose("Add somebody to a group"));

            ana.run(() -> {
                assertThat(ana.words()).contains("No group can take one more in this step.");
                assertThat(_find(_get(LateComers.class), Select.class)).isEmpty();
                assertThat(ana.buttons()).doesNotContain("Add");
            });
        }

        @SuppressWarnings("unchecked")
        private static Select<GroupPicture> groups() {
            return _get(_get(LateComers.class), Select.class, spec -> spec.withLabel("To the group of"));
        }

        @Test
        void are_called_by_their_size_and_given_more_time_one_by_one() {
            Browser ana = enters(six.signedIn("Ana", Locale.ENGLISH), carousel);
            ana.sees(page -> assertThat(page.buttons()).contains("Form groups, then Show the plans"));

            ana.clicks("Form groups, then Show the plans");
            ana.clicks("Form these groups");
            ana.sees(page -> assertThat(page.words()).contains("Each group needs three to five people"));
            ana.clicks("Suggest groups");
            ana.clicks("Form these groups");
            ana.sees(page -> assertThat(page.words()).contains("Step 1 of 7 · Round"));
            ana.run(() -> ContextMenuKt._clickItemWithCaption(_get(MoreMenu.class), "More time for one group"));
            ana.clicks("Give more time");

            ana.sees(_ -> assertThat(_find(GroupTimeDialog.class)).isEmpty());
        }
    }

    @Nested
    class At_the_door {

        @Test
        void a_room_of_another_team_is_answered_like_one_that_is_not_there() {
            Cast others = new Cast(application, "Zoe");

            Browser zoe = new Browser(application, others.signedIn("Zoe", Locale.ENGLISH));
            open.add(zoe);

            String foreign = zoe.turnedAwayFrom("rooms/" + room);

            assertThat(foreign).isEqualTo(zoe.turnedAwayFrom("rooms/" + UUID.randomUUID()));
            assertThat(foreign).isEqualTo(zoe.turnedAwayFrom("rooms/nonsense"));
            assertThat(foreign)
                    .isEqualTo(zoe.turnedAwayFrom("rooms/" + room + "/wall").replace("/wall", ""));
            zoe.run(() -> assertThat(_find(RoomView.class)).isEmpty());
        }

        @Test
        void guests_come_in_by_the_code_the_facilitator_opens() {
            cast.goesTo(room, "Ana", "describe");
            Browser ana = enters("Ana");
            ana.sees(page -> assertThat(page.buttons()).contains("Next: Interpret"));
            ana.run(() -> choose("Let guests in"));
            String code = rooms.find(room, cast.signedIn("Ana", Locale.ENGLISH))
                    .orElseThrow()
                    .guestCode()
                    .orElseThrow();
            ana.run(() -> assertThat(ana.words()).contains(code));

            Browser guest = enters(guest(code), room);

            ana.sees(page -> assertThat(page.words()).contains("Robin", "Participant · guest"));
            guest.sees(page -> {
                assertThat(page.words()).contains("Robin (you)", "You may speak and write");
                assertThat(page.buttons()).doesNotContain("Next: Interpret");
            });
            ana.clicks("Take no more guests");
            assertThat(application.getBean(Guests.class).join(code, "Sam", Locale.ENGLISH))
                    .isEqualTo(JoinAnswer.Refused.CODE_UNKNOWN);
        }

        @Test
        void who_conducts_beside_the_facilitator_opens_the_door_as_well() {
            assertThat(rooms.openToGuests(room, cast.member(room, "Cho"))).isEmpty();

            cast.gives(
                    room,
                    "Ana",
                    new RoomCommand.NameCofacilitator(cast.member(room, "Cho").value(), true));
            Browser cho = enters("Cho");
            cho.sees(page -> assertThat(page.buttons()).contains("Begin: Norms"));
            cho.run(() -> choose("Let guests in"));
            cho.sees(page -> assertThat(page.buttons()).contains("Take no more guests"));

            rooms.closeToGuests(room, cast.member(room, "Cho"));
            assertThat(rooms.find(room, cast.signedIn("Ana", Locale.ENGLISH))
                            .orElseThrow()
                            .guestCode())
                    .isEmpty();
        }

        @Test
        void a_guest_of_another_room_is_brought_back_to_it_as_from_nowhere() {
            RoomId other = cast.meeting(
                    STUDENT_WORK, Map.of("Ana", Role.FACILITATOR, "Ben", Role.PRESENTER, "Cho", Role.PARTICIPANT));
            String code = rooms.openToGuests(other, cast.member(other, "Ana")).orElseThrow();

            Browser guest = new Browser(application, guest(code));
            open.add(guest);

            for (Object elsewhere : List.of(room, UUID.randomUUID())) {
                guest.open("rooms/" + elsewhere);
                assertThat(guest.address()).isEqualTo("rooms/" + other);
            }
        }

        @Test
        void leaving_the_page_leaves_the_seat() {
            Browser cho = enters("Cho");
            cho.sees(page -> assertThat(page.words()).contains("Arriving"));
            RoomView view = cho.on(() -> _get(RoomView.class));
            cho.run(() -> assertThat(view.seat()).isPresent());

            cho.open("");

            cho.run(() -> assertThat(view.seat()).isEmpty());
        }

        private SignedIn guest(String code) {
            return switch (application.getBean(Guests.class).join(code, "Robin", Locale.ENGLISH)) {
                case JoinAnswer.Joined joined ->
                    new SignedIn(joined.guest(), joined.name(), true, joined.room(), joined.locale());
                case JoinAnswer.Refused no -> throw new AssertionError(no);
            };
        }
    }

    @Nested
    class When_it_is_over {

        @Test
        void what_was_made_is_listed_with_the_next_step() {
            cast.goesTo(room, "Ana", "interpret");
            Browser ana = enters("Ana");
            Browser ben = enters("Ben");
            ana.sees(page -> assertThat(page.words()).contains("Observations"));

            ana.run(() -> {
                choose("Close the room");
                _get(_get(ReasonDialog.class), TextField.class).setValue("The bus leaves.");
                _click(_get(_get(ReasonDialog.class), Button.class, spec -> spec.withText("Close the room")));
            });

            ben.sees(page -> {
                assertThat(page.words())
                        .contains("What you take along")
                        .contains("from “Describe”")
                        .contains("Link it as evidence");
                assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                        .contains("evidence")
                        .anyMatch(address -> address.startsWith("artifacts/"));
                assertThat(page.buttons()).isEmpty();
            });
            ana.sees(page -> assertThat(page.buttons()).isEmpty());
        }
    }

    @Nested
    class Ending_early {

        @Test
        void a_debrief_that_is_closed_at_once_says_first_what_goes_wrong_most_often() {
            cast.goesTo(room, "Ana", "debrief");
            Browser ana = enters("Ana");
            ana.sees(page -> assertThat(page.buttons()).contains("Close the room"));

            ana.clicks("Close the room");

            ana.sees(_ -> assertThat(_find(_get(ReasonDialog.class), Paragraph.class))
                    .extracting(Paragraph::getText)
                    .first()
                    .asString()
                    .startsWith("The debrief is the first thing to be dropped"));
        }

        @Test
        void a_debrief_that_is_blank_and_has_not_had_its_time_asks_one_reason_for_both() {
            cast.goesTo(room, "Ana", "debrief");
            Browser ana = enters("Ana");
            ana.sees(page -> assertThat(page.buttons()).contains("Close the room"));

            ana.clicks("Close the room");

            ana.sees(_ -> assertThat(_find(_get(ReasonDialog.class), Paragraph.class))
                    .extracting(Paragraph::getText)
                    .last()
                    .asString()
                    .contains("of its 7 minutes", "nobody has said yet both what helped and what to change"));
            ana.run(() -> _get(
                            TextField.class,
                            spec -> spec.withLabel("Why the room closes early and without looking back"))
                    .setValue("The bell rang."));
        }
    }

    @Nested
    class In_both_languages {

        @Test
        void the_page_and_the_protocol_speak_the_person_s_language() {
            cast.goesTo(room, "Ana", "describe");
            Browser ben = enters(cast.signedIn("Ben", SPANISH), room);

            ben.sees(page -> {
                assertThat(page.words())
                        .contains("Paso 4 de 8")
                        .contains("Describir")
                        .contains("Escuchas: solo notas privadas")
                        .contains("Mirar el trabajo de los estudiantes")
                        .doesNotContain("!room", "Listening");
                assertThat(page.buttons()).contains("Levantar la mano", "Pedir tiempo");
            });
        }
    }

    @Nested
    class On_the_wall {

        @Test
        void it_says_what_everybody_does_and_offers_nothing_to_operate() {
            cast.goesTo(room, "Ana", "work");
            Browser wall = new Browser(application, cast.signedIn("Ana", Locale.ENGLISH));
            open.add(wall);
            wall.open("rooms/" + room + "/wall");

            wall.sees(page -> assertThat(page.words())
                    .contains("The work")
                    .contains("Ben has the floor.")
                    .contains("Focus question: Where does reasoning show?"));
            wall.run(() -> {
                assertThat(_find(Button.class)).isEmpty();
                assertThat(_get(H1.class).getText()).isEqualTo("The work");
            });
        }
    }

    @Nested
    class On_the_wall_of_a_round_of_presenters {

        @Test
        void it_names_who_holds_the_step_in_turn() {
            RoomId round = cast.meeting(
                    "save-the-last-word",
                    Map.of("Ana", Role.FACILITATOR, "Ben", Role.PRESENTER, "Cho", Role.PARTICIPANT));
            List.of("read", "passage.1").forEach(step -> cast.gives(round, "Ana", new RoomCommand.StartPhase(step)));
            Browser wall = new Browser(application, cast.signedIn("Ana", Locale.ENGLISH));
            open.add(wall);
            wall.open("rooms/" + round + "/wall");

            wall.sees(page -> assertThat(page.words()).contains("Ana has the floor."));
            List.of(
                            "pause.1",
                            "respond.1",
                            "last-word.1",
                            "passage.2",
                            "pause.2",
                            "respond.2",
                            "last-word.2",
                            "passage.3")
                    .forEach(step -> cast.gives(round, "Ana", new RoomCommand.StartPhase(step)));
            wall.sees(page -> assertThat(page.words()).contains("Cho has the floor."));
        }
    }

    /** How far each step of the chain is. */
    private static List<String> chain() {
        Element steps =
                _get(PhaseChain.class).getChildren().findFirst().orElseThrow().getElement();
        return Optional.ofNullable((JsonNode) steps.getPropertyRaw("steps"))
                .map(list -> list.valueStream()
                        .map(step -> step.path("state").asString())
                        .toList())
                .orElse(List.of());
    }

    private static String clock(PhaseClock clock, String property) {
        return clock.getElement().getProperty(property, "");
    }

    /** Chooses a role in the menu behind a person's name. */
    private static void assign(String name, String role) {
        MenuBar menu = _find(MenuBar.class).stream()
                .filter(bar -> bar.getItems()
                        .getFirst()
                        .getAriaLabel()
                        .filter(("Role of " + name)::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        ContextMenuKt._clickItemWithCaption(menu, role);
    }

    private static void choose(String item) {
        ContextMenuKt._clickItemWithCaption(_get(MoreMenu.class), item);
    }

    private static String text(Component component) {
        return component
                .getChildren()
                .map(child -> child.getElement().getText())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
