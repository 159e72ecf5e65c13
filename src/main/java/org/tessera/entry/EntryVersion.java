package org.tessera.entry;

import java.time.Instant;
import org.tessera.account.PersonId;

/**
 * An entry as it once was.
 *
 * @param number from 1, in the order in which they were begun
 * @param beside whether it was typed while somebody else changed the same field: it is kept, but never was the entry
 */
public record EntryVersion<T>(int number, T body, boolean beside, PersonId by, Instant at) {}
