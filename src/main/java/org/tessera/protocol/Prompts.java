package org.tessera.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * What the room tells people in a phase.
 *
 * @param task the one thing to do now, for everybody
 * @param forRole wording of its own for a role, for example the listening presenter
 * @param say what the facilitator says to open the phase
 * @param watch what the facilitator watches for
 */
public record Prompts(Text task, Map<Role, Text> forRole, Optional<Text> say, Optional<Text> watch) {

    public Prompts {
        forRole = Map.copyOf(forRole);
    }
}
