package org.tessera.privacy;

import static org.tessera.db.Tables.CLEARANCE_REPORT;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;

/** What people reported, in their own words. */
@Repository
class ReportStore {

    private final DSLContext db;

    ReportStore(DSLContext db) {
        this.db = db;
    }

    /** Reports about a subject, the latest first. */
    List<Report> of(Subject subject) {
        return db.select(CLEARANCE_REPORT.fields())
                .from(CLEARANCE_REPORT)
                .where(CLEARANCE_REPORT.KIND.eq(subject.kind().name()), CLEARANCE_REPORT.SUBJECT_ID.eq(subject.id()))
                .orderBy(CLEARANCE_REPORT.SEQ.desc())
                .fetch(row -> new Report(
                        Optional.ofNullable(row.get(CLEARANCE_REPORT.PERSON_ID)).map(PersonId::new),
                        Alarm.valueOf(row.get(CLEARANCE_REPORT.ALARM)),
                        row.get(CLEARANCE_REPORT.WORDS),
                        row.get(CLEARANCE_REPORT.AT)));
    }

    void insert(Subject subject, Report report) {
        db.insertInto(CLEARANCE_REPORT)
                .set(CLEARANCE_REPORT.KIND, subject.kind().name())
                .set(CLEARANCE_REPORT.SUBJECT_ID, subject.id())
                .set(CLEARANCE_REPORT.SEQ, of(subject).size() + 1)
                .set(
                        CLEARANCE_REPORT.PERSON_ID,
                        report.by().map(PersonId::value).orElse(null))
                .set(CLEARANCE_REPORT.ALARM, report.alarm().name())
                .set(CLEARANCE_REPORT.WORDS, report.words())
                .set(CLEARANCE_REPORT.AT, report.at())
                .execute();
    }
}
