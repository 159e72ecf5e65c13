package org.tessera.protocol;

/** What comes of handing a protocol to another team. */
public enum HandingAnswer {
    /** The team has it now. */
    HANDED,
    /** There is no version yet that a team could hold a meeting by. */
    UNPUBLISHED,
    /** The team is of another district: a protocol goes there as a file. */
    ELSEWHERE,
    /** There is no such protocol or team, or it is not this person's to hand on; which of them is not told. */
    UNKNOWN
}
