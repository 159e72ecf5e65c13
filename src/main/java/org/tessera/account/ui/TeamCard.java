package org.tessera.account.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.tessera.account.SignedIn;
import org.tessera.account.Team;

/**
 * A section of a team's page. Every feature may give one, as a Spring bean; they stand in the order of
 * {@link org.springframework.core.annotation.Order}.
 */
@FunctionalInterface
public interface TeamCard {

    /** The section as this member sees it; nothing where it would only be in the way. */
    Optional<Component> forTeam(Team team, SignedIn member);
}
