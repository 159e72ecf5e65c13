package org.tessera.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A board as CSV for spreadsheets: one line for each note that everybody sees. */
final class BoardTable {

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
        return Csv.of(Stream.concat(head, lines));
    }
}
