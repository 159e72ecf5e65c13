package org.tessera.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tessera.support.LightHashing;

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

    /** People whose passwords are hashed lightly: what hashing costs makes no difference to what else is asked of them. */
    People(DSLContext db) {
        this(db, LightHashing.encoder());
    }

    private People(DSLContext db, PasswordEncoder hashing) {
        store = new AccountStore(db);
        passwords = new Passwords(store, hashing, clock);
        accounts = new Accounts(store, passwords, clock);
        district = accounts.addDistrict("North");
    }

    /** People whose passwords are hashed at the product's own cost. */
    static People hashedAsInTheProduct(DSLContext db) {
        return new People(db, new PasswordHashing().passwordEncoder());
    }

    /** Somebody new, with an address of their own. */
    Person add(String name) {
        String email = "person" + COUNT.incrementAndGet() + "@north.example";
        PersonId id = accounts.addPerson(new PersonDraft(district, null, name, email, Locale.ENGLISH, PASSWORD));
        return accounts.person(id).orElseThrow();
    }
}
