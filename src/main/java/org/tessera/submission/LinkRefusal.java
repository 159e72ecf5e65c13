package org.tessera.submission;

/** Why a link is not made or changed. Each has a sentence under {@code submission.refusal.<name>}. */
public enum LinkRefusal {
    /** No such artifact, or none this person may open: the answer does not tell which. */
    ARTIFACT_UNKNOWN,
    /** No such exhibit, or none of this person's own: the answer does not tell which. */
    EXHIBIT_UNKNOWN,
    /** The credential has no such requirement or rubric row. */
    CRITERION_UNKNOWN,
    /** The requirement is a package, and this is none of its parts. */
    ITEM_UNKNOWN,
    /** The artifact or exhibit has no such part. */
    PART_UNKNOWN,
    /** It shows student work that is not cleared as evidence, or not any more. */
    NOT_CLEARED,
    /** It is a recording that nobody has listened to and confirmed as the second person, or that was stopped since. */
    RECORDING_NOT_CLEARED,
    ANNOTATION_EMPTY,
    ANNOTATION_TOO_LONG,
    ALREADY_LINKED,
    /** No such link, or somebody else's: the answer does not tell which. */
    LINK_UNKNOWN,
    /** The link was changed elsewhere in the meantime. */
    STALE,
    /** Guests have no evidence of their own. */
    GUEST
}
