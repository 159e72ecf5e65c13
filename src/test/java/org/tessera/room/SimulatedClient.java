package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tessera.room.RoomCommand.OfSeat;
import org.tessera.room.SimulatedLedger.Moment;
import org.tessera.support.wire.Snapshots;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One person's page: it keeps what it has not been answered and sends it again under the same id, folds what it is told, and
 * comes back with its cursor. It checks all it gets against what the ledger says happened.
 */
final class SimulatedClient {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** Refusals after which one asks again. */
    private static final Set<String> PATIENT = Set.of(Refusal.BUSY.name(), Refusal.TOO_FAST.name());

    private final MemberId member;
    private final SimulatedLedger ledger;
    private final Cursor cursors;
    private final Onlooker picture;
    private final Map<UUID, String> outbox = new LinkedHashMap<>();
    private final Map<UUID, OfSeat> given = new LinkedHashMap<>();
    private final Set<UUID> acknowledged = new LinkedHashSet<>();
    private final Set<UUID> refused = new LinkedHashSet<>();
    /** What was sent twice on one line: refused once and decided anew, it may have happened in the end. */
    private final Set<UUID> doubled = new LinkedHashSet<>();

    private final Set<String> here = new LinkedHashSet<>();

    private Optional<String> cursor = Optional.empty();
    private long seq = -1;
    private int n;
    private @Nullable SimulatedLine line;

    SimulatedClient(MemberId member, SimulatedLedger ledger) {
        this.member = member;
        this.ledger = ledger;
        this.cursors = ledger.cursor();
        this.picture = new Onlooker(member, ledger.names());
    }

    MemberId member() {
        return member;
    }

    Optional<SimulatedLine> line() {
        return Optional.ofNullable(line);
    }

    int unanswered() {
        return outbox.size();
    }

    Set<UUID> acknowledged() {
        return acknowledged;
    }

    Set<UUID> refused() {
        return refused;
    }

    /** Comes with the cursor it has, if any, and sends what was not answered. */
    void comes(SimulatedLine fresh) {
        line = fresh;
        n = 0;
        sendsAgain();
    }

    Optional<String> cursor() {
        return cursor;
    }

    /** Begins anew, as a page that was loaded again: what was not answered is kept, what was told is not. */
    void forgets() {
        cursor = Optional.empty();
        seq = -1;
    }

    void isGone() {
        line = null;
    }

    void sendsAgain() {
        line().ifPresent(there -> outbox.values().forEach(there::send));
    }

    /** Sends what was not answered a second time over the same line, for no reason. */
    void repeats() {
        if (line != null) {
            doubled.addAll(outbox.keySet());
            sendsAgain();
        }
    }

    void gives(UUID id, OfSeat command) {
        String frame = frame(id, command);
        given.put(id, command);
        outbox.put(id, frame);
        line().ifPresent(there -> there.send(frame));
    }

    static String frame(UUID id, OfSeat command) {
        ObjectNode frame = (ObjectNode) EntityJson.JSON.readTree(RoomJson.write(command));
        String type = HUMP.matcher(command.getClass().getSimpleName()).replaceAll("-");
        frame.put("id", id.toString()).put("type", type.toLowerCase(java.util.Locale.ROOT));
        if (command instanceof RoomCommand.AddNote note) {
            frame.put("private", note.isPrivate());
        }
        if (command instanceof RoomCommand.EditStatement edit) {
            frame.set("changes", EntityJson.JSON.readTree(edit.changes()));
        }
        return frame.toString();
    }

    // What it is told

    void gets(List<String> frames) {
        Optional<Moment> last = Optional.empty();
        for (String text : frames) {
            JsonNode frame = EntityJson.JSON.readTree(text);
            switch (frame.path("frame").asString("")) {
                case "snapshot" -> {
                    enters(frame);
                    last = Optional.empty();
                }
                case "events" -> last = hears(frame).or(() -> Optional.empty());
                case "ack" -> isAcknowledged(UUID.fromString(frame.path("id").stringValue()));
                case "refused" -> isRefused(frame);
                case "presence" -> {
                    here.clear();
                    frame.path("here").forEach(who -> here.add(who.stringValue()));
                }
                default -> {}
            }
        }
        last.ifPresent(moment -> picture.isUpToDate(moment.after()));
    }

