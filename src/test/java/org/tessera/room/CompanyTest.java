package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tessera.room.Commands.addNote;
import static org.tessera.room.Commands.addPrivateNote;
import static org.tessera.room.Commands.allow;
import static org.tessera.room.Commands.editNote;
import static org.tessera.room.Commands.groupNotes;
import static org.tessera.room.Commands.keepNote;
import static org.tessera.room.Commands.moveNote;
import static org.tessera.room.Commands.nameGroup;
import static org.tessera.room.Commands.postNote;
import static org.tessera.room.Commands.removeNote;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Ids.note;
import static org.tessera.room.Ids.person;
import static org.tessera.room.Part.coach;
import static org.tessera.room.Part.facilitator;
import static org.tessera.room.Part.participant;
import static org.tessera.room.Refusal.*;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.protocol.Grouping;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.Pair;
import org.tessera.room.RoomCommand.*;
import org.tessera.room.RoomEvent.*;

/** In whose company something is written, and who ever learns of it: {@code packs/company.yaml} has a phase of each kind. */
class CompanyTest {

    private static Rehearsal in(String phase) {
        return aRoom().of("company")
                .with(facilitator("ana"), participant("ben"), participant("eva"), participant("leo"))
                .with(participant("tim"), coach("cleo"))
                .inPhase(phase);
    }

    /** ana and ben, eva and leo and tim. */
    private static Rehearsal paired(String phase) {
        return in("list")
                .does("ana", Commands.formGroups(List.of("ana", "ben"), List.of("eva", "leo", "tim")))
                .inPhase(phase);
    }

    private static String told(Rehearsal before, Rehearsal after, String name) {
        Room room = before.room();
        StringBuilder all = new StringBuilder();
        for (Recorded recorded :
                after.told().subList(before.told().size(), after.told().size())) {
            Room next = room.apply(recorded);
            all.append(Projection.of(room, recorded, next, new Names())
                    .to(person(name))
                    .map(Utf8::toString)
                    .orElse(""));
            room = next;
        }
        return all.toString();
    }

    static Stream<OfSeat> wordy() {
        return SeatCommands.everybodys()
                .filter(command -> !(command instanceof Ready
                        || command instanceof NotReady
                        || command instanceof RaiseHand
                        || command instanceof LowerHand
                        || command instanceof AskTime
                        || command instanceof PassTurn
                        || command instanceof EndTurn
                        || command instanceof ShareVoice
                        || command instanceof TakeFacilitation
                        || command instanceof AgreeNorms));
    }

    @Nested
    class An_unrecorded_phase {

        @ParameterizedTest
        @MethodSource("org.tessera.room.CompanyTest#wordy")
        void takes_nothing_that_carries_words(OfSeat command) {
            in("talk").when(command, "ana").isRefused(NOT_RECORDED);
            in("talk").when(command, "cleo").isRefused(NOT_RECORDED);
        }

        @Test
        void takes_no_private_note_no_question_and_no_right_to_write() {
            in("talk").when(addPrivateNote("n", "secret"), "eva").isRefused(NOT_RECORDED);
            in("talk").when(new FocusQuestion("secret"), "ana").isRefused(NOT_RECORDED);
            in("talk").when(allow("eva", "post", "secret"), "ana").isRefused(NOT_RECORDED);
            in("talk").when(new Undo(id("before")), "eva").isRefused(NOT_RECORDED);
        }

        @Test
        void still_has_signals_and_an_end() {
            Rehearsal talking = in("talk")
                    .does("eva", new RaiseHand())
                    .does("eva", new AskTime())
                    .does("ana", new ExtendPhase("talk", 2))
                    .does("ana", allow("ana", "end", "the bus leaves"));

            Rehearsal after = talking.does("ana", new EndPhase("talk"));

            assertThat(after.phase("talk").endedAt()).isPresent();
            assertThat(after.captures()).isEmpty();
            assertThat(after.room().notes()).isEmpty();
        }
    }

    @Nested
    class Somebody_who_comes_late {

        private final Rehearsal late = paired("pairs")
                .does("ana", addNote("n", "what ana and ben wrote"))
                .house(new RoomCommand.Admit(person("gus"), org.tessera.protocol.Role.PARTICIPANT, false));

