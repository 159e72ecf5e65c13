package org.tessera.submission;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.tessera.attachment.Way;
import org.tessera.exhibit.ExhibitId;

/**
 * Something spoken, drawn or photographed as it was handed in beside a text.
 *
 * @param part the part whose text it stands beside
 * @param exhibit id of the exhibit
 * @param sha256 of its content, in lower-case hex
 * @param description what it says or shows, for who cannot hear or see it
 * @param transcript of a voice: what is said, word for word
 * @param millis of a voice: how long it is; 0 where that is not known
 */
public record FrozenAttachment(
        String part, UUID exhibit, String sha256, Way way, String description, String transcript, long millis) {

    /** The exhibit. */
    public ExhibitId id() {
        return new ExhibitId(exhibit);
    }

    /** How long a voice is. */
    public Optional<Duration> length() {
        return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
    }

    /** All its words together, to be looked through. */
    public String words() {
        return (description + "\n" + transcript).strip();
    }
}
