package org.tessera.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tessera.db.Tables.DISTRICT;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.tessera.account.DistrictId;

@StoreTest
class StoreTestTest {

    private final DSLContext db;
    private final TransactionTemplate transactions;

    StoreTestTest(DSLContext db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    @Test
    void ids_and_times_come_back_as_they_went_in() {
        var at = Instant.parse("2026-03-29T01:30:00.123456Z");
        var district = aDistrict(at);

        var row = db.selectFrom(DISTRICT).where(DISTRICT.ID.eq(district)).fetchSingle();

        assertThat(row.getId()).isEqualTo(district);
        assertThat(row.getMadeAt()).isEqualTo(at);
    }

    @Test
    void the_session_of_the_database_runs_in_utc() {
        var inDatabase = db.fetchSingle("select current_timestamp(6)").into(LocalDateTime.class);

        assertThat(inDatabase.toInstant(ZoneOffset.UTC)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void a_transaction_that_fails_leaves_nothing_behind() {
        var district = transactions.execute(status -> {
            status.setRollbackOnly();
            return aDistrict(Instant.EPOCH);
        });

        assertThat(db.fetchExists(DISTRICT, DISTRICT.ID.eq(district))).isFalse();
    }

    @Test
    void a_foreign_key_of_the_migrations_holds_in_the_copied_schema() {
        var keys = db.fetchSingle(
                        "select count(*) from information_schema.referential_constraints where constraint_schema = database()")
                .into(Integer.class);

        assertThat(keys).isGreaterThanOrEqualTo(6);
    }

    private DistrictId aDistrict(Instant madeAt) {
        var id = new DistrictId(UUID.randomUUID());
        db.insertInto(DISTRICT, DISTRICT.ID, DISTRICT.NAME, DISTRICT.MADE_AT)
                .values(id, "North", madeAt)
                .execute();
        return id;
    }
}
