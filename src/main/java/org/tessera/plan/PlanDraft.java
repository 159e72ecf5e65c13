package org.tessera.plan;

import java.util.List;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.credential.CredentialId;

/**
 * A plan as somebody asks for it.
 *
 * @param stack what the team works towards
 * @param earners who means to earn it
 */
public record PlanDraft(TeamId team, CredentialId stack, List<PersonId> earners, Term term) {

    public PlanDraft {
        earners = List.copyOf(earners);
    }
}
