package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.room.RoomCommand.AddNote;
import org.tessera.room.RoomCommand.LowerHand;
import org.tessera.room.RoomCommand.OfSeat;
import org.tessera.room.RoomCommand.RaiseHand;
import org.tessera.room.RoomCommand.Ready;
import org.tessera.room.RoomCommand.Undo;

/** The order of things in an open room, turn by turn. */
class LiveRoomTest {

    private static final UUID COMMAND = Ids.id("command");

    private final Rehearsal prepared = RehearsalPlan.aRoom()
            .of("looking-at-student-work")
            .with(Part.facilitator("ana"))
            .inPhase("describe");
    private final MemberId ana = Ids.person("ana");
    private final SimulatedClock clock = new SimulatedClock(prepared.now());
    private SimulatedLedger ledger = new SimulatedLedger(prepared, 1);
    private final LiveRoom room = ledger.opened(clock, List.of());

    @Test
    void who_comes_back_and_sends_again_is_caught_up_before_the_acknowledgement() {
        room.give(new RaiseHand(), COMMAND, ana, _ -> {});
        room.turn();

        SimulatedLine line = new SimulatedLine(room, ana, Optional.empty(), clock);
        sends(line, COMMAND, new RaiseHand());

        assertThat(heard(line)).containsExactly("snapshot", "presence", "ack");
    }

    @Test
    void everybody_has_an_answer_when_what_was_done_before_cannot_be_read() {
        ledger.isReachable(false);
        List<Outcome> answers = new ArrayList<>();
        room.give(new RaiseHand(), COMMAND, ana, answers::add);
        room.give(new Undo(COMMAND), Ids.id("undo"), ana, answers::add);

        room.turn();

        assertThat(answers).containsExactly(new Outcome.No(Refusal.BUSY), new Outcome.No(Refusal.BUSY));
    }

    @Test
    void a_command_of_long_ago_that_is_sent_again_happens_once() {
        does(COMMAND, new RaiseHand());
        does(Ids.id("down"), new LowerHand());
        manyDo();
        long seq = ledger.room().seq();

        assertThat(does(COMMAND, new RaiseHand())).isEqualTo(new Outcome.Done());

        assertThat(ledger.room().seq()).isEqualTo(seq);
    }

    @Test
    void a_command_of_long_ago_is_not_refused_because_it_could_not_be_done_now() {
        UUID note = Ids.id("note");
        AddNote add = new AddNote(note, "seen", null, null, null, false);
        does(COMMAND, add);
        manyDo();

        assertThat(does(COMMAND, add)).isEqualTo(new Outcome.Done());
        assertThat(does(Ids.id("another"), add)).isInstanceOf(Outcome.No.class);
    }

    @Test
    void what_goes_with_a_command_of_long_ago_is_done_all_the_same() {
        does(COMMAND, new RaiseHand());
        does(Ids.id("down"), new LowerHand());
        manyDo();
        List<Outcome> answers = new ArrayList<>();

        room.give(new RaiseHand(), COMMAND, ana, answers::add);
        room.give(new Ready(), Ids.id("ready"), ana, answers::add);
        room.turn();

        assertThat(answers).containsExactly(new Outcome.Done(), new Outcome.Done());
        assertThat(ledger.room().member(ana).orElseThrow().hand()).isEmpty();
        assertThat(ledger.room().member(ana).orElseThrow().ready()).isTrue();
    }

    @Test
    void nobody_is_too_fast_because_the_clock_was_set_back() {
        SimulatedLine line = new SimulatedLine(room, ana, Optional.empty(), clock);
        clock.goes(Duration.ofMinutes(-10));

        sends(line, COMMAND, new RaiseHand());

        assertThat(heard(line)).contains("ack").doesNotContain("refused");
    }

