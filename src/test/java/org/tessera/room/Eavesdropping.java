package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.material.Materials;
import org.tessera.protocol.Protocols;
import org.tessera.support.wire.Visitor;
import org.tessera.support.wire.Wire;

/**
 * A room in which every byte that is sent to anybody is kept: by socket, by Flow and its push, as an export, as an error.
 * Text nobody else may read yet is planted, and none of it may reach a seat before it may.
 */
abstract class Eavesdropping {

    @LocalServerPort
    private int port;

    @Autowired
    Rooms rooms;

    @Autowired
    LiveRooms live;

    @Autowired
    RoomStore store;

    @Autowired
    Accounts accounts;

    @Autowired
    Protocols protocols;

    @Autowired
    Materials materials;

    @Autowired
    DSLContext db;

    /** Planted texts, and who may know them by now. */
    final Map<String, Set<String>> planted = new LinkedHashMap<>();

    final Map<String, Ears> ears = new LinkedHashMap<>();

    @AfterEach
    void everybodyLeaves() {
        ears.values().forEach(Ears::leave);
    }

    URI server() {
        return URI.create("http://localhost:" + port);
    }

    String plant(String what, String... knowers) {
        String text = what + "-" + UUID.randomUUID();
        planted.put(text, new LinkedHashSet<>(List.of(knowers)));
        return text;
    }

    void isKnownToAll(String text) {
        planted.get(text).addAll(ears.keySet());
    }

    void everybodyKnows(String text) {
        ears.forEach((name, each) -> Wire.await(name + " knows " + text, () -> each.heard(text)));
    }

    /** Everybody with an account, and a guest who has come with the room's code. */
    void listen(Meeting m, String facilitator, String guest) {
        m.names().forEach(name -> ears.put(name, new Ears(name, m.visitor(server(), name), m.id, false)));
        String code = rooms.openToGuests(m.id, m.member(facilitator)).orElseThrow();
        ears.put(guest, new Ears(guest, Visitor.guest(server(), code, guest), m.id, true));
    }

    /**
     * Waits until what everybody may know has reached every socket and was pushed to every page, so that whatever was sent
     * before has arrived too, and then looks for what has come too early.
     */
    void nothingHasLeaked(Meeting m, String facilitator) {
        String marker = "known to everybody " + UUID.randomUUID();
        ears.get(facilitator).socket.does("focus-question", Map.of("text", marker));
        ears.forEach((name, each) -> {
            Wire.await(name + "'s socket knows the question", () -> each.socket.received().stream()
                    .anyMatch(frame -> frame.contains(marker)));
            Wire.await(name + "'s page is pushed the question", () -> each.wasPushed(marker));
        });
        nobodyHeardTooMuch(m);
    }

    void nobodyHeardTooMuch(Meeting m) {
        ears.forEach((name, each) -> {
            planted.forEach((text, knowers) -> {
                if (!knowers.contains(name) && each.mayHaveHeard(text)) {
                    assertThat(each.all().filter(sent -> sent.contains(text)).map(sent -> around(text, sent)))
                            .as(
                                    "%s heard %s in %s",
                                    name, text, m.live().setting().phase())
                            .isEmpty();
                }
            });
        });
    }

    static String around(String text, String sent) {
        int at = sent.indexOf(text);
        return sent.substring(Math.max(0, at - 200), Math.min(sent.length(), at + 200));
    }

    /** Starts a phase and waits until every page was pushed its name as the one running. */
    void starts(Meeting m, String facilitator, String phase) {
        Map<String, Integer> before = new LinkedHashMap<>();
        ears.forEach((name, each) -> before.put(name, each.page.pushed().size()));
        ears.get(facilitator).socket.does("start-phase", Map.of("phase", phase));
        String title = m.live().pack().phase(phase).orElseThrow().name().in(Locale.ENGLISH);
        ears.forEach((name, each) -> Wire.await(
                name + "'s page is pushed the start of " + phase,
                () -> each.page.pushed().stream().skip(before.get(name)).anyMatch(sent -> sent.contains(title))));
    }

    /** One of each kind of seat is enough: what a page shows to two people of a kind comes from the same lines. */
    void someLookAround(Meeting m, String... names) {
        List<String> artifacts = m.live().shelf(Shelf.ARTIFACTS).keySet().stream()
                .map(Object::toString)
                .toList();
        for (String name : names) {
            ears.get(name).looksAround(artifacts);
        }
    }

    static Map<String, Object> note(UUID id, String text) {
        return Map.of("note", id.toString(), "text", text);
    }

    int framesOf(String name) {
        ears.get(name).socket.ask("undo", Map.of("command", UUID.randomUUID().toString()));
        return (int) ears.get(name).socket.received().stream()
                .filter(frame -> frame.startsWith("{\"frame\":\"events\""))
                .count();
    }
}
