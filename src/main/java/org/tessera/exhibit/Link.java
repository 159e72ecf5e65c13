package org.tessera.exhibit;

import java.net.URI;
import java.time.LocalDate;

/**
 * An address outside, and what was there. The server never opens it.
 *
 * @param address http or https, without a name or password in it
 * @param note what was there, in the person's own words
 * @param seen when it was there
 */
public record Link(URI address, String note, LocalDate seen) {

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 4000;

    /** The longest address, in characters. */
    public static final int LONGEST_ADDRESS = 2000;
}
