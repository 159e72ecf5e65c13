package org.tessera.account;

/** Published once somebody is switched off in the database: whatever still lets them in closes now. */
public record PersonSuspended(PersonId person) {}
