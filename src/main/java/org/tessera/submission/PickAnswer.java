package org.tessera.submission;

/** What comes of keeping a sheet. */
public sealed interface PickAnswer {

    /** Done; the sheet as it is now. */
    record Saved(PickSheet sheet) implements PickAnswer {}

    /** Not done, and why. */
    record Refused(PickRefusal why) implements PickAnswer {}
}
