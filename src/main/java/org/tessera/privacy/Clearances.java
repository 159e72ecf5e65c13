package org.tessera.privacy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.account.TeamId;
import org.tessera.material.Material;
import org.tessera.material.MaterialHeld;
import org.tessera.material.MaterialId;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;

/**
 * What may be evidence. Using something in a meeting is none of this: there its owner's word is enough, until somebody
 * reports it.
 */
@Service
public class Clearances {

    private final ClearanceStore store;
    private final Accounts accounts;
    private final Materials materials;
    private final MarkStore marks;
    private final ReportStore reports;
    private final ObjectProvider<SecondPeople> secondPeople;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Clearances(
            ClearanceStore store,
            MarkStore marks,
            ReportStore reports,
            Accounts accounts,
            Materials materials,
            ObjectProvider<SecondPeople> secondPeople,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.marks = marks;
        this.reports = reports;
        this.events = events;
        this.secondPeople = secondPeople;
        this.accounts = accounts;
        this.materials = materials;
        this.clock = clock;
    }

    /** Whether a subject may be evidence today. What nobody ever stated anything about may not. */
    @Transactional(readOnly = true)
    public boolean isCleared(Subject subject) {
        return cleared(List.of(subject)).contains(subject);
    }

    /** Those of these subjects that may be evidence today. A rubric and a published text always may. */
    @Transactional(readOnly = true)
    public Set<Subject> cleared(Collection<Subject> subjects) {
        Set<Subject> cleared = new HashSet<>();
        subjects.stream()
                .filter(subject -> subject.kind() == Subject.Kind.MATERIAL)
                .filter(subject -> materials
                        .find(new MaterialId(subject.id()))
                        .filter(material -> !isGated(material.kind()))
                        .isPresent())
                .forEach(cleared::add);
        LocalDate today = today();
        for (Subject.Kind kind : Subject.Kind.values()) {
            List<UUID> ids = subjects.stream()
                    .filter(subject -> subject.kind() == kind)
                    .map(Subject::id)
                    .toList();
            store.of(kind, ids).stream()
                    .filter(one -> one.isClearedOn(today))
                    .map(Clearance::subject)
                    .forEach(cleared::add);
        }
        return cleared;
    }

    /** Whether such material has to be cleared before it is evidence: what students made, and what may speak of them. */
    public static boolean isGated(MaterialKind kind) {
        return switch (kind) {
            case WORK, CONTEXT -> true;
            case RUBRIC, TEXT -> false;
        };
    }

    /**
     * Begins to clear something whose owner said that it may be shown. Nothing changes where that was begun before.
     *
     * @param pages how many pages have to be looked at; 1 for a recording
     */
    @Transactional
    public void state(Subject subject, TeamId team, PersonId owner, int pages) {
        Instant now = now();
        if (store.insert(Clearance.stated(subject, team, owner, pages), now)) {
            store.note(subject, Deed.STATED, Optional.of(owner), now);
        }
    }

    /** The clearance of a subject, for its owner, the people of its team and who is asked to look. */
    @Transactional
    public Optional<Clearance> find(Subject subject, PersonId reader) {
        return known(subject).filter(one -> mayKnow(one, reader));
    }

    /** What the person brought and still has to see to, and what waits for a second person, the latest first. */
    @Transactional
    public List<Clearance> ofTeamsOf(PersonId person) {
        List<TeamId> teams = accounts.teamsOf(person).stream().map(Team::id).toList();
        teams.forEach(team -> materials.of(team).forEach(this::begin));
        return store.of(teams);
    }

    /** What waits for this person: what somebody else has finished covering, and asked them or their whole team to look at. */
    @Transactional(readOnly = true)
    public List<Clearance> awaiting(PersonId person) {
        List<Clearance> all = new ArrayList<>(
                store.of(accounts.teamsOf(person).stream().map(Team::id).toList()));
        store.askedOf(person).stream()
                .filter(one -> all.stream().noneMatch(other -> other.subject().equals(one.subject())))
                .forEach(all::add);
        return all.stream().filter(one -> one.waitsFor(person)).toList();
    }

    /** Whether a subject waits for this person to look at it or to listen, and may be shown to them for that. */
    @Transactional(readOnly = true)
    public boolean waitsFor(Subject subject, PersonId person) {
        return store.find(subject)
                .filter(one -> one.waitsFor(person) && mayKnow(one, person))
                .isPresent();
    }

