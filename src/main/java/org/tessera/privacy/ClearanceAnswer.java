package org.tessera.privacy;

/** What comes of it. */
public sealed interface ClearanceAnswer {

    /** Done. */
    record Done(Clearance clearance) implements ClearanceAnswer {}

    /** Not done. */
    record Refused(ClearanceRefusal why) implements ClearanceAnswer {}
}
