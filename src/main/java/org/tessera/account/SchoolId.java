package org.tessera.account;

import java.util.UUID;

/** Identity of a school. */
public record SchoolId(UUID value) {}
