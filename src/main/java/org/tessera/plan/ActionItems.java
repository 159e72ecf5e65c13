package org.tessera.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/** What the people of a team took on. Every member sees, adds and ticks off; to everybody else there is none. */
@Service
public class ActionItems {

    private final ActionItemStore store;
    private final Accounts accounts;
    private final InstantSource clock;

    ActionItems(ActionItemStore store, Accounts accounts, InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A team's items, open ones first by their date, then the latest done; none for who is not in it. */
    public List<ActionItem> of(TeamId team, PersonId reader) {
        return accounts.isMember(team, reader) ? store.of(team) : List.of();
    }

    /** What comes up at the team's next meeting. */
    List<ActionItem> openOf(TeamId team) {
        return store.of(team).stream().filter(ActionItem::open).toList();
    }

    /**
     * Adds an item.
     *
     * @return why not; empty if it was added
     */
    @Transactional
    public Optional<PlanRefusal> add(TeamId team, String words, PersonId owner, Optional<LocalDate> due, PersonId by) {
        if (!accounts.isMember(team, by)) {
            return Optional.of(PlanRefusal.UNKNOWN_PLAN);
        }
        if (!accounts.isMember(team, owner)) {
            return Optional.of(PlanRefusal.NOT_A_MEMBER);
        }
        String stripped = words.strip();
        if (stripped.isEmpty() || stripped.length() > ActionItem.MOST) {
            return Optional.of(PlanRefusal.WORDS);
        }
        store.add(new ActionItem(
                new ActionItemId(UUID.randomUUID()), team, stripped, owner, due, by, now(), Optional.empty()));
        return Optional.empty();
    }

    /** Says whether an item is done; nothing happens for who is not in its team. */
    @Transactional
    public void say(ActionItemId id, boolean done, PersonId by) {
        store.find(id)
                .filter(item -> accounts.isMember(item.team(), by))
                .filter(item -> item.open() == done)
                .ifPresent(item -> store.setDone(id, done ? now() : null));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
