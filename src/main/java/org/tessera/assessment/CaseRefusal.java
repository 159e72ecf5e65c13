package org.tessera.assessment;

import java.time.Instant;
import java.util.List;

/** Why a case stays as it is. Each has a sentence under {@code assessment.no.<name>}. */
public sealed interface CaseRefusal {

    /** It cannot be done as things stand: the case has gone on. */
    record WrongStage(Stage now) implements CaseRefusal {}

    /** Rows without a level. */
    record LevelMissing(List<String> rows) implements CaseRefusal {
        public LevelMissing {
            rows = List.copyOf(rows);
        }
    }

    /** Rows about which too little is said for the earner to learn from it. */
    record FeedbackMissing(List<String> rows) implements CaseRefusal {
        public FeedbackMissing {
            rows = List.copyOf(rows);
        }
    }

    /** A row or level that is not rated here. */
    record Unreadable() implements CaseRefusal {}

    /** Nothing is said to be missing, or not what. */
    record NothingMissing() implements CaseRefusal {}

    /** No reason is given. */
    record WhyMissing() implements CaseRefusal {}

    /** A text is longer than anybody reads. */
    record TooLong(int most) implements CaseRefusal {}

    /** There is nothing to look at again: no rows, or rows that were met. */
    record NothingToAppeal() implements CaseRefusal {}

    /** It was looked at again before. */
    record AppealedBefore() implements CaseRefusal {}

    /** There is nobody on the panel who had nothing to do with it. */
    record NobodyToHear() implements CaseRefusal {}

    /** The time for it is over. */
    record AppealTooLate(Instant until) implements CaseRefusal {}

    /** No such case, or nothing of it is this person’s: the answer does not tell which. */
    record Unknown() implements CaseRefusal {}

    /** It has changed in the meantime. */
    record Stale() implements CaseRefusal {}
}
