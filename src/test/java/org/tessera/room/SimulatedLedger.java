package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.tessera.account.PersonId;
import org.tessera.room.Entity.Ref;

/**
 * The durable part of a simulated server: the log as JSON, the present as entities, and the ids of accepted commands. It
 * outlives every crash, fails where it is told to, and remembers beside it what happened at each step, for those who check.
 */
final class SimulatedLedger implements RoomLedger {

    /** What may go wrong the next time something is to be kept. */
    enum Fault {
        NONE,
        /** The database fails, and has kept nothing. */
        LOST,
        /** The database keeps it, but the answer is lost. */
        UNKNOWN,
        /** Another server writes first. Who has nothing for the log does not notice, so it comes with the next that has. */
        OVERTAKEN,
        /** The server dies before anything is kept. */
        DEATH_BEFORE,
        /** The server dies when it is kept, and before anybody hears of it. */
        DEATH_AFTER
    }

    /** The server is gone, with all it had in memory. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;

        Death() {
            super("the server died", null, false, false);
        }
    }

    /** One step, in the log or silent, between two states of the room. */
    record Moment(Room before, Step step, Room after) {

        RoomEvent event() {
            return step.recorded().event();
        }
    }

    private final byte[] wireKey;
    private final Lots lots;
    private final Names names = new Names();
    private final Map<Long, String> log = new HashMap<>();
    private final Map<Ref, Entity> entities = new LinkedHashMap<>();
    private final Map<CommandKey, AcceptedCommand> accepted = new LinkedHashMap<>();
    private final Set<MemberId> present = new LinkedHashSet<>();
    private final List<Moment> moments = new ArrayList<>();
    /** Those of the moments that stand in the log, by their places. */
    private final List<Moment> logged = new ArrayList<>();

    private final Map<String, Moment> byId = new HashMap<>();
    private byte[] chain = LogKeeping.START;
    private Room room;
    /** The room when anonymous notes were last being written in it. */
    private Optional<Room> anonymous = Optional.empty();

    private Fault next = Fault.NONE;
    private boolean unreachable;
    private long unheard;

    /** What another server does where one is {@link Fault#OVERTAKEN}. */
    private Runnable other = () -> {};

    SimulatedLedger(Rehearsal prepared, long seed) {
        lots = new Lots(ByteBuffer.allocate(32).putLong(seed).array());
        wireKey = Lots.derived(new byte[32], "wire:" + seed);
        room = Room.blank(prepared.room().id(), prepared.room().written()).drawing(lots);
        for (Recorded recorded : prepared.log()) {
            keep(List.of(step(recorded)), List.of());
        }
    }

    private Step step(Recorded recorded) {
        Room after = room.apply(recorded);
        return new Step(recorded, Change.between(room, after), Projection.of(room, recorded, after, names));
    }

    /**
     * A server opens the room. It does its work in turns, and remembers so few commands that most that are sent again are
     * forgotten.
     */
    LiveRoom opened(SimulatedClock clock, List<YieldKeeper> keepers) {
        return new LiveRoom(
                load(room.id()).orElseThrow(), this, clock, keepers, Announcements.NONE, new Receipts(2), Threads.NONE);
    }

    /** From now on the next thing to be kept meets {@code fault}. */
    void failsNext(Fault fault) {
        next = fault;
    }

    /** Whether the ledger can be read. */
    void isReachable(boolean reachable) {
        unreachable = !reachable;
    }

    void whenOvertaken(Runnable otherServer) {
        other = otherServer;
    }

    /** The room as it is kept, silent steps included. */
    Room room() {
        return room;
    }

    Names names() {
        return names;
    }

    Cursor cursor() {
        return new Cursor(wireKey);
    }

    /** All that happened, in order; what was there when the simulation began comes first. */
    List<Moment> moments() {
        return moments;
    }

    /** The step of an event, by the id clients know it under. */
    Optional<Moment> moment(String event) {
        return Optional.ofNullable(byId.get(event));
    }

    /** What stands in the log from one place to another, both included. */
    Stream<Moment> between(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(seq -> logged.get((int) seq - 1));
    }

    /** Whether the log need not know of {@code command}: anonymous notes were written in this room. */
    boolean mayHaveBeenTraceless(RoomCommand command) {
        return anonymous
                .filter(writing -> Anonymous.leavesNoTrace(writing, command, List.of()))
                .isPresent();
    }

    /** Who is there, as it is kept. */
    Set<MemberId> present() {
        return present;
    }

    Map<CommandKey, AcceptedCommand> accepted() {
        return accepted;
    }

    List<Recorded> log() {
        return log(room.id(), 1, log.size());
    }

    /** The room as its entities say, without the log. */
    Room asKept() {
        return Room.of(room.id(), room.written(), room.seq(), entities.values()).drawing(lots);
    }

    @Override
    public Optional<RoomStore.Loaded> load(RoomId id) {
        reach();
        Map<MemberId, PersonId> people = new HashMap<>();
        room.members()
                .forEach(member ->
                        people.put(member.id(), new PersonId(member.id().value())));
        return Optional.of(new RoomStore.Loaded(asKept(), chain, wireKey, names, people, unheard));
    }

    private void reach() {
        if (unreachable) {
            throw new IllegalStateException("the database does not answer");
        }
    }

