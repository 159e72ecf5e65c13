package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.protocol.Visibility;
import org.tessera.room.RightsTable.Cell;
import org.tessera.support.AppTest;
import org.tessera.support.LongFigures;
import org.tessera.support.wire.Visitor;
import org.tessera.support.wire.Wire;
import tools.jackson.databind.JsonNode;

/**
 * Every protocol from its first step to its close over the wire, with its smallest group: in every phase a person of every
 * role tries everything, and the room answers as the table in {@code rights} says, which somebody wrote by hand from the
 * sources; once more with the largest group.
 */
@AppTest
@Tag("long")
class PackRightsWireTest {

    /** Refusals that only somebody with the right can get: something else stands in the way just now. */
    private static final Set<String> NOT_FOR_WANT_OF_THE_RIGHT = Set.of(
            "NOT_YOUR_TURN",
            "BUDGET_SPENT",
            "ANSWERS_MISSING",
            "NO_CONSENSUS",
            "CONSENSUS_REACHED",
            "REASON_MISSING",
            "ITEM_SETTLED",
            "OPEN_ENDED",
            "ITEM_UNKNOWN");

    /** In which a seat may send several commands more. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(PackRightsWireTest.class);
    private static final Instant BEGIN = InstantSource.system().instant();
    private static final AtomicInteger CELLS = new AtomicInteger();
    private static final AtomicInteger MEETINGS = new AtomicInteger();

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

    private final Map<Role, Hands> seats = new LinkedHashMap<>();
    private final Map<Cell, String> answers = new HashMap<>();
    private @Nullable Grouping formed;

    static Stream<String> packs() {
        return org.tessera.protocol.ShippedPacks.ids();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    void a_meeting_answers_as_the_table_of_its_protocol_says(String id, TestReporter reporter) {
        hold(protocols.latest(id), protocols.latest(id).groupSize().min());

        compare(id, reporter);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    void a_meeting_with_the_largest_group_answers_so_too(String id, TestReporter reporter) {
        hold(protocols.latest(id), protocols.latest(id).groupSize().max());

        compare(id, reporter);
    }

    /** One person at several devices: a seat takes so many commands a second, and a person may have more than one. */
    private record Hands(List<Wire> wires, AtomicInteger used) {

        private static final int DEVICES = 4;

        static Hands of(Visitor visitor, RoomId room) {
            return new Hands(
                    IntStream.range(0, DEVICES)
                            .mapToObj(i -> visitor.open(room.value()))
                            .toList(),
                    new AtomicInteger());
        }

        Wire first() {
            return wires.getFirst();
        }

        String you() {
            return first().you();
        }

        JsonNode ask(String type, Map<String, ?> fields) {
            return wires.get(used.getAndIncrement() % DEVICES).ask(type, fields);
        }
    }

    private void compare(String id, TestReporter reporter) {
        Map<Cell, String> written = new TreeMap<>(RightsTable.writtenFor(id).answers());
        written.keySet().removeIf(cell -> cell.right().equals("speak"));
        assertThat(new TreeMap<>(answers)).isEqualTo(written);
        reporter.publishEntry("cells tried in " + id, String.valueOf(answers.size()));
        CELLS.addAndGet(answers.size());
        MEETINGS.incrementAndGet();
    }

    @AfterAll
    static void leavesItsFigures() {
        String found = "%d meetings, every protocol with its smallest and its largest group: %d cells of the tables in "
                        .formatted(MEETINGS.get(), CELLS.get())
                + "`src/test/resources/rights` tried over the wire by somebody in each role, in %d seconds."
                        .formatted(
                                Duration.between(BEGIN, InstantSource.system().instant())
                                        .toSeconds());
        LOG.info("{}", found);
        if (MEETINGS.get() == 2 * packs().count()) {
            LongFigures.leave("Rights over the wire", found);
        }
    }

