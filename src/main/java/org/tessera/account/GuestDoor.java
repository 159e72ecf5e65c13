package org.tessera.account;

import java.util.Optional;
import java.util.UUID;

/** The rooms that take guests. Implemented where rooms live; without it nobody is let in. */
public interface GuestDoor {

    /**
     * The room a code opens right now.
     *
     * @param code six capital letters, already cleaned of spaces and hyphens
     * @return nothing for unknown codes and for rooms that take no guests at the moment
     */
    Optional<UUID> roomForCode(String code);

    /** Gives the guest a place in the room; called once the guest's row is stored. */
    void admitted(UUID room, PersonId guest, String name);
}
