package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.RightsTable.Cell;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Wire;
import tools.jackson.databind.JsonNode;

/** The hand-written tables of rights, tried over the wire in a whole meeting: every phase, role and action. */
@AppTest
class RoomRightsWireTest {

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

    private final Map<Role, Wire> seats = new LinkedHashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"looking-at-student-work", "post-it-vision"})
    void the_room_answers_as_the_table_says(String id) {
        Pack pack = protocols.latest(id);
        var preparing = new Meeting.Preparing(rooms, live, store, accounts, protocols);
        pack.roles().forEach(role -> preparing.with(role.word(), role));
        Meeting m = preparing.running(id);
        URI server = URI.create("http://localhost:" + port);
        pack.roles()
                .forEach(role -> seats.put(role, m.visitor(server, role.word()).open(m.id.value())));
        Wire facilitator = seats.get(Role.FACILITATOR);
        pairUp(pack, facilitator);

        RightsTable table = RightsTable.writtenFor(id);
        Map<Cell, String> answers = new LinkedHashMap<>();
        for (Phase phase : pack.phases()) {
            facilitator.does("start-phase", Map.of("phase", phase.id()));
            prepare(m, phase);
            seats.forEach((role, seat) -> tries(m, phase).forEach((right, ask) -> {
                Wire.await("the phase", () -> seat.phase().equals(phase.id()));
                answers.put(new Cell(phase.id(), role.word(), right), yesOrNo(ask.of(seat)));
            }));
        }

        Map<Cell, String> expected = new LinkedHashMap<>(table.answers());
        expected.keySet().removeIf(cell -> cell.right().equals("speak"));
        expected.keySet().retainAll(answers.keySet());
        assertThat(answers).isEqualTo(expected);
        assertThat(expected).as("the table was tried").hasSizeGreaterThan(150);
    }

    private static String yesOrNo(JsonNode answer) {
        if (answer.path("frame").asString().equals("ack")) {
            return "yes";
        }
        String reason = answer.path("reason").asString();
        return List.of("ROLE_MAY_NOT", "PRESENTER_LISTENS", "FACILITATOR_ONLY").contains(reason) ? "no" : reason;
    }

    private interface Ask {
        JsonNode of(Wire seat);
    }

    /** Pairs with everybody in one, the coach included, so that only the role decides who may draft. */
    private void pairUp(Pack pack, Wire facilitator) {
        if (pack.phases().stream().anyMatch(phase -> phase.id().equals("pairs"))) {
            List<String> everybody = seats.values().stream().map(Wire::you).toList();
            facilitator.does(
                    "form-groups", Map.of("groups", List.of(everybody.subList(0, 2), everybody.subList(2, 5))));
        }
    }

    /** What actions need to be tried on: a note on the board that nobody's budget paid for. */
    private void prepare(Meeting m, Phase phase) {
        boolean posts = phase.grants(Role.FACILITATOR, org.tessera.protocol.Action.POST);
        if (posts && phase.budget() == 0 || phase.id().equals("post")) {
            seats.get(Role.FACILITATOR)
                    .does("add-note", Map.of("note", UUID.randomUUID().toString(), "text", "to be tried on"));
        }
    }

    private Map<String, Ask> tries(Meeting m, Phase phase) {
        Map<String, Ask> tries = new LinkedHashMap<>();
        tries.put(
                "post",
                seat -> silentlyPrivate(phase)
                        ? seat.ask("post-note", Map.of("note", ownPrivateNote(seat)))
                        : seat.ask("add-note", Map.of("note", UUID.randomUUID().toString(), "text", "a note")));
        List<String> board = new ArrayList<>(m.live().notes().stream()
                .filter(Entity.Note::onBoard)
                .map(note -> note.id().toString())
                .toList());
        if (!board.isEmpty()) {
            tries.put("arrange", seat -> seat.ask("move-note", Map.of("note", board.getFirst(), "x", 10, "y", 20)));
            tries.put("vote", seat -> seat.ask("cast-vote", Map.of("target", board.getFirst())));
        }
        tries.put(
                "private_note",
                seat -> seat.ask(
                        "add-note",
                        Map.of("note", UUID.randomUUID().toString(), "text", "for myself", "private", true)));
        tries.put("signal", seat -> seat.ask("raise-hand", Map.of()));
        tries.put(
                "goal",
                seat -> seat.ask("add-goal", Map.of("goal", UUID.randomUUID().toString(), "text", "a goal")));
        tries.put("conduct", seat -> seat.ask("extend-phase", Map.of("phase", phase.id(), "minutes", 1)));
        tries.put("statement", seat -> editOwn(m, phase, seat));
        Optional<String> whole = m.live().groupStatement().map(s -> s.id().toString());
        whole.ifPresent(
                item -> tries.put("answer", seat -> seat.ask("answer-check", Map.of("item", item, "answer", 3))));
        if (m.live().statements().isEmpty()) {
            tries.remove("statement");
        }
        return tries;
    }

    private static boolean silentlyPrivate(Phase phase) {
        return phase.visibility() != org.tessera.protocol.Visibility.OPEN;
    }

    private static String ownPrivateNote(Wire seat) {
        String id = UUID.randomUUID().toString();
        seat.does("add-note", Map.of("note", id, "text", "mine", "private", true));
        return id;
    }

    private static JsonNode editOwn(Meeting m, Phase phase, Wire seat) {
        MemberId me = new MemberId(UUID.fromString(seat.you()));
        Entity.Statement statement = m.live().statements().stream()
                .filter(s -> s.phase().equals(phase.id()))
                .filter(s -> s.people().isEmpty() || s.people().contains(me))
                .findFirst()
                .orElse(m.live().statements().getFirst());
        int length = statement.text().length();
        List<Object> changes = length == 0 ? List.of(List.of(0, "x")) : List.of(length, List.of(0, "x"));
        return seat.ask(
                "edit-statement",
                Map.of("statement", statement.id().toString(), "base", statement.version(), "changes", changes));
    }
}
