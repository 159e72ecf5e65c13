package org.tessera.submission;

/** What comes of inviting somebody or of saying something about a draft. */
public sealed interface HelpAnswer {

    /** Done. */
    record Done() implements HelpAnswer {}

    /** Not done, and why. */
    record Refused(HelpRefusal why) implements HelpAnswer {}
}
