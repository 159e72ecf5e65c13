package org.tessera.privacy;

import static java.util.stream.Collectors.groupingBy;
import static org.tessera.db.Tables.CLEARANCE;
import static org.tessera.db.Tables.CLEARANCE_TRAIL;
import static org.tessera.db.Tables.PRIVACY_FINDING;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/** Clearances, what was found, and the trail of what was done. */
@Repository
class ClearanceStore {

    private final DSLContext db;

    ClearanceStore(DSLContext db) {
        this.db = db;
    }

    /** Adds a clearance; false if there is one. */
    boolean insert(Clearance clearance, Instant at) {
        return db.insertInto(CLEARANCE)
                        .set(CLEARANCE.KIND, clearance.subject().kind().name())
                        .set(CLEARANCE.SUBJECT_ID, clearance.subject().id())
                        .set(CLEARANCE.TEAM_ID, clearance.team().value())
                        .set(CLEARANCE.OWNER_ID, clearance.owner().value())
                        .set(CLEARANCE.PAGES, clearance.pages())
                        .set(CLEARANCE.STATE, clearance.state().name())
                        .set(CLEARANCE.IS_SEARCHED, clearance.searched())
                        .set(CLEARANCE.IS_HELD, clearance.held())
                        .set(CLEARANCE.VERSION, clearance.version())
                        .set(CLEARANCE.CHANGED_AT, at)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    /** Stores what it has become; false if it was changed since {@code clearance}'s version was read. */
    boolean update(Clearance clearance, Instant at) {
        Subject subject = clearance.subject();
        boolean done = db.update(CLEARANCE)
                        .set(CLEARANCE.STATE, clearance.state().name())
                        .set(CLEARANCE.IS_SEARCHED, clearance.searched())
                        .set(CLEARANCE.IS_HELD, clearance.held())
                        .set(
                                CLEARANCE.PERMISSION,
                                clearance
                                        .permission()
                                        .map(given -> given.giver().name())
                                        .orElse(null))
                        .set(
                                CLEARANCE.PERMISSION_UNTIL,
                                clearance
                                        .permission()
                                        .flatMap(Permission::until)
                                        .orElse(null))
                        .set(
                                CLEARANCE.ASKED_ID,
                                clearance.asked().map(PersonId::value).orElse(null))
                        .set(
                                CLEARANCE.SEEN_BY,
                                clearance.seenBy().map(PersonId::value).orElse(null))
                        .set(CLEARANCE.SEEN, joined(clearance.seen()))
                        .set(CLEARANCE.VERSION, clearance.version() + 1)
                        .set(CLEARANCE.CHANGED_AT, at)
                        .where(isSubject(subject), CLEARANCE.VERSION.eq(clearance.version()))
                        .execute()
                == 1;
        if (done) {
            replaceFindings(subject, clearance.findings());
        }
        return done;
    }

    private void replaceFindings(Subject subject, List<Finding> findings) {
        db.deleteFrom(PRIVACY_FINDING)
                .where(PRIVACY_FINDING.KIND.eq(subject.kind().name()), PRIVACY_FINDING.SUBJECT_ID.eq(subject.id()))
                .execute();
        db.batch(findings.stream()
                        .map(finding -> db.insertInto(PRIVACY_FINDING)
                                .set(PRIVACY_FINDING.KIND, subject.kind().name())
                                .set(PRIVACY_FINDING.SUBJECT_ID, subject.id())
                                .set(PRIVACY_FINDING.NUMBER, finding.number())
                                .set(PRIVACY_FINDING.TRAIT, finding.trait().name())
                                .set(PRIVACY_FINDING.ORIGIN, finding.origin().name())
                                .set(
                                        PRIVACY_FINDING.SURENESS,
                                        finding.sureness().name())
                                .set(
                                        PRIVACY_FINDING.PAGE,
                                        finding.place().map(Place::page).orElse(null))
                                .set(
                                        PRIVACY_FINDING.X,
                                        finding.place().map(Place::x).orElse(null))
                                .set(
                                        PRIVACY_FINDING.Y,
                                        finding.place().map(Place::y).orElse(null))
                                .set(
                                        PRIVACY_FINDING.W,
                                        finding.place().map(Place::w).orElse(null))
                                .set(
                                        PRIVACY_FINDING.H,
                                        finding.place().map(Place::h).orElse(null))
                                .set(
                                        PRIVACY_FINDING.AT_SECOND,
                                        finding.moment().map(Moment::second).orElse(null))
                                .set(
                                        PRIVACY_FINDING.HEARD,
                                        finding.moment()
                                                .map(moment -> moment.heard().name())
                                                .orElse(null))
                                .set(
                                        PRIVACY_FINDING.WORDS,
                                        finding.moment().map(Moment::words).orElse(null))
                                .set(PRIVACY_FINDING.STANDING, word(finding.standing()))
                                .set(
                                        PRIVACY_FINDING.DISMISSAL,
                                        finding.standing() instanceof Finding.Standing.Dismissed(var why)
                                                ? why.name()
                                                : null))
                        .toList())
                .execute();
    }

    Optional<Clearance> find(Subject subject) {
        return fetch(isSubject(subject)).stream().findFirst();
    }

    List<Clearance> of(Collection<TeamId> teams) {
        return fetch(CLEARANCE.TEAM_ID.in(teams.stream().map(TeamId::value).toList()));
    }

    /** What this person is asked to look at, whatever team it is of. */
    List<Clearance> askedOf(PersonId person) {
        return fetch(CLEARANCE.ASKED_ID.eq(person.value()));
    }

    /** Those of these subjects that have a clearance. */
    List<Clearance> of(Subject.Kind kind, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : fetch(CLEARANCE.KIND.eq(kind.name()).and(CLEARANCE.SUBJECT_ID.in(ids)));
    }

    /** What no machine has looked through yet, the oldest first. */
    List<Subject> unsearched() {
        return db.select(CLEARANCE.KIND, CLEARANCE.SUBJECT_ID)
                .from(CLEARANCE)
                .where(CLEARANCE.IS_SEARCHED.isFalse())
                .orderBy(CLEARANCE.CHANGED_AT)
                .fetch(row -> new Subject(Subject.Kind.valueOf(row.value1()), row.value2()));
    }

    int daysKept(Subject subject) {
        return db.select(CLEARANCE.KEEP_DAYS)
                .from(CLEARANCE)
                .where(isSubject(subject))
                .fetchOptional(CLEARANCE.KEEP_DAYS)
                .orElse(0);
    }

    void keepFor(Subject subject, int days) {
        db.update(CLEARANCE)
                .set(CLEARANCE.KEEP_DAYS, days)
                .where(isSubject(subject))
                .execute();
    }

    void delete(Subject subject) {
        db.deleteFrom(CLEARANCE).where(isSubject(subject)).execute();
    }

    private List<Clearance> fetch(Condition condition) {
        List<Record> rows = List.copyOf(db.select(CLEARANCE.fields())
                .from(CLEARANCE)
                .where(condition)
                .orderBy(CLEARANCE.CHANGED_AT.desc(), CLEARANCE.SUBJECT_ID)
                .fetch());
        Map<UUID, List<Record>> findings = db
                .select(PRIVACY_FINDING.fields())
                .from(PRIVACY_FINDING)
                // the index begins with the kind
                .where(PRIVACY_FINDING.KIND.in(rows.stream()
                        .map(row -> row.get(CLEARANCE.KIND))
                        .distinct()
                        .toList()))
                .and(PRIVACY_FINDING.SUBJECT_ID.in(
                        rows.stream().map(row -> row.get(CLEARANCE.SUBJECT_ID)).toList()))
                .orderBy(PRIVACY_FINDING.NUMBER)
                .fetch()
                .stream()
                .map(Function.<Record>identity())
                .collect(groupingBy(row -> row.get(PRIVACY_FINDING.SUBJECT_ID)));
        return rows.stream()
                .map(row -> clearance(row, findings.getOrDefault(row.get(CLEARANCE.SUBJECT_ID), List.of())))
                .toList();
    }

    private static Clearance clearance(Record row, List<Record> findings) {
        return new Clearance(
                new Subject(Subject.Kind.valueOf(row.get(CLEARANCE.KIND)), row.get(CLEARANCE.SUBJECT_ID)),
                new TeamId(row.get(CLEARANCE.TEAM_ID)),
                new PersonId(row.get(CLEARANCE.OWNER_ID)),
                row.get(CLEARANCE.PAGES),
                ClearanceState.valueOf(row.get(CLEARANCE.STATE)),
                row.get(CLEARANCE.IS_SEARCHED),
                row.get(CLEARANCE.IS_HELD),
                findings.stream().map(ClearanceStore::finding).toList(),
                Optional.ofNullable(row.get(CLEARANCE.PERMISSION))
                        .map(giver -> new Permission(
                                Permission.Giver.valueOf(giver),
                                Optional.ofNullable(row.get(CLEARANCE.PERMISSION_UNTIL)))),
                Optional.ofNullable(row.get(CLEARANCE.ASKED_ID)).map(PersonId::new),
                Optional.ofNullable(row.get(CLEARANCE.SEEN_BY)).map(PersonId::new),
                split(row.get(CLEARANCE.SEEN)),
                row.get(CLEARANCE.VERSION));
    }

    private static Finding finding(Record row) {
        return new Finding(
                row.get(PRIVACY_FINDING.NUMBER),
                Trait.valueOf(row.get(PRIVACY_FINDING.TRAIT)),
                Origin.valueOf(row.get(PRIVACY_FINDING.ORIGIN)),
                Sureness.valueOf(row.get(PRIVACY_FINDING.SURENESS)),
                Optional.ofNullable(row.get(PRIVACY_FINDING.PAGE))
                        .map(page -> Place.within(
                                page,
                                row.get(PRIVACY_FINDING.X),
                                row.get(PRIVACY_FINDING.Y),
                                row.get(PRIVACY_FINDING.W),
                                row.get(PRIVACY_FINDING.H))),
                Optional.ofNullable(row.get(PRIVACY_FINDING.AT_SECOND))
                        .map(second -> new Moment(
                                second, Heard.valueOf(row.get(PRIVACY_FINDING.HEARD)), row.get(PRIVACY_FINDING.WORDS))),
                switch (row.get(PRIVACY_FINDING.STANDING)) {
                    case "COVERED" -> Finding.COVERED;
                    case "GONE" -> Finding.GONE;
                    case "DISMISSED" ->
                        new Finding.Standing.Dismissed(Dismissal.valueOf(row.get(PRIVACY_FINDING.DISMISSAL)));
                    default -> Finding.OPEN;
                });
    }

    private static String word(Finding.Standing standing) {
        return switch (standing) {
            case Finding.Standing.Open _ -> "OPEN";
            case Finding.Standing.Covered _ -> "COVERED";
            case Finding.Standing.Dismissed _ -> "DISMISSED";
            case Finding.Standing.Gone _ -> "GONE";
        };
    }

    private static String joined(Set<Integer> pages) {
        return new TreeSet<>(pages).stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Set<Integer> split(String pages) {
        return pages.isEmpty()
                ? Set.of()
                : Stream.of(pages.split(",", -1)).map(Integer::valueOf).collect(Collectors.toSet());
    }

    private static Condition isSubject(Subject subject) {
        return CLEARANCE.KIND.eq(subject.kind().name()).and(CLEARANCE.SUBJECT_ID.eq(subject.id()));
    }

    // The trail

    /** Adds a line; call within the transaction of what it tells of. */
    void note(Subject subject, Deed deed, Optional<PersonId> by, Instant at) {
        int seq = trail(subject).size() + 1;
        db.insertInto(CLEARANCE_TRAIL)
                .set(CLEARANCE_TRAIL.KIND, subject.kind().name())
                .set(CLEARANCE_TRAIL.SUBJECT_ID, subject.id())
                .set(CLEARANCE_TRAIL.SEQ, seq)
                .set(CLEARANCE_TRAIL.DEED, deed.name())
                .set(CLEARANCE_TRAIL.PERSON_ID, by.map(PersonId::value).orElse(null))
                .set(CLEARANCE_TRAIL.AT, at)
                .execute();
    }

    /** What was done, in order. */
    List<Trail> trail(Subject subject) {
        return db.select(CLEARANCE_TRAIL.fields())
                .from(CLEARANCE_TRAIL)
                .where(CLEARANCE_TRAIL.KIND.eq(subject.kind().name()), CLEARANCE_TRAIL.SUBJECT_ID.eq(subject.id()))
                .orderBy(CLEARANCE_TRAIL.SEQ)
                .fetch(row -> new Trail(
                        row.get(CLEARANCE_TRAIL.SEQ),
                        Deed.valueOf(row.get(CLEARANCE_TRAIL.DEED)),
                        Optional.ofNullable(row.get(CLEARANCE_TRAIL.PERSON_ID)).map(PersonId::new),
                        row.get(CLEARANCE_TRAIL.AT)));
    }
}
