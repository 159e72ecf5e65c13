package org.tessera.account;

import java.util.UUID;

/** Identity of a person, or of a guest in the one room the guest entered. */
public record PersonId(UUID value) {}
