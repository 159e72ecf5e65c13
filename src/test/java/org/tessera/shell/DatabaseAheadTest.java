package org.tessera.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.shell.database.DatabaseUnavailable;
import org.tessera.shell.database.EmbeddedDatabase;
import org.tessera.shell.database.EmbeddedDatabaseSettings;
import org.tessera.support.TestBinaries;

class DatabaseAheadTest {

    @TempDir
    private Path folder;

    @Test
    void whoever_takes_it_hears_why_it_did_not_start() {
        DatabaseAhead ahead = new DatabaseAhead(() -> {
            throw new DatabaseUnavailable("The disk is full.");
        });

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(ahead::take)
                .withMessage("The disk is full.");
        ahead.abandon();
    }

    @Test
    void a_start_that_ends_early_leaves_no_database_behind() {
        DatabaseAhead ahead = new DatabaseAhead(this::start);
        ahead.abandon();

        // a folder that still had an owner would refuse a second one
        try (EmbeddedDatabase second = start()) {
            assertThat(second.pid()).isPositive();
        }
    }

    @Test
    void what_was_taken_is_the_takers_to_stop() {
        DatabaseAhead ahead = new DatabaseAhead(this::start);
        try (EmbeddedDatabase database = ahead.take()) {
            ahead.abandon();

            assertThat(ProcessHandle.of(database.pid())).get().returns(true, ProcessHandle::isAlive);
        }
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(
                new EmbeddedDatabaseSettings(TestBinaries.unpacked(), folder.resolve("database"), false));
    }
}
