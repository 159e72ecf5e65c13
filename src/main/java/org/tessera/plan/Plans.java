package org.tessera.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.clock.AlarmClock;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.credential.Stack;
import org.tessera.protocol.Pack;
import org.tessera.room.RoomDraft;
import org.tessera.room.RoomDraft.TimePlan;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;

/**
 * The plans of teams. Every member of a team sees and changes its plans; to everybody else they do not exist.
 *
 * @see "docs/decisions/a-plan-keeps-what-it-can.md"
 */
@Service
public class Plans {

    private final PlanStore store;
    private final Surroundings surroundings;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Rooms rooms;
    private final PreparedRooms prepared;
    private final AlarmClock clock;
    private final ApplicationEventPublisher events;
    private final Lock preparing = new ReentrantLock();

    Plans(
            PlanStore store,
            Surroundings surroundings,
            Accounts accounts,
            Credentials credentials,
            Rooms rooms,
            PreparedRooms prepared,
            AlarmClock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.surroundings = surroundings;
        this.accounts = accounts;
        this.credentials = credentials;
        this.rooms = rooms;
        this.prepared = prepared;
        this.clock = clock;
        this.events = events;
    }

    /** The plans of a team, the latest first; none for who is not in it. */
    public List<PlanPicture> of(TeamId team, PersonId reader) {
        return accounts.isMember(team, reader)
                ? store.of(team).stream().map(this::picture).toList()
                : List.of();
    }

    /** The plan, if this person may know of it. */
    public Optional<PlanPicture> find(PlanId id, PersonId reader) {
        return store.find(id)
                .filter(plan -> accounts.isMember(plan.team(), reader))
                .map(this::picture);
    }

    /** What would come of a draft; nothing is kept. */
    public PlanAnswer preview(PlanDraft draft, PersonId by) {
        return drafted(draft, by, clock.instant(), plan -> done(plan, List.of()));
    }

    /** Makes a plan. */
    @Transactional
    public PlanAnswer make(PlanDraft draft, PersonId by) {
        return make(draft, by, clock.instant());
    }

    /** Makes a plan as it would have been made {@code then}, so that some of its meetings may lie in the past. */
    @Transactional
    PlanAnswer make(PlanDraft draft, PersonId by, Instant then) {
        return drafted(draft, by, then, plan -> {
            store.add(plan, by, clock.instant());
            PlanPicture picture = picture(plan);
            events.publishEvent(new PlanChanged(picture, plan.with(List.of()), List.of(), by));
            return new PlanAnswer.Done(picture, List.of());
        });
    }

    private PlanAnswer drafted(PlanDraft draft, PersonId by, Instant then, Function<Plan, PlanAnswer> made) {
        Optional<Stack> stack = credentials.stacks().stream()
                .filter(one -> one.ref().id().equals(draft.stack()))
                .findFirst();
        Optional<PlanRefusal> against = against(draft, by);
        if (against.isPresent()) {
            return new PlanAnswer.Refused(against.get());
        }
        if (stack.isEmpty()) {
            return new PlanAnswer.Refused(PlanRefusal.UNKNOWN_STACK);
        }
        Plan blank = new Plan(
                new PlanId(UUID.randomUUID()),
                draft.team(),
                stack.get().ref(),
                credentials.membersOf(stack.get()).stream().map(Credential::ref).toList(),
                draft.earners(),
                draft.term(),
                List.of(),
                List.of(),
                1);
        return made.apply(Reflow.of(blank, surroundings.of(blank).at(then)));
    }

    private Optional<PlanRefusal> against(PlanDraft draft, PersonId by) {
        if (!accounts.isMember(draft.team(), by)) {
            return Optional.of(PlanRefusal.UNKNOWN_PLAN);
        }
        if (draft.earners().isEmpty()) {
            return Optional.of(PlanRefusal.NO_EARNER);
        }
        if (!draft.earners().stream().allMatch(earner -> accounts.isMember(draft.team(), earner))) {
            return Optional.of(PlanRefusal.NOT_A_MEMBER);
        }
        return draft.term().sound() ? Optional.empty() : Optional.of(PlanRefusal.TERM_UNSOUND);
    }

    private PlanAnswer done(Plan plan, List<PlanChange> changes) {
        return new PlanAnswer.Done(picture(plan), changes);
    }

    /**
     * Changes a plan, and lets the rest follow: the other meetings, and the rooms that were prepared.
     *
     * @param version that of the plan as the person saw it
     */
    public PlanAnswer change(PlanId id, long version, PlanEdit edit, PersonId by) {
        return changed(id, version, by, (plan, now) -> Editing.apply(plan, edit, now));
    }

    /** What would come of a change; nothing is kept. */
    public PlanAnswer preview(PlanId id, PlanEdit edit, PersonId by) {
        return store.find(id)
                .filter(plan -> accounts.isMember(plan.team(), by))
                .map(plan -> {
                    Circumstances now = surroundings.of(plan);
                    return switch (Editing.apply(plan, edit, now)) {
                        case Editing.Result.Refused(var why) -> new PlanAnswer.Refused(why);
                        case Editing.Result.Changed(var changed) -> done(changed, changes(plan, changed, now));
                    };
                })
                .orElseGet(() -> new PlanAnswer.Refused(PlanRefusal.UNKNOWN_PLAN));
    }

    /** Plans again in the circumstances of today, of which nobody has changed anything in the plan itself. */
    public PlanAnswer planAgain(PlanId id, long version, PersonId by) {
        return changed(id, version, by, (plan, now) -> new Editing.Result.Changed(Reflow.of(plan, now)));
    }

    private interface Work {
        Editing.Result on(Plan plan, Circumstances now);
    }

