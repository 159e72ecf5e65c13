package org.tessera.room.ui;

import java.time.Instant;
import java.util.Optional;
import org.tessera.protocol.Role;
import org.tessera.room.MemberId;

/**
 * A person of the room as the page shows them.
 *
 * @param hand since when the hand is up
 * @param here whether the person's board is connected
 */
record PersonPicture(
        MemberId id,
        String name,
        Role role,
        boolean guest,
        boolean agreed,
        boolean ready,
        Optional<Instant> hand,
        boolean here) {}
