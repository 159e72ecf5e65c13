package org.tessera.plan;

import java.util.UUID;

/** Something somebody took on. */
public record ActionItemId(UUID value) {}
