package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tessera.protocol.ShippedPacks;
import org.tessera.room.RoomJson.Arrived;
import org.tessera.support.LongFigures;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Commands with odd fields in meetings that are going on: each is read or refused, decided or refused, and what follows from
 * it can be written down, read again and told. A failure names its seed; the same seed plays the same meeting.
 */
class OddFramesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SEED = 20_261_123;

    private final Map<String, int[]> counts = new HashMap<>();

    @Test
    void know_every_command_of_the_wire() {
        assertThat(OddFrames.names()).containsExactlyInAnyOrderElementsOf(RoomJson.commandNames());
    }

    @Test
    void break_no_meeting() {
        for (String pack : List.of("looking-at-student-work", "post-it-vision")) {
            play(pack, SEED, 60, 10);
        }
        assertThat(counts.keySet()).containsAll(RoomJson.commandNames());
    }

    @Test
    @Tag("long")
    void break_no_meeting_of_any_protocol() {
        long began = System.nanoTime();
        List<String> packs = ShippedPacks.ids().toList();
        for (String pack : packs) {
            for (long seed = SEED; seed < SEED + 1; seed++) {
                play(pack, seed, 300, 20);
            }
        }
        int unread = counts.values().stream().mapToInt(count -> count[0]).sum();
        int refused = counts.values().stream().mapToInt(count -> count[1]).sum();
        int accepted = counts.values().stream().mapToInt(count -> count[2]).sum();
        LongFigures.leave(
                "Frames with odd fields",
                "%d frames of all %d commands, seeds from %d, in %d meetings of %d protocols: %d could not be read, %d were refused with a reason, %d were lawful and were recorded, read again and told; 0 exceptions; %d seconds."
                        .formatted(
                                unread + refused + accepted,
                                RoomJson.commandNames().size(),
                                SEED,
                                packs.size(),
                                packs.size(),
                                unread,
                                refused,
                                accepted,
                                (System.nanoTime() - began) / 1_000_000_000));
    }

    private void play(String pack, long seed, int steps, int frames) {
        OddFrames odd = new OddFrames(seed);
        Random chance = new Random(seed);
        RandomPlay play = new RandomPlay(seed);
        Rehearsal meeting = play.gathered(aRoom().of(ShippedPacks.read(pack)));
        for (int step = 0; step < steps; step++) {
            meeting = play.next(meeting);
            TreeSet<String> words = new TreeSet<>();
            meeting.log().forEach(recorded -> OddFrames.words(JSON.readTree(RoomJson.payload(recorded)), words));
            odd.knows(words);
            for (int n = 0; n < frames; n++) {
                ObjectNode frame = odd.next();
                try {
                    meeting = given(meeting, frame, chance);
                } catch (RuntimeException | StackOverflowError e) {
                    String text = frame.toString();
                    throw new AssertionError(
                            pack + ", seed " + seed + ", step " + step + ": "
                                    + text.substring(0, Math.min(600, text.length())),
                            e);
                }
            }
        }
    }

    private Rehearsal given(Rehearsal meeting, ObjectNode frame, Random chance) {
        int[] count = counts.computeIfAbsent(frame.path("type").asString("odd"), _ -> new int[3]);
        if (!(RoomJson.command(frame) instanceof Arrived.Read(var _, var command))) {
            count[0]++;
            return meeting;
        }
        if (command instanceof RoomCommand.Undo || command instanceof RoomCommand.CloseRoom) {
            // the one is asked of the rulebook as a TakeBack; the other would end the play
            count[1]++;
            return meeting;
        }
        List<Entity.Member> members = meeting.room().members().stream().toList();
        Verdict verdict = meeting.when(
                command, members.get(chance.nextInt(members.size())).id());
        if (!(verdict.decision() instanceof Decision.Accepted accepted)) {
            count[1]++;
            return meeting;
        }
        count[2]++;
        Rehearsal after = verdict.meeting();
        after.log().subList(meeting.log().size(), after.log().size()).forEach(recorded -> assertThat(
                        RoomJson.recorded(recorded.seq(), RoomJson.payload(recorded)))
                .isEqualTo(recorded));
        return accepted.events().isEmpty() || chance.nextInt(3) == 0 ? after : meeting;
    }
}
