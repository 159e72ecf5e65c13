package org.tessera.entry;

/** What comes of saving an entry. */
public sealed interface EntryAnswer<T> {

    /** Kept; the entry as it is now, with what others changed in other fields. */
    record Saved<T>(Entry<T> now) implements EntryAnswer<T> {}

    /** Somebody else changed the same field. Theirs stands; what was given is kept beside it, as a version. */
    record Overtaken<T>(Entry<T> now) implements EntryAnswer<T> {}

    /** Not kept, and why. */
    record Refused<T>(EntryRefusal why) implements EntryAnswer<T> {}
}
