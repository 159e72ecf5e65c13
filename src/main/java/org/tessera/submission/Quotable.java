package org.tessera.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Artifacts;
import org.tessera.artifact.Content;
import org.tessera.room.MemberId;
import org.tessera.room.Rooms;

/**
 * What somebody may quote from meetings: the own notes, what the group wrote together, and notes of colleagues as long as
 * they agree to it.
 */
@Service
public class Quotable {

    private final Artifacts artifacts;
    private final Rooms rooms;
    private final Consents consents;

    Quotable(Artifacts artifacts, Rooms rooms, Consents consents) {
        this.artifacts = artifacts;
        this.rooms = rooms;
        this.consents = consents;
    }

    /** Words of an artifact, and whose they are. */
    public record Piece(Artifact artifact, Whose whose, String text) {}

    /** Who wrote something. */
    public enum Whose {
        MINE,
        OURS,
        /** A colleague's, who agrees. */
        THEIRS
    }

    /** What the artifacts hold that {@code person} may quote, in order. */
    @Transactional(readOnly = true)
    public List<Piece> of(PersonId person, List<Artifact> from) {
        List<Piece> pieces = new ArrayList<>();
        for (Artifact artifact : from) {
            artifacts
                    .contentOf(artifact.id(), person)
                    .map(Content::of)
                    .ifPresent(content -> pieces.addAll(pieces(person, artifact, content)));
        }
        return pieces;
    }

    private List<Piece> pieces(PersonId person, Artifact artifact, Content content) {
        List<Piece> pieces = new ArrayList<>();
        content.statements().stream()
                .filter(statement -> statement.people() == null)
                .forEach(statement -> pieces.add(new Piece(artifact, Whose.OURS, statement.text())));
        content.norms().forEach(norm -> pieces.add(new Piece(artifact, Whose.OURS, norm.text())));
        content.agreed().forEach(agreed -> pieces.add(new Piece(artifact, Whose.OURS, agreed.rationale())));
        Optional<String> me = rooms.pseudonymOf(artifact.room(), person).map(MemberId::toString);
        content.notes().stream()
                .filter(note -> me.isPresent() && me.get().equals(note.by()))
                .forEach(note -> pieces.add(new Piece(artifact, Whose.MINE, note.text())));
        content.goals().stream()
                .filter(goal -> me.isPresent() && me.get().equals(goal.by()))
                .forEach(goal -> pieces.add(new Piece(artifact, Whose.MINE, goal.text())));
        consents.quotable(person, artifact.id()).stream()
                .filter(quoted -> quoted.by() instanceof Quoted.By.Colleague)
                .flatMap(quoted -> quoted.text().stream())
                .forEach(text -> pieces.add(new Piece(artifact, Whose.THEIRS, text)));
        pieces.removeIf(piece -> piece.text().isBlank());
        return pieces;
    }
}
