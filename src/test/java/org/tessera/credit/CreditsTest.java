package org.tessera.credit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.server.ResponseStatusException;
import org.tessera.account.Person;
import org.tessera.account.SignInId;
import org.tessera.account.SignInToken;
import org.tessera.account.SignedIn;
import org.tessera.badge.Badge;
import org.tessera.badge.Badges;
import org.tessera.badge.Deed;
import org.tessera.credit.CreditLine.Outcome;
import org.tessera.credit.CreditLine.Why;
import org.tessera.record.PdfA;
import org.tessera.submission.Platform;
import org.tessera.submission.Submissions;
import org.tessera.support.AppTest;

/** Hours and credit on the running application. */
@AppTest
class CreditsTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Credits credits;

    @Autowired
    CreditStore store;

    @Autowired
    CreditApi api;

    @Autowired
    Badges badges;

    @Autowired
    Submissions submissions;

    private CreditDistrict north;
    private CreditDistrict south;

    @BeforeEach
    void two_districts() {
        north = new CreditDistrict(application, "North");
        south = new CreditDistrict(application, "South");
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_rule_comes_back_from_the_table_as_it_was_written() {
        RuleTerms all = new RuleTerms(
                new Counts.OfMeetings(Optional.of("post-it-vision"), 45),
                Optional.of(new Hours(new BigDecimal("0.75"), "créditos")),
                Optional.of(new Money(new BigDecimal("12.5"), java.util.Currency.getInstance("EUR"))),
                true,
                Optional.of(LocalDate.parse("2027-01-31")),
                Optional.of(new BigDecimal("20")),
                Optional.of(new BigDecimal("99.99")),
                Rounding.HALF,
                LocalDate.parse("2026-07-01"),
                Optional.of(LocalDate.parse("2027-06-30")));
        Rule rule = north.write(all);
        assertThat(store.rules(north.district)).containsExactly(rule);
        assertThat(rule.terms()).isEqualTo(all);
        Rule other = north.write(north.terms(false));
        assertThat(store.rules(north.district)).containsExactly(rule, other);
    }

    @Test
    void who_earns_what_a_rule_counts_gets_it_once_and_it_is_marked_once() {
        Rule rule = north.write(north.terms(false));
        north.award();
        CreditLine line = only(credits.linesFor(north.officer.id()));
        assertThat(line.isDue()).isTrue();
        assertThat(line.money().orElseThrow().amount()).isEqualByComparingTo("200");
        assertThat(credits.settle(north.officer.id(), List.of(line))).isEqualTo(new SettleAnswer(1, 0));
        assertThat(credits.settle(north.officer.id(), List.of(line))).isEqualTo(new SettleAnswer(0, 1));
        CreditLine done = only(credits.linesOf(north.ana.id()));
        assertThat(done.outcome()).isEqualTo(new Outcome.Done(credits.today(), north.officer.id(), false));
        assertThat(done.money()).isEqualTo(line.money());
        assertThat(credits.change(north.officer.id(), rule.id(), north.terms(true)))
                .isInstanceOf(RuleAnswer.Written.class);
        assertThat(only(credits.linesOf(north.ana.id())).version()).isEqualTo(1);
    }

    @Test
    void two_officers_at_once_pay_once() throws Exception {
        north.write(north.terms(false));
        north.award();
        CreditLine line = only(credits.linesFor(north.officer.id()));
        Callable<SettleAnswer> pays = () -> credits.settle(north.officer.id(), List.of(line));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            int settled = 0;
            for (Future<SettleAnswer> one : threads.invokeAll(List.of(pays, pays, pays, pays))) {
                settled += one.get().settled();
            }
            assertThat(settled).isEqualTo(1);
        }
    }

    @Test
    void what_is_not_as_it_was_seen_is_left() {
        Rule rule = north.write(north.terms(false));
        Badge badge = north.award();
        CreditLine seen = only(credits.linesFor(north.officer.id()));
        credits.change(north.officer.id(), rule.id(), north.terms(false));
        assertThat(credits.settle(north.officer.id(), List.of(seen))).isEqualTo(new SettleAnswer(0, 1));
        assertThat(only(credits.linesOf(north.ana.id())).version()).isEqualTo(2);
        assertThat(badge.achievement()).isEqualTo(seen.thing().key().substring("credential:".length()));
    }

    @Test
    void work_begun_before_registering_yields_nothing_where_that_is_needed() {
        Rule rule = north.write(north.terms(true));
        submissions.begin(north.ana.id(), north.credential().ref().id(), Platform.BLOOMBOARD);
        assertThat(credits.register(north.ana.id(), rule.id())).isEqualTo(RegisterAnswer.ALREADY_BEGUN);
        north.award();
        assertThat(only(credits.linesOf(north.ana.id())).outcome()).isEqualTo(new Outcome.Nothing(Why.NOT_REGISTERED));
    }

    @Test
    void a_registration_is_answered_once_and_then_counts() {
        Rule rule = north.write(north.terms(true));
        assertThat(credits.register(north.ana.id(), rule.id())).isEqualTo(RegisterAnswer.REGISTERED);
        assertThat(credits.register(north.ana.id(), rule.id())).isEqualTo(RegisterAnswer.ALREADY_REGISTERED);
        RegistrationId waiting =
                credits.waitingFor(north.officer.id()).getFirst().id();
        assertThat(credits.decline(north.officer.id(), waiting, "  ")).isEqualTo(DecideAnswer.REASON_MISSING);
        assertThat(credits.decline(north.officer.id(), waiting, "x".repeat(1_001)))
                .isEqualTo(DecideAnswer.REASON_TOO_LONG);
        assertThat(credits.confirm(north.officer.id(), waiting)).isEqualTo(DecideAnswer.DONE);
        assertThat(credits.decline(north.officer.id(), waiting, "No.")).isEqualTo(DecideAnswer.NOT_WAITING);
        assertThat(credits.withdraw(north.ana.id(), waiting)).isFalse();
        submissions.begin(north.ana.id(), north.credential().ref().id(), Platform.BLOOMBOARD);
        assertThat(credits.registrationsOf(north.ana.id()).getFirst().state()).isEqualTo(Registration.State.CONFIRMED);
    }

    @Test
    void one_registers_anew_after_a_declined_one_and_not_when_registering_is_over() {
        Rule rule = north.write(north.terms(true));
        credits.register(north.ana.id(), rule.id());
        RegistrationId first = credits.waitingFor(north.officer.id()).getFirst().id();
        credits.decline(north.officer.id(), first, "Ask in spring.");
        assertThat(credits.registrationsOf(north.ana.id()).getFirst().reason()).contains("Ask in spring.");
        assertThat(credits.register(north.ana.id(), rule.id())).isEqualTo(RegisterAnswer.REGISTERED);
        RuleTerms over = north.terms(true);
        Rule late = north.write(new RuleTerms(
                over.counts(),
                over.hours(),
                over.money(),
                true,
                Optional.of(credits.today().minusDays(1)),
                Optional.empty(),
                Optional.empty(),
                Rounding.HALF,
                over.from(),
                Optional.empty()));
        assertThat(credits.register(north.ana.id(), late.id())).isEqualTo(RegisterAnswer.NOT_OPEN);
    }

    @Test
    void nobody_reaches_another_districts_table() {
        Rule rule = north.write(north.terms(true));
        credits.register(north.ana.id(), rule.id());
        RegistrationId waiting =
                credits.waitingFor(north.officer.id()).getFirst().id();
        for (Person other : List.of(south.officer, south.ana, north.ana)) {
            assertThat(credits.table(other.id())).isEmpty();
            assertThat(credits.linesFor(other.id())).isEmpty();
            assertThat(credits.waitingFor(other.id())).isEmpty();
            assertThat(credits.confirm(other.id(), waiting)).isEqualTo(DecideAnswer.NOT_FOUND);
            assertThat(credits.decline(other.id(), waiting, "No.")).isEqualTo(DecideAnswer.NOT_FOUND);
            assertThat(credits.change(other.id(), rule.id(), north.terms(false)))
                    .isEqualTo(new RuleAnswer.Refused(RuleRefusal.NOT_YOURS));
            assertThat(credits.end(other.id(), rule.id(), credits.today()))
                    .isEqualTo(new RuleAnswer.Refused(RuleRefusal.NOT_YOURS));
        }
        assertThat(credits.write(north.ana.id(), north.terms(true)))
                .isEqualTo(new RuleAnswer.Refused(RuleRefusal.NOT_YOURS));
        assertThat(credits.rulesFor(south.ana.id())).isEmpty();
        assertThat(credits.versions(south.officer.id(), rule.id())).isEmpty();
        assertThat(credits.register(south.ana.id(), rule.id())).isEqualTo(RegisterAnswer.NOT_FOUND);
        assertThat(credits.withdraw(south.ana.id(), waiting)).isFalse();
        assertThat(store.registration(waiting).orElseThrow().state()).isEqualTo(Registration.State.WAITING);
    }

    @Test
    void nobody_settles_for_another_district() {
        north.write(north.terms(false));
        north.award();
        CreditLine line = only(credits.linesFor(north.officer.id()));
        for (Person other : List.of(south.officer, north.ana)) {
            assertThat(credits.settle(other.id(), List.of(line))).isEqualTo(new SettleAnswer(0, 1));
        }
        assertThat(only(credits.linesOf(north.ana.id())).isDue()).isTrue();
    }

    @Test
    void a_rule_ends_and_goes_on_counting_what_was_before() {
        Rule rule = north.write(north.meetingTerms());
        north.meeting("Monday", 65);
        assertThat(only(credits.linesOf(north.ana.id())).hours()).contains(new Hours(new BigDecimal("2"), "points"));
        assertThat(credits.end(north.officer.id(), rule.id(), credits.today().minusDays(5)))
                .isInstanceOf(RuleAnswer.Written.class);
        assertThat(credits.linesOf(north.ana.id())).isEmpty();
        assertThat(credits.rulesFor(north.ana.id())).isEmpty();
        assertThat(credits.table(north.officer.id())).hasSize(1);
        assertThat(credits.change(north.officer.id(), rule.id(), north.terms(false)))
                .isEqualTo(new RuleAnswer.Refused(RuleRefusal.COUNTS_OTHER));
    }

    @Test
    void the_own_meetings_come_as_a_table_in_which_nothing_is_computed() {
        north.meeting("=HYPERLINK(\"http://x\")", 65);
        signIn(north.ana, Locale.ENGLISH);
        String csv = new String(api.attendance().getBody(), UTF_8);
        assertThat(csv)
                .startsWith("\uFEFF\"Day\"")
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"", "\"65\"", "\r\n")
                .doesNotContain("Zubizarreta");
        signIn(south.ana, Locale.ENGLISH);
        assertThat(new String(api.attendance().getBody(), UTF_8)).doesNotContain("HYPERLINK");
    }

    @Test
    void the_districts_list_is_for_its_officers() {
        north.write(north.terms(false));
        north.award();
        signIn(north.officer, Locale.ENGLISH);
        assertThat(new String(api.lines().getBody(), UTF_8))
                .contains("Ana Zubizarreta", "\"10\",\"clock hours\",\"200.00\",\"USD\"", "\"Due\"");
        signIn(south.officer, Locale.ENGLISH);
        assertThat(new String(api.lines().getBody(), UTF_8)).doesNotContain("Zubizarreta");
        signIn(north.ana, Locale.ENGLISH);
        assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> api.lines());
    }

    @Test
    void a_transcript_says_what_was_earned_by_which_version_and_is_pdf_a() throws IOException {
        north.write(north.terms(false));
        north.write(north.meetingTerms());
        Badge badge = north.award();
        north.meeting("Monday", 65);
        for (Locale language : List.of(Locale.ENGLISH, Locale.of("es"))) {
            signIn(north.ana, language);
            byte[] pdf = api.transcript().getBody();
            assertThat(PdfA.faults(pdf)).isEmpty();
            assertThat(text(pdf))
                    .contains("Ana Zubizarreta", "North", badge.version(), "clock hours", "1 h 5 min")
                    .doesNotContain(badges.addressOf(badge.id()));
        }
        signIn(north.ana, Locale.ENGLISH);
        assertThat(text(api.transcript().getBody()))
                .contains("10 clock hours and $200.00. Due", "Credit: 2 points. Due");
        badges.show(badge.id(), north.ana.id(), false, CreditDistrict.now().plus(Duration.ofDays(9)));
        String csv = new String(api.transcriptTable().getBody(), UTF_8);
        assertThat(csv).contains(badges.addressOf(badge.id()), "\"Valid\"", "\"" + badge.version() + "\"", "\"65\"");
    }

    @Test
    void a_revoked_badge_stands_in_the_transcript_as_revoked_and_yields_nothing() throws IOException {
        north.write(north.terms(false));
        Badge badge = north.award();
        // the issuer's own door is another feature's; what it leaves behind is the same
        application
                .getBean(org.jooq.DSLContext.class)
                .insertInto(org.tessera.db.Tables.BADGE_DEED)
                .set(org.tessera.db.Tables.BADGE_DEED.BADGE_ID, badge.id().value())
                .set(org.tessera.db.Tables.BADGE_DEED.DEED, Deed.Kind.REVOKED.name())
                .set(org.tessera.db.Tables.BADGE_DEED.REASON, "a mistake")
                .set(
                        org.tessera.db.Tables.BADGE_DEED.PERSON_ID,
                        north.officer.id().value())
                .set(org.tessera.db.Tables.BADGE_DEED.AT, CreditDistrict.now())
                .execute();
        signIn(north.ana, Locale.ENGLISH);
        assertThat(text(api.transcript().getBody()))
                .contains("Revoked by its issuer")
                .doesNotContain("clock hours");
        assertThat(only(credits.linesOf(north.ana.id())).outcome()).isEqualTo(new Outcome.Nothing(Why.REVOKED));
    }

    @Test
    void a_guest_has_no_files() {
        SecurityContextHolder.getContext()
                .setAuthentication(new SignInToken(
                        new SignInId(UUID.randomUUID()),
                        new SignedIn(north.ana.id(), "Gus", true, UUID.randomUUID(), Locale.ENGLISH)));
        assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> api.transcript());
        assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> api.attendance());
    }

    private static CreditLine only(List<CreditLine> lines) {
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void signIn(Person person, Locale language) {
        SecurityContextHolder.getContext()
                .setAuthentication(new SignInToken(
                        new SignInId(UUID.randomUUID()),
                        new SignedIn(person.id(), person.name(), false, null, language)));
    }
}
