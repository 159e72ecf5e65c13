package org.tessera.privacy.ui;

import org.tessera.privacy.Subject;

/** Where the pages of this feature are. */
public final class ClearancePages {

    /** Everything that waits, and the team's list of names. */
    public static final String ALL = "clearing";

    private ClearancePages() {}

    /** The page on which a material is cleared. */
    public static String of(Subject subject) {
        return ALL + "/" + subject.id();
    }
}
