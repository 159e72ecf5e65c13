package org.tessera.entry;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.submission.Picks;

/** Who has to do with a team: its members, and the coaches they named. For everybody else the team does not exist. */
@Service
public class Circles {

    private final Accounts accounts;
    private final Picks picks;

    Circles(Accounts accounts, Picks picks) {
        this.accounts = accounts;
        this.picks = picks;
    }

    /** What {@code person} is to the team; nothing for strangers, guests and people of other districts. */
    public Optional<Standing> of(TeamId team, PersonId person) {
        if (accounts.isMember(team, person)) {
            return Optional.of(Standing.MEMBER);
        }
        boolean coaches = sameDistrict(team, person)
                && picks.coachedBy(person).stream().anyMatch(earner -> accounts.isMember(team, earner));
        return coaches ? Optional.of(Standing.COACH) : Optional.empty();
    }

    private boolean sameDistrict(TeamId team, PersonId person) {
        return accounts.team(team)
                .flatMap(found ->
                        accounts.person(person).filter(one -> one.district().equals(found.district())))
                .isPresent();
    }
}
