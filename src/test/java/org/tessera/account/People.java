package org.tessera.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;

/** Accounts on a test database, with a clock that stands still until it is moved, and people to sign in. */
final class People {

    static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger COUNT = new AtomicInteger();

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T15:30:00Z"));
    final InstantSource clock = now::get;
    final AccountStore store;
    final Passwords passwords;
    final Accounts accounts;
    final DistrictId district;

    People(DSLContext db) {
        store = new AccountStore(db);
        passwords = new Passwords(store, new PasswordHashing().passwordEncoder(), clock);
        accounts = new Accounts(store, passwords, clock);
        district = accounts.addDistrict("North");
    }

    /** Somebody new, with an address of their own. */
    Person add(String name) {
        String email = "person" + COUNT.incrementAndGet() + "@north.example";
        PersonId id = accounts.addPerson(new PersonDraft(district, null, name, email, Locale.ENGLISH, PASSWORD));
        return accounts.person(id).orElseThrow();
    }
}
