package org.tessera.room.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was arranged for a meeting beforehand.
 *
 * @param scheduledAt when it is to be, if that was said
 * @param people for how many people its time was fitted, if it was
 * @param files what was brought to it
 * @param cancelled why it was never held, no words where nobody said; nothing if it was not cancelled
 */
record Arranged(
        Optional<Instant> scheduledAt, Optional<Integer> people, List<BroughtFile> files, Optional<String> cancelled) {

    static final Arranged NOTHING = new Arranged(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    Arranged {
        files = List.copyOf(files);
    }

    /**
     * A file that was brought.
     *
     * @param kind the wire's word
     * @param title as the room tells it, which it does once the file is open
     * @param opens the step that opens it; nothing for one that is open, or that no step opens
     */
    record BroughtFile(UUID id, String kind, Optional<String> title, Optional<String> opens) {}
}
