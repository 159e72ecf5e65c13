package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.SignInId;
import org.tessera.account.SignIns;
import org.tessera.account.SignedIn;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.wire.EventStream;
import org.tessera.support.wire.Visitor;
import org.tessera.support.wire.Wire;
import tools.jackson.databind.JsonNode;

/** Several people round one laptop, over one socket: who may be heard there, and whose what is done there is. */
@AppTest
class SharedDeviceWireTest {

    private static final String ANAS = "1357";
    private static final String CHOS = "246810";
    private static final String DEES = "99990000";

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

    @Autowired
    private SharedDevices devices;

    @Autowired
    private SignIns signIns;

    @Autowired
    private DSLContext db;

    /** ana's laptop, at which cho, a colleague, and Dee, a guest, sit too; ben is elsewhere. */
    private final class Laptop {
        final Meeting m;
        final Visitor visitor;
        final Device device;
        final String ana;
        final String cho;
        final String dee;

        Laptop(String pack) {
            m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                    .with("ana", FACILITATOR)
                    .with("ben", PARTICIPANT)
                    .with("cho", PARTICIPANT)
                    .running(pack);
            visitor = m.visitor(server(), "ana");
            SignInId signIn = signIns.of(m.person("ana")).getFirst().id();
            device = new Device(m.id, signIn);
            ana = m.member("ana").toString();
            cho = seated(devices.sitPerson(device, first(), ANAS, m.email("cho"), m.password(), CHOS));
            dee = seated(devices.sitGuest(device, first(), "", "Dee", DEES, Locale.ENGLISH));
        }

        SignedIn first() {
            return new SignedIn(m.person("ana"), "ana", false, null, Locale.ENGLISH);
        }

        Wire open() {
            return visitor.open(m.id.value());
        }

        void start(String... phases) {
            for (String phase : phases) {
                m.does("ana", new RoomCommand.StartPhase(phase));
            }
        }

        Entity.Note note(UUID id) {
            return m.live().note(new NoteId(id)).orElseThrow();
        }
    }

    private static String seated(SitAnswer answer) {
        assertThat(answer).isInstanceOf(SitAnswer.Seated.class);
        return ((SitAnswer.Seated) answer).sitter().member().toString();
    }

    private URI server() {
        return URI.create("http://localhost:" + port);
    }

    private static Map<String, Object> note(UUID id, String text) {
        return Map.of("note", id.toString(), "text", text);
    }

    private static RoomCommand.AddNote note(UUID id, String text, boolean isPrivate) {
        return new RoomCommand.AddNote(id, text, null, null, null, isPrivate, null, null, null);
    }

    private static String all(List<String> frames) {
        return String.join("\n", frames);
    }

    @Nested
    class A_socket_of_a_shared_device {

        @Test
        void begins_as_nobodys_and_tells_who_sits_there() {
            Laptop laptop = new Laptop("looking-at-student-work");
            Wire socket = laptop.open();

            assertThat(socket.sharing()).containsExactlyInAnyOrder(laptop.ana, laptop.cho, laptop.dee);
            assertThat(socket.refusal("ready", Map.of())).isEqualTo("SEAT_NOT_TAKEN");
            assertThat(socket.seat(laptop.cho).refusal("ready", Map.of())).isEqualTo("SEAT_NOT_TAKEN");
            assertThat(socket.refusal("leave-seat", Map.of("person", laptop.cho)))
                    .isEqualTo("SEAT_NOT_TAKEN");
            socket.raw("{\"type\":\"beat\",\"t0\":7}");
            Wire.await("the clock", () -> all(socket.received()).contains("\"clock\""));
            assertThat(all(socket.received())).doesNotContain("snapshot").doesNotContain("presence");
        }

