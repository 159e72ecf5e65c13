package org.tessera.submission;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.PersonId;

/**
 * What somebody who was invited says about a draft. It never reaches an assessor.
 *
 * @param passage the words it is about; blank for the whole spot
 * @param resolvedAt when the earner was done with it
 * @param stands whether the passage is still in the text as it is now; a comment on the whole spot always stands
 */
public record Comment(
        UUID id,
        PersonId by,
        Spot spot,
        String passage,
        String text,
        Instant at,
        Optional<Instant> resolvedAt,
        boolean stands) {

    /** The longest comment, in characters. */
    public static final int MOST = 4000;

    /** The longest passage, in characters. */
    public static final int LONGEST_PASSAGE = 1000;

    /** Whether {@code passage} is in {@code text}, however its lines break. */
    static boolean stands(String passage, String text) {
        return flat(text).contains(flat(passage));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    Comment standing(boolean still) {
        return new Comment(id, by, spot, passage, text, at, resolvedAt, still);
    }

    /** Whether the earner still has it before them. */
    public boolean isOpen() {
        return resolvedAt.isEmpty();
    }
}
