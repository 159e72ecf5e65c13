package org.tessera.writing;

import java.util.UUID;

/** Identity of a source in somebody's list. */
public record SourceId(UUID value) {}
