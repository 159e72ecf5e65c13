package org.tessera.credit;

import java.util.UUID;

/** Identity of a rule in all its versions. */
public record RuleId(UUID value) {}
