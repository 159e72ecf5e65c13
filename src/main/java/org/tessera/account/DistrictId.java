package org.tessera.account;

import java.util.UUID;

/** Identity of a district. */
public record DistrictId(UUID value) {}
