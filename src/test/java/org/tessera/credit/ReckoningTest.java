package org.tessera.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;
import org.tessera.badge.Standing;
import org.tessera.credential.CredentialId;
import org.tessera.credit.CreditLine.Outcome;
import org.tessera.credit.CreditLine.Why;
import org.tessera.room.RoomId;

class ReckoningTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final CredentialId FACILITATION = new CredentialId("facilitation");
    private static final LocalDate TODAY = LocalDate.parse("2027-06-30");
    private static final LocalDate YEAR = LocalDate.parse("2026-07-01");
    private static final DistrictId NORTH = new DistrictId(UUID.randomUUID());
    private static final PersonId ANA = new PersonId(UUID.randomUUID());
    private static final PersonId OFFICER = new PersonId(UUID.randomUUID());

    private final List<Rule> rules = new ArrayList<>();
    private final List<Registration> registrations = new ArrayList<>();
    private final List<Earned> badges = new ArrayList<>();
    private final List<AttendedMeeting> meetings = new ArrayList<>();
    private final List<Settled> settled = new ArrayList<>();

    @Nested
    class of_credentials {

        @Test
        void a_badge_that_stands_yields_what_the_rule_says() {
            rule(badgeRule("10", "200.00"));
            badges.add(badge("2026-11-02", Standing.ACTIVE));
            CreditLine line = only();
            assertThat(line.outcome()).isEqualTo(new Outcome.Due());
            assertThat(line.hours()).contains(new Hours(new BigDecimal("10"), "clock hours"));
            assertThat(line.money()).contains(new Money(new BigDecimal("200"), USD));
            assertThat(line.earned()).isEqualTo("2026-11-02");
        }

        @Test
        void a_revoked_one_yields_nothing_and_a_suspended_one_waits() {
            rule(badgeRule("10", "200.00"));
            badges.add(badge("2026-11-02", Standing.REVOKED));
            assertThat(only().outcome()).isEqualTo(new Outcome.Nothing(Why.REVOKED));
            assertThat(only().money()).isEmpty();
            badges.set(0, badge("2026-11-02", Standing.SUSPENDED));
            assertThat(only().outcome()).isEqualTo(new Outcome.BadgeWaits());
        }

        @Test
        void who_earns_the_same_again_gets_it_once() {
            rule(badgeRule("10", "200.00"));
            badges.add(badge("2026-09-02", Standing.REVOKED));
            badges.add(badge("2026-11-02", Standing.ACTIVE));
            badges.add(badge("2026-12-02", Standing.ACTIVE));
            assertThat(only().outcome()).isEqualTo(new Outcome.Due());
            assertThat(only().earned()).isEqualTo("2026-11-02");
        }

        @Test
        void a_stack_of_the_same_name_is_another_thing() {
            rule(badgeRule("10", "200.00"));
            badges.add(new Earned(
                    FACILITATION, true, "Facilitation", at("2026-10-01"), at("2026-11-02"), Standing.ACTIVE));
            assertThat(lines()).isEmpty();
            rule(terms(new Counts.OfStack(FACILITATION), "30", null));
            assertThat(only().thing().key()).isEqualTo("stack:facilitation");
        }

        @Test
        void what_was_decided_before_the_rule_or_after_its_end_or_will_be_is_not_counted() {
            RuleTerms terms = badgeRule("10", null);
            rule(new RuleTerms(
                    terms.counts(),
                    terms.hours(),
                    terms.money(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Rounding.MINUTE,
                    YEAR,
                    Optional.of(LocalDate.parse("2026-12-31"))));
            badges.add(badge("2026-06-30", Standing.ACTIVE));
            assertThat(lines()).isEmpty();
            badges.set(0, badge("2026-12-31", Standing.ACTIVE));
            assertThat(lines()).hasSize(1);
            assertThat(reckoning().on(LocalDate.parse("2026-12-30"))).isEmpty();
            badges.set(0, badge("2027-01-01", Standing.ACTIVE));
            assertThat(lines()).isEmpty();
        }
    }

    @Nested
    class of_versions {

        @Test
        void each_thing_is_counted_by_the_version_of_its_day() {
            RuleId rule = rule(badgeRule("10", null));
            version(rule, 2, from(badgeRule("5", null), "2026-12-01"));
            badges.add(badge("2026-11-30", Standing.ACTIVE));
            assertThat(only().version()).isEqualTo(1);
            badges.set(0, badge("2026-12-01", Standing.ACTIVE));
            assertThat(only().version()).isEqualTo(2);
            assertThat(only().hours()).contains(new Hours(new BigDecimal("5"), "clock hours"));
        }

        @Test
        void what_was_credited_keeps_its_version_and_is_not_credited_again() {
            RuleId rule = rule(badgeRule("10", "200.00"));
            badges.add(badge("2026-11-02", Standing.ACTIVE));
            settle(only());
            version(rule, 2, from(badgeRule("5", "50.00"), "2026-07-01"));
            CreditLine line = only();
            assertThat(line.version()).isEqualTo(1);
            assertThat(line.money()).contains(new Money(new BigDecimal("200"), USD));
            assertThat(line.outcome()).isEqualTo(new Outcome.Done(TODAY, OFFICER, false));
        }

        @Test
        void a_badge_revoked_after_it_was_credited_says_so() {
            rule(badgeRule("10", null));
            badges.add(badge("2026-11-02", Standing.ACTIVE));
            settle(only());
            badges.set(0, badge("2026-11-02", Standing.REVOKED));
            assertThat(only().outcome()).isEqualTo(new Outcome.Done(TODAY, OFFICER, true));
        }
    }

    @Nested
    class of_registrations {

        private RuleId rule;

        private void needed() {
            RuleTerms terms = badgeRule("10", "200.00");
            rule = rule(new RuleTerms(
                    terms.counts(),
                    terms.hours(),
                    terms.money(),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Rounding.MINUTE,
                    YEAR,
                    Optional.empty()));
            badges.add(badge("2026-11-02", Standing.ACTIVE));
        }

        @Test
        void without_one_nothing_is_due() {
            needed();
            assertThat(only().outcome()).isEqualTo(new Outcome.Nothing(Why.NOT_REGISTERED));
        }

        @Test
        void a_confirmed_one_from_before_the_work_makes_it_due_to_the_moment() {
            needed();
            registered("2026-10-01", Registration.State.CONFIRMED);
            assertThat(only().outcome()).isEqualTo(new Outcome.Due());
            registrations.set(0, registration(at("2026-10-01").plusNanos(1000), Registration.State.CONFIRMED));
            assertThat(only().outcome()).isEqualTo(new Outcome.Nothing(Why.REGISTERED_TOO_LATE));
        }

        @Test
        void one_nobody_has_answered_makes_it_wait() {
            needed();
            registered("2026-09-01", Registration.State.WAITING);
            assertThat(only().outcome()).isEqualTo(new Outcome.RegistrationWaits());
        }

        @Test
        void a_declined_or_withdrawn_one_is_none() {
            needed();
            registered("2026-09-01", Registration.State.DECLINED);
            assertThat(only().outcome()).isEqualTo(new Outcome.Nothing(Why.REGISTRATION_DECLINED));
            registrations.set(0, registration(at("2026-09-01"), Registration.State.WITHDRAWN));
            assertThat(only().outcome()).isEqualTo(new Outcome.Nothing(Why.NOT_REGISTERED));
        }

        @Test
        void one_for_another_rule_is_of_no_use() {
            needed();
            rule = new RuleId(UUID.randomUUID());
            registered("2026-09-01", Registration.State.CONFIRMED);
            assertThat(only().outcome()).isEqualTo(new Outcome.Nothing(Why.NOT_REGISTERED));
        }

        @Test
        void a_suspended_badge_with_a_registration_that_was_declined_waits_for_nothing() {
            needed();
            badges.set(0, badge("2026-11-02", Standing.SUSPENDED));
            registered("2026-09-01", Registration.State.DECLINED);
            assertThat(only().outcome()).isEqualTo(new Outcome.Nothing(Why.REGISTRATION_DECLINED));
        }

        private void registered(String day, Registration.State state) {
            registrations.add(registration(at(day), state));
        }

        private Registration registration(Instant made, Registration.State state) {
            return new Registration(
                    new RegistrationId(UUID.randomUUID()),
                    rule,
                    1,
                    ANA,
                    made,
                    state,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    @Nested
    class of_meetings {

        @Test
        void minutes_become_hours_in_the_parts_the_rule_counts() {
            meetings.add(meeting("2026-11-02", 59));
            assertThat(hoursOf(Rounding.MINUTE)).isEqualTo("0.98");
            assertThat(hoursOf(Rounding.QUARTER)).isEqualTo("0.75");
            assertThat(hoursOf(Rounding.HALF)).isEqualTo("0.5");
            meetings.set(0, meeting("2026-11-02", 60));
            assertThat(hoursOf(Rounding.WHOLE)).isEqualTo("1");
            meetings.set(0, meeting("2026-11-02", 14));
            rules.clear();
            rule(meetingRule(Rounding.QUARTER, null));
            assertThat(only().outcome()).isEqualTo(new Outcome.Nothing(Why.TOO_SHORT));
        }

        @Test
        void money_is_exact_and_never_more_than_was_earned() {
            meetings.add(meeting("2026-11-02", 20));
            rule(meetingRule(Rounding.MINUTE, "100.00"));
            assertThat(only().money()).contains(new Money(new BigDecimal("33.33"), USD));
        }

        @Test
        void only_the_named_protocol_counts_and_only_when_the_meeting_is_over() {
            rule(terms(new Counts.OfMeetings(Optional.of("tuning"), 60), "1", null));
            meetings.add(meeting("2026-11-02", 60));
            assertThat(lines()).isEmpty();
            meetings.set(
                    0,
                    new AttendedMeeting(
                            new RoomId(UUID.randomUUID()), "Monday", "tuning", at("2026-11-02"), 60, false));
            assertThat(lines()).isEmpty();
            meetings.set(
                    0,
                    new AttendedMeeting(new RoomId(UUID.randomUUID()), "Monday", "tuning", at("2026-11-02"), 60, true));
            assertThat(lines()).hasSize(1);
        }

        @Test
        void the_most_of_a_year_cuts_the_last_and_the_next_year_begins_anew() {
            rule(meetingRule(Rounding.QUARTER, "20.00", "2.5", "45.00"));
            meetings.add(meeting("2026-11-01", 60));
            meetings.add(meeting("2026-11-02", 60));
            meetings.add(meeting("2026-11-03", 60));
            meetings.add(meeting("2026-11-04", 60));
            meetings.add(meeting("2027-07-01", 60));
            List<CreditLine> lines = reckoning().on(LocalDate.parse("2027-07-01"));
            assertThat(lines.stream().flatMap(line -> line.hours().stream()).map(Hours::amount))
                    .containsExactly(
                            new BigDecimal("1"), new BigDecimal("1"), new BigDecimal("0.5"), new BigDecimal("1"));
            assertThat(lines.stream().flatMap(line -> line.money().stream()).map(Money::amount))
                    .containsExactly(
                            new BigDecimal("20.00"),
                            new BigDecimal("20.00"),
                            new BigDecimal("5.00"),
                            new BigDecimal("20.00"));
            assertThat(lines.get(3).outcome()).isEqualTo(new Outcome.Nothing(Why.MOST_REACHED));
        }

        @Test
        void what_was_paid_counts_first_whenever_it_was_earned() {
            rule(meetingRule(Rounding.QUARTER, null, "1", null));
            AttendedMeeting late = meeting("2026-11-05", 60);
            meetings.add(late);
            settle(only());
            meetings.add(meeting("2026-11-01", 60));
            assertThat(lines())
                    .extracting(CreditLine::outcome)
                    .containsExactly(new Outcome.Nothing(Why.MOST_REACHED), new Outcome.Done(TODAY, OFFICER, false));
        }

        private String hoursOf(Rounding rounding) {
            rules.clear();
            rule(meetingRule(rounding, null));
            return only().hours().orElseThrow().amount().toPlainString();
        }
    }

    @Nested
    class of_terms {

        @Test
        void money_is_never_finer_than_its_smallest_coin() {
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> new Money(new BigDecimal("0.005"), USD));
            assertThat(Money.fits(new BigDecimal("1.5"), Currency.getInstance("JPY")))
                    .isFalse();
            assertThat(new Money(new BigDecimal("0.10"), USD).plus(new Money(new BigDecimal("0.20"), USD)))
                    .isEqualTo(new Money(new BigDecimal("0.30"), USD));
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Money(BigDecimal.ONE, USD)
                    .plus(new Money(BigDecimal.ONE, Currency.getInstance("EUR"))));
        }

        @Test
        void terms_say_what_is_wrong_with_them() {
            assertThat(badgeRule("10", "5.00").refusal()).isEmpty();
            assertThat(badgeRule(null, null).refusal()).contains(RuleRefusal.YIELDS_NOTHING);
            assertThat(badgeRule("0", null).refusal()).contains(RuleRefusal.HOURS_INVALID);
            assertThat(badgeRule("0.125", null).refusal()).contains(RuleRefusal.HOURS_INVALID);
            assertThat(badgeRule(null, "-1").refusal()).contains(RuleRefusal.MONEY_INVALID);
            assertThat(terms(new Counts.OfMeetings(Optional.empty(), 0), "1", null)
                            .refusal())
                    .contains(RuleRefusal.MINUTES_INVALID);
            assertThat(meetingRule(Rounding.HALF, null, "5", "5").refusal()).contains(RuleRefusal.MOST_INVALID);
            assertThat(badgeRule("10", null).endingOn(YEAR.minusDays(1)).refusal())
                    .contains(RuleRefusal.ENDS_BEFORE_IT_BEGINS);
        }

        @Test
        void a_school_year_begins_in_july() {
            assertThat(SchoolYear.of(LocalDate.parse("2026-06-30"))).hasToString("2025–26");
            assertThat(SchoolYear.of(LocalDate.parse("2026-07-01"))).hasToString("2026–27");
            assertThat(SchoolYear.of(LocalDate.parse("2099-12-01"))).hasToString("2099–00");
        }
    }

    private Reckoning reckoning() {
        return new Reckoning(ANA, rules, registrations, badges, meetings, settled);
    }

    private List<CreditLine> lines() {
        return reckoning().on(TODAY);
    }

    private CreditLine only() {
        assertThat(lines()).hasSize(1);
        return lines().getFirst();
    }

    private void settle(CreditLine line) {
        settled.add(new Settled(
                line.rule(),
                line.version(),
                ANA,
                line.thing(),
                line.earned(),
                line.hours(),
                line.money(),
                OFFICER,
                TODAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant()));
    }

    private RuleId rule(RuleTerms terms) {
        RuleId id = new RuleId(UUID.randomUUID());
        version(id, 1, terms);
        return id;
    }

    private void version(RuleId id, int version, RuleTerms terms) {
        rules.add(new Rule(id, version, NORTH, terms, OFFICER, at("2026-07-01")));
    }

    private static RuleTerms badgeRule(String hours, String money) {
        return terms(new Counts.OfCredential(FACILITATION), hours, money);
    }

    private static RuleTerms meetingRule(Rounding rounding, String money) {
        return meetingRule(rounding, money, null, null);
    }

    private static RuleTerms meetingRule(Rounding rounding, String money, String mostHours, String mostMoney) {
        RuleTerms terms = terms(new Counts.OfMeetings(Optional.empty(), 60), "1", money);
        return new RuleTerms(
                terms.counts(),
                terms.hours(),
                terms.money(),
                false,
                Optional.empty(),
                Optional.ofNullable(mostHours).map(BigDecimal::new),
                Optional.ofNullable(mostMoney).map(BigDecimal::new),
                rounding,
                YEAR,
                Optional.empty());
    }

    private static RuleTerms terms(Counts counts, String hours, String money) {
        return new RuleTerms(
                counts,
                Optional.ofNullable(hours).map(amount -> new Hours(new BigDecimal(amount), "clock hours")),
                Optional.ofNullable(money).map(amount -> new Money(new BigDecimal(amount), USD)),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Rounding.MINUTE,
                YEAR,
                Optional.empty());
    }

    private static RuleTerms from(RuleTerms terms, String day) {
        return new RuleTerms(
                terms.counts(),
                terms.hours(),
                terms.money(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                terms.rounding(),
                LocalDate.parse(day),
                Optional.empty());
    }

    private static Earned badge(String decided, Standing standing) {
        return new Earned(FACILITATION, false, "Facilitation", at("2026-10-01"), at(decided), standing);
    }

    private static AttendedMeeting meeting(String day, int minutes) {
        return new AttendedMeeting(new RoomId(UUID.randomUUID()), "Monday", "vision", at(day), minutes, true);
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    }
}
