package org.tessera.submission;

/** What comes of asking for a link or for a change of one. */
public sealed interface LinkAnswer {

    /** Done; the link as it is now. */
    record Linked(EvidenceLink link) implements LinkAnswer {}

    /** Done; the link is gone. */
    record Unlinked() implements LinkAnswer {}

    /** Not done, and why. */
    record Refused(LinkRefusal why) implements LinkAnswer {}
}
