package org.tessera.assessment;

import static org.tessera.db.Tables.ANCHOR_TRIAL;
import static org.tessera.db.Tables.ASSESSMENT_CASE;
import static org.tessera.db.Tables.CASE_CHOICE;
import static org.tessera.db.Tables.CASE_EVENT;
import static org.tessera.db.Tables.CASE_TASK;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;
import org.tessera.submission.SubmissionId;

/** Cases, what happened to them, and who was drawn for what. */
@Repository
class CaseStore {

    private final DSLContext db;

    CaseStore(DSLContext db) {
        this.db = db;
    }

    /** Keeps a new case; false if this hand-in has one. */
    boolean open(KeptCase opened) {
        Brief brief = opened.now().brief();
        return db.insertInto(ASSESSMENT_CASE)
                        .set(ASSESSMENT_CASE.ID, opened.id().value())
                        .set(ASSESSMENT_CASE.SUBMISSION_ID, opened.submission().value())
                        .set(ASSESSMENT_CASE.HAND_IN, opened.handIn())
                        .set(ASSESSMENT_CASE.DISTRICT_ID, opened.district().value())
                        .set(
                                ASSESSMENT_CASE.CREDENTIAL_ID,
                                brief.credential().id().value())
                        .set(
                                ASSESSMENT_CASE.CREDENTIAL_VERSION,
                                brief.credential().version())
                        .set(ASSESSMENT_CASE.BRIEF, CaseJson.write(brief))
                        .set(ASSESSMENT_CASE.OPENED_AT, brief.at())
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    Optional<KeptCase> find(CaseId id) {
        return some(ASSESSMENT_CASE.ID.eq(id.value())).stream().findFirst();
    }

    /** The same, waiting for whoever is at it just now. */
    Optional<KeptCase> findToChange(CaseId id) {
        waitFor(id);
        return find(id);
    }

    /** Waits for whoever is at it just now, and has it until the transaction ends. Nothing has been read yet. */
    void waitFor(CaseId id) {
        db.select(ASSESSMENT_CASE.ID)
                .from(ASSESSMENT_CASE)
                .where(ASSESSMENT_CASE.ID.eq(id.value()))
                .forUpdate()
                .fetch();
    }

    /** All cases of a submission, in the order of its hand-ins. */
    List<KeptCase> of(SubmissionId submission) {
        return some(ASSESSMENT_CASE.SUBMISSION_ID.eq(submission.value()));
    }

    /** All cases of a district, the latest last. */
    List<KeptCase> of(DistrictId district) {
        return some(ASSESSMENT_CASE.DISTRICT_ID.eq(district.value()));
    }

    /** All cases of a district for one credential. */
    List<KeptCase> of(DistrictId district, CredentialId credential) {
        return some(ASSESSMENT_CASE
                .DISTRICT_ID
                .eq(district.value())
                .and(ASSESSMENT_CASE.CREDENTIAL_ID.eq(credential.value())));
    }

    /** The cases of a district on which something is still to be done, the latest last. */
    List<KeptCase> openIn(DistrictId district) {
        return some(ASSESSMENT_CASE.DISTRICT_ID.eq(district.value()).and(ASSESSMENT_CASE.SETTLED_AT.isNull()));
    }

    /** The cases on which something is still to be done. */
    List<CaseId> unsettled() {
        return db.select(ASSESSMENT_CASE.ID)
                .from(ASSESSMENT_CASE)
                .where(ASSESSMENT_CASE.SETTLED_AT.isNull())
                .orderBy(ASSESSMENT_CASE.OPENED_AT)
                .fetch(row -> new CaseId(row.value1()));
    }

    /** Two questions, however many cases there are. */
    private List<KeptCase> some(Condition which) {
        var rows = db.selectFrom(ASSESSMENT_CASE)
                .where(which)
                .orderBy(ASSESSMENT_CASE.OPENED_AT, ASSESSMENT_CASE.HAND_IN, ASSESSMENT_CASE.ID)
                .fetch();
        Map<UUID, List<CaseEvent>> histories = db.select(CASE_EVENT.CASE_ID, CASE_EVENT.BODY)
                .from(CASE_EVENT)
                .join(ASSESSMENT_CASE)
                .on(ASSESSMENT_CASE.ID.eq(CASE_EVENT.CASE_ID))
                .where(which)
                .orderBy(CASE_EVENT.CASE_ID, CASE_EVENT.SEQ)
                .fetchGroups(CASE_EVENT.CASE_ID, event -> CaseJson.event(event.value2()));
        return rows.stream()
                .map(row -> read(row, histories.getOrDefault(row.get(ASSESSMENT_CASE.ID), List.of())))
                .toList();
    }

    private static KeptCase read(Record row, List<CaseEvent> history) {
        return new KeptCase(
                new Case(
                        new CaseId(row.get(ASSESSMENT_CASE.ID)),
                        CaseJson.brief(row.get(ASSESSMENT_CASE.BRIEF)),
                        history),
                new SubmissionId(row.get(ASSESSMENT_CASE.SUBMISSION_ID)),
                row.get(ASSESSMENT_CASE.HAND_IN),
                new DistrictId(row.get(ASSESSMENT_CASE.DISTRICT_ID)));
    }

    /** Adds what happened as number {@code seq}; false if something else has that number. */
    boolean append(CaseId id, int seq, CaseEvent event) {
        return db.insertInto(CASE_EVENT)
                        .set(CASE_EVENT.CASE_ID, id.value())
                        .set(CASE_EVENT.SEQ, seq)
                        .set(CASE_EVENT.BODY, CaseJson.write(event))
                        .set(CASE_EVENT.AT, event.at())
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    /** Keeps since when there is nothing more to be done, or that there is again. */
    void settle(CaseId id, Optional<Instant> at) {
        db.update(ASSESSMENT_CASE)
                .set(ASSESSMENT_CASE.SETTLED_AT, at.orElse(null))
                .where(ASSESSMENT_CASE.ID.eq(id.value()))
                .execute();
    }

    // ---- who was drawn ---------------------------------------------------------------------------------------------

    void hold(Held held) {
        db.insertInto(CASE_TASK)
                .set(CASE_TASK.ID, held.id())
                .set(CASE_TASK.CASE_ID, held.on().value())
                .set(CASE_TASK.TASK, held.task().name())
                .set(CASE_TASK.PERSON_ID, held.person().value())
                .set(CASE_TASK.DRAWN_AT, held.drawn())
                .set(CASE_TASK.UNTIL_AT, held.until())
                .execute();
    }

    /** False if it had ended before. */
    boolean end(UUID held, Held.Ending ending, Instant at) {
        return db.update(CASE_TASK)
                        .set(CASE_TASK.ENDED_AT, at)
                        .set(CASE_TASK.ENDING, ending.name())
                        .where(CASE_TASK.ID.eq(held), CASE_TASK.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Everybody who was drawn for a case, in that order. */
    List<Held> heldOn(CaseId id) {
        return held(CASE_TASK.CASE_ID.eq(id.value()));
    }

    /** What is on a person's desk, the most urgent first. */
    List<Held> deskOf(PersonId person) {
        return held(CASE_TASK.PERSON_ID.eq(person.value()).and(CASE_TASK.ENDED_AT.isNull()));
    }

    /** Everything that is held for somebody now. */
    List<Held> allHeld(DistrictId district) {
        return held(CASE_TASK
                .ENDED_AT
                .isNull()
                .and(CASE_TASK.CASE_ID.in(db.select(ASSESSMENT_CASE.ID)
                        .from(ASSESSMENT_CASE)
                        .where(ASSESSMENT_CASE.DISTRICT_ID.eq(district.value())))));
    }

    /** How often somebody has a task on the desk. */
    Map<PersonId, Integer> desks() {
        Map<PersonId, Integer> counts = new HashMap<>();
        db.select(CASE_TASK.PERSON_ID, DSL.count())
                .from(CASE_TASK)
                .where(CASE_TASK.ENDED_AT.isNull())
                .groupBy(CASE_TASK.PERSON_ID)
                .forEach(row -> counts.put(new PersonId(row.value1()), row.value2()));
        return counts;
    }

    /** When somebody was drawn last. */
    Map<PersonId, Instant> drawnLast() {
        Map<PersonId, Instant> last = new HashMap<>();
        db.select(CASE_TASK.PERSON_ID, DSL.max(CASE_TASK.DRAWN_AT))
                .from(CASE_TASK)
                .groupBy(CASE_TASK.PERSON_ID)
                .forEach(row -> last.put(new PersonId(row.value1()), row.value2()));
        return last;
    }

    /** Who has declared to have something to do with one of these submissions, or has tried one as an anchor and knows its result. */
    Set<PersonId> conflicts(Collection<SubmissionId> submissions) {
        List<UUID> ids = submissions.stream().map(SubmissionId::value).toList();
        Set<PersonId> conflicts = new HashSet<>(db.selectDistinct(ANCHOR_TRIAL.PERSON_ID)
                .from(ANCHOR_TRIAL)
                .join(ASSESSMENT_CASE)
                .on(ASSESSMENT_CASE.ID.eq(ANCHOR_TRIAL.CASE_ID))
                .where(ASSESSMENT_CASE.SUBMISSION_ID.in(ids))
                .fetch(row -> new PersonId(row.value1())));
        conflicts.addAll(db.selectDistinct(CASE_TASK.PERSON_ID)
                .from(CASE_TASK)
                .join(ASSESSMENT_CASE)
                .on(ASSESSMENT_CASE.ID.eq(CASE_TASK.CASE_ID))
                .where(ASSESSMENT_CASE.SUBMISSION_ID.in(ids), CASE_TASK.ENDING.eq(Held.Ending.CONFLICT.name()))
                .fetch(row -> new PersonId(row.value1())));
        return conflicts;
    }

    private List<Held> held(Condition which) {
        return db.selectFrom(CASE_TASK)
                .where(which)
                .orderBy(CASE_TASK.UNTIL_AT, CASE_TASK.DRAWN_AT, CASE_TASK.ID)
                .fetch(row -> new Held(
                        row.get(CASE_TASK.ID),
                        new CaseId(row.get(CASE_TASK.CASE_ID)),
                        Task.valueOf(row.get(CASE_TASK.TASK)),
                        new PersonId(row.get(CASE_TASK.PERSON_ID)),
                        row.get(CASE_TASK.DRAWN_AT),
                        row.get(CASE_TASK.UNTIL_AT),
                        Optional.ofNullable(row.get(CASE_TASK.ENDED_AT)),
                        Optional.ofNullable(row.get(CASE_TASK.ENDING)).map(Held.Ending::valueOf)));
    }

    // ---- what an assessor has chosen so far ------------------------------------------------------------------------

    Map<String, String> choices(CaseId id, Task task, PersonId person) {
        Map<String, String> choices = new HashMap<>();
        db.select(CASE_CHOICE.PLACE, CASE_CHOICE.CHOICE)
                .from(CASE_CHOICE)
                .where(at(id, task, person))
                .forEach(row -> choices.put(row.value1(), row.value2()));
        return choices;
    }

    void choose(CaseId id, Task task, PersonId person, String place, String choice) {
        db.insertInto(CASE_CHOICE)
                .set(CASE_CHOICE.CASE_ID, id.value())
                .set(CASE_CHOICE.TASK, task.name())
                .set(CASE_CHOICE.PERSON_ID, person.value())
                .set(CASE_CHOICE.PLACE, place)
                .set(CASE_CHOICE.CHOICE, choice)
                .onDuplicateKeyUpdate()
                .set(CASE_CHOICE.CHOICE, choice)
                .execute();
    }

    void unchoose(CaseId id, Task task, PersonId person, String place) {
        db.deleteFrom(CASE_CHOICE)
                .where(at(id, task, person), CASE_CHOICE.PLACE.eq(place))
                .execute();
    }

    void forgetChoices(CaseId id, Task task, PersonId person) {
        db.deleteFrom(CASE_CHOICE).where(at(id, task, person)).execute();
    }

    private static Condition at(CaseId id, Task task, PersonId person) {
        return CASE_CHOICE
                .CASE_ID
                .eq(id.value())
                .and(CASE_CHOICE.TASK.eq(task.name()))
                .and(CASE_CHOICE.PERSON_ID.eq(person.value()));
    }
}
