package org.tessera.assessment;

import java.util.List;

/** What comes of handing in a trial. */
public sealed interface TrialAnswer {

    record Done() implements TrialAnswer {}

    /** Some rows have no level yet. */
    record LevelMissing(List<String> rows) implements TrialAnswer {
        public LevelMissing {
            rows = List.copyOf(rows);
        }
    }

    /** There is no such trial for this person, or it is done. */
    record Unknown() implements TrialAnswer {}
}