        private UUID groupOf(String name) {
            return SmallGroups.of(late.room(), person(name)).orElseThrow().id();
        }

        private RoomCommand.AddToGroup add(String who, UUID group) {
            return new RoomCommand.AddToGroup(person(who).value(), group);
        }

        @Test
        void is_added_to_no_group_as_a_coach() {
            Rehearsal coached =
                    late.house(new RoomCommand.Admit(person("hal"), org.tessera.protocol.Role.COACH, false));

            coached.when(add("hal", groupOf("ana")), "ana").isRefused(ROLE_MAY_NOT);
        }

        @Test
        void is_added_to_a_group_at_work_and_sees_what_lies_there() {
            late.when(addNote("g", "gus writes"), "gus").isRefused(NO_GROUP);
            Rehearsal added = late.does("ana", add("gus", groupOf("ana")));

            assertThat(told(late, added, "gus")).contains("what ana and ben wrote");
            assertThat(told(late, added, "eva")).doesNotContain("what ana and ben wrote");
            assertThat(SmallGroups.of(added.room(), person("ana")).orElseThrow().people())
                    .containsExactly(person("ana"), person("ben"), person("gus"));
            assertThat(SmallGroups.of(added.room(), person("eva")))
                    .isEqualTo(SmallGroups.of(late.room(), person("eva")));
            Rehearsal written = added.does("gus", addNote("g", "gus writes"));
            assertThat(told(added, written, "ben")).contains("gus writes");
            assertThat(told(added, written, "eva")).isEmpty();
        }

        @Test
        void is_added_by_who_conducts_to_a_group_that_may_take_one_more() {
            late.when(add("gus", groupOf("ana")), "ben").isRefused(FACILITATOR_ONLY);
            late.when(add("gus", groupOf("eva")), "ana").isRefused(GROUPS_INVALID);
            late.when(add("gus", id("no group")), "ana").isRefused(GROUPS_INVALID);
            late.when(add("nobody", groupOf("ana")), "ana").isRefused(PERSON_UNKNOWN);
        }

        @Test
        void moves_nobody_who_is_in_a_group_already() {
            late.when(add("eva", groupOf("ana")), "ana").isRefused(GROUPS_INVALID);
            late.when(add("ben", groupOf("ana")), "ana").thenNothing();
        }
    }

    @Nested
    class An_anonymous_phase {

        private final Rehearsal writing = in("write")
                .does("eva", addNote("e1", "secret eva one"))
                .does("ben", addNote("b1", "secret ben"))
                .does("eva", addNote("e2", "secret eva two"));
        private final Rehearsal open = writing.does("ana", new EndPhase("write"));

        @Test
        void tells_nobody_but_the_writer_and_leaves_no_trace_in_the_log() {
            Rehearsal before = in("write");

            assertThat(writing.log()).isEqualTo(before.log());
            assertThat(writing.room().seq()).isEqualTo(before.room().seq());
            assertThat(told(before, writing, "eva")).contains("secret eva one", "\"sealed\"");
            for (String other : List.of("ana", "leo", "tim", "cleo")) {
                assertThat(told(before, writing, other)).isEmpty();
                assertThat(Projection.snapshot(writing.room(), person(other), new Names()))
                        .isEqualTo(Projection.snapshot(before.room(), person(other), new Names()));
            }
        }

        @Test
        void lets_the_writer_change_move_and_take_away_what_is_still_hidden() {
            Rehearsal changed = writing.does("eva", editNote("e1", "other words"))
                    .does("eva", moveNote("e1", 7, 8))
                    .does("eva", removeNote("e2"));

            assertThat(changed.log()).isEqualTo(writing.log());
            assertThat(changed.note("e1").text()).isEqualTo("other words");
            assertThat(changed.room().note(note("e2"))).isEmpty();
            changed.when(editNote("e1", "guess"), "ben").isRefused(NOTE_UNKNOWN);
            changed.when(postNote("e1"), "eva").isRefused(NOTE_SEALED);
            changed.when(keepNote("e1"), "eva").isRefused(NOTE_SEALED);
        }

        @Test
        void does_not_mind_a_command_that_comes_again() {
            writing.when(addNote("e1", "secret eva one"), "eva").thenNothing();
            open.when(addNote("e1", "secret eva one"), "eva").thenNothing();
            open.inPhase("list").when(addNote("e1", "secret eva one"), "eva").thenNothing();
        }

