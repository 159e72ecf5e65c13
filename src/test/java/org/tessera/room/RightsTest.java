package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.protocol.Flipped;
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
                    RightsTable mutant = trial.table(phase.id(), Flipped.cell(pack, phase, role, right));
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
}
