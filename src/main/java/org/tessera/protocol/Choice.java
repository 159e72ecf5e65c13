package org.tessera.protocol;

/** Something a phase lets people choose, or an item its instrument goes through. */
public record Choice(String id, Text text) {}
