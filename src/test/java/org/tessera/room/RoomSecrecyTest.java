package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.COACH;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;
import static org.tessera.protocol.Role.RECORDER;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Visitor;
import org.tessera.support.wire.Wire;

/**
 * Twelve people, and everything that is sent to any of them, by socket and to the page: text nobody else may read yet is
 * planted everywhere, and none of it may reach a seat before it may.
 */
@AppTest
class RoomSecrecyTest {

    @LocalServerPort
    private int port;

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

    /** Everything one person was ever sent. */
    private static final class Ears {
        final Wire socket;
        final List<String> page = new CopyOnWriteArrayList<>();
        final List<String> answers = new ArrayList<>();

        Ears(Wire socket) {
            this.socket = socket;
        }

        String everything() {
            return String.join("\n", socket.received()) + String.join("\n", page) + String.join("\n", answers);
        }
    }

    /** Planted texts, and who may know them by now. */
    private final Map<String, Set<String>> planted = new LinkedHashMap<>();

    private final Map<String, Ears> ears = new LinkedHashMap<>();

    private String plant(String what, String... knowers) {
        String text = what + "-" + UUID.randomUUID();
        planted.put(text, new LinkedHashSet<>(List.of(knowers)));
        return text;
    }

    private void isKnownToAll(String text) {
        planted.get(text).addAll(ears.keySet());
    }

    private void nothingHasLeaked(Meeting m) {
        // A telling is on every seat once a question asked after it has been answered.
        ears.values()
                .forEach(each -> each.socket.ask(
                        "undo", Map.of("command", UUID.randomUUID().toString())));
        ears.forEach((name, each) -> {
            String heard = each.everything();
            planted.forEach((text, knowers) -> {
                if (!knowers.contains(name)) {
                    assertThat(heard.contains(text))
                            .as(
                                    "%s heard %s in %s",
                                    name, text, m.live().setting().phase())
                            .isFalse();
                }
            });
        });
    }

    private void everybodyKnows(String text) {
        ears.forEach((name, each) ->
                Wire.await(name + " knows " + text, () -> each.everything().contains(text)));
    }

    private void listen(Meeting m, String name) {
        URI server = URI.create("http://localhost:" + port);
        Ears each = new Ears(m.visitor(server, name).open(m.id.value()));
        ears.put(name, each);
        rooms.sit(
                m.id,
                m.member(name),
                Locale.ENGLISH,
                new SeatEnd() {
                    @Override
                    public void deliver(List<String> frames) {
                        each.page.addAll(frames);
                    }

                    @Override
                    public void close() {
                        each.page.add("closed");
                    }
                },
                Optional.empty(),
                false);
    }

    private static Map<String, Object> note(UUID id, String text) {
        return Map.of("note", id.toString(), "text", text);
    }

    @Test
    void nothing_private_or_sealed_reaches_anybody_before_it_may() {
        var preparing = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("p01", FACILITATOR)
                .with("p02", RECORDER);
        for (int i = 3; i <= 11; i++) {
            preparing.with("p%02d".formatted(i), PARTICIPANT);
        }
        Meeting m = preparing.with("p12", COACH).running("post-it-vision");
        m.names().forEach(name -> listen(m, name));
        Wire p01 = ears.get("p01").socket;

        p01.does("start-phase", Map.of("phase", "react"));
        List<String> sealed = new ArrayList<>();
        ears.forEach((name, each) -> {
            String reaction = plant("sealed-" + name, name);
            each.socket.does("add-note", note(UUID.randomUUID(), reaction));
            if (!name.equals("p12")) {
                sealed.add(reaction);
            }
        });
        nothingHasLeaked(m);

        sealed.forEach(this::isKnownToAll);
        p01.does("start-phase", Map.of("phase", "words"));
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
            ears.get(name)
                    .socket
                    .does(
                            "edit-note",
                            note(
                                    words.get(name).get(2),
                                    texts.get(words.get(name).get(2)) + "!"));
            ears.get(name)
                    .socket
                    .does("keep-note", Map.of("note", words.get(name).get(2).toString()));
        }
        nothingHasLeaked(m);
        assertThat(framesOf("p11"))
                .as("others' private writing is not even counted")
                .isEqualTo(before);

