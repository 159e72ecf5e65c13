package org.tessera.submission;

import java.util.Optional;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;

/**
 * A piece of evidence as it was handed in.
 *
 * @param criterion the requirement or rubric row it is for
 * @param item which part of the requirement's package this is, where the requirement is one
 * @param sha256 of the artifact's or exhibit's content, in lower-case hex
 * @param room the meeting it comes from; nothing for an exhibit
 * @param part which part of it is meant, as {@link Part#word}
 * @param role the earner's role when the artifact was made; nothing for who was not in the room, and for an exhibit
 * @param isShared whether colleagues were there when it was made, so that it may be theirs as well
 */
public record FrozenEvidence(
        String criterion,
        Optional<String> item,
        Piece piece,
        String sha256,
        Optional<RoomId> room,
        String part,
        Optional<Role> role,
        String annotation,
        boolean isShared) {}
