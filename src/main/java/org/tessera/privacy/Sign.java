package org.tessera.privacy;

/** Where a second person saw or heard something that tells who somebody is. */
public sealed interface Sign {

    /** On a page. */
    record OnPage(Place place) implements Sign {}

    /** In a recording. */
    record AtMoment(Moment moment) implements Sign {}

    /**
     * A mark its maker has not sent yet.
     *
     * @param number counts a person's marks on one subject, not without gaps
     */
    record Kept(int number, Sign mark) {}
}
