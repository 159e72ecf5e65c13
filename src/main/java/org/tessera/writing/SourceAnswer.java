package org.tessera.writing;

/** What comes of adding or removing a source. */
public sealed interface SourceAnswer {

    /** It stands in the list; if it stood there before, it is the same. */
    record Listed(Source source) implements SourceAnswer {}

    /** It is gone from the list. */
    record Removed() implements SourceAnswer {}

    /** Not done, and why. */
    record Refused(WritingRefusal why) implements SourceAnswer {}
}