        @Test
        void carries_every_seat_that_is_taken_on_it_with_its_own_numbers() {
            Laptop laptop = new Laptop("looking-at-student-work");
            Wire socket = laptop.open();
            Wire cho = socket.takes(laptop.cho, CHOS);
            Wire dee = socket.takes(laptop.dee, DEES);
            laptop.start("norms", "work", "examine", "describe");
            UUID id = UUID.randomUUID();
            cho.does("add-note", note(id, "four rows"));

            Wire.await("dee sees it", () -> dee.collection("notes").containsKey(id.toString()));
            assertThat(cho.you()).isEqualTo(laptop.cho);
            assertThat(dee.you()).isEqualTo(laptop.dee);
            assertThat(cho.hasHole()).isFalse();
            assertThat(dee.hasHole()).isFalse();
            assertThat(laptop.note(id).by()).isEqualTo(laptop.m.member("cho"));
            laptop.m.isConsistent();
        }

        @Test
        void of_a_device_that_was_not_shared_when_it_opened_stays_its_owners() {
            Meeting m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                    .with("ana", FACILITATOR)
                    .running("looking-at-student-work");
            Wire socket = m.visitor(server(), "ana").open(m.id.value());
            Device device =
                    new Device(m.id, signIns.of(m.person("ana")).getFirst().id());
            SignedIn first = new SignedIn(m.person("ana"), "ana", false, null, Locale.ENGLISH);
            String dee = seated(devices.sitGuest(device, first, ANAS, "Dee", DEES, Locale.ENGLISH));

            Wire.await("the people of the device", () -> socket.sharing().contains(dee));
            Wire.await("dee is here", () -> socket.here().contains(dee));
            socket.does("start-phase", Map.of("phase", "norms"));
            socket.does("leave-seat", Map.of());
            assertThat(socket.refusal("raise-hand", Map.of())).isEqualTo("SEAT_NOT_TAKEN");
            Wire again = socket.takes(socket.you(), ANAS);
            again.does("raise-hand", Map.of());
        }

        @Test
        void goes_on_where_a_seat_was_left() {
            Laptop laptop = new Laptop("looking-at-student-work");
            laptop.start("norms", "work", "examine", "describe");
            Wire socket = laptop.open();
            Wire cho = socket.takes(laptop.cho, CHOS);
            String cursor = cho.cursor().orElseThrow();
            socket.does("leave-seat", Map.of("person", laptop.cho));
            UUID missed = UUID.randomUUID();
            laptop.m.does("ana", note(missed, "while away", false));

            int before = cho.received().size();
            cho.answer(socket.send("take-seat", Map.of("person", laptop.cho, "pin", CHOS, "since", cursor)));
            Wire.await("what was missed", () -> all(cho.received()).contains("while away"));
            assertThat(all(cho.received().subList(before, cho.received().size())))
                    .doesNotContain("snapshot");
        }
    }

    @Nested
    class Words_of_one_person {

        @Test
        void never_reach_the_socket_while_another_has_the_device() {
            Laptop laptop = new Laptop("looking-at-student-work");
            laptop.start("norms", "work", "examine");
            Wire socket = laptop.open();
            Wire cho = socket.takes(laptop.cho, CHOS);
            UUID first = UUID.randomUUID();
            cho.does("add-note", note(first, "plum tree before"));
            socket.does("leave-seat", Map.of("person", laptop.cho));
            int left = socket.received().size();

            Wire dee = socket.takes(laptop.dee, DEES);
            UUID second = UUID.randomUUID();
            laptop.m.does("cho", note(second, "plum tree after", true));
            laptop.m.does("cho", new RoomCommand.EditNote(first, "plum tree reworded"));
            dee.does("add-note", note(UUID.randomUUID(), "dee alone"));
            assertThat(dee.refusal("edit-note", note(first, "mine"))).isEqualTo("NOTE_UNKNOWN");

            assertThat(all(socket.received().subList(left, socket.received().size())))
                    .contains("dee alone")
                    .doesNotContain("plum tree")
                    .doesNotContain(first.toString())
                    .doesNotContain(second.toString())
                    .doesNotContain("\"seat\":\"" + laptop.cho);
        }

