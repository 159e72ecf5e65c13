package org.tessera.record;

/** For whom a copy is. */
public enum Copy {
    /** For the team: people by name. */
    NAMED,
    /** For others: people by their role only. What people wrote is the same, names in it included. */
    ROLES
}
