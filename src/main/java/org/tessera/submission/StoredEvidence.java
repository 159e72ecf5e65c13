package org.tessera.submission;

import java.util.Optional;
import org.tessera.artifact.ArtifactId;
import org.tessera.exhibit.ExhibitId;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;
import tools.jackson.databind.util.StdConverter;

/** A piece of evidence as it is stored: flat, with an artifact and its room, or with an exhibit. */
record StoredEvidence(
        String criterion,
        Optional<String> item,
        Optional<ArtifactId> artifact,
        Optional<ExhibitId> exhibit,
        String sha256,
        Optional<RoomId> room,
        String part,
        Optional<Role> role,
        String annotation,
        boolean isShared) {

    /** From what is handed in to what is stored. */
    static final class Out extends StdConverter<FrozenEvidence, StoredEvidence> {
        @Override
        public StoredEvidence convert(FrozenEvidence evidence) {
            return new StoredEvidence(
                    evidence.criterion(),
                    evidence.item(),
                    evidence.piece().artifact(),
                    evidence.piece().exhibit(),
                    evidence.sha256(),
                    evidence.room(),
                    evidence.part(),
                    evidence.role(),
                    evidence.annotation(),
                    evidence.isShared());
        }
    }

    /** From what is stored to what was handed in. */
    static final class In extends StdConverter<StoredEvidence, FrozenEvidence> {
        @Override
        public FrozenEvidence convert(StoredEvidence stored) {
            Piece piece = stored.artifact()
                    .map(Piece::of)
                    .or(() -> stored.exhibit().map(Piece::of))
                    .orElseThrow(() -> new IllegalStateException("evidence of nothing was stored"));
            return new FrozenEvidence(
                    stored.criterion(),
                    stored.item(),
                    piece,
                    stored.sha256(),
                    stored.room(),
                    stored.part(),
                    stored.role(),
                    stored.annotation(),
                    stored.isShared());
        }
    }
}
