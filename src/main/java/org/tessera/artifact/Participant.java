package org.tessera.artifact;

import java.time.Duration;
import org.tessera.account.PersonId;
import org.tessera.protocol.Role;

/**
 * Somebody who was in the room when a phase closed.
 *
 * @param role the role at that moment
 * @param facilitated how long this person had held the facilitator's role in the whole room up to then
 */
public record Participant(PersonId person, boolean guest, Role role, Duration facilitated) {}