        @Test
        void end_on_every_line_of_the_device_when_a_page_hands_it_on() {
            Laptop laptop = new Laptop("looking-at-student-work");
            laptop.start("norms", "work", "examine");
            Wire socket = laptop.open();
            String ticket = devices.ticket(laptop.device, laptop.m.member("cho"));
            Wire cho = socket.seat(laptop.cho);
            cho.answer(socket.send("take-seat", Map.of("person", laptop.cho, "ticket", ticket)));
            Wire.await("cho's room", () -> !cho.you().isEmpty());
            Onward page = new Onward();
            Onward other = new Onward();
            devices.watch(laptop.device, page);
            devices.watch(laptop.device, other);

            devices.cover(laptop.device, page);
            int left = socket.received().size();
            laptop.m.does("cho", note(UUID.randomUUID(), "plum tree", true));
            Wire dee = socket.takes(laptop.dee, DEES);
            dee.does("ready", Map.of());

            assertThat(all(socket.received().subList(left, socket.received().size())))
                    .doesNotContain("plum tree");
            assertThat(cho.refusal("ready", Map.of())).isEqualTo("SEAT_NOT_TAKEN");
            assertThat(socket.refusal("take-seat", Map.of("person", laptop.cho, "ticket", ticket)))
                    .isEqualTo("PIN_WRONG");
            assertThat(other.covered).isTrue();
            assertThat(page.covered).isFalse();
        }