    /** Whom the owner of a subject may ask for the second look: the team, and who else stands by them, by name. */
    @Transactional(readOnly = true)
    public List<Person> secondPeople(Clearance clearance) {
        PersonId owner = clearance.owner();
        List<Person> people = new ArrayList<>(accounts.membersOf(clearance.team()));
        secondPeople
                .orderedStream()
                .flatMap(others -> others.of(owner).stream())
                .distinct()
                .flatMap(id -> accounts.person(id).stream())
                .filter(person -> !people.contains(person))
                .forEach(people::add);
        return people.stream().filter(person -> !person.id().equals(owner)).toList();
    }

    // A second person's marks, kept as they are made

    /** What this person has marked and not sent yet, in order. */
    @Transactional(readOnly = true)
    public List<Sign.Kept> marks(PersonId second, Subject subject) {
        return marks.of(second, subject);
    }

    /** Keeps a mark of the second person's until they send it. */
    @Transactional
    public ClearanceAnswer mark(PersonId second, Subject subject, Sign mark) {
        Optional<Clearance> found = find(subject, second);
        if (found.isEmpty()) {
            return refused(ClearanceRefusal.UNKNOWN);
        }
        Optional<ClearanceRefusal> no = found.get().refusalToLook(second);
        if (no.isPresent() || !found.get().has(mark)) {
            return refused(no.orElse(ClearanceRefusal.NO_SUCH_FINDING));
        }
        marks.insert(second, subject, mark);
        return new ClearanceAnswer.Done(found.get());
    }

    /** Takes an own mark away that was not sent. */
    @Transactional
    public void unmark(PersonId second, Subject subject, int number) {
        marks.delete(second, subject, number);
    }

    /** Sends a subject back to its owner with all that this person has marked. */
    @Transactional
    public ClearanceAnswer sendBack(PersonId second, Subject subject) {
        List<Sign> all = marks.of(second, subject).stream().map(Sign.Kept::mark).toList();
        ClearanceAnswer answer = act(second, subject, new ClearanceCommand.SendBack(all));
        if (answer instanceof ClearanceAnswer.Done) {
            marks.deleteAll(second, subject);
        }
        return answer;
    }

    /** What was done about a subject, in order, for its owner and the people of its team. */
    @Transactional
    public List<Trail> trail(Subject subject, PersonId reader) {
        return find(subject, reader).isPresent() ? store.trail(subject) : List.of();
    }

    /** Does what a person of the team wants, if the rules allow it. */
    @Transactional
    public ClearanceAnswer act(PersonId actor, Subject subject, ClearanceCommand command) {
        return find(subject, actor)
                .map(one -> apply(one, Optional.of(actor), lawful(one, command, actor)))
                .orElseGet(() -> refused(ClearanceRefusal.UNKNOWN));
    }

    /** Covering the pages of a material is more than a decision: {@link Redaction} does it. */
    private ClearanceDecision lawful(Clearance clearance, ClearanceCommand command, PersonId actor) {
        if (command instanceof ClearanceCommand.Ask(var second)
                && second.isPresent()
                && secondPeople(clearance).stream()
                        .noneMatch(person -> person.id().equals(second.get()))) {
            return new ClearanceDecision.Refused(ClearanceRefusal.NO_SUCH_PERSON);
        }
        return command instanceof ClearanceCommand.BurnIn && clearance.subject().kind() == Subject.Kind.MATERIAL
                ? new ClearanceDecision.Refused(ClearanceRefusal.WRONG_STATE)
                : clearance.decide(command, actor, today());
    }

    /**
     * Somebody saw what should not be there. The caller has made sure that {@code reader} is shown the subject; a guest may be
     * one.
     *
     * @param words where it is and what was seen; what is longer than {@value Report#LONGEST} characters is cut
     */
    @Transactional
    public ClearanceAnswer report(PersonId reader, Subject subject, Alarm why, String words) {
        ClearanceAnswer answer = known(subject)
                .map(one ->
                        apply(one, Optional.of(reader), one.decide(new ClearanceCommand.Report(why), reader, today())))
                .orElseGet(() -> refused(ClearanceRefusal.UNKNOWN));
        if (answer instanceof ClearanceAnswer.Done) {
            String kept = words.strip();
            reports.insert(
                    subject,
                    new Report(
                            accounts.person(reader).map(Person::id),
                            why,
                            kept.length() > Report.LONGEST ? kept.substring(0, Report.LONGEST) : kept,
                            now()));
        }
        return answer;
    }

    /** As {@link #report(PersonId, Subject, Alarm, String)}, by who has nothing to add. */
    @Transactional
    public ClearanceAnswer report(PersonId reader, Subject subject, Alarm why) {
        return report(reader, subject, why, "");
    }

    /** What was reported about a subject, the latest first; for its owner alone. */
    @Transactional(readOnly = true)
    public List<Report> reports(Subject subject, PersonId reader) {
        return store.find(subject).filter(one -> one.owner().equals(reader)).isPresent()
                ? reports.of(subject)
                : List.of();
    }

