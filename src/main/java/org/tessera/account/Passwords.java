package org.tessera.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** Checks passwords, slowly on purpose and not too often. */
@Service
public class Passwords {

    /** The fewest characters of a new password; length is what makes one strong. */
    public static final int SHORTEST = 12;

    /** The most characters that are hashed, so that nobody makes us hash a book. */
    public static final int LONGEST = 200;

    /** Stored for who has never had a password: nothing opens such an account. */
    static final String UNSET = "";

    private static final Attempts.Limit PER_ACCOUNT = new Attempts.Limit(10, Duration.ofSeconds(30));
    private static final Attempts.Limit IN_ALL = new Attempts.Limit(300, Duration.ofMillis(200));

    private final AccountStore store;
    private final PasswordEncoder encoder;
    private final Attempts attempts;
    private final GuessedFirst guessedFirst = new GuessedFirst();

    /** A hash takes 19 MiB while it is made; a crowd at the door must not take all the memory there is. */
    private final Semaphore hashing = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    /**
     * Compared with when there is no account, so that an unknown address takes as long as a wrong password. Made when it is
     * first asked for, because a start need not wait for it; known or not, everybody asks, so that this tells nothing either.
     */
    private final Supplier<String> nobodysHash;

    Passwords(AccountStore store, PasswordEncoder encoder, InstantSource clock) {
        this.store = store;
        this.encoder = encoder;
        this.attempts = new Attempts(clock, PER_ACCOUNT, IN_ALL);
        this.nobodysHash = SingletonSupplier.of(() -> hash(UUID.randomUUID().toString()));
    }

    /** Whether the password opens the account of this address. Every refusal reads and takes the same. */
    public PasswordAnswer check(String email, String password) {
        String account = normal(email);
        if (!attempts.take(account)) {
            return PasswordAnswer.Refused.TOO_MANY;
        }
        Optional<AccountStore.Secret> known = store.secretOf(account).filter(secret -> !isUnset(secret.passwordHash()));
        String hash = known.map(AccountStore.Secret::passwordHash).orElse(nobodysHash.get());
        if (password.length() > LONGEST || !matches(password, hash) || known.isEmpty()) {
            return PasswordAnswer.Refused.WRONG;
        }
        attempts.giveBack(account);
        if (known.get().suspended()) {
            return PasswordAnswer.Refused.SUSPENDED;
        }
        return new PasswordAnswer.Right(known.get().person());
    }

    /** Whether somebody can have this password: any characters will do, if they are many and not what others try first. */
    public NewPassword look(String password, Person person) {
        if (password.length() < SHORTEST) {
            return NewPassword.TOO_SHORT;
        }
        if (password.length() > LONGEST) {
            return NewPassword.TOO_LONG;
        }
        List<String> about = List.of(
                person.name(), person.email(), store.name(person.district()).orElse(""));
        return guessedFirst.has(password, about) ? NewPassword.GUESSED_FIRST : NewPassword.FITS;
    }

    /** Replaces a person's password. */
    public void change(PersonId person, String password) {
        store.setPasswordHash(person, hash(password));
    }

    /** Whether there has never been a password. */
    static boolean isUnset(String hash) {
        return hash.equals(UNSET);
    }

    /** The hash to store for a password. */
    String hash(String password) {
        hashing.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            hashing.release();
        }
    }

    /** Whether {@code hash} was made of {@code secret}; takes as long where there is no hash. */
    boolean isMade(String secret, Optional<String> hash) {
        return matches(secret, hash.orElse(nobodysHash.get())) && hash.isPresent();
    }

    private boolean matches(String password, String hash) {
        hashing.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            hashing.release();
        }
    }

    /** How an address is stored and compared. */
    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
