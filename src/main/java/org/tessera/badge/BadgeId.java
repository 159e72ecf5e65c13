package org.tessera.badge;

import java.util.Optional;
import java.util.UUID;

/** Identity of a badge. It stands in the badge's public address and cannot be guessed. */
public record BadgeId(UUID value) {

    /** The id written so; nothing if the text is none. */
    public static Optional<BadgeId> read(String text) {
        try {
            UUID id = UUID.fromString(text);
            // one spelling only
            return id.toString().equals(text) ? Optional.of(new BadgeId(id)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
