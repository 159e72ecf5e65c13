package org.tessera.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.account.Person;
import org.tessera.credential.Credential;

/**
 * A draft as somebody reads it who was invited to help.
 *
 * @param texts of the parts, in order, as they are now
 * @param collaboration the note on working together
 * @param comments of everybody who was invited
 * @param written what the reader is still writing about spots
 * @param mayComment whether nothing has been handed in, or it is open again
 */
public record HelpDesk(
        Invitation invitation,
        Person earner,
        Credential credential,
        Status status,
        boolean needsTalk,
        List<WrittenAnswer> texts,
        List<FrozenAttachment> beside,
        String collaboration,
        List<Linked> evidence,
        List<Comment> comments,
        Map<Spot, CommentDraft> written,
        boolean mayComment) {

    public HelpDesk {
        texts = List.copyOf(texts);
        beside = List.copyOf(beside);
        evidence = List.copyOf(evidence);
        comments = List.copyOf(comments);
        written = Map.copyOf(written);
    }

    /** What a link says, and what it is to: an artifact only if the reader may open it as well. */
    public record Linked(String row, String annotation, Optional<Linkable> what) {}

    /** The words at a spot, as far as it has some. */
    public List<String> wordsAt(Spot spot) {
        return switch (spot) {
            case Spot.OfCollaboration _ -> List.of(collaboration);
            case Spot.OfPart(var part) ->
                texts.stream()
                        .filter(text -> text.part().equals(part))
                        .map(WrittenAnswer::text)
                        .toList();
            case Spot.OfRow(var row) ->
                evidence.stream()
                        .filter(piece -> piece.row().equals(row))
                        .map(Linked::annotation)
                        .toList();
        };
    }
}
