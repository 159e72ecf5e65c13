package org.tessera.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tessera.db.Tables.DISTRICT;
import static org.tessera.db.Tables.MATERIAL;
import static org.tessera.db.Tables.MATERIAL_PAGE;
import static org.tessera.db.Tables.PERSON;
import static org.tessera.db.Tables.SCHOOL;
import static org.tessera.db.Tables.STORED_FILE;
import static org.tessera.db.Tables.TEAM;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.TeamId;
import org.tessera.support.StoreTest;

@StoreTest
@Timeout(120)
class MaterialFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T15:30:00.123456Z");
    private static final Instant LATER = NOW.plusSeconds(600);

    private final DSLContext db;
    private final MaterialStore store;
    private final PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    private WorkFolder work;
    private FileStore disk;
    private MaterialFiles files;
    private TeamId team;
    private PersonId person;

    MaterialFilesTest(DSLContext db, TransactionTemplate transactions) {
        this.db = db;
        this.store = new MaterialStore(db);
        this.transactions = Objects.requireNonNull(transactions.getTransactionManager());
    }

    @BeforeEach
    void aTeamWithAPerson() throws IOException {
        work = new WorkFolder(folder.resolve("work"));
        disk = new FolderFileStore(folder.resolve("store"), work);
        files = over(disk);
        team = aTeam();
        person = aPerson();
    }

    @AfterEach
    void close() throws IOException {
        store.of(team).forEach(files::remove);
        work.close();
    }

    @Test
    void a_material_comes_back_as_it_went_in() throws IOException {
        Material material = aMaterial(2);

        files.keep(material, PrivacyStatement.NO_NAME_OR_CONSENT, List.of(aPage("one"), aPage("two")));

        assertThat(store.find(material.id())).hasValue(material);
        assertThat(store.of(team)).containsExactly(material);
        assertThat(store.page(material.id(), 2))
                .hasValue(new MaterialStore.PageRow(Sha256.of("two".getBytes()), 1275, 1650));
        assertThat(store.page(material.id(), 3)).isEmpty();
        assertThat(store.bytesOf(team)).isEqualTo(6);
        assertThat(files.read(Sha256.of("one".getBytes()))).hasValue("one".getBytes());
        assertThat(db.fetchSingle(MATERIAL, MATERIAL.ID.eq(material.id())).getStatement())
                .isEqualTo("NO_NAME_OR_CONSENT");
    }

    @Test
    void the_newest_material_of_a_team_is_first_and_other_teams_see_none() throws IOException {
        Material older = aMaterial(1);
        Material newer =
                new Material(new MaterialId(UUID.randomUUID()), team, person, "newer", MaterialKind.CONTEXT, 1, LATER);
        files.keep(older, PrivacyStatement.NO_NAME_OR_CONSENT, List.of(aPage("older")));
        files.keep(newer, PrivacyStatement.NO_NAME_OR_CONSENT, List.of(aPage("newer")));

        assertThat(store.of(team)).containsExactly(newer, older);
        assertThat(store.of(aTeam())).isEmpty();
    }

    @Test
    void the_same_page_twice_is_stored_once() throws IOException {
        Material material = aMaterial(2);

        files.keep(material, PrivacyStatement.NO_NAME_OR_CONSENT, List.of(aPage("blank"), aPage("blank")));

        assertThat(stored()).hasSize(1);
        assertThat(store.page(material.id(), 1)).isEqualTo(store.page(material.id(), 2));
    }

    @Test
    void two_teams_share_the_bytes_and_removing_one_keeps_the_other() throws IOException {
        Material ours = aMaterial(1);
        TeamId others = aTeam();
        Material theirs =
                new Material(new MaterialId(UUID.randomUUID()), others, person, "theirs", MaterialKind.WORK, 1, NOW);
        files.keep(ours, PrivacyStatement.NO_NAME_OR_CONSENT, List.of(aPage("same")));
        files.keep(theirs, PrivacyStatement.NO_NAME_OR_CONSENT, List.of(aPage("same")));
        Sha256 hash = Sha256.of("same".getBytes());
        assertThat(stored()).hasSize(1);

        files.remove(ours);

        assertThat(store.find(ours.id())).isEmpty();
        assertThat(files.read(hash)).isPresent();

        files.remove(theirs);

        assertThat(files.read(hash)).isEmpty();
        assertThat(stored()).isEmpty();
        assertThat(db.fetchExists(STORED_FILE, STORED_FILE.SHA256.eq(hash.hex())))
                .isFalse();
    }

    @Test
    void a_removal_leaves_only_the_fact_that_something_was_removed() throws IOException {
        Material material = aMaterial(1);
        files.keep(material, PrivacyStatement.NO_NAME_OR_CONSENT, List.of(aPage("gone")));

        files.remove(material);
        files.remove(material);

        assertThat(store.removedAt(material.id())).hasValue(LATER);
        assertThat(db.fetchCount(MATERIAL_PAGE, MATERIAL_PAGE.MATERIAL_ID.eq(material.id())))
                .isZero();
    }

    @Test
    void a_disk_that_fails_on_the_way_leaves_neither_rows_nor_files() throws IOException {
        Material material = aMaterial(3);
        List<DrawnPage> pages = List.of(aPage("1st"), aPage("2nd"), aPage("3rd"));
        MaterialFiles failing = over(new FailingAfter(disk, 2));

        assertThatThrownBy(() -> failing.keep(material, PrivacyStatement.NO_NAME_OR_CONSENT, pages))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("disk is full");

        assertThat(store.find(material.id())).isEmpty();
        assertThat(stored()).isEmpty();
        assertThat(db.fetchCount(
                        STORED_FILE,
                        STORED_FILE.SHA256.in(
                                pages.stream().map(page -> page.hash().hex()).toList())))
                .isZero();
    }

    @Test
    void what_a_dead_machine_left_is_swept_and_nothing_else() throws IOException {
        Material kept = aMaterial(1);
        files.keep(kept, PrivacyStatement.NO_NAME_OR_CONSENT, List.of(aPage("kept")));
        // As it looks when the machine dies after the bytes and before the commit …
        DrawnPage left = aPage("left over");
        db.insertInto(STORED_FILE).set(STORED_FILE.SHA256, left.hash().hex()).execute();
        disk.put(left.hash(), left.file());
        // … and as it looks when the folder belongs to another database.
        DrawnPage foreign = aPage("foreign");
        disk.put(foreign.hash(), foreign.file());

        files.sweep();

        assertThat(disk.read(left.hash())).isEmpty();
        assertThat(disk.read(foreign.hash())).isPresent();
        assertThat(disk.read(Sha256.of("kept".getBytes()))).isPresent();
    }

    @Test
    void a_transaction_that_the_database_ends_for_another_one_is_done_again() throws IOException {
        // Counted in a table that a transaction does not take back.
        db.execute("create table yielded (once int) engine = MyISAM");
        db.execute("""
                create trigger yields before insert on stored_file for each row
                begin
                  if (select count(*) from yielded) < 2 then
                    insert into yielded values (1);
                    signal sqlstate '40001' set mysql_errno = 1213, message_text = 'Deadlock found';
                  end if;
                end""");
        try {
            Material material = aMaterial(1);

            files.keep(material, PrivacyStatement.NO_NAME_OR_CONSENT, List.of(aPage("stubborn")));

            assertThat(store.find(material.id())).hasValue(material);
            assertThat(files.read(Sha256.of("stubborn".getBytes()))).isPresent();
            assertThat(db.fetchValue("select count(*) from yielded")).isEqualTo(2L);
        } finally {
            db.execute("drop trigger yields");
            db.execute("drop table yielded");
        }
    }

    @Test
    void bringing_and_removing_the_same_bytes_at_once_never_leaves_a_page_without_its_file() throws Exception {
        List<DrawnPage> pages = List.of(aPage("p"), aPage("q"), aPage("r"));
        Callable<Integer> bringingAndRemoving = () -> {
            int missing = 0;
            for (int round = 0; round < 25; round++) {
                Material material = aMaterial(3);
                files.keep(material, PrivacyStatement.NO_NAME_OR_CONSENT, pages);
                for (int n = 1; n <= 3; n++) {
                    Optional<byte[]> bytes = files.read(
                            store.page(material.id(), n).orElseThrow().hash());
                    missing += bytes.isPresent() ? 0 : 1;
                }
                files.remove(material);
            }
            return missing;
        };

        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> all =
                    IntStream.range(0, 4).mapToObj(_ -> bringingAndRemoving).toList();
            for (Future<Integer> done : threads.invokeAll(all)) {
                assertThat(done.get()).isZero();
            }
        }
        assertThat(stored()).isEmpty();
    }

    /** A disk with room for a few files only. */
    private static final class FailingAfter implements FileStore {

        private final FileStore disk;
        private int room;

        FailingAfter(FileStore disk, int room) {
            this.disk = disk;
            this.room = room;
        }

        @Override
        public void put(Sha256 hash, Path file) throws IOException {
            if (room-- == 0) {
                throw new IOException("disk is full");
            }
            disk.put(hash, file);
        }

        @Override
        public Optional<byte[]> read(Sha256 hash) throws IOException {
            return disk.read(hash);
        }

        @Override
        public void delete(Sha256 hash) throws IOException {
            disk.delete(hash);
        }
    }

    private MaterialFiles over(FileStore some) {
        return new MaterialFiles(store, some, transactions, InstantSource.fixed(LATER));
    }

    private Material aMaterial(int pages) {
        return new Material(new MaterialId(UUID.randomUUID()), team, person, "Water", MaterialKind.WORK, pages, NOW);
    }

    private DrawnPage aPage(String content) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "page", ".png"), content);
        return new DrawnPage(file, Sha256.of(file), Files.size(file), 1275, 1650);
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("store"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private TeamId aTeam() {
        SchoolId school = new SchoolId(UUID.randomUUID());
        TeamId id = new TeamId(UUID.randomUUID());
        db.insertInto(SCHOOL)
                .set(SCHOOL.ID, school)
                .set(SCHOOL.DISTRICT_ID, aDistrict())
                .set(SCHOOL.NAME, "North")
                .set(SCHOOL.MADE_AT, NOW)
                .execute();
        db.insertInto(TEAM)
                .set(TEAM.ID, id)
                .set(TEAM.SCHOOL_ID, school)
                .set(TEAM.NAME, "Grade 9")
                .set(TEAM.MADE_AT, NOW)
                .execute();
        return id;
    }

    private PersonId aPerson() {
        PersonId id = new PersonId(UUID.randomUUID());
        db.insertInto(PERSON)
                .set(PERSON.ID, id)
                .set(PERSON.DISTRICT_ID, aDistrict())
                .set(PERSON.NAME, "Ana")
                .set(PERSON.EMAIL, id.value() + "@example.org")
                .set(PERSON.LANGUAGE, "en")
                .set(PERSON.PASSWORD_HASH, "-")
                .set(PERSON.MADE_AT, NOW)
                .execute();
        return id;
    }

    private DistrictId aDistrict() {
        DistrictId id = new DistrictId(UUID.randomUUID());
        db.insertInto(DISTRICT)
                .set(DISTRICT.ID, id)
                .set(DISTRICT.NAME, "District")
                .set(DISTRICT.MADE_AT, NOW)
                .execute();
        return id;
    }
}
