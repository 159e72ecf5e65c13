package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.tessera.account.PersonId;
import org.tessera.clock.AlarmClock;
import org.tessera.failure.Failures;

/**
 * An open room on this node: a bounded queue with one thread, which decides, stores, applies and tells, in this order.
 * Commands that wait together are stored in one transaction; nothing is told or acknowledged before it is durable.
 */
final class LiveRoom {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRoom.class);

    private static final int QUEUE = 200;
    private static final int BATCH = 64;
    /** How often a batch is decided anew when somebody else wrote first or the database failed. */
    private static final int ATTEMPTS = 3;
    /** How often another writer may be first before the people are asked to come again: each time, something has been done. */
    private static final int RACES = 20;
    /** How long a facilitator may be gone before the room goes on without. */
    static final Duration SUCCESSION = Duration.ofSeconds(30);
    /** When to try again to reach a database that did not answer. */
    static final Duration RETRY = Duration.ofSeconds(1);

    private final RoomId id;
    private final RoomLedger ledger;
    private final AlarmClock clock;
    private final List<YieldKeeper> keepers;
    private final Announcements announcements;
    private final BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(QUEUE);
    private final Gathered gathered;
    private final Seats seats;
    private final Bells bells;
    private final Thread thread;
    private final Threads threads;

    private Room room;
    private byte[] chain;
    private final Cursor cursor;
    private final Names names;
    private final Map<MemberId, PersonId> people;
    private final Receipts receipts;
    /** Whether what was given may have been accepted before, by a server that is no more or in a try that had no answer. */
    private boolean unsure = true;
    /** How often anonymous notes had been written when the room was read, and since then here. */
    private long unheard;

    private volatile long place;
    private boolean stale;
    private volatile boolean open = true;

    /**
     * @param receipts remembers no command yet
     * @param threads where they do not begin the room's thread, {@link #turn} does its work
     */
    LiveRoom(
            RoomStore.Loaded loaded,
            RoomLedger ledger,
            AlarmClock clock,
            List<YieldKeeper> keepers,
            Announcements announcements,
            Receipts receipts,
            Threads threads) {
        this.room = loaded.room();
        this.id = room.id();
        this.chain = loaded.chain();
        this.cursor = new Cursor(loaded.wireKey());
        this.names = loaded.names();
        this.people = loaded.people();
        this.receipts = receipts;
        this.unheard = loaded.unheard();
        this.place = room.seq();
        this.ledger = ledger;
        this.announcements = announcements;
        this.gathered = new Gathered(id, ledger, clock, announcements);
        this.seats = new Seats(cursor, names);
        this.bells = new Bells(this, gathered, clock);
        ledger.endLeftStays(room);
        this.clock = clock;
        this.keepers = List.copyOf(keepers);
        this.threads = threads;
        this.thread = Thread.ofVirtual().name("room-" + id).unstarted(this::live);
        bells.set(room);
        threads.begin(thread);
    }

    // From outside

    /** Gives a seat's command, named by the id its client made; the answer comes when it is durable, or refused. */
    void give(RoomCommand.OfSeat command, UUID commandId, MemberId by, Consumer<Outcome> reply) {
        offer(new Job.Give(command, commandId, new Actor.Person(by), reply), reply);
    }

    /** Gives a command of the product itself. */
    void give(RoomCommand.OfHouse command, Consumer<Outcome> reply) {
        offer(new Job.Give(command, null, new Actor.House(), reply), reply);
    }

    /** Gives a command of the product itself that a person is behind, and may have to be entitled to. */
    void give(RoomCommand.OfHouse command, MemberId behind, Consumer<Outcome> reply) {
        offer(new Job.Give(command, null, new Actor.Person(behind), reply), reply);
    }

    Mailbox sit(MemberId member, SeatEnd end, Optional<String> since, boolean counts) {
        Mailbox mailbox = new Mailbox(member, cursor, clock, end, threads);
        put(new Job.Sit(mailbox, since, counts));
        return mailbox;
    }

    void stand(Mailbox mailbox) {
        mailbox.close();
        put(new Job.Stand(mailbox));
    }

    /** Says who is there over {@code line} from now on; nobody once it is closed. */
    void attend(Object line, Set<MemberId> people) {
        put(new Job.Attend(line, people));
    }

    void gesture(Mailbox from, String json) {
        // A gesture may be dropped, so it never waits for a place in the queue.
        if (!jobs.offer(new Job.Gesture(from, json))) {
            LOG.trace("a gesture was dropped");
        }
    }

    /** Tells everybody who sees its pages that a material was stopped. It is none of the room's history. */
    void held(UUID material) {
        put(new Job.Held(material));
    }

    /** Says that the log has come to {@code seq}, which may be by another node. May get lost. */
    void heard(long seq) {
        if (seq > place && !jobs.offer(new Job.Heard(seq))) {
            LOG.debug("the queue is full: who asks next will hear");
        }
    }

    /** Says who is there over other nodes, line by line. May get lost. */
    void elsewhere(List<Set<MemberId>> lines) {
        if (!gathered.isKnown(lines) && !jobs.offer(new Job.Elsewhere(lines))) {
            LOG.debug("the queue is full: who asks next will hear");
        }
    }

    /** Where in the log the room is that people see here. */
    long place() {
        return place;
    }

    /** Reads the room between two batches. */
    void look(Consumer<Room> reader) {
        put(new Job.Look(reader));
    }

    void called(MemberId member, PersonId person, String name) {
        names.put(member, name);
        people.put(member, person);
    }

    Names names() {
        return names;
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        // in this order: the thread stores who is gone once it has left its loop, and an interruption then would break
        // that
        thread.interrupt();
        open = false;
    }

    /** Puts it into the queue; false where there is no place. */
    boolean offer(Job job) {
        return jobs.offer(job);
    }

    private void offer(Job job, Consumer<Outcome> reply) {
        if (!open || !jobs.offer(job)) {
            reply.accept(new Outcome.No(Refusal.BUSY));
        }
    }

    private void put(Job job) {
        try {
            jobs.put(job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // The room's own thread

    private void live() {
        List<Job> batch = new ArrayList<>();
        while (open) {
            batch.clear();
            try {
                batch.add(jobs.take());
            } catch (InterruptedException e) {
                break;
            }
            jobs.drainTo(batch, BATCH - 1);
            try {
                work(batch);
            } catch (RuntimeException e) {
                LOG.error("a batch of room {} failed", id, Failures.withoutValues(e));
                stale = true;
            }
        }
        bells.cancel();
        seats.close();
        // the mark of the interruption would keep the last thing from being stored
        Thread.interrupted();
        gathered.leave();
    }

    /** Carries out what waits, where the room has no thread going that does. What breaks is thrown. */
    void turn() {
        List<Job> batch = new ArrayList<>();
        jobs.drainTo(batch, BATCH);
        work(batch);
    }

    private void work(List<Job> batch) {
        List<Job.Give> commands = new ArrayList<>();
        for (Job job : batch) {
            if (job instanceof Job.Give give) {
                commands.add(give);
            }
        }
        if (isBehind(batch)) {
            catchUpWithOthers();
        }
        // Who comes back sends again what was not answered, and hears of it only when caught up with what it did.
        for (Job job : batch) {
            if (job instanceof Job.Sit sit) {
                seat(sit);
            }
        }
        if (stale || !commands.isEmpty()) {
            carryOut(commands);
        }
        for (Job job : batch) {
            switch (job) {
                case Job.Sit sit -> {}
                case Job.Stand stand -> unseat(stand.mailbox());
                case Job.Attend attend -> attended(attend);
                case Job.Gesture gesture -> seats.gesture(gesture.from(), gesture.json(), room);
                case Job.Held held -> seats.held(held.material(), room);
                case Job.Look look -> look.reader().accept(room);
                case Job.Give give -> {}
                case Job.Reload reload -> {}
                case Job.SetAlarms again -> bells.anew(room);
                case Job.Heard heard -> {}
                case Job.Elsewhere there -> moved(there.lines());
            }
        }
    }

    // Other nodes

    /** Whether others may have written: it was said, or somebody sits down who may have seen more on another node. */
    private boolean isBehind(List<Job> batch) {
        for (Job job : batch) {
            if (job instanceof Job.Heard heard && heard.seq() > room.seq()
                    || job instanceof Job.Sit && announcements.areHeard()) {
                return true;
            }
        }
        return false;
    }

    private void catchUpWithOthers() {
        try {
            // What is written anonymously stands in no log.
            if (stale || Anonymous.isWriting(room) || !follow()) {
                stale = !reload();
            }
        } catch (RuntimeException e) {
            LOG.warn("what others did in room {} could not be read yet: {}", id, Failures.told(e));
        }
    }

    /**
     * Applies what others have added to the log, and tells it like what was decided here.
     *
     * @return false where the log does not tell all, and the room has to be read anew
     */
    private boolean follow() {
        Optional<Followed> followed =
                Followed.of(room, ledger, names, one -> called(one.member(), one.person(), one.name()));
        followed.ifPresent(others -> {
            room = others.after();
            place = room.seq();
            chain = others.chain().orElse(chain);
            others.steps().forEach(step -> seats.tell(step, room));
            goesOn(others.steps());
        });
        return followed.isPresent();
    }

    private void moved(List<Set<MemberId>> lines) {
        String before = gathered.frame();
        gathered.attendElsewhere(lines);
        if (!before.equals(gathered.frame())) {
            presenceChanged();
        }
    }

    // Deciding

    private void carryOut(List<Job.Give> commands) {
        int races = 0;
        boolean looked = !announcements.areHeard();
        for (int attempt = 1; attempt - races <= ATTEMPTS; attempt++) {
            if (stale && !reload()) {
                break;
            }
            Draft draft = new Draft(room, new Draft.Known(names, people, receipts), ledger, gathered, clock);
            try {
                if (unsure) {
                    recall(keys(commands));
                    unsure = false;
                }
                commands.forEach(draft::decide);
                if (recall(draft.refused)) {
                    attempt--;
                    continue;
                }
            } catch (RuntimeException e) {
                // What was done before is read to take it back; where that fails, everybody still gets an answer.
                LOG.error("deciding in room {} failed", id, Failures.withoutValues(e));
                stale = true;
                continue;
            }
            if (!draft.refused.isEmpty() && !looked) {
                // Nobody is refused because of what this node has not heard of yet.
                looked = true;
                if (hasNews()) {
                    attempt--;
                    continue;
                }
            }
            if (draft.steps.isEmpty() && draft.commands.isEmpty()) {
                receipts.add(draft.keys);
                draft.answers.forEach(Runnable::run);
                return;
            }
            try {
                chain = ledger.append(id, chain, draft.steps, draft.commands, draft.besides(room, keepers, unheard));
            } catch (DuplicateKeyException e) {
                LOG.debug("another writer was first in room {}; deciding anew", id);
                unsure = true;
                races += wentOn() && races < RACES ? 1 : 0;
                continue;
            } catch (RuntimeException e) {
                // Whether it was stored is unknown: the reloaded room will tell, by the ids of the commands.
                LOG.warn("storing in room {} failed: {}", id, Failures.told(e));
                stale = true;
                unsure = true;
                continue;
            }
            adopt(draft);
            return;
        }
        commands.forEach(command -> command.reply().accept(new Outcome.No(Refusal.BUSY)));
        Instant later = clock.instant().plus(RETRY);
        clock.at(later, () -> {
            if (!jobs.offer(new Job.Reload())) {
                LOG.debug("the queue is full: the next batch will reload");
            }
        });
    }

    private static Set<CommandKey> keys(List<Job.Give> commands) {
        return commands.stream().flatMap(command -> command.key().stream()).collect(Collectors.toSet());
    }

    /** Whether any of {@code commands} was accepted before; those that were will be answered so. */
    private boolean recall(Set<CommandKey> commands) {
        Set<CommandKey> found = commands.isEmpty() ? Set.of() : ledger.accepted(id, commands);
        receipts.recall(found);
        return !found.isEmpty();
    }

    private boolean hasNews() {
        long was = room.seq();
        stale = !follow();
        return stale || room.seq() > was;
    }

    /** Whether the log has gone on; where it has not, or does not tell all, the room is read anew. */
    private boolean wentOn() {
        long was = room.seq();
        try {
            stale = !follow() || room.seq() == was;
        } catch (RuntimeException e) {
            LOG.warn("what others did in room {} could not be read: {}", id, Failures.told(e));
            stale = true;
        }
        return room.seq() > was;
    }

    private void adopt(Draft draft) {
        room = draft.after;
        place = room.seq();
        receipts.add(draft.keys);
        if (draft.steps.stream().anyMatch(Step::isSilent)) {
            unheard++;
        }
        if (draft.steps.stream().anyMatch(step -> !step.isSilent())) {
            announcements.written(id, place);
        }
        for (Step step : draft.steps) {
            seats.tell(step, room);
        }
        draft.answers.forEach(Runnable::run);
        goesOn(draft.steps);
    }

    private void goesOn(List<Step> steps) {
        if (steps.stream().anyMatch(LiveRoom::concernsCourse)) {
            bells.set(room);
            bells.watchFacilitator(room);
            gathered.see(room);
        }
    }

    /** Whether a step may touch the clock, who leads, or whose time counts: what is written on notes does not. */
    private static boolean concernsCourse(Step step) {
        return !step.changes().stream().allMatch(change -> change.ref().shelf() == Shelf.NOTES);
    }

    /** Reads the room anew; false if the database does not answer. Seats get a snapshot if anything was missed. */
    private boolean reload() {
        Optional<RoomStore.Loaded> loaded;
        try {
            loaded = ledger.load(id);
        } catch (RuntimeException e) {
            LOG.warn("reloading room {} failed: {}", id, Failures.told(e));
            return false;
        }
        if (loaded.isEmpty()) {
            close();
            return false;
        }
        Room told = room;
        room = loaded.get().room();
        place = room.seq();
        unheard = loaded.get().unheard();
        chain = loaded.get().chain();
        people.putAll(loaded.get().people());
        stale = false;
        gathered.see(room);
        seats.show(told, room);
        bells.set(room);
        return true;
    }

    // Seats and presence

    private void seat(Job.Sit sit) {
        Mailbox mailbox = sit.mailbox();
        seats.add(mailbox, sit.since(), room);
        Set<MemberId> before = gathered.here();
        gathered.attend(mailbox, sit.present() ? Set.of(mailbox.member()) : Set.of(), room);
        if (before.equals(gathered.here())) {
            mailbox.frame(gathered.frame());
        } else {
            presenceChanged();
        }
    }

    private void attended(Job.Attend attend) {
        String before = gathered.frame();
        gathered.attend(attend.line(), attend.people(), room);
        if (!before.equals(gathered.frame())) {
            presenceChanged();
        }
    }

    private void unseat(Mailbox mailbox) {
        Set<MemberId> before = gathered.here();
        seats.remove(mailbox);
        gathered.attend(mailbox, Set.of(), room);
        if (!before.equals(gathered.here())) {
            presenceChanged();
        }
    }

    private void presenceChanged() {
        seats.frame(gathered.frame());
        bells.watchFacilitator(room);
    }
}
