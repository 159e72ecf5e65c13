package org.tessera.material;

/** From now on the pages of a material are shown to nobody, until whoever holds them back lets them go. */
public record MaterialHeld(MaterialId material) {}
