package org.tessera.writing;

import java.time.Instant;
import org.tessera.account.PersonId;

/**
 * A text as it is now.
 *
 * @param version counts what was saved, from 1; 0 stands for a text nobody has begun
 */
public record Writing(WritingId id, PersonId person, WritingPlace place, String text, int version, Instant at) {

    /** The longest text, in UTF-16 units: about 15,000 words. */
    public static final int MOST = 100_000;
}
