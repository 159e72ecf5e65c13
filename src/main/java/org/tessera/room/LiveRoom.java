package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.tessera.account.PersonId;
import org.tessera.clock.AlarmClock;
import org.tessera.protocol.Expiry;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.RoomCommand.Among;
import org.tessera.room.RoomCommand.EndTurn;
import org.tessera.room.RoomCommand.PassTurn;
import org.tessera.room.RoomCommand.Settle;
import org.tessera.room.RoomCommand.SettleItem;
import org.tessera.room.RoomCommand.ShareVoice;
import org.tessera.room.RoomCommand.StartPhase;
import org.tessera.room.RoomCommand.Succeed;
import org.tessera.room.RoomCommand.TakeBack;
import org.tessera.room.RoomCommand.TakeFacilitation;
import org.tessera.room.RoomCommand.TakeOver;
import org.tessera.room.RoomCommand.TimeUp;
import org.tessera.room.RoomCommand.TurnUp;
import org.tessera.room.RoomCommand.Undo;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An open room on this node: a bounded queue with one thread, which decides, stores, applies and tells, in this order.
 * Commands that wait together are stored in one transaction; nothing is told or acknowledged before it is durable.
 */
final class LiveRoom {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRoom.class);

    private static final int QUEUE = 200;
    private static final int BATCH = 64;
    private static final int HISTORY = 500;
    /** How often a batch is decided anew when somebody else wrote first or the database failed. */
    private static final int ATTEMPTS = 3;
    /** How often another writer may be first before the people are asked to come again: each time, something has been done. */
    private static final int RACES = 20;
    /** How long a facilitator may be gone before the room goes on without. */
    static final Duration SUCCESSION = Duration.ofSeconds(30);
    /** When to try again to reach a database that did not answer. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private sealed interface Job {
        record Give(RoomCommand command, @Nullable UUID id, Actor actor, Consumer<Outcome> reply) implements Job {}

        record Sit(Mailbox mailbox, Optional<String> since, boolean present) implements Job {}

        record Stand(Mailbox mailbox) implements Job {}

        record Attend(Object line, Set<MemberId> people) implements Job {}

        record Gesture(Mailbox from, String json) implements Job {}

        record Held(UUID material) implements Job {}

        record Look(Consumer<Room> reader) implements Job {}

        record Reload() implements Job {}

        record SetAlarms() implements Job {}

        record Heard(long seq) implements Job {}

        record Elsewhere(List<Set<MemberId>> lines) implements Job {}
    }

    private final RoomId id;
    private final RoomLedger ledger;
    private final AlarmClock clock;
    private final List<YieldKeeper> keepers;
    private final Announcements announcements;
    private final BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(QUEUE);
    private final Set<Mailbox> seats = new LinkedHashSet<>();
    /** Who is there, by the line that says so: one for each open device, with everybody who sits at it. */
    private final Map<Object, Set<MemberId>> present = new LinkedHashMap<>();

    /** Who is there over other nodes, line by line. */
    private volatile List<Set<MemberId>> elsewhere = List.of();

    private final Departures departures = new Departures();
    private final PresenceKeeping presences;

    private final Deque<Telling> history = new ArrayDeque<>();
    private final Thread thread;
    private final Threads threads;

    private Room room;
    private byte[] chain;
    private Cursor cursor;
    private final Names names;
    private final Map<MemberId, PersonId> people;
    private Set<CommandKey> accepted;
    /** How often anonymous notes had been written when the room was read, and since then here. */
    private long unheard;
    /** Whether others have written since the accepted commands were read. */
    private boolean isShared;

    private volatile long place;
    private boolean stale;
    private volatile boolean open = true;
    private AlarmClock.@Nullable Alarm phaseAlarm;
    private @Nullable Instant phaseAlarmAt;
    private AlarmClock.@Nullable Alarm turnAlarm;
    private @Nullable Instant turnAlarmAt;
    private AlarmClock.@Nullable Alarm successionAlarm;
    private final AtomicBoolean reminding = new AtomicBoolean();

    LiveRoom(RoomStore.Loaded loaded, RoomLedger ledger, AlarmClock clock, List<YieldKeeper> keepers) {
        this(loaded, ledger, clock, keepers, Announcements.NONE, Threads.VIRTUAL);
    }

    /** @param threads where they do not begin the room's thread, {@link #turn} does its work */
    LiveRoom(RoomStore.Loaded loaded, RoomLedger ledger, AlarmClock clock, List<YieldKeeper> keepers, Threads threads) {
        this(loaded, ledger, clock, keepers, Announcements.NONE, threads);
    }

    LiveRoom(
            RoomStore.Loaded loaded,
            RoomLedger ledger,
            AlarmClock clock,
            List<YieldKeeper> keepers,
            Announcements announcements,
            Threads threads) {
        this.room = loaded.room();
        this.id = room.id();
        this.chain = loaded.chain();
        this.cursor = new Cursor(loaded.wireKey());
        this.names = loaded.names();
        this.people = loaded.people();
        this.accepted = loaded.accepted();
        this.unheard = loaded.unheard();
        this.place = room.seq();
        this.ledger = ledger;
        this.announcements = announcements;
        this.presences = new PresenceKeeping(id, ledger);
        ledger.endLeftStays(room);
        this.clock = clock;
        this.keepers = List.copyOf(keepers);
        this.threads = threads;
        this.thread = Thread.ofVirtual().name("room-" + id).unstarted(this::live);
        setAlarm();
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
        if (!lines.equals(elsewhere) && !jobs.offer(new Job.Elsewhere(lines))) {
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
                LOG.error("a batch of room {} failed", id, e);
                stale = true;
            }
        }
        cancel(phaseAlarm);
        cancel(turnAlarm);
        cancel(successionAlarm);
        seats.forEach(Mailbox::close);
        // the mark of the interruption would keep the last thing from being stored
        Thread.interrupted();
        presences.leave(EntityStore.kept(clock.instant()));
        announcements.attended(id, List.of());
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
                case Job.Gesture gesture -> pass(gesture);
                case Job.Held held -> tellHeld(held.material());
                case Job.Look look -> look.reader().accept(room);
                case Job.Give give -> {}
                case Job.Reload reload -> {}
                case Job.SetAlarms again -> setAlarmsAnew();
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
            LOG.warn("what others did in room {} could not be read yet: {}", id, e.toString());
        }
    }

    /**
     * Applies what others have added to the log, and tells it like what was decided here.
     *
     * @return false where the log does not tell all, and the room has to be read anew
     */
    private boolean follow() {
        Missed missed = ledger.since(id, room.seq());
        List<Step> steps = new ArrayList<>();
        Room after = room;
        for (Recorded recorded : missed.events()) {
            Room before = after;
            after = before.apply(recorded);
            if (recorded.event() instanceof RoomEvent.PayloadErased
                    || Anonymous.isWriting(before)
                    || Anonymous.isWriting(after)) {
                return false;
            }
            if (recorded.event() instanceof RoomEvent.MemberJoined) {
                ledger.who(id).forEach(one -> called(one.member(), one.person(), one.name()));
            }
            List<Change> changes = Change.between(before, after);
            steps.add(new Step(recorded, changes, Projection.of(before, recorded, after, changes, names)));
        }
        room = after;
        place = room.seq();
        chain = missed.chain().orElse(chain);
        isShared |= !steps.isEmpty();
        steps.forEach(this::tell);
        goesOn(steps);
        return true;
    }

    private void moved(List<Set<MemberId>> lines) {
        String before = presence();
        Set<MemberId> people = here();
        elsewhere = lines;
        departures.changed(people, here(), clock.instant());
        if (!before.equals(presence())) {
            presenceChanged();
        }
    }

    /** What a batch has come to before it is stored. */
    private final class Draft {
        Room after = room;
        final List<Step> steps = new ArrayList<>();
        final List<AcceptedCommand> commands = new ArrayList<>();
        final List<Yielded> yields = new ArrayList<>();
        final Set<CommandKey> keys = new HashSet<>();
        final List<Runnable> answers = new ArrayList<>();
        boolean refuses;
    }

    private void carryOut(List<Job.Give> commands) {
        int races = 0;
        boolean looked = !announcements.areHeard();
        for (int attempt = 1; attempt - races <= ATTEMPTS; attempt++) {
            if (stale && !reload()) {
                break;
            }
            Draft draft = new Draft();
            try {
                commands.forEach(command -> decide(draft, command));
            } catch (RuntimeException e) {
                // What was done before is read to take it back; where that fails, everybody still gets an answer.
                LOG.error("deciding in room {} failed", id, e);
                stale = true;
                continue;
            }
            if (draft.refuses && !looked) {
                // Nobody is refused because of what this node has not heard of yet.
                looked = true;
                if (hasNews()) {
                    attempt--;
                    continue;
                }
            }
            if (draft.steps.isEmpty() && draft.commands.isEmpty()) {
                draft.answers.forEach(Runnable::run);
                return;
            }
            try {
                chain = ledger.append(id, chain, draft.steps, draft.commands, besides(draft));
            } catch (DuplicateKeyException e) {
                LOG.debug("another writer was first in room {}; deciding anew", id);
                races += wentOn() && races < RACES ? 1 : 0;
                continue;
            } catch (RuntimeException e) {
                // Whether it was stored is unknown: the reloaded room will tell, by the ids of the commands.
                LOG.warn("storing in room {} failed: {}", id, e.toString());
                stale = true;
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
            LOG.warn("what others did in room {} could not be read: {}", id, e.toString());
            stale = true;
        }
        return room.seq() > was;
    }

    private List<Runnable> besides(Draft draft) {
        List<Runnable> besides = new ArrayList<>();
        draft.yields.forEach(yielded -> keepers.forEach(keeper -> besides.add(() -> keeper.keep(yielded))));
        boolean adds = draft.steps.stream().anyMatch(Step::isSilent);
        boolean tells = draft.steps.stream().anyMatch(step -> !step.isSilent());
        if (adds || Anonymous.isWriting(room)) {
            long known = unheard;
            besides.add(() -> ledger.unheard(id, adds, tells ? Optional.of(known) : Optional.empty()));
        }
        return besides;
    }

    private void decide(Draft draft, Job.Give give) {
        Optional<CommandKey> key =
                give.actor().who().flatMap(who -> Optional.ofNullable(give.id()).map(c -> new CommandKey(who, c)));
        if (key.isPresent() && (accepted.contains(key.get()) || draft.keys.contains(key.get()))) {
            draft.answers.add(() -> give.reply().accept(new Outcome.Done()));
            return;
        }
        Instant now = EntityStore.kept(clock.instant());
        Decision decision =
                switch (give.command()) {
                    case Undo undo -> takeBack(draft, undo, give.actor(), now);
                    case SettleItem settle ->
                        Rulebook.decide(draft.after, new Settle(settle, here()), give.actor(), now);
                    case TakeFacilitation _ ->
                        Rulebook.decide(draft.after, new TakeOver(Set.copyOf(here())), give.actor(), now);
                    case StartPhase _, TimeUp _ ->
                        Rulebook.decide(
                                draft.after,
                                new Among(give.command(), departures.andThose(here(), now)),
                                give.actor(),
                                now);
                    case PassTurn _, EndTurn _, ShareVoice _ ->
                        Rulebook.decide(draft.after, new Among(give.command(), here()), give.actor(), now);
                    case RoomCommand command -> Rulebook.decide(draft.after, command, give.actor(), now);
                };
        switch (decision) {
            case Decision.Refused refused -> {
                boolean done = isShared
                        && key.filter(each -> ledger.isAccepted(id, each)).isPresent();
                draft.refuses |= !done;
                draft.answers.add(
                        () -> give.reply().accept(done ? new Outcome.Done() : new Outcome.No(refused.reason())));
            }
            case Decision.Accepted yes -> {
                long from = draft.after.seq() + 1;
                boolean traceless = Anonymous.leavesNoTrace(draft.after, give.command(), yes.events());
                yes.events().forEach(event -> happen(draft, event, give.actor(), now));
                yes.captures().forEach(capture -> draft.yields.add(yielded(draft.after, capture)));
                key.ifPresent(k -> {
                    if (!traceless) {
                        draft.commands.add(new AcceptedCommand(k, from, draft.after.seq()));
                    }
                    draft.keys.add(k);
                });
                draft.answers.add(() -> give.reply().accept(new Outcome.Done()));
            }
        }
    }

    private Decision takeBack(Draft draft, Undo undo, Actor actor, Instant now) {
        MemberId me = actor.who().orElseThrow();
        return Deeds.named(undo.command(), latestFirst(draft, me), deed -> done(draft, deed.from(), deed.to())
                        .map(Recorded::event)
                        .toList())
                .map(deed -> new TakeBack(
                        undo.command(),
                        done(draft, deed.from(), deed.to()).map(Recorded::event).toList(),
                        done(draft, deed.to() + 1, Long.MAX_VALUE)
                                .filter(later -> later.by().filter(me::equals).isEmpty())
                                .map(Recorded::event)
                                .toList()))
                .map(command -> Rulebook.decide(draft.after, command, actor, now))
                .orElseGet(() -> new Decision.Refused(Refusal.NOTHING_TO_UNDO));
    }

    private List<AcceptedCommand> latestFirst(Draft draft, MemberId member) {
        Stream<AcceptedCommand> drafted = draft.commands.reversed().stream()
                .filter(command -> command.key().member().equals(member) && command.from() <= command.to());
        return Stream.concat(drafted, ledger.lastCommands(id, member, Deeds.REACH).stream())
                .toList();
    }

    /** What the log says from one position to another, and then what the draft will add to it. */
    private Stream<Recorded> done(Draft draft, long from, long to) {
        return Stream.concat(
                ledger.log(id, from, to).stream(),
                draft.steps.stream()
                        .filter(step -> !step.isSilent())
                        .map(Step::recorded)
                        .filter(each -> each.seq() >= from && each.seq() <= to));
    }

    private void happen(Draft draft, RoomEvent event, Actor actor, Instant now) {
        Room before = draft.after;
        Recorded recorded = Anonymous.recorded(before, event, UUID.randomUUID(), now, actor.who());
        Room after = before.apply(recorded);
        List<Change> changes = Change.between(before, after);
        draft.steps.add(new Step(recorded, changes, Projection.of(before, recorded, after, changes, names)));
        draft.after = after;
    }

    private Yielded yielded(Room after, Capture capture) {
        List<Contributor> contributors = new ArrayList<>();
        for (Capture.Part part : capture.parts()) {
            // A person whose link was cut stays a pseudonym in the content and is no contributor any more.
            PersonId person = people.get(part.member());
            if (person != null) {
                contributors.add(new Contributor(person, part.member(), part.guest(), part.role(), part.facilitated()));
            }
        }
        Entity.Setting setting = after.setting();
        return new Yielded(
                capture.artifact(),
                id,
                setting.team(),
                setting.title(),
                capture.phase(),
                capture.yield().id(),
                capture.yield().name(),
                after.pack().ref(),
                after.pack().aspect(),
                capture.from(),
                capture.to(),
                capture.planned(),
                capture.actual(),
                contributors,
                capture.content(),
                capture.sha256(),
                capture.at());
    }

    private void adopt(Draft draft) {
        room = draft.after;
        place = room.seq();
        accepted.addAll(draft.keys);
        if (draft.steps.stream().anyMatch(Step::isSilent)) {
            unheard++;
        }
        if (draft.steps.stream().anyMatch(step -> !step.isSilent())) {
            announcements.written(id, place);
        }
        for (Step step : draft.steps) {
            tell(step);
        }
        draft.answers.forEach(Runnable::run);
        goesOn(draft.steps);
    }

    private void goesOn(List<Step> steps) {
        if (steps.stream().anyMatch(LiveRoom::concernsCourse)) {
            setAlarm();
            watchFacilitator();
            presences.see(room, hereOnThisNode(), EntityStore.kept(clock.instant()));
        }
    }

    /** Whether a step may touch the clock, who leads, or whose time counts: what is written on notes does not. */
    private static boolean concernsCourse(Step step) {
        return !step.changes().stream().allMatch(change -> change.ref().shelf() == Shelf.NOTES);
    }

    private void tell(Step step) {
        if (!step.isSilent()) {
            history.addLast(step.telling());
        }
        if (Anonymous.hasEnded(room, step.recorded().event())) {
            // Who was away while anonymous notes were written cannot catch up: what came to them has no place in the
            // log.
            history.clear();
        }
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
        seats.forEach(seat -> seat.tell(step.telling()));
    }

    /** Reads the room anew; false if the database does not answer. Seats get a snapshot if anything was missed. */
    private boolean reload() {
        Optional<RoomStore.Loaded> loaded;
        try {
            loaded = ledger.load(id);
        } catch (RuntimeException e) {
            LOG.warn("reloading room {} failed: {}", id, e.toString());
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
        isShared = false;
        chain = loaded.get().chain();
        accepted = loaded.get().accepted();
        people.putAll(loaded.get().people());
        stale = false;
        presences.see(room, hereOnThisNode(), EntityStore.kept(clock.instant()));
        if (room.seq() != told.seq()) {
            history.clear();
            seats.forEach(seat -> seat.snapshot(Projection.snapshot(room, seat.member(), names), room.seq()));
        } else if (Anonymous.isWriting(room)) {
            // a snapshot out of turn would tell everybody that somebody is writing
            seats.forEach(seat -> showAgain(seat, told));
        }
        setAlarm();
        return true;
    }

    private void showAgain(Mailbox seat, Room told) {
        ObjectNode fresh = Projection.snapshot(room, seat.member(), names);
        if (!fresh.equals(Projection.snapshot(told, seat.member(), names))) {
            seat.snapshot(fresh, room.seq());
        }
    }

    // Seats and presence

    private void seat(Job.Sit sit) {
        Mailbox mailbox = sit.mailbox();
        catchUp(mailbox, sit.since());
        seats.add(mailbox);
        Set<MemberId> before = here();
        if (sit.present()) {
            present.put(mailbox, Set.of(mailbox.member()));
        }
        keepPresence(before);
        if (before.equals(here())) {
            mailbox.frame(presence());
        } else {
            presenceChanged();
        }
    }

    private void attended(Job.Attend attend) {
        String before = presence();
        Set<MemberId> people = here();
        if (attend.people().isEmpty()) {
            present.remove(attend.line());
        } else {
            present.put(attend.line(), attend.people());
        }
        keepPresence(people);
        if (!before.equals(presence())) {
            presenceChanged();
        }
    }

    private void catchUp(Mailbox mailbox, Optional<String> since) {
        Optional<Long> seen = since.flatMap(text -> cursor.read(text, mailbox.member()));
        long oldest = history.isEmpty() ? room.seq() + 1 : history.getFirst().seq();
        if (seen.isEmpty() || Anonymous.isWriting(room) || seen.get() + 1 < oldest || seen.get() > room.seq()) {
            mailbox.snapshot(Projection.snapshot(room, mailbox.member(), names), room.seq());
            return;
        }
        mailbox.upToDate(seen.get());
        history.stream().filter(telling -> telling.seq() > seen.get()).forEach(mailbox::tell);
    }

    private void unseat(Mailbox mailbox) {
        Set<MemberId> before = here();
        seats.remove(mailbox);
        present.remove(mailbox);
        keepPresence(before);
        if (!before.equals(here())) {
            presenceChanged();
        }
    }

    private void keepPresence(Set<MemberId> before) {
        Instant now = clock.instant();
        departures.changed(before, here(), now);
        presences.see(room, hereOnThisNode(), EntityStore.kept(now));
        announcements.attended(id, List.copyOf(present.values()));
    }

    private Set<MemberId> here() {
        Set<MemberId> here = hereOnThisNode();
        elsewhere.forEach(here::addAll);
        return here;
    }

    private Set<MemberId> hereOnThisNode() {
        Set<MemberId> here = new LinkedHashSet<>();
        present.values().forEach(here::addAll);
        return here;
    }

    private void presenceChanged() {
        Utf8 frame = Utf8.of(presence());
        seats.forEach(seat -> seat.frame(frame));
        watchFacilitator();
    }

    private String presence() {
        ObjectNode frame = JsonNodeFactory.instance.objectNode().put("frame", "presence");
        ArrayNode list = frame.putArray("here");
        here().stream().map(MemberId::toString).sorted().forEach(list::add);
        List<List<String>> shared = Stream.concat(present.values().stream(), elsewhere.stream())
                .filter(people -> people.size() > 1)
                .map(people -> people.stream().map(MemberId::toString).sorted().toList())
                .distinct()
                .sorted(Comparator.comparing(List::getFirst))
                .toList();
        if (!shared.isEmpty()) {
            frame.set("devices", EntityJson.JSON.valueToTree(shared));
        }
        return EntityJson.JSON.writeValueAsString(frame);
    }

    private void pass(Job.Gesture gesture) {
        Mailbox from = gesture.from();
        Utf8 frame = Utf8.of(gesture.json());
        seats.stream()
                .filter(seat -> seat != from && Projection.isGestureSeen(room, from.member(), seat.member()))
                .forEach(seat -> seat.frame(frame));
    }

    private void tellHeld(UUID material) {
        if (room.material(material).filter(brought -> !brought.locked()).isPresent()) {
            Utf8 frame = Utf8.of(EntityJson.JSON.writeValueAsBytes(
                    JsonNodeFactory.instance.objectNode().put("frame", "held").put("material", material.toString())));
            seats.forEach(seat -> seat.frame(frame));
        }
    }

    /** When the facilitator is gone, the room waits a while and then goes on with somebody who is there. */
    private void watchFacilitator() {
        Optional<MemberId> gone = !room.isPrepared() || !OwnTime.isMeeting(room)
                ? Optional.empty()
                : room.facilitator().map(Entity.Member::id).filter(f -> !here().contains(f));
        if (gone.isEmpty()) {
            cancel(successionAlarm);
            successionAlarm = null;
        } else if (successionAlarm == null) {
            Instant when = clock.instant().plus(SUCCESSION);
            successionAlarm = clock.at(when, () -> look(seen -> succeed(gone.get())));
        }
    }

    private void succeed(MemberId facilitator) {
        successionAlarm = null;
        if (!here().contains(facilitator)) {
            give(new Succeed(facilitator, Set.copyOf(here())), answer -> {
                LOG.debug("succession: {}", answer);
                if (answer.equals(new Outcome.No(Refusal.BUSY))) {
                    remindLater();
                }
            });
        }
    }

    // Time

    /** Sets the alarm of the running phase, if its policy closes it; the alarm gives a command like anybody else. */
    private void setAlarm() {
        setTurnAlarm();
        Optional<PhaseRun> closing = !room.isPrepared()
                ? Optional.empty()
                : room.current()
                        .filter(run -> run.pausedAt().isEmpty() && !run.locked())
                        .filter(run -> room.phaseOf(run).expiry() != Expiry.SIGNAL);
        Instant due = closing.flatMap(PhaseRun::endsAt)
                .map(ends -> ends.plus(Rulebook.GRACE))
                .orElse(null);
        if (java.util.Objects.equals(due, phaseAlarmAt)) {
            return;
        }
        cancel(phaseAlarm);
        phaseAlarmAt = due;
        phaseAlarm = null;
        if (due != null) {
            PhaseRun run = closing.orElseThrow();
            TimeUp command = new TimeUp(run.id(), run.endsAt().orElseThrow());
            phaseAlarm = clock.at(due, () -> give(command, this::rang));
        }
    }

    /** Sets the alarm of the turn that is going on, where turns have a length. */
    private void setTurnAlarm() {
        Optional<Entity.Turns> turns = !room.isPrepared()
                        || room.current()
                                .filter(run -> run.pausedAt().isEmpty())
                                .isEmpty()
                ? Optional.empty()
                : room.turns();
        Instant due = turns.flatMap(Entity.Turns::until).orElse(null);
        if (java.util.Objects.equals(due, turnAlarmAt)) {
            return;
        }
        cancel(turnAlarm);
        turnAlarmAt = due;
        turnAlarm = null;
        if (due != null) {
            TurnUp command =
                    new TurnUp(turns.orElseThrow().phase(), turns.orElseThrow().at(), due);
            turnAlarm = clock.at(due, () -> give(command, this::rang));
        }
    }

    /** What an alarm was to bring about may not have come: the database was away, or the clock was set back meanwhile. */
    private void rang(Outcome answer) {
        LOG.debug("time is up: {}", answer);
        if (answer instanceof Outcome.No) {
            remindLater();
        }
    }

    /** One reminder at a time: each may lead to several alarms that fail. */
    private void remindLater() {
        if (open && reminding.compareAndSet(false, true)) {
            clock.at(clock.instant().plus(RETRY), () -> {
                reminding.set(false);
                if (!jobs.offer(new Job.SetAlarms())) {
                    remindLater();
                }
            });
        }
    }

    private void setAlarmsAnew() {
        cancel(phaseAlarm);
        cancel(turnAlarm);
        phaseAlarmAt = null;
        turnAlarmAt = null;
        setAlarm();
        watchFacilitator();
    }

    private static void cancel(AlarmClock.@Nullable Alarm alarm) {
        if (alarm != null) {
            alarm.cancel();
        }
    }
}
