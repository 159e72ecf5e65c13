package org.tessera.submission;

import java.util.Optional;
import java.util.UUID;
import org.tessera.artifact.ArtifactId;
import org.tessera.exhibit.ExhibitId;

/** What is offered as evidence: something a meeting left, or something its person shows besides. */
public sealed interface Piece {

    /** Its id, of whichever kind it is. */
    UUID value();

    /** What a meeting left behind. */
    record OfArtifact(ArtifactId id) implements Piece {
        @Override
        public UUID value() {
            return id.value();
        }
    }

    /** What the person shows that no meeting left. */
    record OfExhibit(ExhibitId id) implements Piece {
        @Override
        public UUID value() {
            return id.value();
        }
    }

    /** The artifact, where it is one. */
    default Optional<ArtifactId> artifact() {
        return switch (this) {
            case OfArtifact(var id) -> Optional.of(id);
            case OfExhibit _ -> Optional.empty();
        };
    }

    /** The exhibit, where it is one. */
    default Optional<ExhibitId> exhibit() {
        return switch (this) {
            case OfArtifact _ -> Optional.empty();
            case OfExhibit(var id) -> Optional.of(id);
        };
    }

    /** An artifact as a piece. */
    static Piece of(ArtifactId id) {
        return new OfArtifact(id);
    }

    /** An exhibit as a piece. */
    static Piece of(ExhibitId id) {
        return new OfExhibit(id);
    }
}