    @Test
    void a_seat_may_say_only_so_much_at_once() {
        SimulatedLine line = new SimulatedLine(room, ana, Optional.empty(), clock);

        IntStream.range(0, 70).forEach(each -> sends(line, Ids.id("hand " + each), new RaiseHand()));

        assertThat(heard(line)).filteredOn("refused"::equals).hasSize(10);
    }

    @Test
    void a_step_closes_by_its_clock_though_that_was_set_back_when_it_was_due() {
        LiveRoom telling = telling();
        clock.goes(Duration.ofMinutes(4));
        clock.ring();
        clock.goes(Duration.ofMinutes(-2));
        telling.turn();
        assertThat(isLocked(telling)).as("too early").isFalse();

        clock.goes(Duration.ofMinutes(2));
        goesOn(telling);

        assertThat(isLocked(telling)).isTrue();
    }

    @Test
    void a_step_closes_by_its_clock_though_the_database_was_away_when_it_was_due() {
        LiveRoom telling = telling();
        ledger.isReachable(false);
        clock.goes(Duration.ofMinutes(4));
        goesOn(telling);
        ledger.isReachable(true);

        goesOn(telling);

        assertThat(isLocked(telling)).isTrue();
    }

    @Test
    void somebody_takes_over_though_the_database_was_away_when_it_was_time() {
        LiveRoom running = open(RehearsalPlan.aRoom()
                .of("small")
                .with(Part.facilitator("ana"), Part.participant("ben"))
                .inPhase("open"));
        new SimulatedLine(running, Ids.person("ben"), Optional.empty(), clock);
        SimulatedLine leading = new SimulatedLine(running, ana, Optional.empty(), clock);
        running.turn();
        leading.leave();
        running.turn();
        ledger.isReachable(false);
        clock.goes(LiveRoom.SUCCESSION);
        goesOn(running);
        ledger.isReachable(true);

        goesOn(running);
        clock.goes(LiveRoom.SUCCESSION);
        goesOn(running);

        assertThat(ledger.room().facilitator().orElseThrow().id()).isEqualTo(Ids.person("ben"));
    }

    private Outcome does(UUID id, OfSeat command) {
        List<Outcome> answers = new ArrayList<>();
        room.give(command, id, ana, answers::add);
        room.turn();
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    /** More happens than the room remembers the commands of. */
    private void manyDo() {
        for (int each = 0; each < 4; each++) {
            does(Ids.id("up " + each), new RaiseHand());
            does(Ids.id("down " + each), new LowerHand());
        }
    }

    /** A room in a step that locks when its three minutes are over. */
    private LiveRoom telling() {
        return open(
                RehearsalPlan.aRoom().of("small").with(Part.facilitator("ana")).inPhase("tell"));
    }

    private LiveRoom open(Rehearsal meeting) {
        clock.goes(Duration.between(clock.instant(), meeting.now()));
        ledger = new SimulatedLedger(meeting, 1);
        return ledger.opened(clock, List.of());
    }

    private boolean isLocked(LiveRoom room) {
        List<Room> seen = new ArrayList<>();
        room.look(seen::add);
        room.turn();
        return seen.getFirst().current().orElseThrow().locked();
    }

    /** Two seconds go by, and all that rings is carried out. */
    private void goesOn(LiveRoom room) {
        for (int second = 0; second < 2; second++) {
            clock.goes(Duration.ofSeconds(1));
            clock.ring();
            room.turn();
            room.turn();
        }
    }

    private static void sends(SimulatedLine line, UUID id, OfSeat command) {
        line.send(SimulatedClient.frame(id, command));
        line.arriveUp();
    }

    /** What kinds of frames come when the server has turned to what waits. */
    private List<String> heard(SimulatedLine line) {
        room.turn();
        room.turn();
        List<String> frames = new ArrayList<>();
        while (line.isWriting()) {
            line.write();
            frames.addAll(line.arriveDown());
        }
        return frames.stream()
                .map(frame -> EntityJson.JSON.readTree(frame).path("frame").stringValue())
                .toList();
    }
}
