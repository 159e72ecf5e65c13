package org.tessera.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One timed step of a protocol.
 *
 * @param id short name, unique in the pack
 * @param speak the roles that have the floor; empty in silent phases
 * @param may which roles may do what in the shared area
 * @param kinds the kinds of note open in this phase, the first being the usual one
 * @param unlocks kinds of material that become visible when the phase starts, for example {@code context}
 * @param yields the artifact the phase leaves behind, if any
 * @param budget dots per person where the instrument is {@link Instrument#DOTS}, notes each person may post where it
 *     is a board with a limit; 0 means no limit
 * @param least the lowest answer of a check with which it passes (five fingers: 3); 0 where there is none
 * @param rework id of the phase to go back to when a check does not pass, if any
 * @param optional whether the facilitator may skip it
 */
public record Phase(
        String id,
        Text name,
        Minutes minutes,
        Mode mode,
        Grouping grouping,
        Instrument instrument,
        Set<Role> speak,
        Map<Action, Set<Role>> may,
        Visibility visibility,
        List<NoteKind> kinds,
        List<String> unlocks,
        Optional<PhaseYield> yields,
        Prompts prompts,
        Expiry expiry,
        int budget,
        int least,
        Optional<String> rework,
        boolean optional) {

    public Phase {
        speak = Set.copyOf(speak);
        may = Map.copyOf(may);
        kinds = List.copyOf(kinds);
        unlocks = List.copyOf(unlocks);
    }

    /** Whether the protocol grants {@code action} to {@code role} in this phase. */
    public boolean grants(Role role, Action action) {
        return may.getOrDefault(action, Set.of()).contains(role);
    }
}
