package org.tessera.privacy;

/** Why not. Each has a sentence under {@code privacy.refusal.<name>}. */
public enum ClearanceRefusal {
    /** No such thing, or none this person may know of: the answer does not tell which. */
    UNKNOWN,
    /** Only its owner can do that. */
    OWNER_ONLY,
    /** The owner cannot be the second person. */
    NOT_YOUR_OWN,
    /** Somebody else was asked for the second look. */
    NOT_ASKED,
    /** A recording is played to nobody but who was asked, so somebody has to be. */
    NOBODY_ASKED,
    /** Such a person cannot be asked for the second look. */
    NO_SUCH_PERSON,
    /** Not now. */
    WRONG_STATE,
    /** It is still being searched. */
    BEING_SEARCHED,
    NO_SUCH_FINDING,
    /** This has to be covered. */
    MUST_BE_COVERED,
    /** Something found is not decided yet. */
    STILL_OPEN,
    /** Nobody has said whose permission there is. */
    NOT_PERMITTED,
    /** The permission ends before today. */
    PERMISSION_OVER,
    /** What is burned in stays. */
    BURNED,
    /** After covering, something could still be read; it is among the findings now. */
    STILL_LEGIBLE,
    /** Not every page was opened. */
    NOT_ALL_SEEN,
    /** The recording was not listened to. */
    NOT_ALL_HEARD,
    /** Nothing was marked. */
    NOTHING_MARKED,
    /** What it is to be called is empty or too long. */
    NO_TITLE,
    /** It was changed elsewhere in the meantime. */
    STALE
}
