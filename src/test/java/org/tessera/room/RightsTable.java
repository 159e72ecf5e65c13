package org.tessera.room;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may do what: an answer for each phase, role and right. {@code yes} and {@code no} are the only answers a table in
 * {@code src/test/resources/rights} knows; whatever else the room answers is wrong already.
 */
record RightsTable(Map<Cell, String> answers) {

    /** One right of one role in one phase, by the words of the pack. */
    record Cell(String phase, String role, String right) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return phase + " " + role + " " + right;
        }
    }

    RightsTable {
        answers = Map.copyOf(answers);
    }

    /** The table somebody wrote by hand from the sources of the protocol. */
    static RightsTable writtenFor(String pack) {
        List<List<String>> rows = rows(pack);
        List<String> columns = rows.getFirst();
        Map<Cell, String> answers = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int column = 2; column < columns.size(); column++) {
                answers.put(new Cell(row.get(0), row.get(1), columns.get(column)), row.get(column));
            }
        }
        return new RightsTable(answers);
    }

    private static List<List<String>> rows(String pack) {
        var bytes = Objects.requireNonNull(RightsTable.class.getResourceAsStream("/rights/" + pack + ".csv"), pack);
        try (var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<Cell, String> onlyIn(List<Cell> cells) {
        Map<Cell, String> some = new TreeMap<>(answers);
        some.keySet().retainAll(cells);
        return some;
    }

    /** The table with these rights only. */
    RightsTable about(Set<String> rights) {
        Map<Cell, String> some = new LinkedHashMap<>(answers);
        some.keySet().removeIf(cell -> !rights.contains(cell.right()));
        return new RightsTable(some);
    }

    RightsTable in(String phase) {
        Map<Cell, String> some = new LinkedHashMap<>(answers);
        some.keySet().removeIf(cell -> !cell.phase().equals(phase));
        return new RightsTable(some);
    }

    /** The cells in which the two tables do not say the same, missing ones included. */
    List<Cell> differencesFrom(RightsTable other) {
        TreeSet<Cell> cells = new TreeSet<>(answers.keySet());
        cells.addAll(other.answers.keySet());
        cells.removeIf(cell -> Objects.equals(answers.get(cell), other.answers.get(cell)));
        return List.copyOf(cells);
    }
}
