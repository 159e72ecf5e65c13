package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.COACH;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;
import static org.tessera.protocol.Role.RECORDER;
import static org.tessera.protocol.Role.TIMEKEEPER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.tessera.material.MaterialKind;
import org.tessera.protocol.ShippedPacks;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Wire;
import tools.jackson.databind.JsonNode;

/**
 * Twelve people, and every byte that is sent to any of them: by socket, by Flow and its push, as an export, as an error.
 * Text nobody else may read yet is planted everywhere, and none of it may reach a seat before it may.
 */
@AppTest
class RoomSecrecyTest extends Eavesdropping {

    private static final List<String> WRITERS =
            List.of("p01", "p02", "p03", "p04", "p05", "p06", "p07", "p08", "p09", "p10");

    private void twelveListen(Meeting m, String facilitator, String guest) {
        listen(m, facilitator, guest);
        assertThat(ears).hasSize(12);
    }

    @Test
    void nothing_private_or_sealed_reaches_anybody_before_it_may() {
        var preparing = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("p01", FACILITATOR)
                .with("p02", RECORDER);
        for (int i = 3; i <= 10; i++) {
            preparing.with("p%02d".formatted(i), PARTICIPANT);
        }
        Meeting m = preparing.with("p12", COACH).running("post-it-vision");
        twelveListen(m, "p01", "p11");
        Wire p01 = ears.get("p01").socket;

        starts(m, "p01", "react");
        List<String> sealed = new ArrayList<>();
        ears.forEach((name, each) -> {
            String reaction = plant("sealed-" + name, name);
            UUID id = UUID.randomUUID();
            each.socket.does("add-note", note(id, reaction));
            planted.put(id.toString(), new LinkedHashSet<>(Set.of(name)));
            if (!name.equals("p12")) {
                sealed.add(reaction);
                sealed.add(id.toString());
            }
        });
        someLookAround(m, "p01", "p03", "p11", "p12");
        nothingHasLeaked(m, "p01");

        sealed.forEach(this::isKnownToAll);
        starts(m, "p01", "words");
        sealed.forEach(this::everybodyKnows);
        int before = framesOf("p11");
        Map<String, List<UUID>> words = new LinkedHashMap<>();
        Map<UUID, String> texts = new LinkedHashMap<>();
        for (String name : List.of("p01", "p02", "p03", "p04", "p05", "p06", "p07", "p08", "p09", "p10")) {
            for (int i = 0; i < 3; i++) {
                UUID id = UUID.randomUUID();
                texts.put(id, plant("word-" + name, name));
                words.computeIfAbsent(name, n -> new ArrayList<>()).add(id);
                ears.get(name).socket.does("add-note", note(id, texts.get(id)));
                // The id of a note is as secret as its text.
                planted.put(id.toString(), new LinkedHashSet<>(Set.of(name)));
            }
            UUID third = words.get(name).get(2);
            ears.get(name).socket.does("edit-note", note(third, texts.get(third) + "!"));
            ears.get(name).socket.does("keep-note", Map.of("note", third.toString()));
        }
        assertThat(framesOf("p11"))
                .as("others' private writing is not even counted")
                .isEqualTo(before);
        someLookAround(m, "p01", "p03", "p11", "p12");
        nothingHasLeaked(m, "p01");

        starts(m, "p01", "post");
        words.forEach((name, ids) -> {
            isKnownToAll(texts.get(ids.getFirst()));
            isKnownToAll(ids.getFirst().toString());
            ears.get(name)
                    .socket
                    .does("post-note", Map.of("note", ids.getFirst().toString()));
            // Naming what one may not see is answered exactly like naming nothing.
            Ears guest = ears.get("p11");
            String hidden = ids.get(1).toString();
            assertThat(guest.ask("edit-note", note(ids.get(1), "guess"), hidden)
                            .path("reason")
                            .asString())
                    .isEqualTo("NOTE_UNKNOWN");
            assertThat(guest.ask("post-note", Map.of("note", hidden), hidden)
                            .path("reason")
                            .asString())
                    .isEqualTo("NOTE_UNKNOWN");
        });
        String hidden = words.get("p02").get(1).toString();
        List.of("p01", "p03", "p11", "p12")
                .forEach(name -> assertThat(ears.get(name).pokes(hidden))
                        .as("what %s is told of a hidden id", name)
                        .isEqualTo(ears.get(name).pokes(UUID.randomUUID().toString())));
        nothingHasLeaked(m, "p01");

        starts(m, "p01", "sort");
        starts(m, "p01", "name");
        starts(m, "p01", "aside");
        starts(m, "p01", "vote");
        UUID favourite = words.get("p01").getFirst();
        before = framesOf("p11");
        ears.forEach((name, each) -> each.socket.ask("cast-vote", Map.of("target", favourite.toString())));
        ears.forEach(
                (name, each) -> assertThat(each.socket.collection("ballots").keySet())
                        .as("%s sees no ballot but the own", name)
                        .allMatch(id -> id.startsWith(each.socket.you())));
        assertThat(framesOf("p11"))
                .as("one frame for the own dot, none for others'")
                .isEqualTo(before + 1);
        assertThat(ears.get("p11").socket.collection("tallies")).isEmpty();

        List<List<String>> pairs =
                List.of(List.of("p01", "p02"), List.of("p03", "p04"), List.of("p05", "p06"), List.of("p07", "p08"));
        p01.does(
                "form-groups",
                Map.of(
                        "groups",
                        pairs.stream()
                                .map(pair -> pair.stream()
                                        .map(name -> ears.get(name).socket.you())
                                        .toList())
                                .toList()));
        starts(m, "p01", "pairs");
        Wire.await(
                "the tally", () -> ears.get("p11").socket.collection("tallies").containsKey("vote"));
        List<String> drafts = new ArrayList<>();
        for (List<String> pair : pairs) {
            Wire writer = ears.get(pair.getFirst()).socket;
            Wire.await(
                    "the pair's draft", () -> !writer.collection("statements").isEmpty());
            String draft = plant("draft-" + pair.getFirst(), pair.get(0), pair.get(1));
            drafts.add(draft);
            writer.does(
                    "edit-statement",
                    Map.of(
                            "statement",
                                    writer.collection("statements")
                                            .keySet()
                                            .iterator()
                                            .next(),
                            "base", 0,
                            "changes", List.of(List.of(0, draft))));
        }
        someLookAround(m, "p01", "p09", "p11", "p12");
        nothingHasLeaked(m, "p01");

        drafts.forEach(this::isKnownToAll);
        starts(m, "p01", "statement");
        drafts.forEach(this::everybodyKnows);
        starts(m, "p01", "fingers");
        String statement = m.live().groupStatement().orElseThrow().id().toString();
        ears.forEach((name, each) -> each.socket.ask("answer-check", Map.of("item", statement, "answer", 4)));
        ears.forEach(
                (name, each) -> assertThat(each.socket.collection("answers").keySet())
                        .as("%s sees no answer but the own", name)
                        .allMatch(id -> id.startsWith(each.socket.you())));
        starts(m, "p01", "goals");
        starts(m, "p01", "debrief");
        nothingHasLeaked(m, "p01");
        p01.does("close-room", Map.of("reason", "The bell rang."));
        someLookAround(m, "p01", "p09", "p11", "p12");
        nobodyHeardTooMuch(m);
        exportsHoldWhatWasShown(m, drafts);
    }

