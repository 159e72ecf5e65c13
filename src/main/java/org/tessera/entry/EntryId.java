package org.tessera.entry;

import java.util.UUID;

/** Identity of an entry. */
public record EntryId(UUID value) {}
