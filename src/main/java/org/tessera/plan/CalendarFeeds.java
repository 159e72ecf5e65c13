package org.tessera.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.account.TeamId;
import org.tessera.plan.CalendarFeedStore.Feed;

/**
 * Addresses under which a calendar program finds a person's planned meetings, of all teams or of one. Whoever knows the
 * address reads them without signing in, so it cannot be guessed and can be taken back; only its hash is kept.
 */
@Service
public class CalendarFeeds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final CalendarFeedStore store;
    private final Plans plans;
    private final Accounts accounts;
    private final InstantSource clock;

    CalendarFeeds(CalendarFeedStore store, Plans plans, Accounts accounts, InstantSource clock) {
        this.store = store;
        this.plans = plans;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What an address leads to. */
    public record Found(Person person, Optional<Team> team, List<PlanPicture> plans) {
        public Found {
            plans = List.copyOf(plans);
        }
    }

    /** Whether the person has such an address. */
    public boolean exists(PersonId person, Optional<TeamId> team) {
        return store.exists(new Feed(person, team));
    }

    /**
     * Makes an address; one made before leads nowhere from now on.
     *
     * @param team the team whose meetings it leads to; those of all the person's teams where none is named
     * @return what is unguessable in it, told this once; empty for a team the person is not in
     */
    @Transactional
    public Optional<String> make(PersonId person, Optional<TeamId> team) {
        if (team.filter(one -> !accounts.isMember(one, person)).isPresent()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Feed feed = new Feed(person, team);
        store.remove(feed);
        store.add(hash(token), feed, clock.instant());
        return Optional.of(token);
    }

    /** Takes an address back. */
    @Transactional
    public void revoke(PersonId person, Optional<TeamId> team) {
        store.remove(new Feed(person, team));
    }

    /** What the address with this token leads to; nothing if there is none, or its person left the team or is switched off. */
    public Optional<Found> find(String token) {
        return store.find(hash(token)).flatMap(feed -> accounts.person(feed.person())
                .filter(person -> !accounts.isSuspended(person.id()))
                .flatMap(person -> found(person, feed.team())));
    }

    private Optional<Found> found(Person person, Optional<TeamId> team) {
        List<Team> teams = accounts.teamsOf(person.id());
        if (team.isEmpty()) {
            return Optional.of(new Found(person, Optional.empty(), plansOf(teams.stream(), person)));
        }
        return teams.stream()
                .filter(one -> one.id().equals(team.get()))
                .findFirst()
                .map(one -> new Found(person, Optional.of(one), plansOf(Stream.of(one), person)));
    }

    private List<PlanPicture> plansOf(Stream<Team> teams, Person person) {
        return teams.flatMap(team -> plans.of(team.id(), person.id()).stream()).toList();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
