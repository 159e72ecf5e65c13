package org.tessera.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows and cells as spreadsheets write them to a text: cells may be quoted, and hold quotes, separators and line breaks then. */
final class Table {

    private static final char[] SEPARATORS = {'\t', ';', ','};

    private final String text;
    private final char separator;

    Table(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    /** @param number the line it begins at, counted from one */
    record Row(int number, List<String> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** What stands in a column; empty where there is none. */
        String cell(@Nullable Integer column) {
            return column == null || column >= cells.size() ? "" : cells.get(column);
        }
    }

    /** What stands most often in the first line, outside of quotes. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (char c : text.stripLeading().toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            }
            for (int i = 0; i < SEPARATORS.length && !quoted; i++) {
                counts[i] += c == SEPARATORS[i] ? 1 : 0;
            }
        }
        int best = 0;
        for (int i = 1; i < SEPARATORS.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS[best];
    }

    /** All rows; nothing if a quotation mark never closes. */
    Optional<List<Row>> rows() {
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int begun = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean breaks = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (breaks) {
                cells.add(cell.toString());
                cell.setLength(0);
                rows.add(new Row(begun, List.copyOf(cells)));
                cells.clear();
                begun = line + 1;
            } else if (c != '\r') {
                cell.append(c);
            }
            line += breaks ? 1 : 0;
        }
        cells.add(cell.toString());
        rows.add(new Row(begun, List.copyOf(cells)));
        return quoted ? Optional.empty() : Optional.of(rows);
    }
}
