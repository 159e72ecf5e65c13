package org.tessera.exhibit;

/** What comes of asking to keep or to remove an exhibit. */
public sealed interface ExhibitAnswer {

    /** It is kept. */
    record Kept(Exhibit exhibit) implements ExhibitAnswer {}

    /** It is gone, and with it whatever it was linked to. */
    record Removed() implements ExhibitAnswer {}

    /** Nothing was done, and why. */
    record Refused(ExhibitRefusal why) implements ExhibitAnswer {}
}