        @Test
        void that_were_not_sent_wait_for_their_person_encrypted() {
            Laptop laptop = new Laptop("looking-at-student-work");
            MemberId cho = laptop.m.member("cho");
            MemberId stranger = new MemberId(UUID.randomUUID());
            devices.leaveWords(
                    laptop.device, Map.of(cho, Map.of("draft:describe", "plum tree"), stranger, Map.of("a", "b")));
            devices.leaveWords(laptop.device, Map.of(cho, Map.of("draft:examine", "pear tree")));

            assertThat(devices.leftWords(laptop.device, cho))
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("draft:describe", "plum tree", "draft:examine", "pear tree"));
            assertThat(devices.leftWords(laptop.device, laptop.m.member("ana"))).isEmpty();
            byte[] kept = db.fetchSingle(
                            "select left_behind from device_seat where person_id = ? and sign_in_id = ?",
                            laptop.m.person("cho").value(),
                            laptop.device.signIn().value())
                    .get(0, byte[].class);
            assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("plum");
            devices.forgetWords(laptop.device, cho);
            assertThat(devices.leftWords(laptop.device, cho)).isEmpty();
        }
    }

    /** A page of the device. */
    private static final class Onward implements SharedDevices.Page {
        volatile boolean covered;

        @Override
        public void peopleChanged() {}

        @Override
        public void covered() {
            covered = true;
        }
    }

    @Nested
    class A_wrong_pin {

        @Test
        void is_refused_like_a_person_who_does_not_sit_there() {
            Laptop laptop = new Laptop("looking-at-student-work");
            Wire socket = laptop.open();

            JsonNode wrong = socket.ask("take-seat", Map.of("person", laptop.cho, "pin", DEES));
            JsonNode elsewhere = socket.ask(
                    "take-seat", Map.of("person", laptop.m.member("ben").toString(), "pin", DEES));
            JsonNode nobody =
                    socket.ask("take-seat", Map.of("person", UUID.randomUUID().toString(), "pin", DEES));
            assertThat(wrong.path("reason").asString()).isEqualTo("PIN_WRONG");
            for (JsonNode other : List.of(elsewhere, nobody)) {
                assertThat(other.path("reason").asString()).isEqualTo("PIN_WRONG");
                assertThat(other.path("message").asString())
                        .isEqualTo(wrong.path("message").asString());
            }
            assertThat(socket.refusal("take-seat", Map.of("person", laptop.cho)))
                    .isEqualTo("PIN_WRONG");
            assertThat(socket.refusal("take-seat", Map.of("pin", CHOS))).isEqualTo("MALFORMED");
            assertThat(socket.refusal("take-seat", Map.of("person", laptop.cho, "ticket", "made-up")))
                    .isEqualTo("PIN_WRONG");
        }

        @Test
        void makes_wait_after_five_of_them_even_with_the_right_one() {
            Laptop laptop = new Laptop("looking-at-student-work");
            Wire socket = laptop.open();
            for (int i = 0; i < 5; i++) {
                assertThat(socket.refusal("take-seat", Map.of("person", laptop.cho, "pin", "0000")))
                        .isEqualTo("PIN_WRONG");
            }
            assertThat(socket.refusal("take-seat", Map.of("person", laptop.cho, "pin", CHOS)))
                    .isEqualTo("PIN_TOO_OFTEN");
            socket.takes(laptop.dee, DEES);
        }
    }

    @Nested
    class Everybody_at_a_connected_device {

        @Test
        void is_here_and_told_to_share_it_whoever_has_it() {
            Laptop laptop = new Laptop("looking-at-student-work");
            Wire ben = laptop.m.visitor(server(), "ben").open(laptop.m.id.value());
            Wire socket = laptop.open();
            Set<String> three = Set.of(laptop.ana, laptop.cho, laptop.dee);

            Wire.await("all three are here", () -> ben.here().containsAll(three));
            assertThat(ben.devices()).hasSize(1);
            assertThat(ben.devices().getFirst()).containsExactlyInAnyOrderElementsOf(three);
            devices.leave(laptop.device, new MemberId(UUID.fromString(laptop.dee)));
            Wire.await("dee has left", () -> !ben.here().contains(laptop.dee));
            assertThat(ben.devices().getFirst()).containsExactlyInAnyOrder(laptop.ana, laptop.cho);
            socket.close();
            Wire.await("nobody of it is here", () -> ben.here().equals(List.of(ben.you())));
            assertThat(ben.devices()).isEmpty();
        }

        @Test
        void keeps_the_facilitation_while_another_has_it() {
            Laptop laptop = new Laptop("looking-at-student-work");
            laptop.start("norms");
            Wire ben = laptop.m.visitor(server(), "ben").open(laptop.m.id.value());
            Wire socket = laptop.open();
            socket.takes(laptop.cho, CHOS);
            Wire.await("ana is here", () -> ben.here().contains(laptop.ana));

            assertThat(ben.ask("take-facilitation", Map.of()).path("reason").asString())
                    .isEqualTo("FACILITATOR_HERE");
        }

        @Test
        void loses_the_seat_that_was_taken_when_leaving_the_device() {
            Laptop laptop = new Laptop("looking-at-student-work");
            Wire socket = laptop.open();
            Wire dee = socket.takes(laptop.dee, DEES);
            devices.leave(laptop.device, new MemberId(UUID.fromString(laptop.dee)));

            Wire.await("dee's seat is gone", () -> socket.sharing().size() == 2);
            assertThat(dee.refusal("ready", Map.of())).isEqualTo("SEAT_NOT_TAKEN");
            assertThat(socket.refusal("take-seat", Map.of("person", laptop.dee, "pin", DEES)))
                    .isEqualTo("PIN_WRONG");
            assertThat(dee.isClosed()).isFalse();
        }
    }

    @Nested
    class What_is_done_on_one_socket {

        @Test
        void counts_for_the_person_of_each_seat() {
            Laptop laptop = new Laptop("post-it-vision");
            Wire socket = laptop.open();
            Wire ana = socket.takes(laptop.ana, ANAS);
            Wire cho = socket.takes(laptop.cho, CHOS);
            Wire dee = socket.takes(laptop.dee, DEES);
            laptop.start("react", "words", "post");
            UUID anas = UUID.randomUUID();
            ana.does("add-note", note(anas, "curious"));
            for (int i = 0; i < 3; i++) {
                cho.does("add-note", note(UUID.randomUUID(), "cho " + i));
            }
            assertThat(cho.refusal("add-note", note(UUID.randomUUID(), "one more")))
                    .isEqualTo("BUDGET_SPENT");
            UUID dees = UUID.randomUUID();
            dee.does("add-note", note(dees, "kind"));
            laptop.start("sort", "name", "aside", "vote");
            for (int i = 0; i < 3; i++) {
                cho.does("cast-vote", Map.of("target", anas.toString()));
                dee.does("cast-vote", Map.of("target", dees.toString()));
            }
            assertThat(cho.refusal("cast-vote", Map.of("target", dees.toString())))
                    .isEqualTo("BUDGET_SPENT");
            ana.does("cast-vote", Map.of("target", dees.toString()));
            assertThat(laptop.m.live().ballots("vote"))
                    .extracting(ballot -> ballot.by().toString(), Entity.Ballot::spent)
                    .containsExactlyInAnyOrder(tuple(laptop.ana, 1), tuple(laptop.cho, 3), tuple(laptop.dee, 3));
            assertThat(all(cho.received())).doesNotContain("\"by\":\"" + laptop.dee + "\",\"phase\":\"vote\"");
            laptop.m.isConsistent();
        }

        @Test
        void is_undone_by_the_one_who_did_it() {
            Laptop laptop = new Laptop("looking-at-student-work");
            laptop.start("norms", "work", "examine", "describe");
            Wire socket = laptop.open();
            Wire cho = socket.takes(laptop.cho, CHOS);
            Wire dee = socket.takes(laptop.dee, DEES);
            UUID chos = UUID.randomUUID();
            String command = cho.send("add-note", note(chos, "cho's"));
            cho.answer(command);
            UUID dees = UUID.randomUUID();
            dee.does("add-note", note(dees, "dee's"));

            assertThat(dee.refusal("undo", Map.of("command", command))).isEqualTo("NOTHING_TO_UNDO");
            cho.does("undo", Map.of("command", command));
            assertThat(laptop.m.live().note(new NoteId(chos))).isEmpty();
            assertThat(laptop.note(dees).by().toString()).isEqualTo(laptop.dee);
        }

        @Test
        void is_counted_against_the_speed_of_the_seat_alone() {
            Laptop laptop = new Laptop("looking-at-student-work");
            Wire socket = laptop.open();
            Wire cho = socket.takes(laptop.cho, CHOS);
            Wire dee = socket.takes(laptop.dee, DEES);
            List<String> sent = java.util.stream.IntStream.range(0, 200)
                    .mapToObj(_ -> cho.send("agree-norms", Map.of()))
                    .toList();
            sent.forEach(cho::answer);

            assertThat(all(cho.received())).contains("TOO_FAST");
            dee.does("agree-norms", Map.of());
            assertThat(all(dee.received())).doesNotContain("TOO_FAST");
        }

        @Test
        void is_in_the_record_under_the_name_of_each() {
            Laptop laptop = new Laptop("looking-at-student-work");
            laptop.start("norms", "work", "examine", "describe");
            Wire socket = laptop.open();
            UUID chos = UUID.randomUUID();
            UUID dees = UUID.randomUUID();
            socket.takes(laptop.cho, CHOS).does("add-note", note(chos, "cho's"));
            socket.does("leave-seat", Map.of("person", laptop.cho));
            socket.takes(laptop.dee, DEES).does("add-note", note(dees, "dee's"));

            List<Recorded> log = store.log(laptop.m.id, 1, Long.MAX_VALUE);
            assertThat(log.stream()
                            .filter(each -> each.event() instanceof RoomEvent.NoteAdded)
                            .map(each -> each.by().orElseThrow().toString()))
                    .containsExactly(laptop.cho, laptop.dee);
            assertThat(log.toString()).doesNotContain(CHOS).doesNotContain(DEES);
            laptop.m.isConsistent();
        }
    }

    @Test
    void seats_are_taken_on_a_stream_of_events_as_well() {
        Laptop laptop = new Laptop("looking-at-student-work");
        String path = "/live/rooms/" + laptop.m.id;
        try (EventStream stream = laptop.visitor.stream(path + "/frames")) {
            Wire.await("the people of the device", () -> stream.text().contains("\"device\""));
            String id = UUID.randomUUID().toString();
            String taken = laptop.visitor
                    .json(
                            path + "/commands",
                            "{\"id\":\"%s\",\"type\":\"take-seat\",\"person\":\"%s\",\"pin\":\"%s\"}"
                                    .formatted(id, laptop.cho, CHOS))
                    .body();
            assertThat(taken).contains("\"ack\"").contains("\"seat\":\"" + laptop.cho);
            Wire.await("cho's room", () -> stream.text().contains("\"you\":\"" + laptop.cho));
            String hand = laptop.visitor
                    .json(
                            path + "/commands",
                            "{\"id\":\"%s\",\"type\":\"raise-hand\",\"seat\":\"%s\"}"
                                    .formatted(UUID.randomUUID(), laptop.cho))
                    .body();
            assertThat(hand).contains("\"ack\"").contains("\"seat\":\"" + laptop.cho);
            assertThat(laptop.m
                            .live()
                            .member(laptop.m.member("cho"))
                            .orElseThrow()
                            .hand())
                    .isPresent();
        }
    }

    @Test
    void people_of_another_team_and_people_who_are_there_already_do_not_sit_down() {
        Laptop laptop = new Laptop("looking-at-student-work");
        Meeting other = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("zoe", FACILITATOR)
                .running("looking-at-student-work");

        assertThat(devices.sitPerson(laptop.device, laptop.first(), "", other.email("zoe"), other.password(), "4444"))
                .isEqualTo(SitAnswer.Refused.NOT_OF_ROOM);
        assertThat(devices.sitPerson(
                        laptop.device, laptop.first(), "", laptop.m.email("cho"), laptop.m.password(), "4444"))
                .isEqualTo(SitAnswer.Refused.ALREADY);
        assertThat(devices.sitPerson(
                        laptop.device, laptop.first(), "", laptop.m.email("ana"), laptop.m.password(), "4444"))
                .isEqualTo(SitAnswer.Refused.ALREADY);
        assertThat(devices.sitPerson(laptop.device, laptop.first(), "", laptop.m.email("ben"), "wrong", "4444"))
                .isEqualTo(SitAnswer.Refused.WRONG);
        assertThat(devices.sitGuest(laptop.device, laptop.first(), "", "Eve", "44", Locale.ENGLISH))
                .isEqualTo(SitAnswer.Refused.PIN_INVALID);
        assertThat(devices.sitGuest(laptop.device, laptop.first(), "", " ", "4444", Locale.ENGLISH))
                .isEqualTo(SitAnswer.Refused.NAME_EMPTY);
        assertThat(devices.sitters(laptop.device)).hasSize(3);
        devices.stopSharing(laptop.device);
        assertThat(devices.isShared(laptop.device)).isFalse();
        assertThat(devices.sitGuest(laptop.device, laptop.first(), "12", "Eve", "4444", Locale.ENGLISH))
                .isEqualTo(SitAnswer.Refused.FIRST_PIN_INVALID);
        assertThat(laptop.open().you()).isEqualTo(laptop.ana);
    }

    @Test
    void the_sign_in_of_a_shared_device_fetches_nothing_of_its_person_outside_the_room() {
        Laptop laptop = new Laptop("looking-at-student-work");
        String artifact = "/api/artifacts/" + UUID.randomUUID();

        assertThat(laptop.visitor.get(artifact).statusCode()).isEqualTo(403);
        assertThat(laptop.visitor.get("/api/rooms/" + laptop.m.id).statusCode()).isEqualTo(200);
        assertThat(laptop.visitor.get("/api/rooms").statusCode()).isEqualTo(200);
        devices.stopSharing(laptop.device);
        assertThat(laptop.visitor.get(artifact).statusCode()).isEqualTo(404);
    }

    @Test
    void everything_is_gone_when_the_sign_in_of_the_device_ends() {
        Laptop laptop = new Laptop("looking-at-student-work");
        Wire socket = laptop.open();
        socket.takes(laptop.cho, CHOS);
        signIns.end(laptop.device.signIn());

        Wire.await("the socket is closed", socket::isClosed);
        assertThat(devices.sitters(laptop.device)).isEmpty();
    }
}
