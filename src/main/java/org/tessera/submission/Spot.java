package org.tessera.submission;

import java.util.Optional;

/** A place in a submission that a finding or a comment is about. */
public sealed interface Spot {

    /** The form in which it is stored: {@code part:reflection}, {@code row:discussions}, {@code together}. */
    String word();

    /** The text of a part. */
    record OfPart(String part) implements Spot {
        @Override
        public String word() {
            return "part:" + part;
        }
    }

    /** The evidence for a requirement or rubric row. */
    record OfRow(String row) implements Spot {
        @Override
        public String word() {
            return "row:" + row;
        }
    }

    /** The note on how one worked with others. */
    record OfCollaboration() implements Spot {
        @Override
        public String word() {
            return "together";
        }
    }

    /** The spot with this stored form, if it is one. */
    static Optional<Spot> read(String word) {
        if (word.equals("together")) {
            return Optional.of(new OfCollaboration());
        }
        if (word.startsWith("part:")) {
            return Optional.of(new OfPart(word.substring("part:".length())));
        }
        return word.startsWith("row:") ? Optional.of(new OfRow(word.substring("row:".length()))) : Optional.empty();
    }
}
