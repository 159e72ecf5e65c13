package org.tessera.submission;

import java.util.UUID;

/** Identity of an invitation to help. */
public record InvitationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
