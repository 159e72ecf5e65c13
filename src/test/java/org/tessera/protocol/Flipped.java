package org.tessera.protocol;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Protocols with a single right changed, to see that somebody notices. */
public final class Flipped {

    private Flipped() {}

    /** {@code pack} with one cell of its table turned over: {@code right} of {@code role} in {@code phase}. */
    public static Pack cell(Pack pack, Phase phase, Role role, String right) {
        Phase changed = right.equals("speak")
                ? with(phase, flipped(phase.speak(), role), phase.may())
                : with(phase, phase.speak(), flipped(phase.may(), action(right), role));
        return pack.withPhases(pack.phases().stream()
                .map(each -> each.id().equals(phase.id()) ? changed : each)
                .toList());
    }

    private static Phase with(Phase phase, Set<Role> speak, Map<Action, Set<Role>> may) {
        return new Phase(
                phase.id(),
                phase.name(),
                phase.minutes(),
                phase.mode(),
                phase.grouping(),
                phase.instrument(),
                speak,
                may,
                phase.visibility(),
                phase.kinds(),
                phase.unlocks(),
                phase.yields(),
                phase.prompts(),
                phase.expiry(),
                phase.budget(),
                phase.least(),
                phase.rework(),
                phase.optional(),
                phase.tools(),
                phase.round(),
                phase.timing(),
                phase.turn());
    }

    private static Map<Action, Set<Role>> flipped(Map<Action, Set<Role>> may, Action action, Role role) {
        Map<Action, Set<Role>> changed = new HashMap<>(may);
        changed.put(action, flipped(may.getOrDefault(action, Set.of()), role));
        return changed;
    }

    private static Set<Role> flipped(Set<Role> roles, Role role) {
        Set<Role> changed = new HashSet<>(roles);
        if (!changed.remove(role)) {
            changed.add(role);
        }
        return changed;
    }

    private static Action action(String word) {
        return Arrays.stream(Action.values())
                .filter(action -> action.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
