package org.tessera.assessment;

import static org.tessera.db.Tables.ASSESSMENT_CLOSED_DAY;
import static org.tessera.db.Tables.ASSESSMENT_SCHEME;
import static org.tessera.db.Tables.ASSESSMENT_ZONE;
import static org.tessera.db.Tables.PANEL_MEMBER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;

/** Who assesses for a district, how, and on which days. */
@Repository
class PanelStore {

    private final DSLContext db;

    PanelStore(DSLContext db) {
        this.db = db;
    }

    /** Who does which tasks. */
    Map<PersonId, Set<Task>> members(DistrictId district) {
        Map<PersonId, Set<Task>> members = new LinkedHashMap<>();
        db.select(PANEL_MEMBER.PERSON_ID, PANEL_MEMBER.TASKS)
                .from(PANEL_MEMBER)
                .where(PANEL_MEMBER.DISTRICT_ID.eq(district.value()))
                .orderBy(PANEL_MEMBER.NAMED_AT, PANEL_MEMBER.PERSON_ID)
                .forEach(row -> members.put(new PersonId(row.value1()), tasks(row.value2())));
        return members;
    }

    private static Set<Task> tasks(String words) {
        Set<Task> tasks = EnumSet.noneOf(Task.class);
        Arrays.stream(words.split(" ", -1)).map(Task::valueOf).forEach(tasks::add);
        return tasks;
    }

    /** Names a member, or changes what a member does. */
    void put(DistrictId district, PersonId person, Set<Task> tasks, PersonId by, Instant at) {
        String words = tasks.stream().sorted().map(Task::name).collect(Collectors.joining(" "));
        db.insertInto(PANEL_MEMBER)
                .set(PANEL_MEMBER.DISTRICT_ID, district.value())
                .set(PANEL_MEMBER.PERSON_ID, person.value())
                .set(PANEL_MEMBER.TASKS, words)
                .set(PANEL_MEMBER.NAMED_BY, by.value())
                .set(PANEL_MEMBER.NAMED_AT, at)
                .onDuplicateKeyUpdate()
                .set(PANEL_MEMBER.TASKS, words)
                .execute();
    }

    void remove(DistrictId district, PersonId person) {
        db.deleteFrom(PANEL_MEMBER)
                .where(PANEL_MEMBER.DISTRICT_ID.eq(district.value()), PANEL_MEMBER.PERSON_ID.eq(person.value()))
                .execute();
    }

    Optional<Scheme> scheme(DistrictId district, CredentialId credential) {
        return db.selectFrom(ASSESSMENT_SCHEME)
                .where(
                        ASSESSMENT_SCHEME.DISTRICT_ID.eq(district.value()),
                        ASSESSMENT_SCHEME.CREDENTIAL_ID.eq(credential.value()))
                .fetchOptional(row -> new Scheme(
                        credential,
                        row.get(ASSESSMENT_SCHEME.IS_SECOND_SCORED),
                        row.get(ASSESSMENT_SCHEME.IS_APPROVED),
                        row.get(ASSESSMENT_SCHEME.IS_CERTIFIED_ONLY),
                        row.get(ASSESSMENT_SCHEME.TEXT_SCALE),
                        row.get(ASSESSMENT_SCHEME.EVIDENCE_SCALE)));
    }

    void put(DistrictId district, Scheme scheme, PersonId by, Instant at) {
        db.deleteFrom(ASSESSMENT_SCHEME)
                .where(
                        ASSESSMENT_SCHEME.DISTRICT_ID.eq(district.value()),
                        ASSESSMENT_SCHEME.CREDENTIAL_ID.eq(scheme.credential().value()))
                .execute();
        db.insertInto(ASSESSMENT_SCHEME)
                .set(ASSESSMENT_SCHEME.DISTRICT_ID, district.value())
                .set(ASSESSMENT_SCHEME.CREDENTIAL_ID, scheme.credential().value())
                .set(ASSESSMENT_SCHEME.IS_SECOND_SCORED, scheme.isSecondScored())
                .set(ASSESSMENT_SCHEME.IS_APPROVED, scheme.isApproved())
                .set(ASSESSMENT_SCHEME.IS_CERTIFIED_ONLY, scheme.isCertifiedOnly())
                .set(ASSESSMENT_SCHEME.TEXT_SCALE, scheme.textScale())
                .set(ASSESSMENT_SCHEME.EVIDENCE_SCALE, scheme.evidenceScale())
                .set(ASSESSMENT_SCHEME.CHANGED_BY, by.value())
                .set(ASSESSMENT_SCHEME.CHANGED_AT, at)
                .execute();
    }

    Optional<ZoneId> zone(DistrictId district) {
        return db.select(ASSESSMENT_ZONE.ZONE)
                .from(ASSESSMENT_ZONE)
                .where(ASSESSMENT_ZONE.DISTRICT_ID.eq(district.value()))
                .fetchOptional(row -> ZoneId.of(row.value1()));
    }

    void setZone(DistrictId district, ZoneId zone) {
        db.insertInto(ASSESSMENT_ZONE)
                .set(ASSESSMENT_ZONE.DISTRICT_ID, district.value())
                .set(ASSESSMENT_ZONE.ZONE, zone.getId())
                .onDuplicateKeyUpdate()
                .set(ASSESSMENT_ZONE.ZONE, zone.getId())
                .execute();
    }

    /** The closed days with their names, in order. */
    SortedMap<LocalDate, String> closedDays(DistrictId district) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        db.select(ASSESSMENT_CLOSED_DAY.DAY, ASSESSMENT_CLOSED_DAY.NAME)
                .from(ASSESSMENT_CLOSED_DAY)
                .where(ASSESSMENT_CLOSED_DAY.DISTRICT_ID.eq(district.value()))
                .forEach(row -> days.put(row.value1(), row.value2()));
        return days;
    }

    void close(DistrictId district, LocalDate day, String name) {
        db.insertInto(ASSESSMENT_CLOSED_DAY)
                .set(ASSESSMENT_CLOSED_DAY.DISTRICT_ID, district.value())
                .set(ASSESSMENT_CLOSED_DAY.DAY, day)
                .set(ASSESSMENT_CLOSED_DAY.NAME, name)
                .onDuplicateKeyUpdate()
                .set(ASSESSMENT_CLOSED_DAY.NAME, name)
                .execute();
    }

    void open(DistrictId district, LocalDate day) {
        db.deleteFrom(ASSESSMENT_CLOSED_DAY)
                .where(ASSESSMENT_CLOSED_DAY.DISTRICT_ID.eq(district.value()), ASSESSMENT_CLOSED_DAY.DAY.eq(day))
                .execute();
    }
}
