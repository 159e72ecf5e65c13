package org.tessera.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.room.RoomId;

/**
 * What an earner hands in, word for word. It holds nothing but what assessors get: no comments, no names.
 *
 * @param answers the texts, in the order of the parts
 * @param collaboration how the earner worked with others, naming nobody; may be blank
 * @param evidence in the order of the requirements and rubric rows
 * @param references the list of references of all texts together
 */
public record HandIn(
        List<WrittenAnswer> answers, String collaboration, List<FrozenEvidence> evidence, List<String> references) {

    /** Part 2 of every submission: it is made of evidence, not of a text. */
    public static final String EVIDENCE = "evidence";

    public HandIn {
        answers = List.copyOf(answers);
        evidence = List.copyOf(evidence);
        references = List.copyOf(references);
    }

    /** The text of a part, if there is one. */
    public Optional<String> answer(String part) {
        return answers.stream()
                .filter(answer -> answer.part().equals(part))
                .map(WrittenAnswer::text)
                .findFirst();
    }

    /** The meetings its evidence comes from. */
    Set<RoomId> rooms() {
        return evidence.stream().flatMap(piece -> piece.room().stream()).collect(Collectors.toSet());
    }

    /** The same, but with what stands in {@code before} wherever a row is closed. */
    HandIn keeping(HandIn before, OpenRows open) {
        List<WrittenAnswer> texts = answers.stream()
                .map(answer -> open.hasPart(answer.part())
                        ? answer
                        : new WrittenAnswer(
                                answer.part(), before.answer(answer.part()).orElse("")))
                .toList();
        List<FrozenEvidence> pieces = new ArrayList<>();
        Stream.concat(before.evidence.stream(), evidence.stream())
                .map(FrozenEvidence::criterion)
                .distinct()
                .forEach(row -> pieces.addAll((open.hasRow(row) ? this : before).of(row)));
        return new HandIn(texts, collaboration, pieces, references);
    }

    private List<FrozenEvidence> of(String row) {
        return evidence.stream().filter(piece -> piece.criterion().equals(row)).toList();
    }
}
