package org.tessera.submission;

import java.time.Instant;
import java.util.Optional;
import org.tessera.artifact.Artifact;
import org.tessera.exhibit.Exhibit;

/** Something a person may link, with all that is known of it. */
public sealed interface Linkable {

    /** What a link to it says. */
    Piece piece();

    /** When it was made. */
    Instant at();

    /** What a meeting left behind. */
    record Left(Artifact artifact) implements Linkable {
        @Override
        public Piece piece() {
            return Piece.of(artifact.id());
        }

        @Override
        public Instant at() {
            return artifact.at();
        }
    }

    /** What the person shows that no meeting left. */
    record Own(Exhibit exhibit) implements Linkable {
        @Override
        public Piece piece() {
            return Piece.of(exhibit.id());
        }

        @Override
        public Instant at() {
            return exhibit.at();
        }
    }

    /** The artifact, where it is one. */
    default Optional<Artifact> left() {
        return switch (this) {
            case Left(var artifact) -> Optional.of(artifact);
            case Own _ -> Optional.empty();
        };
    }
}
