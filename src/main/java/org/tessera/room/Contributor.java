package org.tessera.room;

import java.time.Duration;
import org.tessera.account.PersonId;
import org.tessera.protocol.Role;

/**
 * Somebody's part in what a phase left behind.
 *
 * @param pseudonym how the artifact's content names the person
 * @param role the role at the end of the phase
 * @param facilitated how long this person has held the facilitator's role in the whole room so far
 */
public record Contributor(PersonId person, MemberId pseudonym, boolean guest, Role role, Duration facilitated) {}
