package org.tessera.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened to a case. None of it tells who did it. */
public sealed interface CaseEvent {

    Instant at();

    /** Everything is there. */
    record FoundComplete(Instant at) implements CaseEvent {}

    /** Something is missing; it goes back, and nothing is scored. */
    record FoundIncomplete(List<Missing> missing, Instant at) implements CaseEvent {
        public FoundIncomplete {
            missing = List.copyOf(missing);
        }
    }

    /** The first or second scorer has rated every open row. */
    record Scored(Task task, List<Rating> ratings, Instant at) implements CaseEvent {
        public Scored {
            ratings = List.copyOf(ratings);
        }
    }

    /** Somebody decided the rows in which the scorers differed. */
    record Adjudicated(List<Rating> ratings, Instant at) implements CaseEvent {
        public Adjudicated {
            ratings = List.copyOf(ratings);
        }
    }

    /** The result may go to the earner. */
    record Approved(Instant at) implements CaseEvent {}

    /**
     * The result goes back to those who rated, with a reason.
     *
     * @param rows those the adjudicator is to decide, too, although the scorers agreed
     */
    record PassedBack(String why, @Nullable List<String> rows, Instant at) implements CaseEvent {
        public PassedBack {
            // in what was stored before rows could be named there are none
            rows = rows == null ? List.of() : List.copyOf(rows);
        }

        @Override
        public List<String> rows() {
            return rows == null ? List.of() : rows;
        }
    }

    /** The earner asks for another look at some rows. */
    record Appealed(Set<String> rows, String why, Instant at) implements CaseEvent {
        public Appealed {
            rows = Set.copyOf(rows);
        }
    }

    /** Somebody who had nothing to do with the case looked at those rows. */
    record AppealHeard(List<Rating> ratings, Instant at) implements CaseEvent {
        public AppealHeard {
            ratings = List.copyOf(ratings);
        }
    }
}
