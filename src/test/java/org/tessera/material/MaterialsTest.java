package org.tessera.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.support.AppTest;

/** The whole way of a file, over the real accounts and the real database, with a folder of its own. */
@AppTest
@Timeout(120)
class MaterialsTest {

    @TempDir
    Path folder;

    @Autowired
    Accounts accounts;

    @Autowired
    MaterialStore store;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    InstantSource clock;

    private WorkFolder work;
    private TeamId team;
    private PersonId person;

    @BeforeEach
    void aPersonInATeam() throws IOException {
        work = new WorkFolder(folder.resolve("work"));
        DistrictId district = accounts.addDistrict("River");
        team = accounts.addTeam(accounts.addSchool(district, "North"), "Grade 9");
        person = aPerson(district);
        accounts.join(team, person);
    }

    @AfterEach
    void close() throws IOException {
        work.close();
    }

    @Nested
    class Taking {

        @Test
        void student_work_is_kept_as_pages_and_the_file_is_not() throws IOException {
            Materials materials = materials(Limits.ours());

            Intake intake = materials.take(
                    new MaterialDraft(
                            team, person, "  Water task ", MaterialKind.WORK, PrivacyStatement.NO_NAME_OR_CONSENT),
                    "Maria_Lopez.pdf",
                    bytes(Pdf.ofPages(2)),
                    ProgressListener.NONE);

            Material material = ((Intake.Accepted) intake).material();
            assertThat(material.title()).isEqualTo("Water task");
            assertThat(material.pages()).isEqualTo(2);
            assertThat(material.by()).isEqualTo(person);
            assertThat(materials.find(material.id())).hasValue(material);
            assertThat(materials.of(team)).containsExactly(material);
            Page page = materials.page(material.id(), 2).orElseThrow();
            assertThat(Picture.read(page.png()).getWidth()).isEqualTo(page.width());
            assertThat(materials.page(material.id(), 0)).isEmpty();
            assertThat(materials.page(material.id(), 3)).isEmpty();
            assertThat(stored()).hasSize(2).allSatisfy(file -> assertThat(Files.readAllBytes(file))
                    .startsWith(0x89, 'P', 'N', 'G'));
            assertThat(leftOnTheDesk()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"../../../work.pdf", "$(touch owned);`id`.pdf", "-jar -version.pdf", "a\0b|c&d.pdf"})
        void the_name_it_came_with_is_neither_a_path_nor_a_command(String name) throws IOException {
            Intake intake =
                    materials(Limits.ours()).take(draft(team), name, bytes(Pdf.ofPages(1)), ProgressListener.NONE);

            assertThat(intake).isInstanceOf(Intake.Accepted.class);
            assertThat(stored()).hasSize(1).allSatisfy(file -> assertThat(
                            file.getFileName().toString())
                    .matches("[0-9a-f]+(\\.[a-z]+)?"));
            assertThat(leftOnTheDesk()).isEmpty();
        }

        @Test
        void a_text_and_a_rubric_are_taken_by_what_is_confirmed_of_them() throws IOException {
            Materials materials = materials(Limits.ours());

            for (MaterialKind kind : List.of(MaterialKind.TEXT, MaterialKind.RUBRIC)) {
                Material kept = accepted(
                        materials,
                        new MaterialDraft(team, person, "Chapter 2", kind, PrivacyStatement.MAY_BE_USED),
                        "chapter.pdf",
                        Pdf.ofPages(1));
                assertThat(materials.find(kept.id())).hasValue(kept);
                assertThat(kept.kind()).isEqualTo(kind);
            }
        }

