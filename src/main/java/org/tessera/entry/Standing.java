package org.tessera.entry;

/** What somebody is to a team. */
public enum Standing {
    /** Belongs to it: reads and writes. */
    MEMBER,
    /** Was named as a coach by one of its members: reads. */
    COACH
}
