package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessResourceFailureException;
import org.tessera.support.StoreTest;
import org.tessera.support.TestSchema;

@StoreTest
class RoomJournalTest {

    private static final Write.Statement INSERT =
            new Write.Statement("insert into kept (id, text) values ", "(?, ?)", ", ", "");

    private final DSLContext db;
    private final RoomJournal journal;

    RoomJournalTest(DSLContext db, TestSchema schema) {
        this.db = db;
        this.journal = new RoomJournal(new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return schema.jdbcUrl();
            }

            @Override
            public String getUsername() {
                return schema.user();
            }

            @Override
            public String getPassword() {
                return schema.password();
            }
        });
    }

    @BeforeEach
    void table() {
        db.execute("create table kept (id int primary key, text varchar(80))");
    }

    @AfterEach
    void close() throws InterruptedException {
        journal.destroy();
        db.execute("drop table kept");
    }

    private static Write keeps(int id, String text) {
        return new Write(INSERT, List.of(id, text));
    }

    /** Makes the writer busy for a while, so that what comes meanwhile goes together. */
    private static Write slow() {
        return new Write("set @slept = sleep(?)", List.of(1.5));
    }

    private List<Integer> ids() {
        return db.fetch("select id from kept order by id").map(row -> row.get(0, Integer.class));
    }

    @Test
    void keeps_what_many_rooms_write_at_once_as_it_was_written() {
        String hostile = "'; drop table kept; -- \\ \" \n 😀 ?";
        try (var rooms = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Boolean>> stored = IntStream.range(0, 300)
                    .mapToObj(id -> CompletableFuture.supplyAsync(
                            () -> journal.store(List.of(keeps(2 * id, hostile), keeps(2 * id + 1, "b"))), rooms))
                    .toList();
            assertThat(stored).allMatch(CompletableFuture::join);
        }

        assertThat(ids()).hasSize(600);
        assertThat(db.fetch("select distinct text from kept where id % 2 = 0").getValues(0))
                .isEqualTo(List.of(hostile));
    }

    @Test
    void keeps_nothing_of_what_went_together_when_one_of_it_is_refused() {
        journal.store(List.of(keeps(7, "there")));
        try (var rooms = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> journal.store(List.of(slow())), rooms);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !db.fetch(
                            "select id from information_schema.processlist where info like 'set @slept%'")
                    .isEmpty());
            List<CompletableFuture<Boolean>> together = IntStream.rangeClosed(6, 9)
                    .mapToObj(id -> CompletableFuture.supplyAsync(
                            () -> journal.store(List.of(keeps(id + 100, "mine"), keeps(id, "mine"))), rooms))
                    .toList();

            assertThat(first.join()).isTrue();
            long stored = together.stream().filter(CompletableFuture::join).count();
            assertThat(together.get(1).join()).as("whose place is taken").isFalse();
            assertThat(ids()).doesNotContain(107);
            assertThat(ids().stream().filter(id -> id > 100)).hasSize((int) stored);
            assertThat(ids().stream().filter(id -> id < 100 && id != 7)).hasSize((int) stored);
        }

        assertThat(journal.store(List.of(keeps(200, "after")))).isTrue();
    }

    @Test
    void a_row_somebody_holds_does_not_hold_up_the_others_for_long() {
        journal.store(List.of(keeps(1, "held")));
        db.transaction(held -> {
            held.dsl().execute("select * from kept where id = 1 for update");
            assertThat(journal.store(List.of(new Write("update kept set text = ? where id = ?", List.of("x", 1)))))
                    .isFalse();
            assertThat(journal.store(List.of(keeps(2, "free")))).isTrue();
        });

        assertThat(ids()).containsExactly(1, 2);
    }

    @Test
    void says_that_nobody_knows_when_it_is_closed() throws InterruptedException {
        journal.destroy();

        assertThatThrownBy(() -> journal.store(List.of(keeps(1, "late"))))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }
}
