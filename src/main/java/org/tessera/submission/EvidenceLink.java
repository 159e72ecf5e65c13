package org.tessera.submission;

import java.time.Instant;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialRef;
import org.tessera.protocol.Role;

/**
 * One person's claim that a piece, or a part of it, is evidence for a requirement or rubric row. What it is of never
 * changes and carries its checksum; an artifact also carries its room and its phase.
 *
 * @param credential the exact version the person works towards
 * @param criterion id of the requirement or rubric row in it
 * @param item which part of the requirement's package this is, where the requirement is one
 * @param role the person's role when the artifact was made; nothing for who was not in the room, and for an exhibit
 * @param annotation the person's own words on why, 1 to {@value #MOST} characters
 * @param version counts the rewordings, for optimistic locking
 */
public record EvidenceLink(
        EvidenceLinkId id,
        PersonId person,
        Piece piece,
        CredentialRef credential,
        String criterion,
        Optional<String> item,
        Part part,
        Optional<Role> role,
        String annotation,
        int version,
        Instant at) {

    /** The longest annotation, in characters. */
    public static final int MOST = 2000;
}
