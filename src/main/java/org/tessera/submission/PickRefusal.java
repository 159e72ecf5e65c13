package org.tessera.submission;

/** Why a sheet is not kept. Each has a sentence under {@code picks.refusal.<name>}. */
public enum PickRefusal {
    /** Neither one's own sheet nor that of somebody one coaches. */
    NOT_YOURS,
    /** A coach does not hand the sheet on. */
    COACH_IS_THE_EARNERS_CHOICE,
    /** Nobody of the earner's district. */
    COACH_UNKNOWN,
    CREDENTIAL_UNKNOWN,
    TOO_LONG,
    /** The other one changed the sheet in the meantime. */
    STALE
}
