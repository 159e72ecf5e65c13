package org.tessera.exhibit;

/** What became of the places in a recording's file that tell who made it or where. */
public enum Traces {
    /** There were none. */
    NONE,
    /** They were blanked; picture and sound are as they were. */
    BLANKED,
    /** There may be some that cannot be blanked in place in such a file. */
    UNKNOWN
}
