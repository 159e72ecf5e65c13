package org.tessera.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.record.Paper;
import org.tessera.support.AppTest;

@AppTest
class ExhibitsTest {

    private static final Paper PLAN = new Paper(
            "Two-year plan",
            Locale.of("es"),
            List.of(
                    new Paper.Heading(1, "Two-year plan"),
                    new Paper.Words("Año uno: \"validar\" tres tareas.\nDespués, calibrar."),
                    new Paper.Points(List.of("October: student work", "November: validation")),
                    new Paper.Aside("Made in the product.")));

    @Autowired
    Exhibits exhibits;

    @Autowired
    Accounts accounts;

    @Autowired
    DSLContext db;

    private TeamId team;
    private PersonId ana;
    private PersonId ben;

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = aPerson(district, "Ana");
        ben = aPerson(district, "Ben");
        accounts.join(team, ana);
        accounts.join(team, ben);
    }

    @Nested
    class A_record {

        @Test
        void says_later_word_for_word_what_it_said() {
            Exhibit record = kept(exhibits.record(ana, team, PLAN));
            assertThat(record.kind()).isEqualTo(ExhibitKind.RECORD);
            assertThat(record.title()).isEqualTo("Two-year plan");
            assertThat(exhibits.paper(record.id(), ana)).contains(PLAN);
            assertThat(exhibits.of(ana)).containsExactly(record);
        }

        @Test
        void carries_the_checksum_of_exactly_what_is_kept() throws Exception {
            Exhibit record = kept(exhibits.record(ana, team, PLAN));
            byte[] content = exhibits.content(record.id(), ana).orElseThrow().getBytes(StandardCharsets.UTF_8);
            assertThat(record.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
            assertThat(record.bytes()).isEqualTo(content.length);
        }

        @Test
        void is_spelled_as_it_will_always_be() {
            Paper small = new Paper(
                    "T", Locale.ENGLISH, List.of(new Paper.Heading(1, "H"), new Paper.Points(List.of("é", "\"b\""))));
            assertThat(exhibits.content(kept(exhibits.record(ana, team, small)).id(), ana))
                    .contains("{\"language\":\"en\",\"pieces\":[{\"level\":1,\"text\":\"H\",\"type\":\"heading\"},"
                            + "{\"texts\":[\"é\",\"\\\"b\\\"\"],\"type\":\"points\"}],\"title\":\"T\"}");
        }

        @Test
        void is_there_for_nobody_else() {
            ExhibitId record = kept(exhibits.record(ana, team, PLAN)).id();
            assertThat(exhibits.find(record, ben)).isEmpty();
            assertThat(exhibits.paper(record, ben)).isEmpty();
            assertThat(exhibits.content(record, ben)).isEmpty();
            assertThat(exhibits.of(ben)).isEmpty();
            assertThat(exhibits.remove(ben, record)).isEqualTo(refused(ExhibitRefusal.UNKNOWN));
            assertThat(exhibits.find(record, ana)).isPresent();
        }

        @Test
        void is_refused_with_nothing_in_it_without_a_title_and_in_a_foreign_team() {
            assertThat(exhibits.record(ana, team, new Paper("T", Locale.ENGLISH, List.of())))
                    .isEqualTo(refused(ExhibitRefusal.EMPTY));
            assertThat(exhibits.record(ana, team, new Paper(" ", Locale.ENGLISH, PLAN.pieces())))
                    .isEqualTo(refused(ExhibitRefusal.TITLE_MISSING));
            assertThat(exhibits.record(ana, team, new Paper("x".repeat(121), Locale.ENGLISH, PLAN.pieces())))
                    .isEqualTo(refused(ExhibitRefusal.TITLE_TOO_LONG));
            TeamId other = accounts.addTeam(accounts.addSchool(accounts.addDistrict("South"), "Low"), "Grade 4");
            assertThat(exhibits.record(ana, other, PLAN)).isEqualTo(refused(ExhibitRefusal.NOT_YOUR_TEAM));
        }

        @Test
        void never_changes_but_for_its_title() {
            ExhibitId id = kept(exhibits.record(ana, team, PLAN)).id();
            for (String change :
                    List.of("content = '{}'", "sha256 = '0'", "bytes = 1", "millis = 7", "made_at = now()")) {
                assertThatThrownBy(() -> db.execute("update exhibit set " + change))
                        .hasMessageContaining("an exhibit is never changed");
            }
            db.execute("update exhibit set title = 'another' where id = ?", id.value());
            assertThat(exhibits.find(id, ana)).map(Exhibit::title).contains("another");
        }
    }

    @Nested
    class A_link {

        private static final LocalDate THEN = LocalDate.of(2026, 10, 14);

        @Test
        void keeps_the_address_and_what_was_there() {
            Exhibit link = kept(exhibits.link(
                    ana, team, new LinkDraft("Our page", " https://example.org/a?b=c#d ", " The rubric. ", THEN)));
            assertThat(exhibits.link(link.id(), ana))
                    .contains(new Link(URI.create("https://example.org/a?b=c#d"), "The rubric.", THEN));
            assertThat(exhibits.link(link.id(), ben)).isEmpty();
        }

        @Test
        void is_refused_to_what_is_no_page_on_the_web() {
            for (String no : List.of(
                    "",
                    "example.org",
                    "ftp://example.org/x",
                    "javascript:alert(1)",
                    "file:///etc/passwd",
                    "https:///nowhere",
                    "https://exa mple.org",
                    "https://example.org/" + "x".repeat(2000))) {
                assertThat(link(no)).as(no).isEqualTo(refused(ExhibitRefusal.NO_ADDRESS));
            }
        }

        @Test
        void is_refused_with_a_name_or_password_in_it() {
            assertThat(link("https://ana:secret@example.org/"))
                    .isEqualTo(refused(ExhibitRefusal.CREDENTIALS_IN_ADDRESS));
            assertThat(link("https://ana@example.org/")).isEqualTo(refused(ExhibitRefusal.CREDENTIALS_IN_ADDRESS));
        }

        @Test
        void is_refused_without_a_note_and_for_a_day_to_come() {
            assertThat(exhibits.link(ana, team, new LinkDraft("T", "https://example.org", " ", THEN)))
                    .isEqualTo(refused(ExhibitRefusal.NOTE_MISSING));
            assertThat(exhibits.link(
                            ana, team, new LinkDraft("T", "https://example.org", "There", LocalDate.of(2999, 1, 1))))
                    .isEqualTo(refused(ExhibitRefusal.SEEN_LATER));
        }

        private ExhibitAnswer link(String address) {
            return exhibits.link(ana, team, new LinkDraft("T", address, "There", THEN));
        }
    }

    private static ExhibitAnswer refused(ExhibitRefusal why) {
        return new ExhibitAnswer.Refused(why);
    }

    private static Exhibit kept(ExhibitAnswer answer) {
        assertThat(answer).isInstanceOf(ExhibitAnswer.Kept.class);
        return ((ExhibitAnswer.Kept) answer).exhibit();
    }

    private PersonId aPerson(DistrictId district, String name) {
        return accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));
    }
}
