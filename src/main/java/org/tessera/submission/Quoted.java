package org.tessera.submission;

import java.util.Optional;

/**
 * A note of an artifact as it may stand in somebody's evidence: without anybody's name.
 *
 * @param kind the word for what kind of note it is
 * @param text the words; nothing where they are a colleague's who has not agreed, or nobody's in particular
 */
public record Quoted(By by, String kind, Optional<String> text) {

    /** Whose words they are, as an assessor may know it. */
    public sealed interface By {

        /** The earner's. */
        record Own() implements By {}

        /** A colleague's, told from the others by a letter: A, B, and so on. */
        record Colleague(String letter) implements By {}

        /** Written without a name, and not claimed by the earner. */
        record Unnamed() implements By {}
    }
}