        @Test
        void refuses_what_comes_too_late_instead_of_showing_it_under_a_name() {
            AddNote late = new AddNote(id("late"), "secret", null, null, null, false, null, null, "write");

            writing.does("leo", late);
            open.when(late, "leo").isRefused(PHASE_CLOSED);
            open.inPhase("list").when(late, "leo").isRefused(PHASE_CLOSED);
        }

        @Test
        void opens_all_at_once_with_new_ids_and_no_writer() {
            List<Note> notes = open.room().notes();

            assertThat(notes)
                    .extracting(Note::text)
                    .containsExactlyInAnyOrder("secret eva one", "secret eva two", "secret ben");
            assertThat(notes).allSatisfy(note -> {
                assertThat(note.by()).isEqualTo(MemberId.NOBODY);
                assertThat(note.onBoard()).isTrue();
            });
            assertThat(notes).extracting(Note::id).doesNotContain(note("e1"), note("e2"), note("b1"));
            String log = open.log().stream().map(RoomJson::payload).collect(Collectors.joining("\n"));
            String tail = log.substring(log.indexOf("\"phase-ended\",\"phase\":\"write\""));
            assertThat(tail)
                    .contains("secret eva one")
                    .doesNotContain(person("eva").toString(), id("e1").toString());
            assertThat(open.lastCapture().content()).contains("secret ben").doesNotContain("\"by\"");
        }

        @Test
        void tells_only_the_writer_which_are_the_own() {
            String eva = told(writing, open, "eva");
            String leo = told(writing, open, "leo");

            assertThat(eva).contains("\"claims\"", id("e1").toString(), id("e2").toString());
            assertThat(eva).doesNotContain(id("b1").toString());
            assertThat(leo).contains("secret ben").doesNotContain("claims", id("e1").toString(), id("b1").toString());
            assertThat(leo).contains("\"by\":null").doesNotContain(person("eva").toString());
            assertThat(open.room().claims().filter(claim -> claim.by().equals(person("eva"))))
                    .hasSize(2);
        }

        /** Sixty meetings with the same people writing in the same order: where the first one's note ends up says nothing. */
        @Test
        void shuffles_places_whatever_the_order_of_writing() {
            int first = 0;
            for (int meeting = 0; meeting < 60; meeting++) {
                Rehearsal one = in("write");
                for (String who : List.of("ana", "ben", "eva", "leo")) {
                    one = one.does(who, addNote(who + meeting, who));
                }
                List<Note> notes = one.does("ana", new EndPhase("write")).room().notes();
                assertThat(notes).extracting(Note::ordinal).containsExactly(0, 1, 2, 3);
                first += notes.getFirst().text().equals("ana") ? 1 : 0;
            }
            assertThat(first).isBetween(3, 32);
        }

        @Test
        void is_drawn_otherwise_for_who_has_another_secret() {
            Room room = writing.room();
            List<NoteId> here = ids(room);
            List<NoteId> there = ids(room.drawing(new Lots(new byte[] {1, 2, 3})));

            assertThat(here).doesNotContainAnyElementsOf(there);
        }

        private static List<NoteId> ids(Room room) {
            return ((NotesUncovered)
                            Anonymous.uncovered(room, room.pack().phase("write").orElseThrow())
                                    .orElseThrow())
                    .notes().stream().map(Uncovered::note).toList();
        }

        @Test
        void leaves_notes_nobody_can_change_any_more_not_even_their_writer() {
            UUID own = open.room()
                    .claims()
                    .filter(claim -> claim.was().equals(note("e1")))
                    .findFirst()
                    .orElseThrow()
                    .note()
                    .value();
            Rehearsal listing = open.inPhase("list");

            for (String who : List.of("eva", "ben", "ana")) {
                listing.when(new EditNote(own, "mine"), who).isRefused(NOTE_SEALED);
                listing.when(new RemoveNote(own), who).isRefused(NOTE_SEALED);
                listing.when(new KeepNote(own), who).isRefused(NOTE_SEALED);
            }
            listing.does("ben", new MoveNote(own, 1, 2, null));
        }

