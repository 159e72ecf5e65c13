package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.addNote;
import static org.tessera.room.Commands.addPrivateNote;
import static org.tessera.room.Commands.castVote;
import static org.tessera.room.Commands.keepNote;
import static org.tessera.room.Commands.write;
import static org.tessera.room.Gatherings.aroundStudentWork;
import static org.tessera.room.Gatherings.lookingIn;
import static org.tessera.room.Gatherings.visionIn;
import static org.tessera.room.Gatherings.visionWithReactionsIn;
import static org.tessera.room.Gatherings.visionWithWordsIn;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Ids.person;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.room.Entity.Member;
import org.tessera.room.RoomCommand.OfSeat;
import org.tessera.room.RoomEvent.PayloadErased;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves a room: to each person all that this person may know, and nothing else. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProjectionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int STEPS = 700;

    /** What the meetings that have been played have reached, by pack and seed. */
    private static final Map<String, Reached> KNOWN = new HashMap<>();

    /** Each seed is a meeting of its own; the number is the seed to play it again by. */
    static Stream<Arguments> meetings() {
        return Stream.of(
                        "looking-at-student-work",
                        "post-it-vision",
                        "rounds",
                        "instruments",
                        "voices",
                        "company",
                        "at-leisure")
                .flatMap(pack -> Stream.of(1L, 2L, 3L, 4L).map(seed -> Arguments.of(pack, seed)));
    }

    @Order(1)
    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("meetings")
    void what_everybody_was_told_adds_up_to_what_everybody_may_know_after_every_command(String pack, long seed) {
        RandomPlay play = new RandomPlay(seed);
        Rehearsal meeting = played(play, pack, STEPS);
        KNOWN.put(pack + seed, Reached.by(play, pack, meeting));

        List<Entity> claimed = meeting.room()
                .everything()
                .filter(entity -> entity instanceof Entity.Claim
                        || (entity instanceof Entity.Note note && note.state() == Entity.Note.State.ANONYMOUS))
                .toList();
        assertThat(replayed(meeting.log(), meeting.room()).exchanging(List.of(), claimed))
                .isEqualTo(meeting.room());
    }

    /** A meeting played at random; whatever anybody was told is checked after every command. */
    static Rehearsal played(String pack, long seed, int steps) {
        return played(new RandomPlay(seed), pack, steps);
    }

    private static Rehearsal played(RandomPlay play, String pack, int steps) {
        Rehearsal meeting = play.gathered(aRoom().of(pack));
        Audiences audiences = new Audiences(replayed(meeting.log(), meeting.room()));
        assertThat(audiences.live.members())
                .extracting(Member::role)
                .containsAll(meeting.room().pack().roles());
        assertThat(audiences.live.members()).anyMatch(Member::guest);
        for (int step = 0; step < steps; step++) {
            Rehearsal next = play.next(meeting);
            audiences.follow(
                    next.told().subList(meeting.told().size(), next.told().size()));
            assertThat(audiences.live).as("the log so far, replayed").isEqualTo(next.room());
            meeting = next;
        }
        return meeting;
    }

    private static Room replayed(List<Recorded> log, Room like) {
        Room room = Room.blank(like.id(), like.written());
        for (Recorded recorded : log) {
            room = room.apply(RoomJson.recorded(recorded.seq(), RoomJson.payload(recorded)));
        }
        return room;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_a_meeting_that_is_called_off_everybody_hears_that_it_is(boolean read) {
        RandomPlay play = new RandomPlay(1);
        Rehearsal ahead = play.gathered(aRoom().of("at-leisure"));
        Rehearsal meeting = read ? ahead.inPhase("read") : ahead;
        Audiences audiences = new Audiences(replayed(meeting.log(), meeting.room()));

        Rehearsal off = play.calledOff(meeting);

        audiences.follow(off.told().subList(meeting.told().size(), off.told().size()));
        assertThat(audiences.live).isEqualTo(off.room());
        assertThat(replayed(off.log(), off.room()).setting().isCancelled()).isTrue();
    }

    /** A generator that never gets anywhere proves nothing. */
    @Test
    void the_meetings_try_every_command_with_and_without_success_and_reach_every_kind_of_event() {
        Set<Class<?>> accepted = new HashSet<>();
        Set<Class<?>> refused = new HashSet<>();
        Set<Class<?>> happened = new HashSet<>();
        // Where most commands need the right moment, a few more meetings make sure that it comes.
        Stream<Arguments> more = Stream.of("voices", "instruments")
                .flatMap(pack -> Stream.of(5L, 6L, 7L, 8L).map(seed -> Arguments.of(pack, seed)));
        Stream.concat(meetings(), more).forEach(each -> {
            Reached reached = reached((String) each.get()[0], (long) each.get()[1]);
            accepted.addAll(reached.accepted());
            refused.addAll(reached.refused());
            happened.addAll(reached.happened());
        });

        assertThat(typesBut(accepted, OfSeat.class)).as("never accepted").isEmpty();
        assertThat(typesBut(refused, OfSeat.class)).as("never refused").isEmpty();
        assertThat(typesBut(happened, RoomEvent.class)).as("never happened").containsExactly(PayloadErased.class);
    }

    /** What was tried in a meeting and what came of it, with and without success. */
    private record Reached(Set<Class<?>> accepted, Set<Class<?>> refused, Set<Class<?>> happened) {

        /** By the meeting that {@code play} has played, and by calling it off, and another at its beginning. */
        static Reached by(RandomPlay play, String pack, Rehearsal meeting) {
            Set<Class<?>> happened = new HashSet<>();
            Stream.of(play.calledOff(play.gathered(aRoom().of(pack))), meeting)
                    .flatMap(each -> each.log().stream())
                    .forEach(recorded -> happened.add(recorded.event().getClass()));
            play.calledOff(meeting);
            return new Reached(play.accepted(), play.refused(), happened);
        }
    }

    /** The same meeting is not played a second time to see what it reached. */
    private static Reached reached(String pack, long seed) {
        Reached known = KNOWN.get(pack + seed);
        if (known != null) {
            return known;
        }
        RandomPlay play = new RandomPlay(seed);
        Rehearsal meeting = play.gathered(aRoom().of(pack));
        for (int step = 0; step < STEPS; step++) {
            meeting = play.next(meeting);
        }
        return Reached.by(play, pack, meeting);
    }

    private static List<Class<?>> typesBut(Set<Class<?>> some, Class<?> all) {
        return Stream.<Class<?>>of(all.getPermittedSubclasses())
                .filter(type -> type.isRecord() && !some.contains(type))
                .toList();
    }

    /** Everybody in a room, each with a picture of the own. */
    private static final class Audiences {

        private final Names names = new Names();
        private final Map<MemberId, Onlooker> onlookers = new LinkedHashMap<>();
        private Room live;

        Audiences(Room room) {
            live = room;
            introduce(room);
            join();
        }

        void follow(List<Recorded> log) {
            for (Recorded recorded : log) {
                Room after = live.apply(recorded);
                introduce(after);
                Telling telling = Projection.of(live, recorded, after, names);
                for (Onlooker onlooker : onlookers.values()) {
                    onlooker.hears(telling, live, recorded, after);
                }
                live = after;
                join();
            }
        }

        /** Names stand outside the log, and are there before a person is. */
        private void introduce(Room room) {
            room.members().forEach(member -> names.put(member.id(), "number " + member.ordinal()));
        }

        private void join() {
            live.members()
                    .forEach(member -> onlookers.computeIfAbsent(member.id(), id -> new Onlooker(id, live, names)));
        }
    }

    @Nested
    class An_event {

        @Test
        void tells_when_who_and_what_and_the_whole_entities_that_changed() {
            Rehearsal before = lookingIn("describe");
            JsonNode told = told(before, before.does("eva", addNote("n", "blue lines")), "ben")
                    .orElseThrow();

            assertThat(told.get("type").stringValue()).isEqualTo("note-added");
            assertThat(told.get("by").stringValue()).isEqualTo(person("eva").toString());
            assertThat(told.get("at").stringValue()).isEqualTo(before.now().toString());
            assertThat(told.get("event").stringValue()).isNotEmpty();
            assertThat(told.get("put").get("notes").get(0))
                    .isEqualTo(JSON.readTree("""
                            {"id":"%s","by":"%s","text":"blue lines","kind":"observation","phase":"describe",
                            "state":"posted","x":40.0,"y":40.0,"group":null,"ordinal":0,"pair":null,"station":null,"replyTo":null,"mergedInto":null,"anchor":null,"late":false}""".formatted(id("n"), person("eva"))));
            assertThat(told.has("drop")).isFalse();
        }

        @Test
        void about_a_private_note_is_told_to_its_writer_only() {
            Rehearsal before = lookingIn("describe");
            Rehearsal after = before.does("ben", addPrivateNote("n", "they had maps"));

            assertThat(told(before, after, "ben")).isPresent();
            assertThat(everybodyBut("ben"))
                    .allSatisfy(other -> assertThat(told(before, after, other)).isEmpty());
        }

        @Test
        void that_takes_a_note_off_the_board_drops_it_for_all_and_leaves_it_to_its_writer() {
            Rehearsal before = lookingIn("describe").does("eva", addNote("n", "blue lines"));
            Rehearsal after = before.does("eva", keepNote("n"));

            JsonNode others = told(before, after, "ana").orElseThrow();
            assertThat(others.get("drop").get("notes").get(0).stringValue()).isEqualTo(id("n").toString());
            assertThat(others.has("put")).isFalse();
            assertThat(told(before, after, "eva")
                            .orElseThrow()
                            .get("put")
                            .get("notes")
                            .get(0)
                            .get("state")
                            .stringValue())
                    .isEqualTo("aside");
        }

        @Test
        void of_a_vote_is_told_to_the_voter_only_until_the_count_is_everybodys() {
            Rehearsal before = visionWithWordsIn("vote");
            Rehearsal voted = before.does("eva", castVote("growing"));

            assertThat(told(before, voted, "eva")
                            .orElseThrow()
                            .get("put")
                            .get("ballots")
                            .get(0)
                            .get("marks"))
                    .isEqualTo(JSON.readTree("{\"%s\":1}".formatted(id("growing"))));
            assertThat(told(before, voted, "ana")).isEmpty();
            JsonNode counted = told(voted, voted.betweenPhases(), "ana").orElseThrow();
            assertThat(counted.get("put").get("tallies").get(0).get("counts"))
                    .isEqualTo(JSON.readTree("{\"%s\":1}".formatted(id("growing"))));
            assertThat(counted.get("put").has("ballots")).isFalse();
        }

        @Test
        void of_writing_in_a_draft_is_told_to_the_pair_with_the_change_itself() {
            Rehearsal before = visionIn("pairs");
            UUID draft = before.draftOf("ana").id();
            Rehearsal after = before.does("ana", write(draft, "We grow."));

            JsonNode partner = told(before, after, "rosa").orElseThrow();
            assertThat(partner.get("statement").stringValue()).isEqualTo(draft.toString());
            assertThat(partner.get("version").intValue()).isOne();
            assertThat(partner.get("changes")).isEqualTo(JSON.readTree("[[0,\"We grow.\"]]"));
            assertThat(told(before, after, "tim")).isEmpty();
            assertThat(told(before, after, "cleo")).isEmpty();
        }

        @Test
        void of_a_reveal_carries_all_it_uncovers() {
            Rehearsal before = visionWithReactionsIn("react");
            JsonNode told = told(before, before.betweenPhases(), "leo").orElseThrow();

            assertThat(told.get("put").get("notes")).hasSize(2);
        }

        @Test
        void of_an_override_is_told_to_the_person_and_to_who_conducts_and_not_why() {
            Rehearsal before = lookingIn("describe")
                    .does("ana", new RoomCommand.NameCofacilitator(person("tim").value(), true));
            Rehearsal after = before.does("ana", Commands.allow("ben", "post", "ben is upset"));

            for (String knowing : List.of("ana", "ben", "tim")) {
                assertThat(told(before, after, knowing).orElseThrow().toString())
                        .contains("\"type\":\"overridden\"")
                        .contains("\"grants\":{\"" + person("ben") + "\":[\"post\"]}")
                        .doesNotContain("upset");
                assertThat(grants(after, knowing)).isEqualTo(JSON.readTree("{\"" + person("ben") + "\":[\"post\"]}"));
            }
            for (String other : List.of("eva", "rosa", "cleo")) {
                assertThat(told(before, after, other)).isEmpty();
                assertThat(grants(after, other)).isEmpty();
            }
        }

        private static JsonNode grants(Rehearsal meeting, String name) {
            return snapshot(meeting, name).get("phases").get("describe").get("grants");
        }

        @Test
        void of_an_exception_stays_with_who_conducts_when_that_changes() {
            Rehearsal before = lookingIn("describe").does("ana", Commands.allow("ben", "post", "ben is upset"));
            Rehearsal beside = before.does(
                    "ana", new RoomCommand.NameCofacilitator(person("eva").value(), true));
            Rehearsal alone = beside.does(
                    "ana", new RoomCommand.NameCofacilitator(person("eva").value(), false));
            Rehearsal paused = before.does("ana", new RoomCommand.PausePhase("describe"));

            assertThat(grants(beside, "eva")).isNotEmpty();
            assertThat(told(before, beside, "eva")
                            .orElseThrow()
                            .get("put")
                            .get("phases")
                            .get(0)
                            .get("grants"))
                    .isEqualTo(grants(beside, "eva"));
            assertThat(told(beside, alone, "eva")
                            .orElseThrow()
                            .get("put")
                            .get("phases")
                            .get(0)
                            .get("grants"))
                    .isEmpty();
            assertThat(told(before, paused, "rosa").orElseThrow().toString())
                    .contains("\"phases\"")
                    .doesNotContain(person("ben").toString());
            assertThat(told(before, paused, "ben")
                            .orElseThrow()
                            .get("put")
                            .get("phases")
                            .valueStream()
                            .toList()
                            .getLast()
                            .get("grants"))
                    .isEqualTo(grants(before, "ben"));
        }

        @Test
        void that_a_step_may_end_early_is_told_to_who_conducts_alone() {
            Rehearsal before = lookingIn("debrief");
            Rehearsal after = before.does("ana", Commands.allow("ana", "end", "the bell"));

            assertThat(told(before, after, "ana")
                            .orElseThrow()
                            .get("put")
                            .get("phases")
                            .get(0)
                            .get("early")
                            .booleanValue())
                    .isTrue();
            assertThat(everybodyBut("ana"))
                    .allSatisfy(other -> assertThat(told(before, after, other)).isEmpty());
        }

        @Test
        void whose_payload_was_erased_tells_nothing() {
            Room room = lookingIn("describe").room();
            Recorded erased =
                    new Recorded(room.seq() + 1, id("gone"), Rehearsal.START, Optional.empty(), new PayloadErased());
            Room after = room.apply(erased);

            assertThat(after.everything())
                    .containsExactlyInAnyOrderElementsOf(room.everything().toList());
            assertThat(Projection.of(room, erased, after, new Names()).to(person("ana")))
                    .isEmpty();
        }
    }

    @Nested
    class A_snapshot {

        @Test
        void says_nothing_of_locked_material_but_that_it_is_there_and_when_it_opens() {
            JsonNode story = snapshot(lookingIn("describe"), "ben")
                    .get("materials")
                    .get(id("story").toString());

            assertThat(story).isEqualTo(JSON.readTree("""
                    {"id":"%s","kind":"context","locked":true,"unlocks":"presenter"}""".formatted(id("story"))));
        }

        @Test
        void shows_material_once_its_phase_has_come() {
            JsonNode story = snapshot(lookingIn("presenter"), "eva")
                    .get("materials")
                    .get(id("story").toString());

            assertThat(story.get("title").stringValue()).isEqualTo("What the class did before");
            assertThat(story.get("pages").intValue()).isOne();
        }

        @Test
        void has_every_collection_even_an_empty_one() {
            JsonNode snapshot = snapshot(aroundStudentWork().waiting(), "eva");

            assertThat(snapshot.propertyNames())
                    .containsExactlyInAnyOrder(
                            "room",
                            "people",
                            "phases",
                            "notes",
                            "groups",
                            "pairs",
                            "ballots",
                            "tallies",
                            "statements",
                            "wordings",
                            "ground",
                            "norms",
                            "flags",
                            "lookbacks",
                            "debriefs",
                            "picks",
                            "answers",
                            "checks",
                            "goals",
                            "materials",
                            "artifacts",
                            "agenda",
                            "wishes",
                            "circle",
                            "attendance",
                            "turns",
                            "voices",
                            "items",
                            "opinions",
                            "consensus",
                            "scores",
                            "grids",
                            "settled",
                            "leading",
                            "readiness",
                            "claims",
                            "extensions",
                            "links",
                            "dues");
        }

        @Test
        void shows_ones_own_sealed_words_and_nobody_elses() {
            Rehearsal reacting = visionWithReactionsIn("react");

            assertThat(snapshot(reacting, "eva").get("notes")).hasSize(1);
            assertThat(snapshot(reacting, "leo").get("notes")).isEmpty();
            assertThat(snapshot(reacting, "cleo").get("notes")).isEmpty();
            assertThat(snapshot(reacting.betweenPhases(), "cleo").get("notes")).hasSize(2);
        }
    }

    private static List<String> everybodyBut(String name) {
        return Stream.of("ana", "ben", "rosa", "tim", "eva", "cleo")
                .filter(each -> !each.equals(name))
                .toList();
    }

    /** What the first event after {@code before} tells somebody. */
    private static Optional<JsonNode> told(Rehearsal before, Rehearsal after, String name) {
        Recorded recorded = after.log().get(before.log().size());
        Room next = before.room().apply(recorded);
        return Projection.of(before.room(), recorded, next, new Names())
                .to(person(name))
                .map(told -> JSON.readTree(told.toString()));
    }

    private static JsonNode snapshot(Rehearsal meeting, String name) {
        return Projection.snapshot(meeting.room(), person(name), new Names());
    }
}