    /** That nothing secret is in them is known by now; that they were really read is not. */
    private void exportsHoldWhatWasShown(Meeting m, List<String> drafts) {
        assertThat(m.live().shelf(Shelf.ARTIFACTS)).isNotEmpty();
        m.live().shelf(Shelf.ARTIFACTS).keySet().forEach(artifact -> assertThat(ears.get("p09")
                        .visitor
                        .get("/api/artifacts/" + artifact + "?download")
                        .statusCode())
                .isEqualTo(200));
        assertThat(drafts).allSatisfy(draft -> assertThat(ears.get("p09").sawInAnExport(draft))
                .isTrue());
    }

    @Test
    void of_locked_material_nobody_learns_more_than_that_it_is_there() {
        String title = plant("context");
        var preparing = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", RECORDER)
                .with("tim", TIMEKEEPER)
                .bringing(materials, MaterialKind.CONTEXT, "water-assignment.pdf", title);
        for (int i = 1; i <= 6; i++) {
            preparing.with("p" + i, PARTICIPANT);
        }
        Meeting m = preparing.with("cleo", COACH).running("looking-at-student-work");
        twelveListen(m, "ana", "gus");
        UUID material = m.live().materials().findFirst().orElseThrow().material();
        String page = "/rooms/" + m.id + "/materials/" + material + "/pages/1.png";
        String nothing = "/rooms/" + m.id + "/materials/" + UUID.randomUUID() + "/pages/1.png";
        for (String phase : List.of("norms", "work", "examine", "describe", "interpret", "implications")) {
            starts(m, "ana", phase);
            ears.forEach((name, each) -> each.socket.does(
                    "add-note",
                    Map.of(
                            "note",
                            UUID.randomUUID().toString(),
                            "text",
                            plant("private-" + name + "-in-" + phase, name),
                            "private",
                            true)));
            someLookAround(m, "ben", "gus");
            nothingHasLeaked(m, "ana");
            ears.forEach((name, each) -> {
                var locked = each.visitor.get(page);
                var missing = each.visitor.get(nothing);
                assertThat(each.keep(locked.body(), page)).isEqualTo(missing.body());
                assertThat(locked.statusCode()).isEqualTo(missing.statusCode()).isEqualTo(404);
            });
        }
        isKnownToAll(title);
        starts(m, "ana", "presenter");
        everybodyKnows(title);
        ears.values()
                .forEach(each -> assertThat(each.visitor.get(page).statusCode()).isEqualTo(200));
        nothingHasLeaked(m, "ana");
    }

