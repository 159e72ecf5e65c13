package org.tessera.plan;

import org.tessera.account.PersonId;

/** What evidence of a session is for: a requirement, and the earner who has to meet it. */
public record Serves(RequirementKey requirement, PersonId earner) {}
