package org.tessera.entry;

import java.time.Instant;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/**
 * One thing a team writes, as it is now.
 *
 * @param version counts what was saved, from 1
 * @param by who saved last
 */
public record Entry<T>(
        EntryId id, TeamId team, EntryKind<T> kind, T body, int version, Instant madeAt, PersonId by, Instant at) {}
