package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.protocol.Action;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.protocol.ShippedPacks;
import org.tessera.room.RightsTable.Cell;

/**
 * The room against the tables in {@code rights}, which were written from the sources without looking at packs or code:
 * in every phase somebody of every role really tries it.
 */
class RightsTest {

    @ParameterizedTest
    @ValueSource(strings = {"looking-at-student-work", "post-it-vision"})
    void a_room_allows_exactly_what_the_table_of_its_protocol_says(String id) {
        RightsTable written = RightsTable.writtenFor(id).about(RightsTrial.TRIED);
        RightsTable allowed = new RightsTrial(ShippedPacks.read(id)).table();

        assertThat(allowed.differencesFrom(written))
                .as(() -> "the room answers " + allowed.onlyIn(allowed.differencesFrom(written)))
                .isEmpty();
    }

    /** A cell nobody would miss proves nothing: whatever single grant changes, its own cell turns red and no other. */
    @ParameterizedTest
    @ValueSource(strings = {"looking-at-student-work", "post-it-vision"})
    void no_single_grant_can_change_without_turning_its_own_cell_red(String id) {
        Pack pack = ShippedPacks.read(id);
        RightsTrial trial = new RightsTrial(pack);
        RightsTable written = RightsTable.writtenFor(id).about(RightsTrial.TRIED);
        List<String> unnoticed = new ArrayList<>();
        int mutants = 0;
        for (Phase phase : pack.phases()) {
            RightsTable table = written.in(phase.id());
            for (Role role : pack.roles()) {
                for (String right : rightsOfPacks()) {
                    RightsTable mutant = trial.table(phase.id(), flipped(pack, phase, role, right));
                    Cell cell = new Cell(phase.id(), role.word(), right);
                    if (!table.differencesFrom(mutant).equals(List.of(cell))) {
                        unnoticed.add(cell + " turned red: " + table.differencesFrom(mutant));
                    }
                    mutants++;
                }
            }
        }

        assertThat(unnoticed).isEmpty();
        assertThat(mutants).isEqualTo(pack.phases().size() * pack.roles().size() * 7);
    }

    private static List<String> rightsOfPacks() {
        return List.of("speak", "post", "arrange", "vote", "statement", "answer", "goal");
    }

    private static Pack flipped(Pack pack, Phase phase, Role role, String right) {
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
