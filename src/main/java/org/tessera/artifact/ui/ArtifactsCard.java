package org.tessera.artifact.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;
import org.tessera.account.ui.TeamCard;
import org.tessera.artifact.Artifacts;

/** Lists on a team's page what its meetings left behind. */
@org.springframework.stereotype.Component
@Order(200)
class ArtifactsCard implements TeamCard {

    private final Artifacts artifacts;

    ArtifactsCard(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public Optional<Component> forTeam(Team team, SignedIn member) {
        return Optional.of(new TeamArtifacts(artifacts.ofTeam(team.id())));
    }
}
