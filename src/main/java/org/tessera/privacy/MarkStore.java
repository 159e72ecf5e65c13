package org.tessera.privacy;

import static org.tessera.db.Tables.CLEARANCE_MARK;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;

/** What second people have marked and not sent yet. */
@Repository
class MarkStore {

    private final DSLContext db;

    MarkStore(DSLContext db) {
        this.db = db;
    }

    /** A person's marks on a subject, in the order in which they were made. */
    List<Sign.Kept> of(PersonId person, Subject subject) {
        return db.select(CLEARANCE_MARK.fields())
                .from(CLEARANCE_MARK)
                .where(isOf(person, subject))
                .orderBy(CLEARANCE_MARK.NUMBER)
                .fetch(row -> new Sign.Kept(row.get(CLEARANCE_MARK.NUMBER), mark(row)));
    }

    void insert(PersonId person, Subject subject, Sign mark) {
        int number =
                of(person, subject).stream().mapToInt(Sign.Kept::number).max().orElse(0) + 1;
        Optional<Place> place = mark instanceof Sign.OnPage(var found) ? Optional.of(found) : Optional.empty();
        Optional<Moment> moment = mark instanceof Sign.AtMoment(var found) ? Optional.of(found) : Optional.empty();
        db.insertInto(CLEARANCE_MARK)
                .set(CLEARANCE_MARK.KIND, subject.kind().name())
                .set(CLEARANCE_MARK.SUBJECT_ID, subject.id())
                .set(CLEARANCE_MARK.PERSON_ID, person.value())
                .set(CLEARANCE_MARK.NUMBER, number)
                .set(CLEARANCE_MARK.PAGE, place.map(Place::page).orElse(null))
                .set(CLEARANCE_MARK.X, place.map(Place::x).orElse(null))
                .set(CLEARANCE_MARK.Y, place.map(Place::y).orElse(null))
                .set(CLEARANCE_MARK.W, place.map(Place::w).orElse(null))
                .set(CLEARANCE_MARK.H, place.map(Place::h).orElse(null))
                .set(CLEARANCE_MARK.AT_SECOND, moment.map(Moment::second).orElse(null))
                .set(CLEARANCE_MARK.HEARD, moment.map(one -> one.heard().name()).orElse(null))
                .set(CLEARANCE_MARK.WORDS, moment.map(Moment::words).orElse(null))
                .execute();
    }

    void delete(PersonId person, Subject subject, int number) {
        db.deleteFrom(CLEARANCE_MARK)
                .where(isOf(person, subject), CLEARANCE_MARK.NUMBER.eq(number))
                .execute();
    }

    void deleteAll(PersonId person, Subject subject) {
        db.deleteFrom(CLEARANCE_MARK).where(isOf(person, subject)).execute();
    }

    private static Sign mark(Record row) {
        return Optional.ofNullable(row.get(CLEARANCE_MARK.PAGE))
                .<Sign>map(page -> new Sign.OnPage(Place.within(
                        page,
                        row.get(CLEARANCE_MARK.X),
                        row.get(CLEARANCE_MARK.Y),
                        row.get(CLEARANCE_MARK.W),
                        row.get(CLEARANCE_MARK.H))))
                .orElseGet(() -> new Sign.AtMoment(new Moment(
                        row.get(CLEARANCE_MARK.AT_SECOND),
                        Heard.valueOf(row.get(CLEARANCE_MARK.HEARD)),
                        row.get(CLEARANCE_MARK.WORDS))));
    }

    private static Condition isOf(PersonId person, Subject subject) {
        return CLEARANCE_MARK
                .KIND
                .eq(subject.kind().name())
                .and(CLEARANCE_MARK.SUBJECT_ID.eq(subject.id()))
                .and(CLEARANCE_MARK.PERSON_ID.eq(person.value()));
    }
}
