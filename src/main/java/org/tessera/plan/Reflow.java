package org.tessera.plan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.Criterion;
import org.tessera.protocol.Pack;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;

/**
 * Makes a plan's meetings from its term, its requirements and what has become of them: dates first, then what stays where it
 * is, then what lost its meeting, then what is missing. Meetings whose time has come are never touched. The same plan in the
 * same circumstances comes out unchanged.
 *
 * @see "docs/decisions/a-plan-keeps-what-it-can.md"
 */
final class Reflow {

    private final Plan known;
    private final Plan before;
    private final Circumstances now;
    private final Offer offer;
    private final List<Session> homeless = new ArrayList<>();
    private Plan plan;

    private Reflow(Plan known, Plan before, Circumstances now) {
        this.known = known;
        this.before = before;
        this.now = now;
        this.plan = before;
        this.offer = new Offer(now, before.term().rhythm().minutes());
    }

    /** Plans for the first time, or again because the circumstances are others. */
    static Plan of(Plan plan, Circumstances now) {
        return of(plan, plan, now);
    }

    /**
     * Plans again after a change.
     *
     * @param known the plan as people knew it
     * @param changed the same with what somebody changed
     */
    static Plan of(Plan known, Plan changed, Circumstances now) {
        return new Reflow(known, changed, now).run();
    }

    private Plan run() {
        plan = plan.with(dated());
        keepWhatIsWanted();
        dropWhatIsTooMuch();
        takeFromTheLost();
        homeless.sort(Comparator.comparingInt(Session::number));
        homeless.forEach(session -> place(session));
        if (!now.members().isEmpty()) {
            holdWhatWasAssigned();
            holdWhatIsMissing();
            nameLeads();
        }
        return plan.with(plan.meetings().stream().map(this::numbered).toList());
    }

    // Dates

    private List<PlannedMeeting> dated() {
        Term term = plan.term();
        Set<LocalDate> rhythm = new HashSet<>(term.dates());
        List<PlannedMeeting> meetings = new ArrayList<>();
        Set<LocalDate> known = new HashSet<>();
        before.meetings().stream()
                .sorted(Comparator.comparing(PlannedMeeting::moved).reversed())
                .forEach(meeting -> {
                    known.add(meeting.origin());
                    meetings.add(isPast(meeting) ? meeting : dated(meeting, rhythm, meetings));
                });
        for (LocalDate day : rhythm) {
            LocalDateTime at = day.atTime(term.rhythm().at());
            LocalDateTime to = at.plusMinutes(term.rhythm().minutes());
            boolean ahead = term.instant(at).isAfter(now.now());
            if (ahead && !known.contains(day) && !term.closed().contains(day) && isFree(at, to, meetings)) {
                meetings.add(fresh(day, at));
            }
        }
        return inOrder(meetings);
    }

    private static List<PlannedMeeting> inOrder(List<PlannedMeeting> meetings) {
        return meetings.stream()
                .sorted(Comparator.comparing(PlannedMeeting::at).thenComparing(PlannedMeeting::origin))
                .toList();
    }

    private PlannedMeeting dated(PlannedMeeting meeting, Set<LocalDate> rhythm, List<PlannedMeeting> others) {
        Term term = plan.term();
        int minutes = term.rhythm().minutes();
        LocalDateTime at = meeting.moved()
                ? meeting.at()
                : meeting.origin().atTime(term.rhythm().at());
        return switch (meeting.state()) {
            case CANCELLED, MISSED, HELD -> meeting;
            case PLANNED, CLOSED_DAY, DROPPED -> {
                boolean there = meeting.moved() || rhythm.contains(meeting.origin());
                if (!there || !isFree(at, at.plusMinutes(minutes), others)) {
                    yield meeting.being(MeetingState.DROPPED);
                }
                yield meeting.dated(
                        at,
                        minutes,
                        term.closed().contains(at.toLocalDate()) ? MeetingState.CLOSED_DAY : MeetingState.PLANNED);
            }
        };
    }

    private static boolean isFree(LocalDateTime from, LocalDateTime to, List<PlannedMeeting> others) {
        return others.stream().noneMatch(other -> other.takesPlace() && other.meets(from, to));
    }

    private PlannedMeeting fresh(LocalDate day, LocalDateTime at) {
        byte[] name = (plan.id() + " " + day).getBytes(StandardCharsets.UTF_8);
        return new PlannedMeeting(
                UUID.nameUUIDFromBytes(name),
                day,
                at,
                plan.term().rhythm().minutes(),
                MeetingState.PLANNED,
                false,
                Optional.empty(),
                List.of(),
                0,
                now.now());
    }

