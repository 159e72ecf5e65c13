package org.tessera.privacy;

/** What the trail says was done. The trail holds neither what was found nor anything a person typed. */
public enum Deed {
    STATED,
    SEARCHED,
    COVERED,
    DISMISSED,
    MARKED,
    UNMARKED,
    PERMITTED,
    ASKED,
    BURNED_IN,
    LOOKED,
    /** Played to the end. */
    HEARD,
    /** The second person says that they listened to all of it. */
    SAID_HEARD,
    CONFIRMED,
    SENT_BACK,
    REPORTED,
    TAKEN_UP,
    WITHDRAWN,
    /** It is called something else now. */
    RENAMED,
    /** The original pages were deleted. */
    ORIGINAL_DELETED,
    /** All of it was deleted. */
    REMOVED
}
