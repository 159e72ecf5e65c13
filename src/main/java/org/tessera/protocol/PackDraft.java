package org.tessera.protocol;

import java.time.Instant;
import org.tessera.account.PersonId;
import tools.jackson.databind.node.ObjectNode;

/**
 * A protocol as somebody is writing it.
 *
 * @param tree what was typed, sound or not
 * @param number counts the changes; a person who publishes names the one they looked at
 * @param by who changed it last
 */
public record PackDraft(String id, ObjectNode tree, long number, PersonId by, Instant at) {}
