package org.tessera.material;

import java.util.UUID;

/** Identity of a material. */
public record MaterialId(UUID value) {}
