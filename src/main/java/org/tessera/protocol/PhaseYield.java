package org.tessera.protocol;

/** What a phase leaves behind as an artifact when it ends. */
public record PhaseYield(String id, Text name) {}
