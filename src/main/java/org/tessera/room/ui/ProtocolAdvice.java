package org.tessera.room.ui;

import java.util.Locale;
import java.util.Optional;
import org.tessera.account.SignedIn;
import org.tessera.account.TeamId;
import org.tessera.protocol.Pack;

/** What another feature has to say to somebody who is about to choose a protocol for a meeting of a team. */
@FunctionalInterface
public interface ProtocolAdvice {

    /** A sentence or two for this person; nothing where there is nothing to mind. It never keeps anybody from choosing. */
    Optional<String> about(SignedIn person, TeamId team, Pack chosen, Locale language);
}