    /**
     * The last time a subject was stopped since {@code then}, if it was. Only for a caller that has made sure that whoever it
     * tells showed the subject to somebody.
     */
    @Transactional(readOnly = true)
    public Optional<Stop> stopped(Subject subject, Instant then) {
        Optional<Clearance> now = store.find(subject);
        boolean isOver = now.filter(one -> one.isClearedOn(today())).isPresent();
        Optional<Instant> end = now.flatMap(Clearance::permission)
                .filter(given -> !given.holdsOn(today()))
                .flatMap(Permission::until)
                .map(last -> last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return store.trail(subject).reversed().stream()
                .filter(line -> !line.at().isBefore(then))
                .flatMap(line -> why(line.deed()).map(why -> new Stop(why, line.at(), isOver)).stream())
                .findFirst()
                .or(() -> end.map(at -> new Stop(Stop.Why.PERMISSION_OVER, at, false)));
    }

    private static Optional<Stop.Why> why(Deed deed) {
        return switch (deed) {
            case REPORTED -> Optional.of(Stop.Why.REPORTED);
            case WITHDRAWN -> Optional.of(Stop.Why.WITHDRAWN);
            default -> Optional.empty();
        };
    }

    /**
     * Notes what a search found, unless it is known already.
     *
     * @param isAll whether everything has been looked through now
     */
    @Transactional
    void add(Subject subject, List<Finding> found, boolean isAll) {
        store.find(subject).ifPresent(one -> {
            List<Finding> fresh = Search.fresh(one.findings(), found);
            if (isAll || !fresh.isEmpty()) {
                apply(one, Optional.empty(), isAll ? one.searched(fresh) : one.found(fresh));
            }
        });
    }

    /** The subject itself was removed; that it was here stays on the trail. */
    @Transactional
    public void forget(Subject subject) {
        if (store.find(subject).isPresent()) {
            store.delete(subject);
            store.note(subject, Deed.REMOVED, Optional.empty(), now());
        }
    }

    /** As {@link #apply}, in a transaction of its own. */
    @Transactional
    ClearanceAnswer store(Clearance before, Optional<PersonId> by, ClearanceDecision decision) {
        return apply(before, by, decision);
    }

    /** Adds a line to the trail. */
    @Transactional
    void note(Subject subject, Deed deed, Optional<PersonId> by) {
        store.note(subject, deed, by, now());
    }

    /** For how many days after its confirmation the originals of a subject are kept. */
    @Transactional(readOnly = true)
    public int daysKept(Subject subject) {
        return store.daysKept(subject);
    }

    @Transactional
    void keepFor(Subject subject, int days) {
        store.keepFor(subject, days);
    }

    /** Stores what a decision leads to. */
    ClearanceAnswer apply(Clearance before, Optional<PersonId> by, ClearanceDecision decision) {
        return switch (decision) {
            case ClearanceDecision.Refused(var why) -> refused(why);
            case ClearanceDecision.Happens(var after, var deed) -> {
                if (!store.update(after, now())) {
                    yield refused(ClearanceRefusal.STALE);
                }
                store.note(before.subject(), deed, by, now());
                why(deed).ifPresent(why -> tell(after, why));
                yield store.find(before.subject())
                        .<ClearanceAnswer>map(ClearanceAnswer.Done::new)
                        .orElseGet(() -> refused(ClearanceRefusal.UNKNOWN));
            }
        };
    }

    private void tell(Clearance stopped, Stop.Why why) {
        events.publishEvent(new WorkStopped(stopped, why));
        if (stopped.subject().kind() == Subject.Kind.MATERIAL) {
            events.publishEvent(
                    new MaterialHeld(new MaterialId(stopped.subject().id())));
        }
    }

    /** The clearance of a subject, begun if it is material that was brought before there was one. */
    Optional<Clearance> known(Subject subject) {
        Optional<Clearance> found = store.find(subject);
        if (found.isPresent() || subject.kind() != Subject.Kind.MATERIAL) {
            return found;
        }
        materials.find(new MaterialId(subject.id())).ifPresent(this::begin);
        return store.find(subject);
    }

    private void begin(Material material) {
        if (isGated(material.kind())) {
            state(Subject.of(material.id()), material.team(), material.by(), material.pages());
        }
    }

    private boolean mayKnow(Clearance clearance, PersonId reader) {
        return clearance.owner().equals(reader)
                || clearance.asked().filter(reader::equals).isPresent()
                || accounts.isMember(clearance.team(), reader);
    }

    LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static ClearanceAnswer refused(ClearanceRefusal why) {
        return new ClearanceAnswer.Refused(why);
    }
}
