package org.tessera.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A board as CSV for spreadsheets: one line for each note that everybody sees. */
final class BoardTable {

    /** What makes a spreadsheet compute a cell instead of showing it, in Latin and in full-width letters. */
    private static final String COMPUTES = "=+-@\t\r\n＝＋－＠";

    private BoardTable() {}

    static String of(Told told, Reading reading) {
        Wording wording = new Wording(reading);
        Stream<List<String>> head = Stream.of(List.of(
                wording.say("record.board.step"),
                wording.say("record.board.kind"),
                wording.say("record.board.text"),
                wording.say("record.board.group"),
                wording.say("record.board.by")));
        Stream<List<String>> lines = told.notesInOrder().stream()
                .map(note -> List.of(
                        Optional.ofNullable(told.phases().get(note.phase()))
                                .map(phase -> wording.in(phase.name()))
                                .orElse(""),
                        wording.kind(note.kind()),
                        note.text(),
                        told.groupOf(note).map(Told.Group::name).orElse(""),
                        told.writerOf(note)
                                .map(person ->
                                        reading.copy() == Copy.NAMED ? person.name() : wording.role(person.role()))
                                .orElse("")));
        // The mark at the beginning tells spreadsheets that this is UTF-8.
        return Stream.concat(head, lines)
                .map(cells -> cells.stream().map(BoardTable::cell).collect(Collectors.joining(",")))
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