    // In whose company something is written

    /** Ten people, a guest and a coach in a room of the pack that has a phase of each kind. */
    private Meeting company() {
        var preparing = new Meeting.Preparing(rooms, live, store, accounts, protocols).with("p01", FACILITATOR);
        for (int i = 2; i <= 10; i++) {
            preparing.with("p%02d".formatted(i), PARTICIPANT);
        }
        Meeting m = preparing.with("p12", COACH).running(ShippedPacks.bring("company", db));
        twelveListen(m, "p01", "p11");
        return m;
    }

    private void inGroups(String facilitator) {
        ears.get(facilitator).socket.does("form-groups", Map.of("random", true));
    }

    @Test
    void of_an_unrecorded_phase_nothing_is_kept_but_that_it_took_place() {
        Meeting m = company();
        try (Leftovers leftovers = new Leftovers(db)) {
            inGroups("p01");
            starts(m, "p01", "talk");
            Map<String, String> commands = new LinkedHashMap<>();
            ears.forEach((name, each) -> {
                String said = plant("unkept-" + name, name);
                for (Map.Entry<String, Map<String, ?>> tried : sayings(said).entrySet()) {
                    JsonNode answer = each.ask(tried.getKey(), tried.getValue(), said);
                    assertThat(answer.path("reason").asString())
                            .as("%s by %s", tried.getKey(), name)
                            .isEqualTo("NOT_RECORDED");
                }
                each.socket.raw("{\"type\":\"gesture\",\"kind\":\"" + said + "\"}");
                each.keep(
                        each.visitor
                                .json(
                                        "/live/rooms/" + m.id + "/commands",
                                        "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"add-note\",\"note\":\""
                                                + UUID.randomUUID() + "\",\"text\":\"" + said + "\"}")
                                .body(),
                        said);
                each.socket.does("raise-hand", Map.of());
                commands.put(name, said);
            });
            someLookAround(m, "p01", "p03", "p11", "p12");
            ears.get("p01").socket.does("end-phase", Map.of("phase", "talk"));
            nothingHasLeaked(m, "p01");
            starts(m, "p01", "write");
            starts(m, "p01", "list");
            String kept = "kept " + UUID.randomUUID();
            ears.get("p03").socket.does("add-note", note(UUID.randomUUID(), kept));
            LoggerFactory.getLogger(getClass()).debug("heard {}", kept);

            assertThat(leftovers.log()).contains(kept);
            assertThat(leftovers.rowsWith(kept)).isNotEmpty();
            String log = leftovers.log();
            List<String> rows = leftovers.rows();
            commands.values().forEach(said -> {
                assertThat(log.contains(said)).as("%s in a log", said).isFalse();
                assertThat(rows.stream().filter(row -> row.contains(said)))
                        .as("%s in the database", said)
                        .isEmpty();
            });
            Entity.PhaseRun talk = m.live().run("talk").orElseThrow();
            assertThat(talk.startedAt()).isPresent();
            assertThat(talk.endedAt()).isPresent();
            m.isConsistent();
        }
    }

