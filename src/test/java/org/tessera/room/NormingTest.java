package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.addNote;
import static org.tessera.room.Commands.addNoteOfKind;
import static org.tessera.room.Commands.editNote;
import static org.tessera.room.Commands.keepNote;
import static org.tessera.room.Commands.removeNote;
import static org.tessera.room.Ids.id;
import static org.tessera.room.QuestionLogTest.content;
import static org.tessera.room.Refusal.*;
import static org.tessera.room.Rehearsal.given;
import static org.tessera.room.RehearsalPlan.aRoom;
import static org.tessera.room.Voices.voicesIn;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.protocol.Text;
import org.tessera.room.Entity.Norm;
import org.tessera.room.RoomCommand.AdoptNorm;
import org.tessera.room.RoomCommand.AnswerItem;
import org.tessera.room.RoomCommand.ChangeMeeting;
import org.tessera.room.RoomCommand.DropNorm;
import org.tessera.room.RoomCommand.FlagNorm;
import org.tessera.room.RoomCommand.SettleItem;
import org.tessera.room.RoomEvent.NormAdopted;
import org.tessera.room.RoomEvent.NormDropped;
import org.tessera.room.RoomEvent.NormFlagged;

/** From drafts of norms to the norms of the room. */
class NormingTest {

    private final Rehearsal drafted = voicesIn("draft")
            .does("eva", addNote("listen", "Let people finish"))
            .inPhase("condense");
    private final Rehearsal adopted = drafted.does("rosa", adopt("listen", "We let each other finish."));

    private static AdoptNorm adopt(String note, String text) {
        return new AdoptNorm(id(note), text);
    }

    private static FlagNorm flag(String norm, boolean hard) {
        return new FlagNorm(id(norm), hard);
    }

    @Nested
    class Adopting {

        @Test
        void takes_a_draft_of_an_earlier_phase_in_other_words() {
            assertThat(adopted.room().norms())
                    .containsExactly(new Norm(id("listen"), "We let each other finish.", 0, 0));
        }

        @Test
        void takes_a_draft_of_the_phase_itself_and_keeps_the_order() {
            Rehearsal more = adopted.does("leo", addNote("time", "Begin on time"))
                    .does("ana", adopt("time", "We begin on time."));

            assertThat(more.room().norms())
                    .extracting(Norm::text)
                    .containsExactly("We let each other finish.", "We begin on time.");
        }

        @Test
        void words_a_norm_anew() {
            given(adopted)
                    .when(adopt("listen", " We listen to the end. "), "ana")
                    .then(new NormAdopted(
                            id("listen"), "We listen to the end.", Optional.of("We let each other finish.")));
            given(adopted)
                    .when(adopt("listen", "We let each other finish."), "ana")
                    .thenNothing();
        }

        @ParameterizedTest
        @ValueSource(strings = {"eva", "ben", "cleo"})
        void is_for_who_leads_and_who_writes_for_the_group(String who) {
            given(drafted)
                    .when(adopt("listen", "We listen."), who)
                    .isRefused(who.equals("ben") ? PRESENTER_LISTENS : ROLE_MAY_NOT);
        }

        @Test
        void takes_norms_only_and_with_words() {
            given(drafted).when(adopt("nothing", "We listen."), "ana").isRefused(NOTE_UNKNOWN);
            given(drafted).when(adopt("listen", " "), "ana").isRefused(NOTE_EMPTY);
            given(drafted).when(adopt("listen", "x".repeat(501)), "ana").isRefused(NOTE_TOO_LONG);
            given(drafted.does("leo", Commands.addPrivateNote("own", "mine alone")))
                    .when(adopt("own", "We listen."), "ana")
                    .isRefused(NOTE_UNKNOWN);
        }

        @Test
        void leaves_the_draft_as_it_was_written() {
            Rehearsal own = drafted.does("leo", addNote("time", "Begin on time"))
                    .does("ana", adopt("time", "We begin on time."));

            given(own).when(editNote("time", "Late is fine"), "leo").isRefused(TAKEN_UP);
            given(own).when(removeNote("time"), "leo").isRefused(TAKEN_UP);
            given(own).when(keepNote("time"), "leo").isRefused(TAKEN_UP);
        }