    @Override
    public byte[] append(
            RoomId id, byte[] previous, List<Step> steps, List<AcceptedCommand> commands, List<Runnable> besides) {
        Fault fault = next;
        next = Fault.NONE;
        if (fault == Fault.OVERTAKEN && steps.stream().allMatch(Step::isSilent)) {
            next = fault;
        } else if (fault == Fault.OVERTAKEN) {
            other.run();
        }
        if (fault == Fault.DEATH_BEFORE) {
            throw new Death();
        }
        if (fault == Fault.LOST) {
            throw new IllegalStateException("the database failed");
        }
        reach();
        long seq = room.seq();
        for (Step step : steps) {
            seq += step.isSilent() ? 0 : 1;
            if (step.recorded().seq() != seq) {
                throw new DuplicateKeyException("place " + step.recorded().seq() + " is taken");
            }
        }
        for (AcceptedCommand command : commands) {
            if (accepted.containsKey(command.key())) {
                throw new DuplicateKeyException("accepted before: " + command);
            }
        }
        if (!Arrays.equals(previous, chain)) {
            assertThat(steps).as("what follows another chain").allMatch(Step::isSilent);
        }
        besides.forEach(Runnable::run);
        keep(steps, commands);
        return switch (fault) {
            case DEATH_AFTER -> throw new Death();
            case UNKNOWN -> throw new IllegalStateException("the answer was lost");
            case NONE, LOST, OVERTAKEN, DEATH_BEFORE -> chain;
        };
    }

    private void keep(List<Step> steps, List<AcceptedCommand> commands) {
        for (Step step : steps) {
            Recorded recorded = step.recorded();
            Room before = room;
            room = before.apply(recorded);
            if (!step.isSilent()) {
                String payload = RoomJson.payload(recorded);
                byte[] hash = LogKeeping.payloadHash(new byte[LogKeeping.SALT], payload);
                chain = LogKeeping.chainHash(chain, recorded.seq(), hash);
                assertThat(log.put(recorded.seq(), payload))
                        .as("one place, one event")
                        .isNull();
            }
            step.changes().forEach(this::change);
            Moment moment = new Moment(before, step, room);
            moments.add(moment);
            if (!step.isSilent()) {
                logged.add(moment);
            }
            if (Anonymous.isWriting(room)) {
                anonymous = Optional.of(room);
            }
            byId.put(recorded.id().toString(), moment);
        }
        for (AcceptedCommand command : commands) {
            assertThat(accepted.put(command.key(), command))
                    .as("a command that had been accepted is accepted again: %s", command)
                    .isNull();
        }
    }

    private void change(Change change) {
        if (change.is() == null) {
            entities.remove(change.ref());
        } else {
            entities.put(change.ref(), change.is());
        }
    }

    /** Another server, which has no state of its own here, has something happen. */
    void happens(RoomCommand.OfHouse command, Instant now) {
        if (Rulebook.decide(room, command, new Actor.House(), now) instanceof Decision.Accepted yes) {
            for (RoomEvent event : yes.events()) {
                keep(
                        List.of(step(Anonymous.recorded(room, event, UUID.randomUUID(), now, Optional.empty()))),
                        List.of());
            }
        }
    }

    @Override
    public Missed since(RoomId id, long seq) {
        List<Recorded> events = log(id, seq + 1, Long.MAX_VALUE);
        return new Missed(events, events.isEmpty() ? Optional.empty() : Optional.of(chain));
    }

    @Override
    public Set<CommandKey> accepted(RoomId id, Set<CommandKey> commands) {
        reach();
        Set<CommandKey> found = new HashSet<>(commands);
        found.retainAll(accepted.keySet());
        return found;
    }

    @Override
    public List<RoomStore.Known> who(RoomId id) {
        reach();
        return room.members().stream()
                .map(member -> new RoomStore.Known(
                        member.id(), new PersonId(member.id().value()), names.of(member.id())))
                .toList();
    }

    @Override
    public void unheard(RoomId id, boolean adds, Optional<Long> known) {
        if (known.filter(count -> count != unheard).isPresent()) {
            throw new DuplicateKeyException("notes were written that this server has not heard of");
        }
        unheard += adds ? 1 : 0;
    }

    @Override
    public List<Recorded> log(RoomId id, long from, long to) {
        reach();
        List<Recorded> found = new ArrayList<>();
        for (long seq = Math.max(1, from); seq <= Math.min(to, log.size()); seq++) {
            found.add(RoomJson.recorded(seq, log.getOrDefault(seq, "")));
        }
        return found;
    }

    @Override
    public List<AcceptedCommand> lastCommands(RoomId id, MemberId member, int most) {
        reach();
        return new ArrayList<>(accepted.values())
                .reversed().stream()
                        .filter(each -> each.key().member().equals(member) && each.from() <= each.to())
                        .limit(most)
                        .toList();
    }

    @Override
    public void came(RoomId id, MemberId member, Instant at) {
        reach();
        assertThat(present.add(member)).as("%s came twice", member).isTrue();
    }

    @Override
    public void went(RoomId id, MemberId member, Instant at) {
        reach();
        assertThat(present.remove(member))
                .as("%s went without having come", member)
                .isTrue();
    }

    @Override
    public void endLeftStays(Room left) {
        present.clear();
    }
}
