package org.tessera.attachment;

/** What comes of attaching something, or of changing what is attached. */
public sealed interface AttachmentAnswer {

    /** It is so now. */
    record Done() implements AttachmentAnswer {}

    /** Nothing was done, and why. */
    record Refused(AttachmentRefusal why) implements AttachmentAnswer {}
}