        @Test
        void cannot_be_undone() {
            writing.whenUndoing("eva", new UUID(8, 0)).isRefused(NOTHING_TO_UNDO);
            assertThat(writing.latestFirst(person("eva"))).isEmpty();
        }

        @Test
        void says_how_many_are_ready_and_not_who() {
            Rehearsal ready = writing.does("eva", new Ready()).does("ben", new Ready());

            assertThat(told(writing, ready, "leo"))
                    .contains("\"ready\":2", "\"by\":null")
                    .doesNotContain(person("eva").toString(), person("ben").toString());
            assertThat(told(writing, ready, "eva")).contains(person("eva") + ":write");
            assertThat(ready.room().members()).noneMatch(Entity.Member::ready);
            assertThat(told(ready, ready.does("eva", new NotReady()), "leo")).contains("\"ready\":1");
            assertThat(ready.does("ana", new EndPhase("write")).room().shelf(Shelf.READINESS))
                    .isEmpty();
            ready.when(new Ready(), "eva").thenNothing();
        }

        @Test
        void gives_a_coach_a_private_note() {
            assertThat(writing.does("cleo", addNote("c", "I watch")).note("c").state())
                    .isEqualTo(Note.State.PRIVATE);
        }

        @Test
        void is_never_written_to_the_log_by_mistake() {
            Recorded slip =
                    new Recorded(1, id("x"), Rehearsal.START, Optional.empty(), NoteAdded.of(writing.note("e1")));

            assertThatThrownBy(() -> RoomJson.payload(slip)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class Small_groups {

        @ParameterizedTest(name = "{1} people in {0}: {2}")
        @CsvSource({
            "PAIR,2,2", "PAIR,3,3", "PAIR,5,2 3", "PAIR,7,2 2 3", "TRIAD,3,3", "TRIAD,4,4", "TRIAD,5,2 3",
            "TRIAD,8,4 4", "TRIAD,11,3 4 4", "QUAD,3,3", "QUAD,5,5", "QUAD,6,3 3", "QUAD,7,3 4", "QUAD,11,3 4 4",
            "TRIAD,2,2", "QUAD,2,2",
        })
        void have_even_sizes_and_leave_nobody_alone(Grouping grouping, int people, String sizes) {
            int count = grouping.groupsOf(people);
            List<Integer> expected =
                    Stream.of(sizes.split(" ")).map(Integer::valueOf).toList();
            assertThat(count).isEqualTo(expected.size());
            assertThat(expected).allMatch(size -> grouping.fits(size, people));
            assertThat(grouping.fits(1, people)).isFalse();
        }

        @Test
        void are_formed_by_lot_in_the_size_the_next_step_asks_for() {
            Rehearsal listing = in("list");
            PairsFormed formed =
                    listing.when(new FormGroups(List.of(), true), "ana").thenOne(PairsFormed.class);

            assertThat(formed.pairs().values()).extracting(List::size).containsExactlyInAnyOrder(2, 3);
            assertThat(formed.pairs().values().stream().flatMap(List::stream))
                    .containsExactlyInAnyOrder(
                            person("ana"), person("ben"), person("eva"), person("leo"), person("tim"));
        }

        @Test
        void of_a_wrong_size_are_refused_and_so_is_a_step_without_the_right_ones() {
            Rehearsal listing = in("list");
            listing.when(Commands.formGroup("ana"), "ana").isRefused(GROUPS_INVALID);
            listing.when(Commands.formGroup("ana", "ben", "eva", "leo"), "ana").isRefused(GROUPS_INVALID);
            Rehearsal waiting = aRoom().of("company")
                    .with(facilitator("ana"), participant("ben"), participant("eva"))
                    .waiting();
            waiting.when(new StartPhase("talk"), "ana").isRefused(GROUPS_INVALID);
            waiting.does("ana", Commands.formGroup("ana", "ben", "eva")).does("ana", new StartPhase("talk"));
        }

        @Test
        void cannot_be_formed_anew_while_people_work_in_them() {
            paired("pairs").when(new FormGroups(List.of(), true), "ana").isRefused(GROUPS_INVALID);
        }

        @Test
        void have_boards_nobody_else_sees_until_they_are_merged() {
            Rehearsal before = paired("pairs");
            Rehearsal written = before.does("eva", addNote("e", "secret of three"))
                    .does("leo", moveNote("e", 5, 6))
                    .does("leo", addNote("l", "another"))
                    .does("tim", groupNotes("g", "e", "l"))
                    .does("tim", nameGroup("g", "secret theme"));

            for (String other : List.of("ana", "ben", "cleo")) {
                assertThat(told(before, written, other)).isEmpty();
            }
            for (String own : List.of("eva", "leo", "tim")) {
                assertThat(told(before, written, own)).contains("secret of three", "secret theme", "\"among\"");
            }
            written.when(moveNote("e", 1, 1), "ana").isRefused(NOTE_UNKNOWN);
            written.when(nameGroup("g", "guess"), "ben").isRefused(GROUP_UNKNOWN);
            written.when(editNote("e", "guess"), "leo").isRefused(NOTE_NOT_YOURS);
            written.when(addNote("x", "nowhere"), "cleo").isRefused(ROLE_MAY_NOT);
        }

        @Test
        void merge_their_boards_at_the_end_and_every_note_still_says_which_group_wrote_it() {
            Rehearsal written =
                    paired("pairs").does("eva", addNote("e", "theirs")).does("ben", addNote("b", "ours"));
            Pair theirs = SmallGroups.of(written.room(), person("eva")).orElseThrow();

            Rehearsal merged = written.does("ana", new EndPhase("pairs"));

            assertThat(told(written, merged, "ana")).contains("theirs", "ours");
            assertThat(merged.note("e").ties().pair()).contains(theirs.id());
            assertThat(merged.note("e").ties().among()).isEmpty();
            assertThat(merged.room().notes()).extracting(Note::ordinal).containsExactly(0, 1);
            assertThat(merged.lastCapture().content()).contains("theirs", "ours");
        }

        @Test
        void stay_as_the_source_of_their_notes_when_others_are_formed() {
            Rehearsal merged =
                    paired("pairs").does("eva", addNote("e", "theirs")).does("ana", new EndPhase("pairs"));
            UUID theirs = merged.note("e").ties().pair().orElseThrow();

            Rehearsal anew = merged.does("ana", Commands.formGroups(List.of("ana", "eva"), List.of("ben", "leo")));

            assertThat(anew.room().pairs()).hasSize(2).noneMatch(pair -> pair.id()
                    .equals(theirs));
            assertThat(anew.room().shelf(Shelf.PAIRS).values()).hasSize(3).anySatisfy(pair -> assertThat(pair)
                    .isEqualTo(new Pair(theirs, List.of(person("eva"), person("leo"), person("tim")), true)));
        }

        @Test
        void have_no_place_for_who_is_in_none() {
            Rehearsal late = in("list")
                    .does("ana", Commands.formGroups(List.of("ana", "ben"), List.of("eva", "leo")))
                    .inPhase("pairs");

            late.when(addNote("t", "alone"), "tim").isRefused(NO_GROUP);
            late.does("tim", addPrivateNote("t", "alone"));
        }

        @Test
        void say_together_that_they_are_done() {
            Rehearsal done = paired("pairs").does("leo", new Ready());

            assertThat(done.room().members().stream()
                            .filter(Entity.Member::ready)
                            .map(Entity.Member::id))
                    .containsExactlyInAnyOrder(person("eva"), person("leo"), person("tim"));
            assertThat(done.does("tim", new NotReady()).room().members()).noneMatch(Entity.Member::ready);
            assertThat(done.undoes("leo").room().members()).noneMatch(Entity.Member::ready);
        }

        @Test
        void have_what_they_asked_for_when_their_own_time_is_longer() {
            Rehearsal asking = paired("pairs").does("eva", new AskTime()).does("ben", new AskTime());
            UUID theirs =
                    SmallGroups.of(asking.room(), person("eva")).orElseThrow().id();

            Rehearsal longer = asking.does("ana", new ExtendPhase("pairs", 3, theirs));

            assertThat(longer.room().shelf(Shelf.WISHES).get("pairs"))
                    .isEqualTo(new Entity.Wish("pairs", List.of(person("ben"))));
        }

        @Test
        void can_have_more_time_than_the_others() {
            Rehearsal working = paired("pairs");
            UUID theirs =
                    SmallGroups.of(working.room(), person("eva")).orElseThrow().id();

            Rehearsal longer = working.does("ana", new ExtendPhase("pairs", 3, theirs));

            assertThat(longer.room().extension("pairs", theirs).orElseThrow().endsAt())
                    .isEqualTo(working.endsAt().plusSeconds(180));
            assertThat(longer.endsAt()).isEqualTo(working.endsAt());
            working.when(new ExtendPhase("pairs", 3, id("nobody's")), "ana").isRefused(GROUPS_INVALID);
            working.when(new ExtendPhase("pairs", 3, theirs), "eva").isRefused(FACILITATOR_ONLY);
        }

        @Test
        void visit_each_others_plans_in_turn() {
            Rehearsal first = paired("rotation.1").does("ana", addNote("a", "for them"));
            UUID ours =
                    SmallGroups.of(first.room(), person("ana")).orElseThrow().id();
            UUID theirs =
                    SmallGroups.of(first.room(), person("eva")).orElseThrow().id();

            assertThat(first.note("a").ties().station()).contains(theirs);
            assertThat(first.note("a").ties().pair()).contains(ours);
            assertThat(told(paired("rotation.1"), first, "eva")).isEmpty();
            assertThat(first.inPhase("rotation.2").note("a").state()).isEqualTo(Note.State.POSTED);
        }

        @Test
        void of_more_than_two_are_never_at_their_own_plan_and_meet_all_others() {
            Rehearsal six = aRoom().of("company")
                    .with(facilitator("ana"), participant("ben"), participant("eva"))
                    .with(participant("leo"), participant("tim"), participant("rosa"))
                    .inPhase("list")
                    .does(
                            "ana",
                            new FormGroups(List.of(
                                    List.of(id("ana"), id("ben")),
                                    List.of(id("eva"), id("leo")),
                                    List.of(id("tim"), id("rosa")))));
            for (Pair pair : six.room().pairs()) {
                Set<UUID> visited = Stream.of("rotation.1", "rotation.2")
                        .flatMap(phase ->
                                SmallGroups.station(
                                        six.room(),
                                        six.room().pack().phase(phase).orElseThrow(),
                                        pair)
                                        .stream())
                        .collect(Collectors.toSet());
                assertThat(visited).hasSize(2).doesNotContain(pair.id());
            }
        }
    }

    @Nested
    class A_web {

        private final Rehearsal web =
                paired("web").does("eva", addNote("q", "Why?")).does("ben", addNote("n", "Because"));

        @Test
        void has_answers_under_notes() {
            Rehearsal answered =
                    web.does("leo", new AddNote(id("r"), "Perhaps", null, null, null, false, null, id("q"), null));

            assertThat(answered.note("r").ties().replyTo()).contains(note("q"));
            web.when(new AddNote(id("r"), "?", null, null, null, false, null, id("gone"), null), "leo")
                    .isRefused(NOTE_UNKNOWN);
            Rehearsal hidden = web.does("eva", addPrivateNote("p", "mine"));
            hidden.when(new AddNote(id("r"), "?", null, null, null, false, null, id("p"), null), "leo")
                    .isRefused(NOTE_UNKNOWN);
        }

        @Test
        void has_lines_between_notes() {
            Rehearsal linked = web.does("leo", new LinkNotes(id("q"), id("n")));

            assertThat(linked.room().links()).hasSize(1);
            linked.when(new LinkNotes(id("n"), id("q")), "tim").thenNothing();
            assertThat(linked.does("tim", new UnlinkNotes(id("n"), id("q")))
                            .room()
                            .links())
                    .isEmpty();
            assertThat(linked.undoes("leo").room().links()).isEmpty();
            assertThat(linked.does("ben", removeNote("n")).room().links()).isEmpty();
            assertThat(linked.does("ben", keepNote("n")).room().links()).isEmpty();
            web.when(new LinkNotes(id("q"), id("q")), "leo").isRefused(MALFORMED);
            web.when(new LinkNotes(id("q"), id("none")), "leo").isRefused(NOTE_UNKNOWN);
            web.when(new LinkNotes(id("q"), id("n")), "cleo").isRefused(ROLE_MAY_NOT);
            web.when(new UnlinkNotes(id("q"), id("n")), "leo").isRefused(NOTE_UNKNOWN);
        }
    }
}
