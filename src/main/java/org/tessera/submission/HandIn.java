package org.tessera.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.room.RoomId;

/**
 * What an earner hands in, word for word. It holds nothing but what assessors get: no comments, no names.
 *
 * @param answers the texts, in the order of the parts
 * @param collaboration how the earner worked with others, naming nobody; may be blank
 * @param evidence in the order of the requirements and rubric rows
 * @param references the list of references of all texts together
 * @param attachments what was spoken, drawn or photographed beside the texts; nothing in what was handed in before there was
 *     such a thing
 */
public record HandIn(
        List<WrittenAnswer> answers,
        String collaboration,
        List<FrozenEvidence> evidence,
        List<String> references,
        @Nullable List<FrozenAttachment> attachments) {

    /** Part 2 of every submission: it is made of evidence, not of a text. */
    public static final String EVIDENCE = "evidence";

    public HandIn {
        answers = List.copyOf(answers);
        evidence = List.copyOf(evidence);
        references = List.copyOf(references);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** Words and evidence alone. */
    public HandIn(
            List<WrittenAnswer> answers, String collaboration, List<FrozenEvidence> evidence, List<String> references) {
        this(answers, collaboration, evidence, references, List.of());
    }

    @Override
    public List<FrozenAttachment> attachments() {
        return attachments == null ? List.of() : attachments;
    }

    /** What stands beside the text of a part. */
    public List<FrozenAttachment> beside(String part) {
        return attachments().stream().filter(one -> one.part().equals(part)).toList();
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
        List<FrozenAttachment> beside = Stream.concat(
                        attachments().stream().filter(one -> open.hasPart(one.part())),
                        before.attachments().stream().filter(one -> !open.hasPart(one.part())))
                .toList();
        return new HandIn(texts, collaboration, pieces, references, beside);
    }

    private List<FrozenEvidence> of(String row) {
        return evidence.stream().filter(piece -> piece.criterion().equals(row)).toList();
    }
}
