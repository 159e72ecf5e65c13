package org.tessera.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packs against the tables in {@code rights}, which were written from the sources without looking at the packs. */
class RightsTest {

    /** One cell for each phase, role and right of a pack. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("org.tessera.protocol.SeedPacksTest#packs")
    void a_pack_grants_exactly_what_its_table_says(Pack pack) {
        assertThat(grantedBy(pack)).isEqualTo(table(pack.ref().id()));
    }

    /** Whatever single cell of a pack changes, the table turns red in that cell and in no other. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("org.tessera.protocol.SeedPacksTest#packs")
    void no_cell_of_a_pack_can_change_unnoticed(Pack pack) {
        Map<String, String> written = table(pack.ref().id());
        int cells = 0;
        for (Phase phase : pack.phases()) {
            for (Role role : pack.roles()) {
                for (String right : rights()) {
                    Map<String, String> mutant = grantedBy(Flipped.cell(pack, phase, role, right));
                    List<String> red = written.keySet().stream()
                            .filter(cell -> !Objects.equals(written.get(cell), mutant.get(cell)))
                            .toList();
                    assertThat(red).containsExactly(phase.id() + " " + role.word() + " " + right);
                    cells++;
                }
            }
        }
        assertThat(cells).isEqualTo(written.size());
    }

    private static Map<String, String> grantedBy(Pack pack) {
        Map<String, String> granted = new LinkedHashMap<>();
        for (Phase phase : pack.phases()) {
            for (Role role : pack.roles()) {
                String row = phase.id() + " " + role.word() + " ";
                granted.put(row + "speak", yesOrNo(phase.speak().contains(role)));
                for (Action action : Action.values()) {
                    granted.put(row + action.word(), yesOrNo(phase.grants(role, action)));
                }
            }
        }
        return granted;
    }

    private static Map<String, String> table(String pack) {
        List<List<String>> rows = rows(pack);
        List<String> columns = rows.getFirst();
        Map<String, String> cells = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            for (String right : rights()) {
                cells.put(row.get(0) + " " + row.get(1) + " " + right, row.get(columns.indexOf(right)));
            }
        }
        return cells;
    }

    /** The rights a pack decides; the others in the table are everybody's or the facilitator's in every room. */
    private static List<String> rights() {
        return Stream.concat(Stream.of("speak"), Stream.of(Action.values()).map(Action::word))
                .toList();
    }

    private static List<List<String>> rows(String pack) {
        var bytes = Objects.requireNonNull(RightsTest.class.getResourceAsStream("/rights/" + pack + ".csv"), pack);
        try (var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String yesOrNo(boolean granted) {
        return granted ? "yes" : "no";
    }
}