    @Test
    void of_a_groups_board_nobody_else_learns_anything_until_the_step_ends() {
        Meeting m = company();
        inGroups("p01");
        starts(m, "p01", "talk");
        ears.get("p01").socket.does("end-phase", Map.of("phase", "talk"));
        starts(m, "p01", "write");
        starts(m, "p01", "list");
        inGroups("p01");
        starts(m, "p01", "pairs");
        int before = framesOf("p12");
        List<String> written = new ArrayList<>();
        ears.forEach((name, each) -> {
            if (name.equals("p12")) {
                return;
            }
            String[] together = companyOf(m, name);
            assertThat(together).as("%s's group", name).hasSizeBetween(2, 3);
            String text = plant("among", together);
            UUID id = UUID.randomUUID();
            planted.put(id.toString(), new LinkedHashSet<>(List.of(together)));
            each.socket.raw("{\"type\":\"gesture\",\"kind\":\"" + plant("writing", together) + "\"}");
            each.socket.does("add-note", note(id, text));
            UUID cluster = UUID.randomUUID();
            planted.put(cluster.toString(), new LinkedHashSet<>(List.of(together)));
            each.socket.ask("group-notes", Map.of("group", cluster.toString(), "notes", List.of(id.toString())));
            written.add(text);
            for (String partner : together) {
                Wire.await(partner + " knows what " + name + " wrote", () -> ears.get(partner)
                        .heard(text));
            }
        });
        assertThat(framesOf("p12")).as("nothing is even counted").isEqualTo(before);
        someLookAround(m, "p01", "p03", "p11", "p12");
        nothingHasLeaked(m, "p01");

        written.forEach(this::isKnownToAll);
        planted.keySet().removeIf(text -> !written.contains(text) && !text.startsWith("writing"));
        starts(m, "p01", "rotation.1");
        written.forEach(this::everybodyKnows);
        nothingHasLeaked(m, "p01");
    }

