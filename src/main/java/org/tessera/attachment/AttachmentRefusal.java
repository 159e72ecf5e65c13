package org.tessera.attachment;

/** Why something is not attached or not changed. Each has a sentence under {@code attachment.refusal.<name>}. */
public enum AttachmentRefusal {
    /** No such exhibit or attachment, or somebody else's: the answer does not tell which. */
    UNKNOWN,
    /** No credential asks for a text there. */
    PLACE_UNKNOWN,
    /** A sound is no drawing, and a picture is no voice. */
    NOT_THAT_WAY,
    /** It is beside another text already. */
    ELSEWHERE,
    TOO_LONG,
    /** Only what is put aside can be deleted. */
    IN_USE,
    /** It stands in a submission that was handed in. */
    HANDED_IN
}