    /** What was answered, and what is done once it is durable. */
    private record Turn(PlanAnswer answer, Runnable afterwards) {
        static Turn refused(PlanRefusal why) {
            return new Turn(new PlanAnswer.Refused(why), () -> {});
        }
    }

    private PlanAnswer changed(PlanId id, long version, PersonId by, Work work) {
        Turn turn = store.change(id, plan -> {
                    if (!accounts.isMember(plan.team(), by)) {
                        return Turn.refused(PlanRefusal.UNKNOWN_PLAN);
                    }
                    if (plan.version() != version) {
                        return Turn.refused(PlanRefusal.OVERTAKEN);
                    }
                    Circumstances now = surroundings.of(plan);
                    return switch (work.on(plan, now)) {
                        case Editing.Result.Refused(var why) -> Turn.refused(why);
                        case Editing.Result.Changed(var changed) -> kept(plan, changed, now, by);
                    };
                })
                .orElseGet(() -> Turn.refused(PlanRefusal.UNKNOWN_PLAN));
        turn.afterwards().run();
        return turn.answer();
    }

    private Turn kept(Plan plan, Plan changed, Circumstances now, PersonId by) {
        Plan next = store.keep(changed, by, clock.instant());
        List<PlanChange> changes = changes(plan, next, now);
        PlanPicture picture = picture(next);
        events.publishEvent(new PlanChanged(picture, plan, changes, by));
        // A room changes on a thread and in transactions of its own: not before the plan it follows is durable.
        return new Turn(new PlanAnswer.Done(picture, changes), () -> prepared.follow(plan, next, now.people()));
    }

    private List<PlanChange> changes(Plan before, Plan after, Circumstances now) {
        return Stream.concat(
                        PlanDiff.between(before, Checklist.of(before, now), after, Checklist.of(after, now)).stream(),
                        prepared.changes(before, after).stream())
                .toList();
    }

    /**
     * Makes the room of a planned session, with its protocol, its time and its roles; gives the room that is there if it was
     * made before.
     *
     * @param number the session's
     * @param title what the meeting is called
     */
    public PrepareAnswer prepare(PlanId id, UUID meeting, int number, String title, PersonId by) {
        Optional<Plan> found = store.find(id).filter(plan -> accounts.isMember(plan.team(), by));
        if (found.isEmpty()) {
            return new PrepareAnswer.Refused(PlanRefusal.UNKNOWN_PLAN);
        }
        // A room is made on a thread and in transactions of its own, so the plan's row cannot be kept locked meanwhile.
        preparing.lock();
        try {
            return prepare(store.find(id).orElseThrow(), new SessionKey(meeting, number), title, by);
        } finally {
            preparing.unlock();
        }
    }

    private record SessionKey(UUID meeting, int number) {}

    private PrepareAnswer prepare(Plan plan, SessionKey key, String title, PersonId by) {
        Circumstances now = surroundings.of(plan);
        return Reflow.of(plan, now)
                .sessions()
                .filter(place -> place.meeting().id().equals(key.meeting())
                        && place.session().number() == key.number()
                        && !place.meeting().past(plan.term(), now.now()))
                .findFirst()
                .<PrepareAnswer>map(place -> new PrepareAnswer.Prepared(
                        place.session().room().orElseGet(() -> prepared(plan, place, title, now, by))))
                .orElseGet(() -> new PrepareAnswer.Refused(PlanRefusal.NOT_TO_PREPARE));
    }

    private RoomId prepared(Plan plan, Plan.Place place, String title, Circumstances now, PersonId by) {
        Session session = place.session();
        Pack pack = now.pack(session.pack()).orElseThrow();
        Part part = place.meeting().agenda().stream()
                .filter(one -> one.session().equals(Optional.of(session)))
                .findFirst()
                .orElseThrow();
        RoomId room = rooms.prepare(
                new RoomDraft(
                        plan.team(),
                        title,
                        session.pack(),
                        Casting.of(session, pack, now.members()),
                        Optional.of(plan.term().instant(part.from())),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.of(new TimePlan(session.minutes(), now.people()))),
                by);
        store.change(plan.id(), latest -> {
            Plan next = store.keep(linked(latest, place, room), by, clock.instant());
            events.publishEvent(
                    new MeetingPrepared(picture(next), place.meeting().id(), session.number(), room, by));
            return next;
        });
        return room;
    }

    /** The meeting in which the session is gets another number: calendars are to learn of its room. */
    private Plan linked(Plan plan, Plan.Place place, RoomId room) {
        int number = place.session().number();
        return plan.with(plan.meetings().stream()
                .map(meeting -> meeting.sessions().stream().noneMatch(one -> one.number() == number)
                        ? meeting
                        : meeting.holding(meeting.sessions().stream()
                                        .map(one -> one.number() == number ? one.in(room) : one)
                                        .toList())
                                .numbered(meeting.sequence() + 1, clock.instant()))
                .toList());
    }

    private static Set<UUID> unsaid(Plan plan, Circumstances now) {
        Set<RoomId> held = now.history().stream().map(Held::room).collect(Collectors.toSet());
        return plan.meetings().stream()
                .filter(meeting -> meeting.state() == MeetingState.PLANNED && meeting.past(plan.term(), now.now()))
                .filter(meeting -> meeting.sessions().stream()
                        .flatMap(session -> session.room().stream())
                        .noneMatch(held::contains))
                .map(PlannedMeeting::id)
                .collect(Collectors.toSet());
    }

    PlanPicture picture(Plan plan) {
        Circumstances now = surroundings.of(plan);
        return new PlanPicture(
                plan,
                Checklist.of(plan, now),
                now.credentials(),
                now.known(),
                unsaid(plan, now),
                !Reflow.of(plan, now).equals(plan),
                now.now());
    }
}