        @Test
        void two_teams_with_the_same_file_share_its_bytes_and_removing_one_keeps_the_other() throws IOException {
            Materials materials = materials(Limits.ours());
            TeamId others = accounts.addTeam(accounts.addSchool(accounts.addDistrict("Hill"), "South"), "Grade 10");
            accounts.join(others, person);
            byte[] pdf = Pdf.saying("the same");

            Material ours = accepted(materials, draft(team), "a.pdf", pdf);
            Material theirs = accepted(materials, draft(others), "b.pdf", pdf);
            assertThat(stored()).hasSize(1);
            assertThat(materials.remove(ours.id())).isTrue();

            assertThat(materials.find(ours.id())).isEmpty();
            assertThat(materials.page(ours.id(), 1)).isEmpty();
            assertThat(materials.removedAt(ours.id())).isPresent();
            assertThat(materials.page(theirs.id(), 1)).isPresent();
            assertThat(materials.remove(theirs.id())).isTrue();
            assertThat(materials.remove(theirs.id())).isFalse();
            assertThat(stored()).isEmpty();
        }

        @Test
        void half_a_gigabyte_is_cut_off_at_the_cap_and_leaves_nothing() throws IOException {
            ReceptionTest.Flood flood = new ReceptionTest.Flood(500L << 20);

            assertRefused(IntakeRefusal.TOO_LARGE, draft(team), "work.pdf", flood);

            assertThat(flood.given).isLessThan(26L << 20);
        }

        @Test
        void what_is_not_what_its_name_says_is_refused() throws IOException {
            byte[] html = "<!DOCTYPE html><html><body>hello</body></html>".getBytes(StandardCharsets.UTF_8);

            assertRefused(IntakeRefusal.NOT_WHAT_IT_SAYS, draft(team), "photo.png", bytes(html));
            assertRefused(IntakeRefusal.NOT_WHAT_IT_SAYS, draft(team), "photo.pdf", bytes(Picture.png(20, 20)));
            assertRefused(IntakeRefusal.KIND_NOT_ACCEPTED, draft(team), "page.html", bytes(html));
            assertRefused(IntakeRefusal.EMPTY, draft(team), "work.pdf", InputStream.nullInputStream());
        }

        @Test
        void what_cannot_be_drawn_leaves_nothing() throws IOException {
            assertRefused(IntakeRefusal.TOO_MANY_PAGES, draft(team), "work.pdf", bytes(Pdf.ofSmallPages(41)));
            assertRefused(IntakeRefusal.ENCRYPTED, draft(team), "work.pdf", bytes(Pdf.encrypted("secret")));
        }

        @Test
        void nothing_is_read_before_privacy_and_title_are_settled() throws IOException {
            ReceptionTest.Flood untouched = new ReceptionTest.Flood(1000);

            assertRefused(
                    IntakeRefusal.NOT_STATED,
                    new MaterialDraft(team, person, "Water", MaterialKind.WORK, null),
                    "work.pdf",
                    untouched);
            assertRefused(
                    IntakeRefusal.NOT_STATED,
                    new MaterialDraft(team, person, "Water", MaterialKind.WORK, PrivacyStatement.MAY_BE_USED),
                    "work.pdf",
                    untouched);
            assertRefused(IntakeRefusal.TITLE_MISSING, titled("  "), "work.pdf", untouched);
            assertRefused(IntakeRefusal.TITLE_TOO_LONG, titled("x".repeat(121)), "work.pdf", untouched);
            assertThat(untouched.given).isZero();
        }

        @Test
        void a_person_from_elsewhere_brings_nothing_to_a_team() throws IOException {
            PersonId stranger = aPerson(accounts.addDistrict("Hill"));

            assertRefused(
                    IntakeRefusal.NOT_YOUR_TEAM,
                    new MaterialDraft(team, stranger, "Water", MaterialKind.WORK, PrivacyStatement.NO_NAME_OR_CONSENT),
                    "work.pdf",
                    bytes(Pdf.ofPages(1)));
        }

