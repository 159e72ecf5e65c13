package org.tessera.credit;

import java.util.UUID;

/** Identity of a registration. */
public record RegistrationId(UUID value) {}
