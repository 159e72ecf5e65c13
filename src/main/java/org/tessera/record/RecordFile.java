package org.tessera.record;

/** A file to take home. */
public record RecordFile(String name, String mediaType, byte[] bytes) {}