    private boolean isPast(PlannedMeeting meeting) {
        return meeting.past(plan.term(), now.now());
    }

    // What stays

    private interface Change {
        List<Session> of(PlannedMeeting meeting);
    }

    /** Gives every meeting ahead other sessions. */
    private void eachAhead(Predicate<PlannedMeeting> which, Change change) {
        plan = plan.with(plan.meetings().stream()
                .map(meeting -> !isPast(meeting) && which.test(meeting) ? meeting.holding(change.of(meeting)) : meeting)
                .toList());
    }

    /** Takes out of each session what nobody wants any more, rooms that are off, and sessions in which nothing is left. */
    private void keepWhatIsWanted() {
        eachAhead(_ -> true, meeting -> meeting.sessions().stream()
                .map(session ->
                        session.room().filter(now.calledOff()::contains).isPresent() ? session.withoutRoom() : session)
                .flatMap(session -> kept(session).stream())
                .toList());
    }

    private Optional<Session> kept(Session session) {
        List<Serves> serves = session.serves().stream()
                .filter(each -> isWanted(each, session))
                .toList();
        boolean stays = session.room().isPresent() || !serves.isEmpty();
        return stays && now.pack(session.pack()).isPresent() ? Optional.of(session.serving(serves)) : Optional.empty();
    }

    private boolean isWanted(Serves serves, Session session) {
        if (!earners().contains(serves.earner())) {
            return false;
        }
        Optional<Criterion> criterion = criterion(serves.requirement());
        Optional<Wanted> wanted = criterion.flatMap(Wanted::of);
        if (wanted.isPresent()) {
            return wanted.get().takes(session, serves.earner());
        }
        return criterion.isPresent()
                && plan.assignment(serves.requirement())
                        .filter(assignment -> assignment instanceof Assignment.InMeeting in
                                && in.pack().equals(session.pack().id()))
                        .isPresent();
    }

    /** What more sessions serve than are asked for, the later ones do for nothing. */
    private void dropWhatIsTooMuch() {
        eachWanted((key, wanted, earner) -> {
            Tally tally = Tally.of(plan, now.history(), key, wanted, earner);
            Set<Integer> counted = new HashSet<>();
            tally.counted().forEach(each -> each.session().ifPresent(counted::add));
            eachAhead(PlannedMeeting::takesPlace, meeting -> meeting.sessions().stream()
                    .map(session -> counted.contains(session.number())
                            ? session
                            : session.serving(session.serves().stream()
                                    .filter(each -> !each.equals(new Serves(key, earner)))
                                    .toList()))
                    .filter(session ->
                            !session.serves().isEmpty() || session.room().isPresent())
                    .toList());
        });
    }

    /** Sessions of meetings that do not take place, or into which they no longer fit, look for another. */
    private void takeFromTheLost() {
        eachAhead(meeting -> !meeting.takesPlace(), meeting -> {
            homeless.addAll(meeting.sessions());
            return List.of();
        });
        eachAhead(PlannedMeeting::takesPlace, meeting -> {
            List<Session> staying = new ArrayList<>(meeting.sessions());
            while (divided(staying).isEmpty()) {
                homeless.add(staying.removeLast());
            }
            return divided(staying).orElseThrow();
        });
    }

    private Optional<List<Session>> divided(List<Session> sessions) {
        List<PackRef> packs = sessions.stream().map(Session::pack).toList();
        return offer.divided(packs).map(minutes -> {
            List<Session> lasting = new ArrayList<>();
            for (int i = 0; i < sessions.size(); i++) {
                lasting.add(sessions.get(i).lasting(minutes.get(i)));
            }
            return List.copyOf(lasting);
        });
    }

    // What has no meeting

    /** Finds a meeting: an empty one, the last of the term last of all; or one that has time for it, too. */
    private boolean place(Session session) {
        return placeAlone(session) || placeBeside(session);
    }

    private List<PlannedMeeting> ahead() {
        return plan.meetings().stream()
                .filter(meeting -> meeting.takesPlace() && !isPast(meeting))
                .toList();
    }

    private boolean placeAlone(Session session) {
        return ahead().stream()
                .filter(meeting -> meeting.sessions().isEmpty())
                .findFirst()
                .filter(meeting -> add(session, meeting))
                .isPresent();
    }

    private boolean placeBeside(Session session) {
        return ahead().stream()
                .filter(meeting -> !meeting.sessions().isEmpty())
                .sorted(Comparator.comparingInt(
                                (PlannedMeeting meeting) -> meeting.sessions().size())
                        .thenComparing(meeting -> resembles(meeting, session)))
                .anyMatch(meeting -> add(session, meeting));
    }

