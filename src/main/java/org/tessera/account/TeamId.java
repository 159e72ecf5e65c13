package org.tessera.account;

import java.util.UUID;

/** Identity of a team. */
public record TeamId(UUID value) {}
