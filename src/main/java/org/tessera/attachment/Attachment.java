package org.tessera.attachment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.exhibit.ExhibitId;
import org.tessera.writing.WritingPlace;

/**
 * An exhibit at a place where somebody writes.
 *
 * @param order of those at the same place the least is shown first
 * @param isUsed false once another took its place or it was put aside; it can be used again
 * @param description what it says or shows, for who cannot hear or see it; may be empty
 * @param transcript of a voice: what is said, word for word; may be empty
 * @param length of a voice, as it was counted while recording
 */
public record Attachment(
        ExhibitId exhibit,
        PersonId person,
        WritingPlace place,
        Way way,
        int order,
        boolean isUsed,
        String description,
        String transcript,
        Optional<Duration> length,
        Instant at) {

    /** The longest description, in UTF-16 units. */
    public static final int LONGEST_DESCRIPTION = 2_000;

    /** The longest transcript, in UTF-16 units: what somebody says in more than an hour. */
    public static final int LONGEST_TRANSCRIPT = 100_000;

    /** Whether who cannot hear or see it can read what it says or shows. */
    public boolean isDescribed() {
        return !description.isBlank() || !transcript.isBlank();
    }
}