    /** Two protocols in a meeting are better of two kinds and led by two people. */
    private static boolean resembles(PlannedMeeting meeting, Session session) {
        return meeting.sessions().stream()
                .anyMatch(there ->
                        there.lead().equals(session.lead()) || there.pack().equals(session.pack()));
    }

    private boolean add(Session session, PlannedMeeting meeting) {
        List<Session> all = new ArrayList<>(meeting.sessions());
        all.add(session);
        Optional<List<Session>> fitting = divided(all);
        fitting.ifPresent(sessions -> plan = plan.replacing(meeting.holding(sessions)));
        return fitting.isPresent();
    }

    // What is missing

    private List<PersonId> earners() {
        return plan.earners().stream().filter(now.members()::contains).toList();
    }

    private Optional<Criterion> criterion(RequirementKey key) {
        return now.credentials().stream()
                .filter(credential -> credential.ref().equals(key.credential()))
                .findFirst()
                .flatMap(credential -> credential.criterion(key.criterion()));
    }

    private interface Asking {
        void ask(RequirementKey key, Wanted wanted, PersonId earner);
    }

    private void eachWanted(Asking asking) {
        for (Credential credential : now.credentials()) {
            for (Criterion criterion : credential.requirements()) {
                Wanted.of(criterion).ifPresent(wanted -> earners()
                        .forEach(earner ->
                                asking.ask(new RequirementKey(credential.ref(), criterion.id()), wanted, earner)));
            }
        }
    }

    private void holdWhatWasAssigned() {
        servingEveryEarner();
        for (Assignment assignment : plan.assignments()) {
            RequirementKey key = assignment.requirement();
            List<Serves> lacking = lacking(key);
            boolean open = criterion(key)
                    .filter(criterion -> Wanted.of(criterion).isEmpty())
                    .isPresent();
            if (assignment instanceof Assignment.InMeeting in && open && !lacking.isEmpty()) {
                now.offered().stream()
                        .filter(pack -> pack.ref().id().equals(in.pack()))
                        .findFirst()
                        .ifPresent(pack -> hold(pack, in, lacking));
            }
        }
    }

    private void hold(Pack pack, Assignment.InMeeting assigned, List<Serves> serves) {
        PersonId lead = assigned.lead().filter(now.members()::contains).orElseGet(() -> rota().facilitator());
        place(session(pack, lead, serves));
    }

    /** Whom no session of the plan serves yet. */
    private List<Serves> lacking(RequirementKey key) {
        return earners().stream()
                .map(earner -> new Serves(key, earner))
                .filter(each -> plan.sessions()
                        .noneMatch(place -> place.session().serves().contains(each)))
                .toList();
    }

    /** An earner who came later is served by what was assigned before and is still ahead. */
    private void servingEveryEarner() {
        eachAhead(PlannedMeeting::takesPlace, meeting -> meeting.sessions().stream()
                .map(session -> {
                    List<Serves> all = new ArrayList<>(session.serves());
                    session.serves().stream()
                            .map(Serves::requirement)
                            .distinct()
                            .filter(key -> plan.assignment(key).isPresent())
                            .flatMap(key -> lacking(key).stream())
                            .forEach(all::add);
                    return session.serving(all);
                })
                .toList());
    }

    /** One session after the other, everybody in turn, until nobody lacks any or there is no place. */
    private void holdWhatIsMissing() {
        Set<Serves> hopeless = new HashSet<>();
        boolean[] goesOn = {true};
        for (int round = 0; goesOn[0]; round++) {
            goesOn[0] = false;
            int turn = round;
            eachWanted((key, wanted, earner) -> {
                Serves need = new Serves(key, earner);
                Tally tally = Tally.of(plan, now.history(), key, wanted, earner);
                if (tally.missing() <= 0 || hopeless.contains(need)) {
                    return;
                }
                if (serveAlong(need, tally)
                        || holdOne(need, tally, turn + earners().indexOf(earner))) {
                    goesOn[0] = true;
                } else {
                    hopeless.add(need);
                }
            });
        }
    }

    /** A session of the plan may do for another requirement as well. */
    private boolean serveAlong(Serves need, Tally tally) {
        List<String> aspects = tally.stillCounting();
        for (PlannedMeeting meeting : ahead()) {
            for (Session session : meeting.sessions()) {
                if (aspects.contains(session.aspect())
                        && !session.serves().contains(need)
                        && tally.wanted().takes(session, need.earner())) {
                    List<Serves> more = new ArrayList<>(session.serves());
                    more.add(need);
                    plan = plan.replacing(meeting.holding(meeting.sessions().stream()
                            .map(one -> one.number() == session.number() ? one.serving(more) : one)
                            .toList()));
                    return true;
                }
            }
        }
        return false;
    }

