package org.tessera.writing;

import java.util.List;

/** Something a person read and quotes, in the list each person keeps. */
public record Source(SourceId id, SourceDraft said) {

    /** What a source is; it decides what is set in italics. */
    public enum Kind {
        BOOK,
        ARTICLE,
        PAGE,
        /** What a meeting left behind. */
        RECORD
    }

    /** Who wrote it, in the order of the title page; empty if nobody is named. */
    List<Author> authors() {
        return Author.read(said.authors());
    }
}
