package org.tessera.material;

import java.time.Instant;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/**
 * Something a person brought to a team, kept as drawn pages.
 *
 * @param by who brought it
 * @param pages how many pages it has, at least one
 * @param at when its last page was safely stored
 */
public record Material(
        MaterialId id, TeamId team, PersonId by, String title, MaterialKind kind, int pages, Instant at) {}