    private long numbered(JsonNode frame) {
        assertThat(frame.path("n").intValue()).as("the frame's number").isEqualTo(n++);
        String told = frame.path("cursor").stringValue();
        cursor = Optional.of(told);
        return cursors.read(told, member).orElseThrow();
    }

    private void enters(JsonNode frame) {
        seq = numbered(frame);
        Moment shown = ledger.moments().reversed().stream()
                .dropWhile(moment -> moment.after().seq() > seq)
                .takeWhile(moment -> moment.after().seq() == seq)
                .filter(moment -> picture.isOf(Snapshots.room(frame), moment.after()))
                .findFirst()
                .orElseGet(() -> fail("%s is shown a room that never was: %s", member, frame));
        picture.enters(Snapshots.room(frame), shown.after());
    }

    private Optional<Moment> hears(JsonNode frame) {
        long reached = numbered(frame);
        Optional<Moment> last = Optional.empty();
        for (JsonNode event : frame.path("events")) {
            Moment moment = ledger.moment(event.path("event").stringValue())
                    .orElseGet(() -> fail("%s is told what never happened: %s", member, event));
            Recorded recorded = moment.step().recorded();
            // A silent one has no place of its own: it comes behind what has the place before it.
            long before = recorded.seq() - (moment.step().isSilent() ? 0 : 1);
            assertThat(before).as("in order, and once").isGreaterThanOrEqualTo(seq);
            missesNothing(before);
            seq = recorded.seq();
            picture.hears(event.toString(), moment.before(), recorded, moment.after());
            last = Optional.of(moment);
        }
        assertThat(reached).as("the cursor's place").isEqualTo(seq);
        return last;
    }

    /** Nothing this member should have been told lies between what was told last and {@code place}. */
    private void missesNothing(long place) {
        ledger.between(seq + 1, place)
                .filter(moment -> moment.step().telling().to(member).isPresent())
                .forEach(moment ->
                        fail("%s was never told of %s", member, moment.step().recorded()));
    }

    private void isAcknowledged(UUID id) {
        outbox.remove(id);
        acknowledged.add(id);
        AcceptedCommand accepted = ledger.accepted().get(new CommandKey(member, id));
        if (accepted == null) {
            OfSeat command = Objects.requireNonNull(given.get(id), "an answer to nothing");
            assertThat(ledger.mayHaveBeenTraceless(command))
                    .as("acknowledged, but not kept: %s", command)
                    .isTrue();
            if (command instanceof RoomCommand.AddNote add) {
                assertThat(ledger.moments())
                        .as("acknowledged, but never written: %s", add)
                        .anyMatch(moment -> moment.event() instanceof RoomEvent.NoteAdded e
                                && e.note().value().equals(add.note()));
            }
            return;
        }
        ledger.between(Math.max(seq + 1, accepted.from()), accepted.to())
                .filter(moment -> moment.step().telling().to(member).isPresent())
                .forEach(moment -> fail("%s has %s acknowledged before being told of it", member, moment.event()));
    }

    private void isRefused(JsonNode frame) {
        UUID id = UUID.fromString(frame.path("id").stringValue());
        if (!PATIENT.contains(frame.path("reason").stringValue())
                && outbox.remove(id) != null
                && !doubled.contains(id)) {
            refused.add(id);
        }
    }

    /** Nothing is on its way any more: the picture is the room's. */
    void isUpToDate() {
        picture.isUpToDate(ledger.room());
    }

    /** Who is there, as it was told last. */
    Set<String> here() {
        return here;
    }
}
