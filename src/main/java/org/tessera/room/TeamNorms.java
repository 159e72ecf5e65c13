package org.tessera.room;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.protocol.Text;

/** A team's own norms and how it kept them: the team's affair, shown to nobody outside it. */
@Service
@Transactional(readOnly = true)
public class TeamNorms {

    private final TeamNormStore store;
    private final Accounts accounts;

    TeamNorms(TeamNormStore store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    /** The norms the team took up last, with which its next meeting begins; empty if it never did. */
    public Optional<List<Text>> of(TeamId team) {
        return store.norms(team);
    }

    /** How the norms were kept from meeting to meeting, the latest first; nothing for who is not of the team. */
    public List<NormTrend> trend(TeamId team, PersonId reader) {
        return accounts.isMember(team, reader) ? store.trend(team) : List.of();
    }
}
