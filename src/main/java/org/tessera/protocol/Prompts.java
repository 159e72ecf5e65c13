package org.tessera.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the room tells people in a phase.
 *
 * @param task the one thing to do now, for everybody
 * @param forRole wording of its own for a role, for example the listening presenter
 * @param say what the facilitator says to open the phase
 * @param watch what the facilitator watches for
 * @param mistakes what goes wrong most often here, each told at its moment to the facilitator only
 */
public record Prompts(
        Text task, Map<Role, Text> forRole, Optional<Text> say, Optional<Text> watch, List<Mistake> mistakes) {

    public Prompts {
        forRole = Map.copyOf(forRole);
        mistakes = List.copyOf(mistakes);
    }
}