    private boolean holdOne(Serves need, Tally tally, int turn) {
        Wanted wanted = tally.wanted();
        List<String> aspects = offer.usable(tally.stillCounting(), wanted);
        List<Session> ways = new ArrayList<>();
        for (int i = 0; i < aspects.size() && now.people() >= wanted.people(); i++) {
            offer.on(aspects.get((i + turn) % aspects.size()), wanted, plan).stream()
                    .map(pack -> casting(session(pack, rota().facilitator(), List.of(need)), need, wanted))
                    .forEach(ways::add);
        }
        return ways.stream().limit(1).anyMatch(this::placeAlone)
                || ways.stream().anyMatch(this::placeBeside);
    }

    /** Gives the earner the part that is asked for, and the other part to whose turn it is. */
    private Session casting(Session session, Serves need, Wanted wanted) {
        PersonId earner = need.earner();
        return switch (wanted.as()) {
            case FACILITATING -> session.ledBy(earner, session.presenter().map(_ -> rota().presenter(List.of(earner))));
            case PRESENTING ->
                session.ledBy(
                        session.lead().equals(earner) ? rota().facilitatorBut(earner) : session.lead(),
                        Optional.of(earner));
            case LOOKING_ON_ANOTHERS ->
                session.ledBy(session.lead(), Optional.of(rota().presenter(List.of(earner, session.lead()))));
        };
    }

    private Session session(Pack pack, PersonId lead, List<Serves> serves) {
        int number = 1
                + Stream.concat(known.meetings().stream(), plan.meetings().stream())
                        .flatMap(meeting -> meeting.sessions().stream())
                        .mapToInt(Session::number)
                        .max()
                        .orElse(0);
        Optional<PersonId> presenter =
                pack.roles().contains(Role.PRESENTER) ? Optional.of(rota().presenter(List.of(lead))) : Optional.empty();
        return new Session(number, pack.ref(), pack.aspect(), 0, lead, presenter, serves, Optional.empty());
    }

    // Who leads

    /** The turns as they stand, those of the past and those planned. */
    private Rota rota() {
        Set<RoomId> own = new HashSet<>();
        plan.meetings().forEach(meeting -> meeting.sessions()
                .forEach(session -> session.room().ifPresent(own::add)));
        Rota rota = new Rota(
                now.members(),
                now.history().stream()
                        .filter(held -> !own.contains(held.room()))
                        .toList());
        plan.sessions().forEach(place -> {
            rota.leads(place.session().lead());
            place.session().presenter().ifPresent(rota::presents);
        });
        plan.meetings().stream()
                .filter(PlannedMeeting::takesPlace)
                .flatMap(meeting -> meeting.leads().stream())
                .flatMap(Leads::all)
                .forEach(rota::leadsPart);
        return rota;
    }

    private void nameLeads() {
        for (PlannedMeeting each : ahead()) {
            eachAhead(each::equals, meeting -> meeting.sessions().stream()
                    .map(this::ledByMembers)
                    .toList());
            PlannedMeeting meeting = plan.meeting(each.id()).orElseThrow();
            if (meeting.leads().filter(this::areMembers).isEmpty()) {
                plan = plan.replacing(meeting.ledBy(leads(meeting)));
            }
        }
    }

    private Session ledByMembers(Session session) {
        PersonId lead = now.members().contains(session.lead()) ? session.lead() : rota().facilitator();
        Optional<PersonId> presenter = session.presenter()
                .map(person -> now.members().contains(person) ? person : rota().presenter(List.of(lead)));
        return session.ledBy(lead, presenter);
    }

    private boolean areMembers(Leads leads) {
        return leads.all().allMatch(now.members()::contains);
    }

    private Leads leads(PlannedMeeting meeting) {
        Rota rota = rota();
        List<PersonId> busy =
                new ArrayList<>(meeting.sessions().stream().map(Session::lead).toList());
        List<PersonId> leads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            PersonId next = rota.part(busy);
            rota.leadsPart(next);
            busy.add(next);
            leads.add(next);
        }
        return new Leads(leads.get(0), leads.get(1), leads.get(2));
    }

    // What others learn

    private PlannedMeeting numbered(PlannedMeeting meeting) {
        Optional<PlannedMeeting> was = known.meeting(meeting.id());
        return was.filter(old -> !old.reads(meeting))
                .map(old -> meeting.numbered(old.sequence() + 1, now.now()))
                .orElse(meeting);
    }
}
