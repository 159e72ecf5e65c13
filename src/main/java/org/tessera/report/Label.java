package org.tessera.report;

import java.time.YearMonth;
import org.tessera.credential.Wording;
import org.tessera.credit.SchoolYear;

/** What a line of a report is about. */
public sealed interface Label {

    /** A stack, a credential, a row of a rubric. */
    record Named(Wording name) implements Label {}

    /** What is no longer known by name. */
    record Called(String id) implements Label {}

    record OfMonth(YearMonth month) implements Label {}

    record OfYear(SchoolYear year) implements Label {}

    /** A group of people or cases. */
    record Of(Group group, int number) implements Label {}

    /** Groups of people or cases. */
    enum Group {
        EVERYBODY,
        EARNED_NONE,
        /** So many, but not all. */
        EARNED_SOME,
        EARNED_ALL,
        NOTHING_OPEN,
        IN_PROGRESS,
        HANDED_IN,
        CAME_BACK,
        AT_ATTEMPT,
        AT_ATTEMPT_OR_LATER,
        INCOMPLETE
    }
}
