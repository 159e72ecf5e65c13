package org.tessera.credential;

/** An aspect of performance assessment, as protocol packs name it and credentials count it. */
public record Aspect(String id, Wording name) {}
