package org.tessera.credit;

import static org.tessera.db.Tables.CREDIT_REGISTRATION;
import static org.tessera.db.Tables.CREDIT_RULE;
import static org.tessera.db.Tables.CREDIT_SETTLED;
import static org.tessera.db.Tables.DISTRICT;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;
import org.tessera.db.tables.records.CreditRegistrationRecord;
import org.tessera.db.tables.records.CreditRuleRecord;
import org.tessera.db.tables.records.CreditSettledRecord;

/** A district's table, who registered, and what was paid or recorded. */
@Repository
class CreditStore {

    private final DSLContext db;

    CreditStore(DSLContext db) {
        this.db = db;
    }

    /** Nobody else writes in this district's table or settles until the transaction ends. */
    void lock(DistrictId district) {
        db.select(DISTRICT.ID)
                .from(DISTRICT)
                .where(DISTRICT.ID.eq(district))
                .forUpdate()
                .fetch();
    }

    // The table

    /** Every version of every rule of a district, the rules in the order in which they were written. */
    List<Rule> rules(DistrictId district) {
        return db.selectFrom(CREDIT_RULE)
                .where(CREDIT_RULE.DISTRICT_ID.eq(district.value()))
                .orderBy(CREDIT_RULE.WRITTEN_AT, CREDIT_RULE.RULE_ID, CREDIT_RULE.VERSION)
                .fetch(CreditStore::rule);
    }

    void add(Rule rule) {
        RuleTerms terms = rule.terms();
        CreditRuleRecord row = db.newRecord(CREDIT_RULE);
        row.setRuleId(rule.id().value());
        row.setVersion(rule.version());
        row.setDistrictId(rule.district().value());
        switch (terms.counts()) {
            case Counts.OfCredential(var credential) -> {
                row.setCounts("credential");
                row.setCountsId(credential.value());
            }
            case Counts.OfStack(var stack) -> {
                row.setCounts("stack");
                row.setCountsId(stack.value());
            }
            case Counts.OfMeetings(var protocol, int per) -> {
                row.setCounts("meetings");
                row.setCountsId(protocol.orElse(null));
                row.setPerMinutes(per);
            }
        }
        row.setHours(terms.hours().map(Hours::amount).orElse(null));
        row.setUnit(terms.hours().map(Hours::unit).orElse(null));
        row.setAmount(terms.money().map(Money::amount).orElse(null));
        row.setCurrency(code(terms.money()));
        row.setNeedsRegistration(terms.needsRegistration());
        row.setRegisterUntil(terms.registerUntil().orElse(null));
        row.setMostHours(terms.mostHours().orElse(null));
        row.setMostAmount(terms.mostMoney().orElse(null));
        row.setRounding(terms.rounding().name().toLowerCase(Locale.ROOT));
        row.setFromOn(terms.from());
        row.setUntilOn(terms.until().orElse(null));
        row.setWrittenBy(rule.writtenBy().value());
        row.setWrittenAt(rule.writtenAt());
        row.insert();
    }

    private static Rule rule(CreditRuleRecord row) {
        return new Rule(
                new RuleId(row.getRuleId()),
                row.getVersion(),
                new DistrictId(row.getDistrictId()),
                new RuleTerms(
                        counts(row),
                        hours(row.getHours(), row.getUnit()),
                        money(row.getAmount(), row.getCurrency()),
                        row.getNeedsRegistration(),
                        Optional.ofNullable(row.getRegisterUntil()),
                        Optional.ofNullable(row.getMostHours()).map(Hours::plain),
                        Optional.ofNullable(row.getMostAmount()).map(Hours::plain),
                        Rounding.valueOf(row.getRounding().toUpperCase(Locale.ROOT)),
                        row.getFromOn(),
                        Optional.ofNullable(row.getUntilOn())),
                new PersonId(row.getWrittenBy()),
                row.getWrittenAt());
    }

    private static Counts counts(CreditRuleRecord row) {
        return switch (row.getCounts()) {
            case "credential" -> new Counts.OfCredential(new CredentialId(row.getCountsId()));
            case "stack" -> new Counts.OfStack(new CredentialId(row.getCountsId()));
            case "meetings" -> new Counts.OfMeetings(Optional.ofNullable(row.getCountsId()), row.getPerMinutes());
            default -> throw new IllegalStateException("a rule counts " + row.getCounts());
        };
    }

    // Registrations

    void add(Registration one) {
        db.insertInto(CREDIT_REGISTRATION)
                .set(CREDIT_REGISTRATION.ID, one.id().value())
                .set(CREDIT_REGISTRATION.RULE_ID, one.rule().value())
                .set(CREDIT_REGISTRATION.VERSION, one.version())
                .set(CREDIT_REGISTRATION.PERSON_ID, one.person().value())
                .set(CREDIT_REGISTRATION.MADE_AT, one.made())
                .set(CREDIT_REGISTRATION.STATE, word(one.state()))
                .execute();
    }

