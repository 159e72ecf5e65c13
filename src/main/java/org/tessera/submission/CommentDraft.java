package org.tessera.submission;

/**
 * A comment somebody is still writing.
 *
 * @param passage the words it is to be about; blank for the whole spot
 */
public record CommentDraft(String passage, String text) {

    /** Nothing written yet. */
    public static final CommentDraft BLANK = new CommentDraft("", "");

    /** Whether there is anything to keep. */
    boolean isBlank() {
        return passage.isBlank() && text.isBlank();
    }

    boolean fits() {
        return passage.length() <= Comment.LONGEST_PASSAGE && text.length() <= Comment.MOST;
    }
}