        @Test
        void can_be_taken_back_and_so_can_dropping() {
            assertThat(adopted.undoes("rosa").room().norms()).isEmpty();
            assertThat(adopted.does("rosa", new DropNorm(id("listen")))
                            .undoes("rosa")
                            .room()
                            .norms())
                    .extracting(Norm::text)
                    .containsExactly("We let each other finish.");
        }
    }

    @Nested
    class Dropping {

        @Test
        void puts_a_norm_out_of_the_list_with_what_was_said_of_it() {
            Rehearsal dropped = adopted.does("eva", flag("listen", true)).does("ana", new DropNorm(id("listen")));

            assertThat(dropped.room().norms()).isEmpty();
            assertThat(dropped.room().flags()).isEmpty();
        }

        @Test
        void needs_the_right_and_a_norm() {
            given(adopted).when(new DropNorm(id("listen")), "eva").isRefused(ROLE_MAY_NOT);
            given(adopted).when(new DropNorm(id("nothing")), "ana").isRefused(NORM_UNKNOWN);
            given(adopted)
                    .when(new DropNorm(id("listen")), "ana")
                    .then(new NormDropped(id("listen"), "We let each other finish."));
        }
    }

    @Nested
    class The_rooms_norms {

        @Test
        void are_the_ones_taken_up_once_the_phase_is_over() {
            assertThat(adopted.room().setting().norms())
                    .isEqualTo(adopted.room().pack().norms());
            assertThat(adopted.betweenPhases().room().setting().norms())
                    .containsExactly(Text.of("We let each other finish."));
        }

        @Test
        void stay_as_they_were_where_none_was_taken_up() {
            Rehearsal over = drafted.betweenPhases();

            assertThat(over.room().setting().norms())
                    .isEqualTo(over.room().pack().norms());
        }
    }

    @Nested
    class A_checklist_of_norms {

        private final Rehearsal began = aRoom().of("abide")
                .with(Part.facilitator("ana"), Part.participant("eva"), Part.participant("leo"))
                .waiting();
        private final Rehearsal asked = began.inPhase("condense")
                .does("eva", addNote("listen", "Let people finish"))
                .does("leo", addNote("time", "Begin on time"))
                .does("ana", adopt("time", "We begin on time."))
                .does("ana", adopt("listen", "We let each other finish."))
                .inPhase("abide");

        @Test
        void asks_about_the_norms_that_were_taken_up() {
            assertThat(Items.itemsOf(asked.room(), asked.room().phaseOf(asked.phase())))
                    .extracting(item -> item.text().in(Locale.ENGLISH))
                    .containsExactly("We begin on time.", "We let each other finish.");
        }

        @Test
        void leaves_behind_only_what_the_group_says_yes_to() {
            Rehearsal over =
                    answered(answered(asked, "time", "yes"), "listen", "no").betweenPhases();

            assertThat(over.room().norms()).extracting(Norm::text).containsExactly("We begin on time.");
            assertThat(over.room().flags()).isEmpty();
            assertThat(over.room().setting().norms()).containsExactly(Text.of("We begin on time."));
            assertThat(content(over, "norms").get("norms").valueStream().map(norm -> norm.get("text")
                            .stringValue()))
                    .containsExactly("We begin on time.");
            assertThat(content(over, "norms")
                            .get("checklist")
                            .get("items")
                            .valueStream()
                            .map(item -> item.get("settled").stringValue()))
                    .containsExactly("yes", "no");
        }

        @Test
        void takes_no_norm_that_was_left_open_or_came_to_no_consensus() {
            Rehearsal split = asked.does("ana", new AnswerItem(item("listen"), "yes", null))
                    .does("eva", new AnswerItem(item("listen"), "no", "I cannot promise that"))
                    .does("ana", new SettleItem(item("listen"), "none", "We do not agree on it."))
                    .betweenPhases();

            assertThat(split.room().norms()).isEmpty();
            assertThat(split.room().setting().norms())
                    .isEqualTo(split.room().pack().norms());
            assertThat(content(split, "norms").has("norms")).isFalse();
        }