        p01.does("start-phase", Map.of("phase", "post"));
        words.forEach((name, ids) -> {
            isKnownToAll(texts.get(ids.getFirst()));
            isKnownToAll(ids.getFirst().toString());
            ears.get(name)
                    .socket
                    .does("post-note", Map.of("note", ids.getFirst().toString()));
            // Naming what one may not see is answered exactly like naming nothing.
            Ears other = ears.get("p11");
            other.answers.add(other.socket
                    .ask("edit-note", note(ids.get(1), "guess"))
                    .toString()
                    .replace(ids.get(1).toString(), ""));
            other.answers.add(
                    other.socket.refusal("post-note", Map.of("note", ids.get(1).toString())));
        });
        nothingHasLeaked(m);
        assertThat(ears.get("p11").answers).allMatch(answer -> answer.contains("NOTE_UNKNOWN"));

        p01.does("start-phase", Map.of("phase", "sort"));
        p01.does("start-phase", Map.of("phase", "name"));
        p01.does("start-phase", Map.of("phase", "aside"));
        p01.does("start-phase", Map.of("phase", "vote"));
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
        p01.does("start-phase", Map.of("phase", "pairs"));
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
        nothingHasLeaked(m);

        drafts.forEach(this::isKnownToAll);
        p01.does("start-phase", Map.of("phase", "statement"));
        drafts.forEach(this::everybodyKnows);
        p01.does("start-phase", Map.of("phase", "fingers"));
        String statement = m.live().groupStatement().orElseThrow().id().toString();
        ears.forEach((name, each) -> each.socket.ask("answer-check", Map.of("item", statement, "answer", 4)));
        ears.forEach(
                (name, each) -> assertThat(each.socket.collection("answers").keySet())
                        .as("%s sees no answer but the own", name)
                        .allMatch(id -> id.startsWith(each.socket.you())));
        p01.does("start-phase", Map.of("phase", "goals"));
        p01.does("start-phase", Map.of("phase", "debrief"));
        p01.does("close-room", Map.of());
        nothingHasLeaked(m);
        nothingPrivateIsInWhatTheRoomLeft(m);
    }

    private void nothingPrivateIsInWhatTheRoomLeft(Meeting m) {
        Visitor reader = m.visitor(URI.create("http://localhost:" + port), "p11");
        m.live().shelf(Shelf.ARTIFACTS).keySet().forEach(artifact -> {
            var answer = reader.get("/api/artifacts/" + artifact);
            assertThat(answer.statusCode()).isEqualTo(200);
            planted.forEach((text, knowers) -> {
                if (!knowers.contains("p11")) {
                    assertThat(answer.body()).doesNotContain(text);
                }
            });
        });
        assertThat(m.live().shelf(Shelf.ARTIFACTS)).isNotEmpty();
    }

    private int framesOf(String name) {
        ears.get(name).socket.ask("undo", Map.of("command", UUID.randomUUID().toString()));
        return (int) ears.get(name).socket.received().stream()
                .filter(frame -> frame.startsWith("{\"frame\":\"events\""))
                .count();
    }

    @Test
    void of_locked_material_nobody_learns_more_than_that_it_is_there() throws Exception {
        Meeting m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", PARTICIPANT)
                .running("looking-at-student-work");
        String title = plant("context");
        UUID material = UUID.randomUUID();
        CompletableFuture<Outcome> brought = new CompletableFuture<>();
        live.find(m.id)
                .orElseThrow()
                .give(new RoomCommand.BringMaterial(material, "context", title, 7), brought::complete);
        assertThat(brought.get(20, TimeUnit.SECONDS)).isEqualTo(new Outcome.Done());
        List.of("ana", "ben", "cho").forEach(name -> listen(m, name));
        Visitor cho = m.visitor(URI.create("http://localhost:" + port), "cho");
        String page = "/rooms/" + m.id + "/materials/" + material + "/pages/1.png";
        String nothing = "/rooms/" + m.id + "/materials/" + UUID.randomUUID() + "/pages/1.png";
        for (String phase : List.of("norms", "work", "examine", "describe", "interpret", "implications")) {
            ears.get("ana").socket.does("start-phase", Map.of("phase", phase));
            nothingHasLeaked(m);
            assertThat(cho.get(page).statusCode()).isEqualTo(cho.get(nothing).statusCode());
            assertThat(cho.get(page).body()).isEqualTo(cho.get(nothing).body());
        }
        isKnownToAll(title);
        ears.get("ana").socket.does("start-phase", Map.of("phase", "presenter"));
        everybodyKnows(title);
    }
}
