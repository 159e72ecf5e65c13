package org.tessera.privacy;

/** Why somebody reports a thing. A choice, not a text, for the same reason as {@link Dismissal}. */
public enum Alarm {
    NAME_SEEN,
    FACE_OR_VOICE,
    OTHER_SIGN,
    /** Nobody permitted it. */
    NO_PERMISSION
}
