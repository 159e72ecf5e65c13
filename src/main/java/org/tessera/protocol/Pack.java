package org.tessera.protocol;

import java.util.List;
import java.util.Optional;

/**
 * A protocol in one exact version.
 *
 * @param aspect the aspect of performance assessment it works on (for example {@code student-work}), as credentials
 *     count it
 * @param norms suggested norms, shown and agreed at the start
 * @param protections rules over several phases
 */
public record Pack(
        PackRef ref,
        Text name,
        Text purpose,
        Attribution attribution,
        String aspect,
        GroupSize groupSize,
        List<Role> roles,
        List<Text> norms,
        List<Protection> protections,
        List<Phase> phases) {

    public Pack {
        roles = List.copyOf(roles);
        norms = List.copyOf(norms);
        protections = List.copyOf(protections);
        phases = List.copyOf(phases);
    }

    /** The phase with this id, if the pack has one. */
    public Optional<Phase> phase(String id) {
        return phases.stream().filter(phase -> phase.id().equals(id)).findFirst();
    }

    /** The planned minutes of all phases together. */
    public int totalMinutes() {
        return phases.stream().mapToInt(phase -> phase.minutes().target()).sum();
    }
}
