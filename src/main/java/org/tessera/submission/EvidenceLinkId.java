package org.tessera.submission;

import java.util.UUID;

/** Identity of an evidence link. */
public record EvidenceLinkId(UUID value) {}