    /**
     * Holds a meeting of exactly {@code people}, the coach not counted, and tries everything on the way. Where there are
     * fewer people than roles, somebody takes on in every step each role that nobody has.
     */
    private void hold(Pack pack, int people) {
        List<Role> roles = new ArrayList<>(pack.roles());
        boolean coached = roles.remove(Role.COACH);
        var preparing = new Meeting.Preparing(rooms, live, store, accounts, protocols);
        List<Role> given = new ArrayList<>(roles.subList(0, Math.min(people, roles.size())));
        given.forEach(role -> preparing.with(role.word(), role));
        IntStream.range(given.size(), people).forEach(i -> preparing.with("guest" + i, Role.PARTICIPANT));
        if (coached) {
            preparing.with(Role.COACH.word(), Role.COACH);
            given.add(Role.COACH);
        }
        Meeting m = preparing.running(pack.ref().id());
        assertThat(m.live().members())
                .filteredOn(member -> member.role() != Role.COACH)
                .hasSize(people);
        URI server = URI.create("http://localhost:" + port);
        given.forEach(role -> seats.put(role, Hands.of(m.visitor(server, role.word()), m.id)));
        Role last = given.get(Math.min(people, roles.size()) - 1);
        Wire gardener = Objects.requireNonNull(seats.get(last)).first();
        Wire facilitator = seats.get(Role.FACILITATOR).first();

        for (String phase = first(m); phase != null; phase = after(m, phase)) {
            begin(m, facilitator, phase);
            String running = phase;
            seats.values()
                    .forEach(seat ->
                            Wire.await("the phase", () -> seat.first().phase().equals(running)));
            Phase now = m.live().pack().phase(phase).orElseThrow();
            // Posting is tried by everybody before somebody gets leave to post what the others work on.
            Map<Role, String> posted = new LinkedHashMap<>();
            seats.forEach((role, seat) -> posted.put(role, tryToPost(m, now, role, seat)));
            Consumer<BiConsumer<Role, Hands>> inTurn = trying -> roles.stream()
                    .filter(role -> !seats.containsKey(role))
                    .forEach(role -> {
                        takesOn(m, facilitator, gardener, role);
                        trying.accept(role, Objects.requireNonNull(seats.get(last)));
                        takesOn(m, facilitator, gardener, last);
                    });
            inTurn.accept((role, seat) -> posted.put(role, tryToPost(m, now, role, seat)));
            Optional<String> planted = plant(now, facilitator, gardener);
            BiConsumer<Role, Hands> rest =
                    (role, seat) -> tryAll(m, now, role, seat, Objects.requireNonNull(posted.get(role)), planted);
            seats.forEach(rest);
            inTurn.accept(rest);
        }
        letGo(facilitator);
        facilitator.does("close-room", Map.of("reason", "the tables are tried"));
        assertThat(m.live().setting().status()).isEqualTo(Entity.Status.CLOSED);
    }

    private static void takesOn(Meeting m, Wire facilitator, Wire somebody, Role role) {
        facilitator.does("assign-role", Map.of("person", somebody.you(), "role", role.word()));
        assertThat(m.live().member(new MemberId(UUID.fromString(somebody.you()))))
                .get()
                .extracting(Entity.Member::role)
                .isEqualTo(role);
    }

    private static String first(Meeting m) {
        return m.live().pack().phases().getFirst().id();
    }

    private static @Nullable String after(Meeting m, String phase) {
        List<String> ids = m.live().pack().phases().stream().map(Phase::id).toList();
        int next = ids.indexOf(phase) + 1;
        return next < ids.size() ? ids.get(next) : null;
    }

    private void begin(Meeting m, Wire facilitator, String phase) {
        Phase next = m.live().pack().phase(phase).orElseThrow();
        letGo(facilitator);
        // Who visits whose plan follows from the groups, so they stay as they are while their size does.
        if (next.isInGroups() && !next.grouping().equals(formed)) {
            m.live()
                    .setting()
                    .phase()
                    .ifPresent(running ->
                            facilitator.does("end-phase", Map.of("phase", running, "reason", "the tables are tried")));
            facilitator.does("form-groups", Map.of("random", true));
            formed = next.grouping();
        }
        facilitator.does("start-phase", Map.of("phase", phase, "reason", "the tables are tried"));
    }

    /** Protected time is not waited for here; how it holds is tried elsewhere. */
    private static void letGo(Wire facilitator) {
        facilitator.ask(
                "override", Map.of("person", facilitator.you(), "action", "end", "reason", "the tables are tried"));
    }

    /** Something on the board, or in the log of questions, for others to work on; nothing where nothing is kept. */
    private static Optional<String> plant(Phase phase, Wire facilitator, Wire gardener) {
        if (phase.visibility() == Visibility.UNRECORDED) {
            return Optional.empty();
        }
        facilitator.does(
                "override", Map.of("person", gardener.you(), "action", "post", "reason", "something to work on"));
        String note = UUID.randomUUID().toString();
        gardener.does("add-note", Map.of("note", note, "text", "Seed " + note, "private", true));
        gardener.does("post-note", Map.of("note", note));
        return Optional.of(note);
    }

    /** The id of the note, which is there if it could be posted. */
    private String tryToPost(Meeting m, Phase phase, Role role, Hands seat) {
        String posted = fresh();
        keep(m, phase, role, seat, Map.of("post", posting(phase, seat, posted)));
        return posted;
    }

