package org.tessera.shell.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.util.FileSystemUtils;
import org.tessera.support.TestBinaries;

class EmbeddedDatabaseTest {

    private static final Path FOLDERS = Path.of("target/embedded-database").toAbsolutePath();
    private static final EmbeddedDatabaseSettings INSTALLED =
            new EmbeddedDatabaseSettings(TestBinaries.unpacked(), FOLDERS.resolve("installed"), true);

    private final List<Owner> owners = new ArrayList<>();
    private Path folder;

    /** Making the system tables takes longer than a start; most tests are about what comes after it. */
    @BeforeAll
    static void installOnce() throws Exception {
        FileSystemUtils.deleteRecursively(INSTALLED.folder());
        Files.createDirectories(INSTALLED.folder());
        Installation.make(INSTALLED);
    }

    @BeforeEach
    void useAFolderOfOurOwn(TestInfo test) throws IOException {
        folder = FOLDERS.resolve(test.getTestMethod().orElseThrow().getName());
        FileSystemUtils.deleteRecursively(folder);
        FileSystemUtils.copyRecursively(INSTALLED.files(), settings().files());
    }

    @AfterEach
    void endWhatStillRuns() throws Exception {
        for (var owner : owners) {
            owner.kill();
        }
        if (LeftServer.find(settings()).isPresent()) {
            // whoever was left behind is taken over and stopped
            EmbeddedDatabase.start(settings()).close();
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void what_was_written_in_a_new_folder_is_there_after_a_restart() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
        try (var database = EmbeddedDatabase.start(settings())) {
            write(connect(database), "kept");
        }

        try (var database = EmbeddedDatabase.start(settings())) {
            assertThat(read(connect(database))).containsExactly("kept");
        }
    }

    @Test
    void its_password_is_for_the_owner_of_the_files_only() throws Exception {
        try (var database = EmbeddedDatabase.start(settings())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("init.sql"))))
                    .isEqualTo("rw-------");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "root", ""))
                    .withMessageContaining("Access denied");
        }
    }

    @Test
    void a_commit_is_on_disk_before_it_is_answered() throws Exception {
        try (var database = EmbeddedDatabase.start(settings());
                var connection = connect(database);
                var row = connection.createStatement().executeQuery("select @@innodb_flush_log_at_trx_commit")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void a_missing_server_is_said_in_a_sentence() {
        var nowhere = new EmbeddedDatabaseSettings(new MariaDbBinaries(folder.resolve("nothing")), folder, true);

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> EmbeddedDatabase.start(nowhere))
                .withMessageContaining("There is no MariaDB in")
                .withMessageContaining("spring.datasource.url");
    }

    @Nested
    class A_folder_with_a_living_owner {

        @Test
        void is_refused_with_a_sentence_that_names_the_owner() throws Exception {
            var owner = anOwner();

            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(settings()))
                    .withMessageContaining("in use by another instance (process " + owner.process.pid() + ")");
            assertThat(owner.server()).isPresent();
        }
    }

    @Nested
    class When_the_owner_is_killed {

        @Test
        void its_server_is_taken_over_with_all_that_was_written() throws Exception {
            var owner = anOwner();
            write(owner.connect(), "before the kill");
            owner.kill();
            assertThat(owner.server()).as("the server outlives its owner").isPresent();

            try (var database = EmbeddedDatabase.start(settings())) {
                assertThat(database.pid()).isEqualTo(owner.serverPid);
                assertThat(read(connect(database))).containsExactly("before the kill");
            }
            assertThat(owner.server()).as("closed like one of our own").isEmpty();
        }

        @Test
        void a_server_that_no_longer_lets_us_in_is_replaced() throws Exception {
            var owner = anOwner();
            write(owner.connect(), "before the kill");
            owner.kill();
            Files.writeString(folder.resolve("password"), "another");

            try (var database = EmbeddedDatabase.start(settings())) {
                assertThat(database.pid()).isNotEqualTo(owner.serverPid);
                assertThat(read(connect(database))).containsExactly("before the kill");
            }
        }

        @Test
        void a_server_without_a_record_is_found_and_replaced() throws Exception {
            var owner = anOwner();
            owner.kill();
            Files.delete(folder.resolve("server"));

            try (var database = EmbeddedDatabase.start(settings())) {
                assertThat(owner.server()).isEmpty();
                assertThat(database.pid()).isNotEqualTo(owner.serverPid);
            }
        }

        @Test
        void a_record_whose_number_went_to_another_process_is_not_believed() throws Exception {
            var owner = anOwner();
            owner.killServerAndOwner();
            var stranger = ProcessHandle.current().pid();
            Files.writeString(folder.resolve("server"), stranger + " 2001-01-01T00:00:00Z 3306");

            try (var database = EmbeddedDatabase.start(settings())) {
                assertThat(database.pid()).isNotEqualTo(stranger);
            }
        }
    }

    @Nested
    class When_the_server_is_killed {

        @Test
        void it_is_started_again_on_the_same_port() throws Exception {
            try (var database = EmbeddedDatabase.start(settings())) {
                write(connect(database), "before the kill");
                var url = database.jdbcUrl();
                var killed = database.pid();

                ProcessHandle.of(killed).orElseThrow().destroyForcibly();

                await().atMost(60, SECONDS).until(() -> database.pid() != killed);
                assertThat(database.jdbcUrl()).isEqualTo(url);
                assertThat(read(connect(database))).containsExactly("before the kill");
            }
        }
    }

    @Nested
    class When_both_are_killed {

        @Test
        void the_next_start_recovers_what_was_committed() throws Exception {
            var owner = anOwner();
            write(owner.connect(), "committed");
            owner.killServerAndOwner();

            try (var database = EmbeddedDatabase.start(settings())) {
                assertThat(read(connect(database))).containsExactly("committed");
            }
        }
    }

    private EmbeddedDatabaseSettings settings() {
        return new EmbeddedDatabaseSettings(TestBinaries.unpacked(), folder, true);
    }

    private Owner anOwner() throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Duser.timezone=UTC",
                        "-XX:TieredStopAtLevel=1",
                        "--class-path",
                        System.getProperty("java.class.path"),
                        DatabaseOwner.class.getName(),
                        TestBinaries.unpacked().folder().toString(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var words = process.inputReader()
                .lines()
                .filter(line -> line.startsWith("serving "))
                .findFirst()
                .orElseThrow()
                .split(" ", -1);
        var owner = new Owner(process, Long.parseLong(words[1]), words[2], words[3]);
        owners.add(owner);
        return owner;
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static void write(Connection connection, String word) throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists word (word varchar(100) primary key)");
            statement.execute("insert into word values ('" + word + "')");
        }
    }

    private static List<String> read(Connection connection) throws SQLException {
        var words = new ArrayList<String>();
        try (connection;
                var rows = connection.createStatement().executeQuery("select word from word")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }

    /** A database's owner in a JVM of its own. */
    private record Owner(Process process, long serverPid, String jdbcUrl, String password) {

        Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl, EmbeddedDatabase.NAME, password);
        }

        java.util.Optional<ProcessHandle> server() {
            return ProcessHandle.of(serverPid).filter(ProcessHandle::isAlive);
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }

        /** The owner first: it would start the server again. */
        void killServerAndOwner() throws Exception {
            kill();
            var server = ProcessHandle.of(serverPid).orElseThrow();
            server.destroyForcibly();
            server.onExit().get(10, TimeUnit.SECONDS);
        }
    }
}