        @Test
        void a_team_cannot_fill_the_disk() throws IOException {
            byte[] pdf = Pdf.saying("a page of a few kilobytes");
            Materials materials = materials(Limits.team(DataSize.ofKilobytes(12)));
            Material first = accepted(materials, draft(team), "work.pdf", pdf);
            int more = 0;
            Intake last;
            do {
                last = materials.take(draft(team), "work.pdf", bytes(pdf), ProgressListener.NONE);
                more++;
            } while (last instanceof Intake.Accepted && more < 9);

            assertThat(last).isEqualTo(new Intake.Refused(IntakeRefusal.QUOTA_SPENT));
            assertThat(store.bytesOf(team)).isLessThanOrEqualTo(12 << 10);
            materials.remove(first.id());
            assertThat(materials.take(draft(team), "work.pdf", bytes(pdf), ProgressListener.NONE))
                    .isInstanceOf(Intake.Accepted.class);
        }
    }

    @Nested
    class Cancelling {

        @Test
        void in_the_middle_of_the_pages_leaves_neither_rows_nor_files() throws IOException {
            Materials materials = materials(Limits.ours());
            AtomicInteger drawn = new AtomicInteger();
            ProgressListener cancelling = new ProgressListener() {
                @Override
                public void drawn(int done, int pages) {
                    drawn.set(done);
                }

                @Override
                public boolean cancelled() {
                    return drawn.get() >= 2;
                }
            };

            Intake intake = materials.take(draft(team), "work.pdf", bytes(Pdf.ofPages(12)), cancelling);

            assertThat(intake).isEqualTo(new Intake.Refused(IntakeRefusal.CANCELLED));
            assertThat(drawn.get()).isLessThan(12);
            assertNothingIsKept();
        }

        @Test
        void while_the_bytes_arrive_leaves_neither_rows_nor_files() throws IOException {
            Materials materials = materials(Limits.ours());
            ProgressListener cancelled = new ProgressListener() {
                @Override
                public void drawn(int done, int pages) {}

                @Override
                public boolean cancelled() {
                    return true;
                }
            };

            assertThat(materials.take(draft(team), "work.pdf", bytes(Pdf.ofPages(1)), cancelled))
                    .isEqualTo(new Intake.Refused(IntakeRefusal.CANCELLED));
            assertNothingIsKept();
        }
    }

    private void assertRefused(IntakeRefusal why, MaterialDraft draft, String name, InputStream bytes)
            throws IOException {
        assertThat(materials(Limits.ours()).take(draft, name, bytes, ProgressListener.NONE))
                .isEqualTo(new Intake.Refused(why));
        assertNothingIsKept();
    }

    private void assertNothingIsKept() throws IOException {
        assertThat(store.of(team)).isEmpty();
        assertThat(stored()).isEmpty();
        assertThat(leftOnTheDesk()).isEmpty();
    }

    private Material accepted(Materials materials, MaterialDraft draft, String name, byte[] bytes) {
        Intake intake = materials.take(draft, name, bytes(bytes), ProgressListener.NONE);
        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        return ((Intake.Accepted) intake).material();
    }

    private MaterialDraft draft(TeamId of) {
        return new MaterialDraft(of, person, "Water", MaterialKind.WORK, PrivacyStatement.NO_NAME_OR_CONSENT);
    }

    private MaterialDraft titled(String title) {
        return new MaterialDraft(team, person, title, MaterialKind.WORK, PrivacyStatement.NO_NAME_OR_CONSENT);
    }

    private Materials materials(IntakeLimits limits) throws IOException {
        MaterialFiles files =
                new MaterialFiles(store, new FolderFileStore(folder.resolve("store"), work), transactions, clock);
        return new Materials(
                store,
                files,
                work,
                new DrawingRoom(limits, folder),
                accounts,
                limits,
                clock,
                new StaticListableBeanFactory().getBeanProvider(MaterialWatch.class));
    }

    private PersonId aPerson(DistrictId district) {
        String email = UUID.randomUUID() + "@example.org";
        return accounts.addPerson(
                new PersonDraft(district, null, "Ana", email, Locale.ENGLISH, "correct horse battery"));
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private List<Path> stored() throws IOException {
        return Files.exists(folder.resolve("store")) ? files(folder.resolve("store")) : List.of();
    }

    private List<Path> leftOnTheDesk() throws IOException {
        return files(folder.resolve("work")).stream()
                .filter(file -> !file.toString().endsWith(".lock"))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
