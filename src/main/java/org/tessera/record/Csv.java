package org.tessera.record;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table for spreadsheets: CSV as RFC 4180 has it, marked as UTF-8, in which no cell is computed. */
public final class Csv {

    /** What makes a spreadsheet compute a cell instead of showing it, in Latin and in full-width letters. */
    private static final String COMPUTES = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** The whole file; the first line is the head. */
    public static String of(Stream<List<String>> lines) {
        // The mark at the beginning tells spreadsheets that this is UTF-8.
        return lines.map(cells -> cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    }

    private static String cell(String text) {
        return '"' + (computes(text) ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    private static boolean computes(String text) {
        String bare = text.stripLeading();
        return Stream.of(text, bare)
                .filter(each -> !each.isEmpty())
                .anyMatch(each -> COMPUTES.indexOf(each.charAt(0)) >= 0);
    }
}
