package org.tessera.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A protocol in one exact version.
 *
 * @param aspect the aspect of performance assessment it works on (for example {@code student-work}), as credentials
 *     count it
 * @param norms suggested norms, shown and agreed at the start
 * @param protections rules over several phases
 * @param repeats phases that are held several times in a row, in a pack as written; one that is unfolded has none
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
        List<Repeat> repeats,
        List<Phase> phases) {

    public Pack {
        roles = List.copyOf(roles);
        norms = List.copyOf(norms);
        protections = List.copyOf(protections);
        repeats = List.copyOf(repeats);
        phases = List.copyOf(phases);
    }

    /** The phase with this id, if the pack has one. */
    public Optional<Phase> phase(String id) {
        return phases.stream().filter(phase -> phase.id().equals(id)).findFirst();
    }

    /** The planned length of all phases of the meeting together, in minutes begun. */
    public int totalMinutes() {
        Duration total = phases.stream()
                .filter(phase -> phase.timing() == Timing.MEETING)
                .map(Phase::planned)
                .reduce(Duration.ZERO, Duration::plus);
        return (int) total.plusSeconds(59).toMinutes();
    }

    /** How often each of {@link #repeats} is held in a group of {@code people}, if nobody says otherwise. */
    public List<Integer> timesFor(int people) {
        return repeats.stream()
                .map(repeat -> repeat.per() == Repeat.Per.PERSON ? people : repeat.target())
                .toList();
    }

    /**
     * This pack with every repetition written out: phases that repeat become {@code id.1}, {@code id.2} and so on. What
     * goes beyond the least number of repetitions may be skipped.
     *
     * @param times how often each of {@link #repeats} is held, in their order
     */
    public Pack unfolded(List<Integer> times) {
        if (repeats.isEmpty()) {
            return this;
        }
        List<Phase> written = new ArrayList<>();
        int place = 0;
        while (place < phases.size()) {
            int which = repeatBeginningWith(phases.get(place).id());
            if (which < 0) {
                written.add(phases.get(place));
                place++;
                continue;
            }
            Repeat repeat = repeats.get(which);
            int size = repeat.phases().size();
            for (int number = 1; number <= times.get(which); number++) {
                for (Phase phase : phases.subList(place, place + size)) {
                    written.add(phase.repeated(number, number > repeat.min()));
                }
            }
            place += size;
        }
        return with(List.of(), written);
    }

    private int repeatBeginningWith(String phase) {
        for (int i = 0; i < repeats.size(); i++) {
            if (repeats.get(i).phases().getFirst().equals(phase)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether {@code phase} is one that each person holds in turn, acting as the presenter. */
    public boolean isHeldInTurn(String phase) {
        return repeats.stream()
                .anyMatch(repeat ->
                        repeat.per() == Repeat.Per.PERSON && repeat.phases().contains(phase));
    }

    /** This pack, meant for groups of another size. */
    Pack meantFor(GroupSize others) {
        return new Pack(ref, name, purpose, attribution, aspect, others, roles, norms, protections, repeats, phases);
    }

    private Pack with(List<Repeat> otherRepeats, List<Phase> otherPhases) {
        return new Pack(
                ref,
                name,
                purpose,
                attribution,
                aspect,
                groupSize,
                roles,
                norms,
                protections,
                otherRepeats,
                otherPhases);
    }

    /** This pack with other phases in place of its own. */
    public Pack withPhases(List<Phase> others) {
        return with(repeats, others);
    }
}
