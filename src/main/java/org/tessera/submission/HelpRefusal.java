package org.tessera.submission;

/** Why nobody is invited, or nothing is said. Each has a sentence under {@code handin.help.refusal.<name>}. */
public enum HelpRefusal {
    /** No such submission or invitation, or none that concerns this person: the answer does not tell which. */
    UNKNOWN,
    /** Nobody with an account in the district has this name or address. */
    NOBODY,
    /** Nobody invites themselves. */
    YOURSELF,
    ALREADY_INVITED,
    /** It has been handed in: nothing is commented on any more. */
    HANDED_IN,
    EMPTY,
    TOO_LONG,
    /** The words a comment was about are no longer there. */
    PASSAGE_GONE
}
