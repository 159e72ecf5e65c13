package org.tessera.privacy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whose leave there is to show a student's work.
 *
 * @param until the last day it holds; nothing for no end
 */
public record Permission(Giver giver, Optional<LocalDate> until) {

    /** Who gave it. The form itself stays where the school keeps it. */
    public enum Giver {
        /** Nobody had to be asked: nothing tells whose work it is. */
        NOT_NEEDED,
        PARENTS,
        /** A student of age. */
        STUDENT,
        SCHOOL
    }

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return until.filter(last -> last.isBefore(day)).isEmpty();
    }
}
