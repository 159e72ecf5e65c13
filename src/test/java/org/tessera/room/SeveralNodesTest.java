package org.tessera.room;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.transaction.support.TransactionTemplate;
import org.tessera.account.Accounts;
import org.tessera.clock.HandClock;
import org.tessera.protocol.Protocols;
import org.tessera.room.RoomCommand.AddNote;
import org.tessera.room.RoomCommand.EndPhase;
import org.tessera.room.RoomCommand.StartPhase;
import org.tessera.support.AppTest;
import tools.jackson.databind.JsonNode;

/** Two nodes on one database, with announcements between them that get lost, come late, twice and in any order. */
@AppTest
class SeveralNodesTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Protocols protocols;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ClaimKey key;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private ObjectProvider<YieldKeeper> keepers;

    @Autowired
    private Rooms rooms;

    @Autowired
    private LiveRooms usual;

    @Autowired
    private RoomStore store;

    /** Between two meetings of this clock nothing happens by itself. */
    private final HandClock clock = HandClock.going();

    private final Random lot = new Random(7);
    private Node one;
    private Node two;

    /** How announcements go between the two. */
    private enum Post {
        RELIABLE,
        BAD,
        NONE
    }

    private volatile Post post = Post.RELIABLE;

    /** A node: its own journal, its own open rooms. */
    private final class Node implements Announcements, AutoCloseable {

        private final String name = UUID.randomUUID().toString();
        private final RoomJournal journal = new RoomJournal(database);
        private final RoomStore ledger = new RoomStore(db, transactions, protocols, key, journal, this);
        private final LiveRooms live = new LiveRooms(ledger, clock, keepers, this);
        private final OpenRooms open = new OpenRooms(live, ledger);
        private final Map<RoomId, List<Set<MemberId>>> present = new ConcurrentHashMap<>();
        private final List<Runnable> late = new CopyOnWriteArrayList<>();

        private Node other() {
            return this == one ? two : one;
        }

        @Override
        public String node() {
            return name;
        }

        @Override
        public boolean areHeard() {
            return true;
        }

        @Override
        public void written(RoomId room, long seq) {
            deliver(() -> other().open.heard(room, seq));
        }

        @Override
        public void attended(RoomId room, List<Set<MemberId>> lines) {
            present.put(room, lines);
            deliver(() -> other().open.elsewhere(room, present.getOrDefault(room, List.of())));
        }

        private void deliver(Runnable what) {
            switch (post) {
                case RELIABLE -> what.run();
                case NONE -> {}
                case BAD -> {
                    synchronized (lot) {
                        switch (lot.nextInt(4)) {
                            case 0 -> {}
                            case 1 -> {
                                what.run();
                                what.run();
                            }
                            case 2 -> late.addFirst(what);
                            default -> {
                                what.run();
                                late.forEach(Runnable::run);
                                late.clear();
                            }
                        }
                    }
                }
            }
        }

        /** What a node does every second. */
        void looks() {
            open.look();
            open.ids().forEach(room -> open.elsewhere(room, other().present.getOrDefault(room, List.of())));
        }

        LiveRoom room(RoomId id) {
            return live.find(id).orElseThrow();
        }

        Screen screen(Meeting m, String who) {
            return new Screen(this, m.id, m.member(who));
        }

        @Override
        public void close() throws Exception {
            live.close();
            journal.destroy();
        }
    }

    /** What somebody sees on a node. */
    private final class Screen implements SeatEnd {
        private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
        private final Seat seat;
        private final Node node;
        private final RoomId room;

        Screen(Node node, RoomId id, MemberId member) {
            this.node = node;
            this.room = id;
            LiveRoom open = node.room(id);
            seat = new Seat(open, open.sit(member, this, Optional.empty(), true), Locale.ENGLISH, clock);
        }

        @Override
        public void deliver(List<Utf8> arrived, Taken taken) {
            arrived.forEach(frame -> frames.add(EntityJson.JSON.readTree(frame.toString())));
            taken.all();
        }

        @Override
        public void close() {}

        Outcome does(UUID id, RoomCommand.OfSeat command) {
            CompletableFuture<Outcome> answer = new CompletableFuture<>();
            node.room(room).give(command, id, seat.member(), answer::complete);
            return answer.orTimeout(20, SECONDS).join();
        }

        void does(RoomCommand.OfSeat command) {
            assertThat(does(UUID.randomUUID(), command)).as("%s", command).isEqualTo(new Outcome.Done());
        }

        /** The ids of the events it was told, in order. */
        List<String> events() {
            List<String> ids = new ArrayList<>();
            frames.stream()
                    .filter(frame -> frame.path("frame").asString("").equals("events"))
                    .forEach(frame -> frame.path("events")
                            .forEach(event -> ids.add(event.path("id").asString(""))));
            return ids;
        }

        long snapshots() {
            return frames.stream()
                    .filter(frame -> frame.path("frame").asString("").equals("snapshot"))
                    .count();
        }

        Set<String> here() {
            return frames.stream()
                    .filter(frame -> frame.path("frame").asString("").equals("presence"))
                    .reduce((_, last) -> last)
                    .map(frame -> Set.copyOf(
                            EntityJson.JSON.convertValue(frame.path("here"), String[].class) == null
                                    ? List.of()
                                    : List.of(EntityJson.JSON.convertValue(frame.path("here"), String[].class))))
                    .orElse(Set.of());
        }
    }

    @BeforeEach
    void two_nodes() {
        one = new Node();
        two = new Node();
    }

    @AfterEach
    void end() throws Exception {
        one.close();
        two.close();
    }

    private Meeting meeting(String pack) {
        return new Meeting.Preparing(rooms, usual, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .with("cho", PARTICIPANT)
                .with("dee", PARTICIPANT)
                .running(pack);
    }

    /** To the first step in which everybody writes on the common board. */
    private static void goesToDescribe(Screen facilitator) {
        List.of("norms", "work", "examine", "describe")
                .forEach(phase -> facilitator.does(new StartPhase(phase, "a trial")));
    }

    private static Room state(LiveRoom room) {
        CompletableFuture<Room> seen = new CompletableFuture<>();
        room.look(seen::complete);
        return seen.orTimeout(20, SECONDS).join();
    }

    @Test
    void what_one_node_writes_the_other_tells_event_by_event() {
        Meeting m = meeting("post-it-vision");
        Screen ana = one.screen(m, "ana");
        Screen ben = two.screen(m, "ben");

        ana.does(new StartPhase("words"));
        ben.does(new AddNote(UUID.randomUUID(), "curious", null, null, null, false));
        ana.does(new StartPhase("post"));

        await().atMost(10, SECONDS).untilAsserted(() -> {
            assertThat(ben.node.room(m.id).place())
                    .isEqualTo(ana.node.room(m.id).place());
            assertThat(ben.events()).isNotEmpty();
            assertThat(ana.snapshots()).as("snapshots").isOne();
            assertThat(ben.snapshots()).as("snapshots").isOne();
        });
        assertThat(state(two.room(m.id))).isEqualTo(state(one.room(m.id)));
    }

    @Test
    void everybody_sees_one_order_though_announcements_get_lost_and_come_late_and_twice() throws Exception {
        Meeting m = meeting("looking-at-student-work");
        Screen ana = one.screen(m, "ana");
        Screen ben = one.screen(m, "ben");
        Screen cho = two.screen(m, "cho");
        Screen dee = two.screen(m, "dee");
        goesToDescribe(ana);
        post = Post.BAD;

        List<Thread> writers = new ArrayList<>();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (Screen screen : List.of(ben, cho, dee)) {
            writers.add(Thread.ofVirtual().start(() -> {
                for (int n = 0; n < 25; n++) {
                    UUID note = UUID.randomUUID();
                    if (screen.does(note, new AddNote(note, "note " + n, null, null, null, false))
                            .equals(new Outcome.Done())) {
                        acknowledged.add(note.toString());
                    }
                }
            }));
        }
        for (Thread writer : writers) {
            assertThat(writer.join(Duration.ofSeconds(60))).isTrue();
        }

        await().atMost(10, SECONDS).untilAsserted(() -> {
            one.looks();
            two.looks();
            assertThat(ana.events()).isNotEmpty();
            assertThat(tail(cho, 40))
                    .isEqualTo(tail(ana, 40))
                    .isEqualTo(tail(ben, 40))
                    .isEqualTo(tail(dee, 40));
        });
        assertThat(acknowledged).hasSize(75);
        assertThat(state(one.room(m.id)).notes().stream().map(note -> note.id().toString()))
                .containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(state(two.room(m.id))).isEqualTo(state(one.room(m.id)));
        assertThat(store.brokenAt(m.id)).isEmpty();
    }

    private static List<String> tail(Screen screen, int most) {
        List<String> all = screen.events();
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    @Test
    void a_command_the_other_node_accepted_is_acknowledged_and_not_done_twice() {
        Meeting m = meeting("looking-at-student-work");
        Screen ana = one.screen(m, "ana");
        Screen first = one.screen(m, "ben");
        Screen second = two.screen(m, "ben");
        goesToDescribe(ana);
        post = Post.NONE;
        UUID command = UUID.randomUUID();
        AddNote note = new AddNote(UUID.randomUUID(), "once", null, null, null, false);
        first.does(command, note);

        assertThat(second.does(command, note)).isEqualTo(new Outcome.Done());
        two.looks();
        assertThat(second.does(command, note)).isEqualTo(new Outcome.Done());
        assertThat(state(two.room(m.id)).notes()).hasSize(1);
        assertThat(store.brokenAt(m.id)).isEmpty();
    }

    @Test
    void who_comes_over_sees_what_was_acknowledged_though_nothing_was_announced() {
        Meeting m = meeting("looking-at-student-work");
        Screen ana = one.screen(m, "ana");
        goesToDescribe(ana);
        two.room(m.id);
        post = Post.NONE;
        one.screen(m, "ben").does(new AddNote(UUID.randomUUID(), "acknowledged", null, null, null, false));

        Screen ben = two.screen(m, "ben");

        await().atMost(10, SECONDS).until(() -> ben.snapshots() > 0);
        assertThat(ben.frames.getFirst().toString()).contains("acknowledged");
    }

    @Test
    void a_step_ends_once_though_both_nodes_have_set_its_alarm() {
        Meeting m = meeting("post-it-vision");
        Screen ana = one.screen(m, "ana");
        two.screen(m, "ben");
        ana.does(new StartPhase("react", "a trial"));
        await().atMost(10, SECONDS)
                .until(() -> two.room(m.id).place() == one.room(m.id).place());
        long before = one.room(m.id).place();
        post = Post.NONE;

        clock.advance(Duration.ofHours(2));

        await().atMost(10, SECONDS).untilAsserted(() -> {
            one.looks();
            two.looks();
            assertThat(state(one.room(m.id)).current().orElseThrow().locked()).isTrue();
            assertThat(state(two.room(m.id))).isEqualTo(state(one.room(m.id)));
        });
        assertThat(store.log(m.id, before + 1, Long.MAX_VALUE))
                .extracting(Recorded::event)
                .filteredOn(RoomEvent.TimeRanOut.class::isInstance)
                .hasSize(1);
        assertThat(store.brokenAt(m.id)).isEmpty();
    }

    @Test
    void the_facilitator_on_the_other_node_is_there() {
        Meeting m = meeting("post-it-vision");
        Screen ana = one.screen(m, "ana");
        Screen ben = two.screen(m, "ben");
        ana.does(new StartPhase("words"));
        await().atMost(10, SECONDS).untilAsserted(() -> {
            one.looks();
            two.looks();
            assertThat(ben.here()).contains(m.member("ana").toString());
            assertThat(ana.here()).contains(m.member("ben").toString());
        });

        clock.advance(LiveRoom.SUCCESSION.plusSeconds(5));

        assertThat(state(two.room(m.id)).facilitator().orElseThrow().id()).isEqualTo(m.member("ana"));
        ana.seat.close();
        await().atMost(10, SECONDS)
                .until(() -> !ben.here().contains(m.member("ana").toString()));
        clock.advance(LiveRoom.SUCCESSION.plusSeconds(5));
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(
                        state(two.room(m.id)).facilitator().orElseThrow().id())
                .isEqualTo(m.member("ben")));
    }

    @Test
    void a_node_ends_no_stay_of_another_and_a_dead_ones_when_it_was_last_seen() {
        Meeting m = meeting("post-it-vision");
        Screen ana = one.screen(m, "ana");
        ana.does(new StartPhase("words"));
        PresenceStore stays = new PresenceStore(db, two);
        await().atMost(10, SECONDS).until(() -> open(stays, m) == 1);

        two.room(m.id);
        Screen phone = two.screen(m, "ana");
        await().atMost(10, SECONDS).until(() -> open(stays, m) == 2);
        phone.seat.close();
        await().atMost(10, SECONDS).until(() -> open(stays, m) == 1);

        two.open.endStaysOf(one.name, clock.instant());
        assertThat(open(stays, m)).isZero();
    }

    private static long open(PresenceStore stays, Meeting m) {
        return stays.of(m.person("ana")).stream()
                .flatMap(meeting -> meeting.stays().stream())
                .filter(stay -> stay.until().isEmpty())
                .count();
    }

    @Test
    void what_was_written_anonymously_on_either_node_is_uncovered() {
        Meeting m = meeting("forming-ground-rules");
        Screen ana = one.screen(m, "ana");
        Screen ben = one.screen(m, "ben");
        Screen cho = two.screen(m, "cho");
        Screen dee = two.screen(m, "dee");
        ana.does(new StartPhase("write"));
        await().atMost(10, SECONDS)
                .until(() -> two.room(m.id).place() == one.room(m.id).place());
        await().atMost(10, SECONDS).untilAsserted(() -> {
            one.looks();
            two.looks();
            assertThat(dee.here()).hasSize(4);
            assertThat(dee.frames.toString()).contains("\"phase\":\"write\"");
        });
        int told = dee.frames.size();
        ben.does(new AddNote(UUID.randomUUID(), "from one", null, null, null, false));
        cho.does(new AddNote(UUID.randomUUID(), "from two", null, null, null, false));
        ben.does(new AddNote(UUID.randomUUID(), "one again", null, null, null, false));
        cho.does(new AddNote(UUID.randomUUID(), "two again", null, null, null, false));
        state(two.room(m.id));
        assertThat(dee.frames.subList(told, dee.frames.size()))
                .as("who writes nothing is told nothing")
                .isEmpty();

        ana.does(new EndPhase("write"));

        await().atMost(10, SECONDS).untilAsserted(() -> {
            one.looks();
            two.looks();
            for (Node node : List.of(one, two)) {
                assertThat(state(node.room(m.id)).notes())
                        .extracting(Entity.Note::text)
                        .containsExactlyInAnyOrder("from one", "from two", "one again", "two again");
            }
        });
        assertThat(store.brokenAt(m.id)).isEmpty();
    }
}
