package org.tessera.room;

/** Whether somebody may enter a room. */
public sealed interface Admission {

    /** Come in, under this pseudonym. */
    record Entered(MemberId member) implements Admission {}

    /** There is no such room, or none this person may know of: the answer is the same. */
    record Unknown() implements Admission {}

    /** A guest of another room. */
    record Elsewhere() implements Admission {}
}
