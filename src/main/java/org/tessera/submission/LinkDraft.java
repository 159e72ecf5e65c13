package org.tessera.submission;

import java.util.Optional;
import org.tessera.artifact.ArtifactId;
import org.tessera.credential.CredentialRef;

/**
 * A link as a person asks for it.
 *
 * @param item which part of the requirement's package this is; nothing where the requirement is no package
 */
public record LinkDraft(
        Piece piece, CredentialRef credential, String criterion, Optional<String> item, Part part, String annotation) {

    /** A link of a whole artifact to a requirement that is no package. */
    public LinkDraft(ArtifactId artifact, CredentialRef credential, String criterion, String annotation) {
        this(Piece.of(artifact), credential, criterion, annotation);
    }

    /** A link of a whole piece to a requirement that is no package. */
    public LinkDraft(Piece piece, CredentialRef credential, String criterion, String annotation) {
        this(piece, credential, criterion, Optional.empty(), Part.WHOLE, annotation);
    }
}