    private void tryAll(Meeting m, Phase phase, Role role, Hands seat, String posted, Optional<String> planted) {
        Map<String, String> outcome = new LinkedHashMap<>();
        boolean onBoard = m.live()
                .note(new NoteId(UUID.fromString(posted)))
                .filter(note -> note.state() == Entity.Note.State.POSTED || note.state() == Entity.Note.State.AMONG)
                .isPresent();
        String target = onBoard ? posted : planted.orElse(posted);
        outcome.put("arrange", asked(seat, "move-note", Map.of("note", target, "x", 10, "y", 20)));
        outcome.put("vote", asked(seat, "cast-vote", Map.of("target", target)));
        outcome.put("statement", editing(m, phase, seat));
        outcome.put("answer", answering(m, phase, seat));
        outcome.put("goal", asked(seat, "add-goal", Map.of("goal", fresh(), "text", "a goal")));
        outcome.put("item", asked(seat, "add-item", Map.of("item", fresh(), "text", "Row " + fresh())));
        String item = Items.itemsOf(m.live(), phase).stream()
                .findFirst()
                .map(each -> each.id().toString())
                .orElseGet(PackRightsWireTest::fresh);
        outcome.put("score", asked(seat, "submit-score", Map.of("item", item, "level", 2, "evidence", "page 2")));
        outcome.put("settle", settling(phase, seat, item));
        outcome.put(
                "reply",
                asked(seat, "reply-note", Map.of("note", fresh(), "to", planted.orElse(posted), "text", "Two weeks.")));
        outcome.put("adopt", asked(seat, "adopt-norm", Map.of("note", planted.orElse(posted), "text", "We listen.")));
        String choice = phase.tools().choices().isEmpty()
                ? "north"
                : phase.tools().choices().getFirst().id();
        outcome.put("choose", asked(seat, "choose", Map.of("choice", choice)));
        outcome.put("private_note", asked(seat, "add-note", Map.of("note", fresh(), "text", "mine", "private", true)));
        outcome.put("signal", asked(seat, "raise-hand", Map.of()));
        outcome.put("conduct", asked(seat, "extend-phase", Map.of("phase", phase.id(), "minutes", 1)));
        keep(m, phase, role, seat, outcome);
    }

    private void keep(Meeting m, Phase phase, Role role, Hands seat, Map<String, String> outcome) {
        Entity.Member me =
                m.live().member(new MemberId(UUID.fromString(seat.you()))).orElseThrow();
        Role acting = m.live().actingAs(me);
        outcome.forEach((right, answer) -> {
            // Whoever holds a phase conducts it all the same: conducting goes with the own role.
            Role counts = right.equals("conduct") ? role : acting;
            answers.merge(
                    new Cell(phase.base(), counts.word(), right),
                    answer,
                    (before, now) -> before.equals(now) ? before : before + " and " + now);
        });
    }

    private static String posting(Phase phase, Hands seat, String note) {
        boolean alone = phase.instrument() == Instrument.BOARD && phase.visibility() != Visibility.OPEN;
        if (!alone) {
            return asked(seat, "add-note", Map.of("note", note, "text", "Note " + note));
        }
        seat.ask("add-note", Map.of("note", note, "text", "Thought " + note, "private", true));
        return asked(seat, "post-note", Map.of("note", note));
    }

    private static String answering(Meeting m, Phase phase, Hands seat) {
        if (phase.instrument() == Instrument.CHECKLIST) {
            String item = Items.itemsOf(m.live(), phase).stream()
                    .findFirst()
                    .map(each -> each.id().toString())
                    .orElseGet(PackRightsWireTest::fresh);
            return asked(seat, "answer-item", Map.of("item", item, "answer", "yes", "why", "it says so"));
        }
        String statement = m.live().groupStatement().map(s -> s.id().toString()).orElseGet(PackRightsWireTest::fresh);
        return asked(seat, "answer-check", Map.of("item", statement, "answer", 3));
    }

    private static String settling(Phase phase, Hands seat, String item) {
        return phase.instrument() == Instrument.AGREEMENT
                ? asked(seat, "settle-score", Map.of("item", item, "level", 2, "rationale", "page 2"))
                : asked(seat, "settle-item", Map.of("item", item, "agreed", "none", "rationale", "we differ"));
    }

    private static String editing(Meeting m, Phase phase, Hands seat) {
        MemberId me = new MemberId(UUID.fromString(seat.you()));
        Optional<Entity.Statement> own = m.live().statements().stream()
                .filter(s -> s.people().isEmpty() || s.people().contains(me))
                .filter(s -> !s.fixed())
                .max(java.util.Comparator.comparing(s -> s.phase().equals(phase.id())));
        if (own.isEmpty()) {
            return "no";
        }
        int length = own.get().text().length();
        List<Object> changes = new ArrayList<>();
        if (length > 0) {
            changes.add(length);
        }
        changes.add(List.of(0, "x"));
        return asked(
                seat,
                "edit-statement",
                Map.of("statement", own.get().id().toString(), "base", own.get().version(), "changes", changes));
    }

    private static String asked(Hands seat, String type, Map<String, ?> fields) {
        JsonNode answer = seat.ask(type, fields);
        while (answer.path("reason").asString().equals("TOO_FAST")) {
            Awaitility.await().pollDelay(PAUSE).until(() -> true);
            answer = seat.ask(type, fields);
        }
        boolean may = answer.path("frame").asString().equals("ack")
                || NOT_FOR_WANT_OF_THE_RIGHT.contains(answer.path("reason").asString());
        return may ? "yes" : "no";
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
