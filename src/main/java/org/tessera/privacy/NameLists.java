package org.tessera.privacy;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.account.TeamId;

/**
 * The names of students a team wants to have looked for. They can be added to and deleted; nobody is ever shown them again,
 * not even who typed them.
 */
@Service
public class NameLists {

    /** The longest name, in characters. */
    public static final int LONGEST = 120;

    /** The most names of a team. */
    public static final int MOST = 2000;

    private final NameListStore store;
    private final NameListKey key;
    private final Accounts accounts;
    private final InstantSource clock;

    NameLists(NameListStore store, NameListKey key, Accounts accounts, InstantSource clock) {
        this.store = store;
        this.key = key;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** How many names a team has in its list. */
    @Transactional(readOnly = true)
    public int count(TeamId team) {
        return store.count(team);
    }

    /**
     * Adds names, one a line, to a team's list; how many it has then. Nothing changes for somebody who is not of the team.
     */
    @Transactional
    public int add(PersonId by, TeamId team, String lines) {
        if (!accounts.isMember(team, by)) {
            return 0;
        }
        Set<String> names = new LinkedHashSet<>(students(team));
        lines.lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST)
                .limit(MOST)
                .forEach(names::add);
        List<String> kept = names.stream().limit(MOST).toList();
        store.put(
                team,
                key.seal(team, String.join("\n", kept)),
                kept.size(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return kept.size();
    }

    /** Deletes a team's list; nothing changes for somebody who is not of the team. */
    @Transactional
    public void clear(PersonId by, TeamId team) {
        if (accounts.isMember(team, by)) {
            store.delete(team);
        }
    }

    /** Whom to look for in what a team brings. */
    @Transactional(readOnly = true)
    People peopleOf(TeamId team) {
        List<String> everybody =
                accounts.team(team).map(Team::district).map(accounts::peopleOf).orElse(List.of()).stream()
                        .map(Person::name)
                        .toList();
        List<String> close = new ArrayList<>(students(team));
        accounts.membersOf(team).stream().map(Person::name).forEach(close::add);
        return new People(everybody, close);
    }

    private List<String> students(TeamId team) {
        return store.sealed(team)
                .map(bytes -> key.open(team, bytes).lines().toList())
                .orElse(List.of());
    }
}