    Optional<Registration> registration(RegistrationId id) {
        return registrations(CREDIT_REGISTRATION.ID.eq(id.value())).stream().findFirst();
    }

    /** Somebody's, the oldest first. */
    List<Registration> registrationsOf(PersonId person) {
        return registrations(CREDIT_REGISTRATION.PERSON_ID.eq(person.value()));
    }

    /** Those for the rules of a district, the oldest first. */
    List<Registration> registrationsFor(DistrictId district) {
        return registrations(CREDIT_REGISTRATION.RULE_ID.in(
                db.select(CREDIT_RULE.RULE_ID).from(CREDIT_RULE).where(CREDIT_RULE.DISTRICT_ID.eq(district.value()))));
    }

    private List<Registration> registrations(Condition which) {
        return db.selectFrom(CREDIT_REGISTRATION)
                .where(which)
                .orderBy(CREDIT_REGISTRATION.MADE_AT, CREDIT_REGISTRATION.ID)
                .fetch(CreditStore::registration);
    }

    /** Moves one on that waits; false if it waits no more. */
    boolean decide(RegistrationId id, Registration.State state, Optional<String> reason, PersonId by, Instant at) {
        return db.update(CREDIT_REGISTRATION)
                        .set(CREDIT_REGISTRATION.STATE, word(state))
                        .set(CREDIT_REGISTRATION.REASON, reason.orElse(null))
                        .set(CREDIT_REGISTRATION.DECIDED_BY, by.value())
                        .set(CREDIT_REGISTRATION.DECIDED_AT, at)
                        .where(CREDIT_REGISTRATION.ID.eq(id.value()))
                        .and(CREDIT_REGISTRATION.STATE.eq(word(Registration.State.WAITING)))
                        .execute()
                > 0;
    }

    private static Registration registration(CreditRegistrationRecord row) {
        return new Registration(
                new RegistrationId(row.getId()),
                new RuleId(row.getRuleId()),
                row.getVersion(),
                new PersonId(row.getPersonId()),
                row.getMadeAt(),
                Registration.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getReason()),
                Optional.ofNullable(row.getDecidedAt()));
    }

    private static String word(Registration.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    // What was paid or recorded

    /** @throws org.springframework.dao.DuplicateKeyException if this was settled before */
    void add(Settled one) {
        db.insertInto(CREDIT_SETTLED)
                .set(CREDIT_SETTLED.RULE_ID, one.rule().value())
                .set(CREDIT_SETTLED.VERSION, one.version())
                .set(CREDIT_SETTLED.PERSON_ID, one.person().value())
                .set(CREDIT_SETTLED.THING, one.thing().key())
                .set(CREDIT_SETTLED.NAME, one.thing().name())
                .set(CREDIT_SETTLED.MINUTES, one.thing().minutes())
                .set(CREDIT_SETTLED.EARNED_ON, one.earned())
                .set(CREDIT_SETTLED.HOURS, one.hours().map(Hours::amount).orElse(null))
                .set(CREDIT_SETTLED.UNIT, one.hours().map(Hours::unit).orElse(null))
                .set(CREDIT_SETTLED.AMOUNT, one.money().map(Money::amount).orElse(null))
                .set(CREDIT_SETTLED.CURRENCY, code(one.money()))
                .set(CREDIT_SETTLED.SETTLED_BY, one.by().value())
                .set(CREDIT_SETTLED.SETTLED_AT, one.at())
                .execute();
    }

    List<Settled> settledOf(PersonId person) {
        return db.selectFrom(CREDIT_SETTLED)
                .where(CREDIT_SETTLED.PERSON_ID.eq(person.value()))
                .orderBy(CREDIT_SETTLED.SETTLED_AT, CREDIT_SETTLED.THING)
                .fetch(CreditStore::settled);
    }

    private static Settled settled(CreditSettledRecord row) {
        return new Settled(
                new RuleId(row.getRuleId()),
                row.getVersion(),
                new PersonId(row.getPersonId()),
                new Thing(row.getThing(), row.getName(), row.getMinutes()),
                row.getEarnedOn(),
                hours(row.getHours(), row.getUnit()),
                money(row.getAmount(), row.getCurrency()),
                new PersonId(row.getSettledBy()),
                row.getSettledAt());
    }

    private static Optional<Hours> hours(@Nullable BigDecimal amount, @Nullable String unit) {
        return amount == null || unit == null ? Optional.empty() : Optional.of(new Hours(amount, unit));
    }

    private static Optional<Money> money(@Nullable BigDecimal amount, @Nullable String code) {
        return amount == null || code == null
                ? Optional.empty()
                : Optional.of(new Money(amount, Currency.getInstance(code)));
    }

    private static @Nullable String code(Optional<Money> money) {
        return money.map(Money::currency).map(Currency::getCurrencyCode).orElse(null);
    }
}