    /** The names of those in the same small group, {@code name} among them. */
    private String[] companyOf(Meeting m, String name) {
        MemberId member = new MemberId(UUID.fromString(ears.get(name).socket.you()));
        return ears.entrySet().stream()
                .filter(other -> SmallGroups.areTogether(
                        m.live(),
                        member,
                        new MemberId(UUID.fromString(other.getValue().socket.you()))))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    /** Every command of a seat that has room for words, with {@code said} in it. */
    private static Map<String, Map<String, ?>> sayings(String said) {
        String id = UUID.randomUUID().toString();
        return Map.of(
                "add-note", Map.of("note", id, "text", said, "private", true),
                "edit-note", Map.of("note", id, "text", said),
                "name-group", Map.of("group", id, "name", said),
                "edit-statement", Map.of("statement", id, "base", 0, "changes", List.of(List.of(0, said))),
                "add-goal", Map.of("goal", id, "text", said),
                "edit-goal", Map.of("goal", id, "text", said),
                "focus-question", Map.of("text", said),
                "override", Map.of("person", id, "action", "post", "reason", said));
    }

    @Test
    void who_wrote_an_anonymous_note_cannot_be_found_out_by_anybody_else() {
        Meeting m = company();
        try (Leftovers leftovers = new Leftovers(db)) {
            inGroups("p01");
            starts(m, "p01", "talk");
            ears.get("p01").socket.does("end-phase", Map.of("phase", "talk"));
            starts(m, "p01", "write");
            long atStart = m.live().seq();
            int accepted = (int) leftovers
                    .rowsWith(m.id.toString())
                    .filter(row -> row.startsWith("room_command"))
                    .count();
            int before = framesOf("p12");
            Map<String, String> texts = new LinkedHashMap<>();
            Map<String, UUID> drafts = new LinkedHashMap<>();
            // One after the other in the order of the people: whatever keeps that order gives everybody away.
            for (String name : WRITERS) {
                texts.put(name, plant("unnamed", name));
                drafts.put(name, UUID.randomUUID());
                planted.put(drafts.get(name).toString(), new LinkedHashSet<>(Set.of(name)));
                Wire socket = ears.get(name).socket;
                socket.does("add-note", note(drafts.get(name), plant("first thought", name)));
                socket.raw("{\"type\":\"gesture\",\"kind\":\"typing\",\"note\":\"" + drafts.get(name) + "\"}");
                socket.does("edit-note", note(drafts.get(name), texts.get(name)));
                UUID gone = UUID.randomUUID();
                socket.does("add-note", note(gone, plant("thrown away", name)));
                socket.does("remove-note", Map.of("note", gone.toString()));
            }
            assertThat(framesOf("p12"))
                    .as("nobody else's writing is even counted")
                    .isEqualTo(before);
            assertThat(m.live().seq()).as("the log's length says nothing").isEqualTo(atStart);
            assertThat(leftovers.rowsWith(m.id.toString()).filter(row -> row.startsWith("room_command")))
                    .as("no trace of who gave a command")
                    .hasSize(accepted);
            someLookAround(m, "p01", "p03", "p11", "p12");
            ears.get("p02").socket.does("ready", Map.of());
            nothingHasLeaked(m, "p01");
            assertThat(ears.get("p12").socket.collection("people").values())
                    .noneMatch(person -> person.path("ready").asBoolean());

            // A server that starts anew holds the same room, and the writers their notes.
            m.isConsistent();
            live.find(m.id).orElseThrow().close();
            m.isConsistent();
            Ears p02 = ears.get("p02");
            Wire.await("p02 is back", () -> {
                Wire again = p02.visitor.open(m.id.value());
                boolean mine =
                        again.collection("notes").containsKey(drafts.get("p02").toString());
                again.close();
                return mine;
            });
            assertThat(m.tries("p03", new RoomCommand.EditNote(drafts.get("p02"), "guess")))
                    .isEqualTo(new Outcome.No(Refusal.NOTE_UNKNOWN));
            texts.put("p02", plant("unnamed", "p02"));
            m.does("p02", new RoomCommand.EditNote(drafts.get("p02"), texts.get("p02")));
            m.isConsistent();

            Wire anybody = ears.get("p12").visitor.open(m.id.value());
            m.does("p01", new RoomCommand.EndPhase("write"));
            Wire.await("the reveal", () -> anybody.collection("notes").size() == WRITERS.size());
            m.isConsistent();
            nobodyCanTell(m, texts, drafts, anybody, leftovers);
            anybody.close();

            WRITERS.forEach(name -> {
                NoteId own = noteReading(m, texts.get(name));
                WRITERS.forEach(each -> assertThat(rooms.wrote(m.id, m.person(each), own))
                        .as("whether %s wrote what %s wrote", each, name)
                        .isEqualTo(each.equals(name)));
            });
            store.eraseClaims(m.id, m.member("p02"));
            live.find(m.id).orElseThrow().close();
            assertThat(rooms.wrote(m.id, m.person("p02"), noteReading(m, texts.get("p02"))))
                    .isFalse();
            m.isConsistent();
        }
    }

    private static NoteId noteReading(Meeting m, String text) {
        return m.live().notes().stream()
                .filter(note -> note.text().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Everything that could line the notes up with their writers, tried by somebody who holds all but the key. */
    private void nobodyCanTell(
            Meeting m, Map<String, String> texts, Map<String, UUID> drafts, Wire anybody, Leftovers leftovers) {
        List<JsonNode> notes = List.copyOf(anybody.collection("notes").values());
        assertThat(notes).allSatisfy(note -> {
            assertThat(note.path("by").isNull()).isTrue();
            assertThat(note.path("group").isNull()).isTrue();
        });
        List<String> reveal = anybody.received().stream()
                .filter(frame -> frame.contains("notes-uncovered"))
                .toList();
        assertThat(reveal).singleElement().asString().contains("\"by\":null").doesNotContain("claims");
        List<String> rows = leftovers.rows();
        String artifact = rows.stream()
                .filter(row -> row.startsWith("artifact") && row.contains(texts.get("p03")))
                .findFirst()
                .orElseThrow();
        String payload = rows.stream()
                .filter(row -> row.startsWith("room_event_payload") && row.contains(texts.get("p03")))
                .findFirst()
                .orElseThrow();
        Map<String, List<String>> orders = new LinkedHashMap<>();
        orders.put("the order of the reveal", inOrderOf(reveal.getFirst(), texts));
        orders.put("the order of the artifact", inOrderOf(artifact, texts));
        orders.put("the order of the log", inOrderOf(payload, texts));
        orders.put("the order of the table", inOrderOf(String.join("", rows), texts));
        orders.put("ordinals", by(notes, note -> "%05d"
                .formatted(note.path("ordinal").asInt())));
        orders.put("ids", by(notes, note -> note.path("id").asString()));
        orders.put("places", by(notes, note -> "%09.1f %09.1f"
                .formatted(note.path("y").asDouble(), note.path("x").asDouble())));
        List<String> written = WRITERS.stream().map(texts::get).toList();
        List<String> byPseudonym = WRITERS.stream()
                .sorted(java.util.Comparator.comparing(name -> m.member(name).toString()))
                .map(texts::get)
                .toList();
        List<String> byDraft = WRITERS.stream()
                .sorted(java.util.Comparator.comparing(name -> drafts.get(name).toString()))
                .map(texts::get)
                .toList();
        orders.forEach((what, order) -> {
            assertThat(order).as(what).hasSize(WRITERS.size());
            for (List<String> truth : List.of(written, byPseudonym, byDraft)) {
                assertThat(rightly(order, truth))
                        .as("writers found by %s", what)
                        .isLessThan(8);
                assertThat(rightly(order.reversed(), truth))
                        .as("writers found by %s, from the end", what)
                        .isLessThan(8);
            }
        });
        // The attack itself works: with the order kept everybody is found.
        assertThat(rightly(inOrderOf(String.join("", written), texts), written)).isEqualTo(WRITERS.size());
        nothingNamesThem(m, texts, drafts, rows);
        exportsNameNobody(m, texts);
    }

    /** No row that holds a note, its old or its new id, also holds somebody. */
    private void nothingNamesThem(Meeting m, Map<String, String> texts, Map<String, UUID> drafts, List<String> rows) {
        Set<String> people = new LinkedHashSet<>();
        WRITERS.forEach(name -> {
            people.add(m.member(name).toString());
            people.add(m.person(name).value().toString());
        });
        texts.forEach((name, text) -> {
            String id = noteReading(m, text).toString();
            assertThat(rows.stream().filter(row -> row.contains(text))).isNotEmpty();
            assertThat(rows.stream()
                            .filter(row -> !row.startsWith("artifact"))
                            .filter(row -> row.contains(text) || row.contains(id))
                            .filter(row -> people.stream().anyMatch(row::contains)))
                    .isEmpty();
            assertThat(rows.stream().filter(row -> row.contains(drafts.get(name).toString())))
                    .as("the id under which it was written")
                    .isEmpty();
        });
        List<Integer> lengths = rows.stream()
                .filter(row -> row.startsWith("note_claim") && row.contains(m.id.toString()))
                .map(String::length)
                .distinct()
                .toList();
        assertThat(lengths).as("claims have one length").hasSize(1);
        assertThat(rows.stream().filter(row -> row.contains("first thought") || row.contains("thrown away")))
                .as("what was taken back")
                .isEmpty();
    }

    /** Positive controls: what everybody may know by now is there, in files to take home too, and names nobody. */
    private void exportsNameNobody(Meeting m, Map<String, String> texts) {
        texts.values().forEach(this::isKnownToAll);
        someLookAround(m, "p09", "p11");
        assertThat(texts.values()).allSatisfy(text -> assertThat(ears.get("p09").sawInAnExport(text))
                .isTrue());
        nobodyHeardTooMuch(m);
    }

    /** The texts in the order in which {@code bytes} has them for the first time. */
    private static List<String> inOrderOf(String bytes, Map<String, String> texts) {
        return texts.values().stream()
                .sorted(java.util.Comparator.comparingInt(bytes::indexOf))
                .toList();
    }

    private static List<String> by(List<JsonNode> notes, java.util.function.Function<JsonNode, String> key) {
        return notes.stream()
                .sorted(java.util.Comparator.comparing(key))
                .map(note -> note.path("text").asString())
                .toList();
    }

    private static int rightly(List<String> guessed, List<String> truth) {
        return (int) java.util.stream.IntStream.range(0, truth.size())
                .filter(i -> guessed.get(i).equals(truth.get(i)))
                .count();
    }
}
