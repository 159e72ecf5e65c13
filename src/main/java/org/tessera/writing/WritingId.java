package org.tessera.writing;

import java.util.UUID;

/** Identity of a writing. */
public record WritingId(UUID value) {}
