package org.tessera.room;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Phase;
import org.tessera.room.Entity.Debrief;
import org.tessera.room.Entity.Norm;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.Pick;

/** What an artifact holds of questions and answers, norms, choices and looking back. */
final class Spoken {

    private Spoken() {}

    /** The questions of {@code phase} that stayed in the log, each followed by its answers. */
    static List<Note> questions(Room room, Phase phase) {
        return room.notes().stream()
                .filter(note -> note.phase().equals(phase.id()) && QuestionLog.isQuestion(room, note))
                .flatMap(question -> Stream.concat(Stream.of(question), QuestionLog.answersTo(room, question)))
                .toList();
    }

    /** Whether {@code note} lies on the board, and not in the log of questions or among the drafts of norms. */
    static boolean isOnBoard(Room room, Note note) {
        return note.kind() == org.tessera.protocol.NoteKind.FEEDBACK
                || room.pack()
                        .phase(note.phase())
                        .map(Phase::instrument)
                        .filter(tool -> tool == Instrument.QUESTIONS || tool == Instrument.NORMS)
                        .isEmpty();
    }

    /** Adds what {@code phase} has to say beside its notes. */
    static void add(Room room, Phase phase, Map<String, Object> content) {
        boolean isAboutNorms = phase.instrument() == Instrument.NORMS
                || (phase.instrument() == Instrument.CHECKLIST
                        && phase.tools().items().isEmpty());
        if (isAboutNorms && !room.norms().isEmpty()) {
            content.put("norms", room.norms().stream().map(Spoken::json).toList());
        }
        if (phase.instrument() == Instrument.CHOICE) {
            content.put("choices", choices(room, phase));
        }
        room.debrief(phase.id()).ifPresent(debrief -> add(debrief, content));
    }

    private static Map<String, Object> json(Norm norm) {
        return Map.of("id", norm.id().toString(), "text", norm.text(), "hard", norm.hard());
    }

    private static List<Map<String, Object>> choices(Room room, Phase phase) {
        return phase.tools().choices().stream()
                .map(choice -> Map.<String, Object>of(
                        "id",
                        choice.id(),
                        "text",
                        new TreeMap<>(choice.text().byLanguage()),
                        "people",
                        room.picks(phase.id())
                                .filter(pick -> pick.choice().equals(choice.id()))
                                .map(Pick::by)
                                .map(MemberId::toString)
                                .sorted()
                                .toList()))
                .toList();
    }

    private static void add(Debrief debrief, Map<String, Object> content) {
        debrief.reason().ifPresent(reason -> content.put("blank", reason));
        if (debrief.voters() > 0) {
            Map<String, Object> kept = new TreeMap<>();
            debrief.kept().forEach((answer, people) -> kept.put(answer.name().toLowerCase(Locale.ROOT), people));
            Map<String, Object> hard = new HashMap<>();
            debrief.hard().forEach((norm, people) -> hard.put(String.valueOf(norm), people));
            content.put(
                    "normCheck",
                    Map.of(
                            "voters",
                            debrief.voters(),
                            "kept",
                            kept,
                            "hard",
                            new TreeMap<>(hard),
                            "norms",
                            debrief.norms().stream()
                                    .map(norm -> new TreeMap<>(norm.byLanguage()))
                                    .toList()));
        }
    }
}
