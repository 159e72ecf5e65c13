package org.tessera.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Who is signed in on which browser, kept in the database so that it survives restarts and is the same on every node.
 * The browser holds a random secret, the table only its hash: whoever reads the table cannot sign in with it.
 *
 * @see "Decision: docs/decisions/sign-in-is-a-row.md"
 */
@Service
public class SignIns {

    /** A sign-in nobody used for so long has ended. */
    static final Duration IDLE = Duration.ofDays(14);

    /** No sign-in of a person lasts longer. */
    static final Duration LONGEST = Duration.ofDays(60);

    /** A guest's place is for one meeting and the evening after it. */
    static final Duration GUEST = Duration.ofHours(24);

    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);
    private static final int DEVICE_LENGTH = 160;

    private final SignInStore store;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    SignIns(SignInStore store, InstantSource clock, ApplicationEventPublisher events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Opens a sign-in for a person.
     *
     * @param device the browser's own description of itself
     * @param keep whether the browser keeps the sign-in after it is closed
     */
    public OpenedSignIn open(Person person, String device, boolean keep) {
        SignedIn who = new SignedIn(person.id(), person.name(), false, null, person.locale());
        return open(who, device, LONGEST, keep ? LONGEST : Duration.ZERO);
    }

    /** Opens a sign-in for a guest who was just let in. */
    public OpenedSignIn open(JoinAnswer.Joined joined, String device) {
        SignedIn who = new SignedIn(joined.guest(), joined.name(), true, joined.room(), joined.locale());
        return open(who, device, GUEST, GUEST);
    }

    /** The open sign-in a browser's cookie stands for. */
    public Optional<SignInToken> restore(String secret) {
        return store.byHash(Secrets.hash(secret), clock.instant(), idleSince())
                .map(found -> new SignInToken(found.id(), found.who()));
    }

    /** Whether a sign-in is still open. Asking is no use: what a page does by itself keeps nobody signed in. */
    public boolean isOpen(SignInId id) {
        return store.lastUse(id, clock.instant(), idleSince()).isPresent();
    }

    /** Whether a sign-in that is being used is still open; notes, now and then, that it was used. */
    public boolean use(SignInId id) {
        Instant now = clock.instant();
        Optional<Instant> used = store.lastUse(id, now, idleSince());
        used.filter(at -> at.plus(NOTED_EVERY).isBefore(now)).ifPresent(_ -> store.used(id, now));
        return used.isPresent();
    }

    /** The open sign-ins of a person, the latest first. */
    public List<SignInSummary> of(PersonId person) {
        return store.openOf(person, clock.instant(), idleSince());
    }

    /** Ends one sign-in with all its pages and sockets; an ended one stays ended. */
    public void end(SignInId id) {
        store.end(id, clock.instant()).ifPresent(person -> events.publishEvent(new SignInEnded(id, person)));
    }

    /** Ends every sign-in of a person or guest, on whatever device. */
    public void endAll(PersonId person) {
        of(person).forEach(open -> end(open.id()));
    }

    /** The sign-ins that were ended at {@code at} or later, on whatever node. */
    public List<SignInEnded> endedSince(Instant at) {
        return store.endedSince(at);
    }

    /** Ends every sign-in whose time has run out, so that no page or socket that is still open outlives it. */
    void endRunOut() {
        store.runOut(clock.instant(), idleSince()).forEach(this::end);
    }

    private OpenedSignIn open(SignedIn who, String device, Duration longest, Duration kept) {
        String secret = Secrets.random();
        SignInId id = new SignInId(UUID.randomUUID());
        Instant now = clock.instant();
        store.add(new SignInStore.Row(id, who, Secrets.hash(secret), shortened(device), now, now.plus(longest)));
        return new OpenedSignIn(new SignInToken(id, who), secret, kept);
    }

    private Instant idleSince() {
        return clock.instant().minus(IDLE);
    }

    private static String shortened(String device) {
        return device.length() <= DEVICE_LENGTH ? device : device.substring(0, DEVICE_LENGTH);
    }
}
