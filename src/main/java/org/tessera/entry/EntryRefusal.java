package org.tessera.entry;

/** Why an entry is not kept. */
public enum EntryRefusal {
    /** Only members of the team write. */
    NOT_A_MEMBER,
    /** There is no such entry any more. */
    GONE,
    /** Longer than {@link Entries#MOST}. */
    TOO_LONG,
    /** The team has {@link Entries#MOST_OF_A_KIND} of this kind. */
    TOO_MANY
}
