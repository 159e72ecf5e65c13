package org.tessera.writing;

import org.tessera.credential.CredentialRef;

/**
 * What a text is written for. A person has one text for each place.
 *
 * @param part id of a part of what the credential asks for, or one of {@link #BESIDE}
 */
public record WritingPlace(CredentialRef credential, String part) {

    /** How one worked with others: the note that goes with part 1. */
    public static final String COLLABORATION = "collaboration";
    /** What is different from the attempt before. */
    public static final String CHANGES = "changes";
    /** What was different in a session that replaces another. */
    public static final String CONTEXT = "context";

    /** What is written beside the parts of every credential. */
    public static final java.util.Set<String> BESIDE = java.util.Set.of(COLLABORATION, CHANGES, CONTEXT);
}
