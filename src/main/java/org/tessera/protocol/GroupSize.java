package org.tessera.protocol;

/** For how many people a protocol is meant. */
public record GroupSize(int min, int max) {}
