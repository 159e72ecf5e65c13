package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.room.RoomCommand.OfSeat;
import org.tessera.room.RoomCommand.RaiseHand;
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
    private final SimulatedLedger ledger = new SimulatedLedger(prepared, 1);
    private final LiveRoom room =
            new LiveRoom(ledger.load(prepared.room().id()).orElseThrow(), ledger, clock, List.of(), _ -> {});

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

    private static void sends(SimulatedLine line, UUID id, OfSeat command) {
        line.send(SimulatedClient.frame(id, command));
        line.arriveUp();
    }

    /** What kinds of frames come when the server has turned to what waits. */
    private List<String> heard(SimulatedLine line) {
        room.turn();
        room.turn();
        line.write();
        return line.arriveDown().stream()
                .map(frame -> EntityJson.JSON.readTree(frame).path("frame").stringValue())
                .toList();
    }
}
