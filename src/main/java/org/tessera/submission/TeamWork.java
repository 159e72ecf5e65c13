package org.tessera.submission;

import org.tessera.credential.CredentialId;

/** A page on which a team works at what a credential asks for and no meeting leaves behind. Features give theirs as beans. */
public interface TeamWork {

    /** Which credential asks for it. */
    CredentialId credential();

    /** The last part of its address, below the team's. */
    String page();

    /** The key of its name. */
    String nameKey();
}
