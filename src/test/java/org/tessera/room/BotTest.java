package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tessera.db.Tables.SIGN_IN;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;
import static org.tessera.protocol.Role.RECORDER;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.account.SignInEnded;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Bot;
import org.tessera.support.wire.Snapshots;
import org.tessera.support.wire.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code docs/wire.md} is enough for an outsider: a program written from it takes part in whole meetings, does everything a
 * participant is asked for, loses nothing when its socket does, and holds the room a fresh snapshot shows.
 */
@AppTest
class BotTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What every guest does, whatever the protocol. */
    private static final List<String> EVERYWHERE = List.of(
            "agree-norms",
            "add-note",
            "edit-note",
            "remove-note",
            "post-note",
            "move-note",
            "undo",
            "group-notes",
            "name-group",
            "raise-hand",
            "lower-hand",
            "ready");

    @LocalServerPort
    private int port;

    @Autowired
    private DSLContext db;

    @Autowired
    private Rooms rooms;

    @Autowired
    private LiveRooms live;

    @Autowired
    private RoomStore store;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Protocols protocols;

    @Autowired
    private Materials materials;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void a_program_takes_part_in_looking_at_student_work_and_misses_nothing_while_it_is_away() {
        Meeting m = meeting()
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", PARTICIPANT)
                .bringing(materials, MaterialKind.WORK, "water-student-work.pdf", "Three pages")
                .bringing(materials, MaterialKind.CONTEXT, "water-assignment.pdf", "The assignment")
                .running("looking-at-student-work");
        try (Bot bot = join(m)) {
            String noor = you(bot);
            Wire ana = open(m, "ana");
            Wire ben = open(m, "ben");
            Wire cho = open(m, "cho");
            lead(ana, bot, "norms", 1);
            lead(ana, bot, "work", 1);
            lead(ana, bot, "examine", 1);
            lead(ana, bot, "describe", 1);
            adds(cho, "A table with four rows");

            bot.tell("leave");
            bot.await("left", line -> true);
            Wire.await("Noor is gone", () -> !ana.here().contains(noor));
            adds(cho, "An arrow while Noor was away");
            ana.does("extend-phase", Map.of("phase", "describe", "minutes", 2));
            bot.tell("return");
            bot.await("open", line -> line.path("first").asString().equals("events"));
            JsonNode late = bot.await("late answer", line -> true);
            assertThat(late.path("answer").asString()).isEqualTo("ack");
            assertThat(late.path("told").asBoolean())
                    .as("its event came before its acknowledgement")
                    .isTrue();

            lead(ana, bot, "interpret", 1);
            lead(ana, bot, "implications", 1);
            lead(ana, bot, "presenter", 1);
            lead(ana, bot, "debrief", 1);
            adds(ben, "Ten minutes of only seeing", "helped");
            ana.does("close-room", Map.of("reason", "The bell rang."));

            JsonNode fold = bot.ends();
            assertThat(acked(bot)).containsAll(EVERYWHERE);
            assertThat(bot.lines("looked")).hasSize(1);
            cameBackWithItsCursor(bot);
            assertThat(asked(cho, noor)).as("asked for time once").isEqualTo(1);
            triedInVain(bot, m, noor);
            wrote(
                    m,
                    noor,
                    Map.of(
                            "describe", Set.of("observation"),
                            "interpret", Set.of("interpretation", "question"),
                            "implications", Set.of("implication"),
                            "debrief", Set.of("helped", "change")));
            assertThat(m.live().notes())
                    .filteredOn(note -> note.by().toString().equals(noor) && note.onBoard())
                    .filteredOn(note -> note.anchor().isPresent())
                    .extracting(Entity.Note::phase)
                    .contains("describe", "interpret", "implications", "debrief");
            String observations = artifact(m, "describe");
            assertThat(observations)
                    .contains("Noor’s only observation in describe")
                    .contains("Noor points: observation in examine")
                    .contains("What Noor sees in describe");
            assertThat(artifact(m, "debrief")).contains("Noor points: change in debrief");
            keptSilence(cho);
            sameAsFresh(fold, m, noor);
        }
        m.isConsistent();
    }

    @Test
    void a_program_takes_part_in_a_post_it_vision_and_comes_back_when_the_server_lets_go_of_it() {
        Meeting m = meeting()
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .with("cho", RECORDER)
                .running("post-it-vision");
        try (Bot bot = join(m)) {
            String noor = you(bot);
            Wire ana = open(m, "ana");
            Wire ben = open(m, "ben");
            Wire cho = open(m, "cho");
            lead(ana, bot, "react", 1);
            lead(ana, bot, "words", 1);
            adds(cho, "quiet mornings");
            lead(ana, bot, "post", 1);
            adds(cho, "real work");
            adds(ben, "students revise");
            lead(ana, bot, "sort", 1);

            cut(m, noor);
            bot.await("open", line -> line.path("first").asString().equals("events"));

            lead(ana, bot, "name", 1);
            lead(ana, bot, "aside", 1);
            lead(ana, bot, "vote", 1);
            cho.does(
                    "cast-vote",
                    Map.of(
                            "target",
                            cho.collection("groups").keySet().iterator().next()));
            ana.does("form-groups", Map.of("groups", List.of(List.of(ana.you(), cho.you()), List.of(ben.you(), noor))));
            lead(ana, bot, "pairs", 1);
            edits(ben, "We revise real work.");
            lead(ana, bot, "statement", 1);
            edits(cho, "Students revise real work.");
            lead(ana, bot, "fingers", 1);
            checks(ben, 2);
            lead(ana, bot, "statement", 2);
            lead(ana, bot, "fingers", 2);
            checks(ben, 5);
            lead(ana, bot, "goals", 1);
            lead(ana, bot, "debrief", 1);
            ana.does("close-room", Map.of("reason", "The bell rang."));

            JsonNode fold = bot.ends();
            assertThat(acked(bot))
                    .containsAll(EVERYWHERE)
                    .contains("keep-note", "cast-vote", "retract-vote", "edit-statement", "answer-check", "add-goal")
                    .contains("edit-goal");
            assertThat(bot.lines("closed").getFirst().path("code").asInt()).isEqualTo(1008);
            cameBackWithItsCursor(bot);
            triedInVain(bot, m, noor);
            wrote(
                    m,
                    noor,
                    Map.of(
                            "react", Set.of("works", "doubt", "clarify", "change"),
                            "post", Set.of("note"),
                            "aside", Set.of("note"),
                            "debrief", Set.of("helped", "change")));
            assertThat(artifact(m, "name")).contains("What Noor sees in name");
            Entity.Tally votes = m.live().tallies().findFirst().orElseThrow();
            assertThat(votes.voters()).isEqualTo(2);
            assertThat(votes.counts().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(4);
            assertThat(bot.lines("rebased")).hasSizeGreaterThanOrEqualTo(3);
            assertThat(textOf(artifact(m, "pairs")))
                    .containsExactlyInAnyOrder("", "We revise real work.Noor begins 🙂\n\nand Noor ends.");
            assertThat(m.live().groupStatement().orElseThrow().text())
                    .isEqualTo("Noor begins 🙂\nStudents revise real work.Noor begins 🙂\n\nand Noor ends."
                            + "\nand Noor ends.");
            Entity.Check fingers = m.live().checks().findFirst().orElseThrow();
            assertThat(fingers.counts()).isEqualTo(Map.of(4, 1, 5, 1));
            assertThat(artifact(m, "goals")).contains("Noor asks again in June");
            keptSilence(cho);
            sameAsFresh(fold, m, noor);
        }
        m.isConsistent();
    }

    // The meeting

    private Meeting.Preparing meeting() {
        return new Meeting.Preparing(rooms, live, store, accounts, protocols);
    }

    private URI server() {
        return URI.create("http://localhost:" + port);
    }

    private Bot join(Meeting m) {
        return Bot.joins(server(), rooms.openToGuests(m.id, m.member("ana")).orElseThrow(), "Noor");
    }

    private static String you(Bot bot) {
        return bot.await("snapshot", line -> true).path("you").asString();
    }

    private Wire open(Meeting m, String name) {
        return m.visitor(server(), name).open(m.id.value());
    }

    /** Starts a phase and waits until the bot has found nothing more to do in it. */
    private static void lead(Wire facilitator, Bot bot, String phase, int run) {
        facilitator.does("start-phase", Map.of("phase", phase));
        bot.isThroughWith(phase, run);
    }

    private static void adds(Wire wire, String text) {
        wire.does("add-note", Map.of("note", UUID.randomUUID().toString(), "text", text));
    }

    private static void adds(Wire wire, String text, String kind) {
        wire.does("add-note", Map.of("note", UUID.randomUUID().toString(), "text", text, "kind", kind));
    }

    /** Puts a sentence before whatever the person's text of the running phase says; anew, where the program was quicker. */
    private static void edits(Wire wire, String sentence) {
        JsonNode answer = edit(wire, sentence);
        for (int again = 0; again < 10 && answer.path("reason").asString("").equals("STALE"); again++) {
            answer = edit(wire, sentence);
        }
        assertThat(answer.path("frame").asString()).as("%s", answer).isEqualTo("ack");
    }

    private static JsonNode edit(Wire wire, String sentence) {
        JsonNode open = wire.collection("statements").values().stream()
                .filter(text -> text.path("phase").asString().equals(wire.phase()))
                .filter(text -> text.path("people").isNull()
                        || text.path("people").valueStream().anyMatch(one -> one.asString()
                                .equals(wire.you())))
                .findFirst()
                .orElseThrow();
        int length = open.path("text").asString().length();
        return wire.ask(
                "edit-statement",
                Map.of(
                        "statement",
                        open.path("id").asString(),
                        "base",
                        open.path("version").asInt(),
                        "changes",
                        List.of(List.of(0, sentence), length)));
    }

    private static void checks(Wire wire, int fingers) {
        String item = wire.collection("statements").values().stream()
                .filter(text -> text.path("people").isNull())
                .map(text -> text.path("id").asString())
                .findFirst()
                .orElseThrow();
        wire.does("answer-check", Map.of("item", item, "answer", fingers));
    }

    /** The server closes the guest's socket; the session stays, so that the guest may come back. */
    private void cut(Meeting m, String noor) {
        PersonId person = Optional.ofNullable(
                        store.load(m.id).orElseThrow().people().get(new MemberId(UUID.fromString(noor))))
                .orElseThrow();
        db.select(SIGN_IN.ID)
                .from(SIGN_IN)
                .where(SIGN_IN.GUEST_ID.eq(person))
                .fetch(SIGN_IN.ID)
                .forEach(signIn -> events.publishEvent(new SignInEnded(signIn, person)));
    }

    // What came of it

    private static Set<String> acked(Bot bot) {
        return bot.lines("acked").stream()
                .map(line -> line.path("type").asString())
                .collect(Collectors.toSet());
    }

    /** Every time but the first it was told what it had missed, and nothing else. */
    private static void cameBackWithItsCursor(Bot bot) {
        List<String> first = bot.lines("open").stream()
                .map(line -> line.path("first").asString())
                .toList();
        assertThat(first).startsWith("snapshot", "events");
        assertThat(first.subList(1, first.size())).containsOnly("events");
    }

    /** Leading, and setting a goal where none are set: each refused for its own reason, in a sentence, without effect. */
    private static void triedInVain(Bot bot, Meeting m, String noor) {
        assertThat(bot.lines("forbidden"))
                .extracting(
                        line -> line.path("type").asString(),
                        line -> line.path("reason").asString(),
                        line -> line.path("message").asString())
                .containsExactlyInAnyOrder(
                        tuple(
                                "end-phase",
                                "FACILITATOR_ONLY",
                                Refusals.sentence(Refusal.FACILITATOR_ONLY, Locale.ENGLISH)),
                        tuple("add-goal", "ROLE_MAY_NOT", Refusals.sentence(Refusal.ROLE_MAY_NOT, Locale.ENGLISH)));
        assertThat(m.live().goals()).noneMatch(goal -> goal.text().equals("Too early"));
        assertThat(m.live()
                        .member(new MemberId(UUID.fromString(noor)))
                        .orElseThrow()
                        .ready())
                .isTrue();
    }

    /** On the board are notes of the guest of exactly these kinds, by the phases that put them there. */
    private static void wrote(Meeting m, String noor, Map<String, Set<String>> kinds) {
        Map<String, Set<String>> found = m.live().notes().stream()
                .filter(note -> note.onBoard() && note.by().toString().equals(noor))
                .collect(Collectors.groupingBy(
                        Entity.Note::phase,
                        Collectors.mapping(note -> note.kind().word(), Collectors.toSet())));
        assertThat(found).isEqualTo(kinds);
    }

    private String artifact(Meeting m, String phase) {
        String id = m.live().shelf(Shelf.ARTIFACTS).values().stream()
                .map(Entity.Left.class::cast)
                .filter(left -> left.phase().equals(phase))
                .map(left -> left.artifact().toString())
                .reduce((first, second) -> second)
                .orElseThrow();
        JsonNode content = JSON.readTree(
                        m.visitor(server(), "ana").get("/api/artifacts/" + id).body())
                .path("content");
        return content.isString() ? content.stringValue() : JSON.writeValueAsString(content);
    }

    private static List<String> textOf(String artifact) {
        return JSON.readTree(artifact)
                .path("statements")
                .valueStream()
                .map(text -> text.path("text").asString())
                .toList();
    }

    private static long asked(Wire witness, String who) {
        return witness.received().stream()
                .flatMap(frame -> JSON.readTree(frame).path("events").valueStream())
                .filter(event -> event.path("type").asString().equals("time-asked"))
                .filter(event -> event.path("person").asString().equals(who))
                .count();
    }

    private static void keptSilence(Wire other) {
        assertThat(String.join("", other.received())).contains("Noor").doesNotContain("For Noor alone");
    }

    /** What the bot folded, against the first frame of a new seat of the same guest. */
    private void sameAsFresh(JsonNode fold, Meeting m, String noor) {
        CompletableFuture<String> first = new CompletableFuture<>();
        SeatEnd end = new PatientEnd() {
            @Override
            public void deliver(List<String> frames) {
                first.complete(frames.getFirst());
            }

            @Override
            public void close() {}
        };
        try (Seat seat =
                rooms.sit(m.id, new MemberId(UUID.fromString(noor)), Locale.ENGLISH, end, Optional.empty(), false)) {
            JsonNode snapshot =
                    JSON.readTree(first.orTimeout(20, TimeUnit.SECONDS).join());
            assertThat(seat.member()).hasToString(noor);
            JsonNode room = Snapshots.room(snapshot);
            assertThat(fold.propertyNames()).containsExactlyInAnyOrderElementsOf(room.propertyNames());
            room.properties().forEach(collection -> assertThat(plain(fold.path(collection.getKey())))
                    .as(collection.getKey())
                    .isEqualTo(plain(collection.getValue())));
        }
    }

    /** JSON without the difference between 40 and 40.0, which JavaScript does not know. */
    private static @Nullable Object plain(JsonNode json) {
        if (json.isObject()) {
            Map<String, @Nullable Object> fields = new TreeMap<>();
            json.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
            return fields;
        }
        if (json.isArray()) {
            return json.valueStream().map(BotTest::plain).toList();
        }
        if (json.isNumber()) {
            return json.asDouble();
        }
        return json.isNull() ? null : json.isBoolean() ? (Object) json.asBoolean() : json.asString();
    }
}
