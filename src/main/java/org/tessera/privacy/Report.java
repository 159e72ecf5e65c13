package org.tessera.privacy;

import java.time.Instant;
import java.util.Optional;
import org.tessera.account.PersonId;

/**
 * That somebody saw what should not be there. Its words are for the owner alone, and go with the work.
 *
 * @param by nobody for a guest
 * @param words where it is and what was seen, at most {@value #LONGEST} characters; may be blank
 */
public record Report(Optional<PersonId> by, Alarm alarm, String words, Instant at) {

    /** The most characters of a report. */
    public static final int LONGEST = 500;
}
