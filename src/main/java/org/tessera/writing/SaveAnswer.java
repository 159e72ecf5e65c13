package org.tessera.writing;

/** What comes of saving a text. */
public sealed interface SaveAnswer {

    /** Kept; the text as it is now. */
    record Saved(Writing now) implements SaveAnswer {}

    /** Another window saved something in between. Its text stands; the one given is kept beside it, as a version. */
    record Overtaken(Writing now) implements SaveAnswer {}

    /** Not kept, and why. */
    record Refused(WritingRefusal why) implements SaveAnswer {}
}