        @Test
        void leaves_the_norms_the_room_began_with_where_the_group_can_abide_by_none() {
            Rehearsal team = began.does("ana", new ChangeMeeting("Thursday", null, List.of("We bring bread"), null))
                    .inPhase("condense")
                    .does("eva", addNote("listen", "Let people finish"))
                    .does("ana", adopt("listen", "We let each other finish."))
                    .inPhase("abide");
            assertThat(team.room().setting().norms()).containsExactly(Text.of("We let each other finish."));

            Rehearsal none = answered(team, "listen", "no").betweenPhases();

            assertThat(none.room().norms()).isEmpty();
            assertThat(none.room().setting().norms()).containsExactly(Text.of("We bring bread"));
        }

        private Rehearsal answered(Rehearsal meeting, String norm, String answer) {
            return meeting.does("eva", flag("listen", true))
                    .does("ana", new AnswerItem(item(norm), answer, null))
                    .does("eva", new AnswerItem(item(norm), answer, null))
                    .does("leo", new AnswerItem(item(norm), answer, null))
                    .does("ana", new SettleItem(item(norm), answer, null));
        }

        private UUID item(String norm) {
            return Items.idOf(asked.room(), asked.room().phaseOf(asked.phase()), id(norm).toString());
        }

        @Test
        void leaves_the_norms_behind_with_how_many_find_which_hard() {
            Rehearsal over = asked.does("eva", flag("time", true)).betweenPhases();

            assertThat(content(over, "norms").get("norms").valueStream().map(norm -> norm.get("hard")
                            .intValue()))
                    .containsExactly(1, 0);
        }
    }

    @Nested
    class A_hard_norm {

        @Test
        void is_a_count_without_names_and_not_before_the_phase_is_over() {
            Rehearsal flagged = adopted.does("eva", flag("listen", true)).does("leo", flag("listen", true));

            assertThat(flagged.room().norms()).extracting(Norm::hard).containsExactly(0);
            assertThat(flagged.betweenPhases().room().norms())
                    .extracting(Norm::hard)
                    .containsExactly(2);
        }

        @Test
        void can_be_named_later_too_and_be_one_no_more() {
            Rehearsal later = adopted.inPhase("clarify").does("ben", flag("listen", true));
            Rehearsal counted = later.inPhase("probe");

            assertThat(counted.room().norms()).extracting(Norm::hard).containsExactly(1);
            assertThat(counted.does("ben", flag("listen", false))
                            .inPhase("feedback")
                            .room()
                            .norms())
                    .extracting(Norm::hard)
                    .containsExactly(0);
        }

        @Test
        void is_everybodys_to_name_but_the_coachs() {
            given(adopted).when(flag("listen", true), "cleo").isRefused(ROLE_MAY_NOT);
            given(adopted).when(flag("nothing", true), "eva").isRefused(NORM_UNKNOWN);
            given(adopted).when(flag("listen", false), "eva").thenNothing();
            given(adopted).when(flag("listen", true), "eva").thenOne(NormFlagged.class);
            given(adopted.betweenPhases()).when(flag("listen", true), "eva").isRefused(PHASE_CLOSED);
        }
    }

    @Test
    void the_artifact_holds_the_norms_the_drafts_and_how_many_find_which_hard() {
        Rehearsal over = adopted.does("eva", flag("listen", true))
                .does("leo", addNoteOfKind("norm", "time", "Begin on time"))
                .betweenPhases();
        var norms = content(over, "norms").get("norms");

        assertThat(norms).hasSize(1);
        assertThat(norms.get(0).get("text").stringValue()).isEqualTo("We let each other finish.");
        assertThat(norms.get(0).get("hard").intValue()).isEqualTo(1);
        assertThat(content(over, "norms").get("notes").valueStream().map(note -> note.get("text")
                        .stringValue()))
                .containsExactlyInAnyOrder("Let people finish", "Begin on time");
    }
}
