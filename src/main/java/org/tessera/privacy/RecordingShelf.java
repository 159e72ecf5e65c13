package org.tessera.privacy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.PersonId;

/** Knows the recordings that have to be cleared. Whatever keeps recordings gives one, as a Spring bean. */
public interface RecordingShelf {

    /**
     * A recording as it is listened to.
     *
     * @param address where it plays for whom it is shown to, relative to the product's root
     * @param length if its file says
     */
    record Recording(UUID id, String title, boolean isVideo, String address, Optional<Duration> length) {}

    /** The recording of this id, whoever asks; only for a caller that knows that it may be told of. */
    Optional<Recording> find(UUID id);

    /** Removes a recording for good; false where it stands in something handed in, or is not {@code owner}'s. */
    boolean remove(PersonId owner, UUID id);
}
