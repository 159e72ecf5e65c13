package org.tessera.account;

import java.util.UUID;

/** Identity of one sign-in: one person (or guest) on one browser. */
public record SignInId(UUID value) {}
