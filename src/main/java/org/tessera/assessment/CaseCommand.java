package org.tessera.assessment;

import java.util.List;
import java.util.Set;

/** What can be asked of a case. Whoever asks has been found to be the one whose task it is. */
public sealed interface CaseCommand {

    /** The checker finds everything there. */
    record PassOn() implements CaseCommand {}

    /** The checker finds something missing. */
    record SendBack(List<Missing> missing) implements CaseCommand {
        public SendBack {
            missing = List.copyOf(missing);
        }
    }

    /** A scorer, the adjudicator or who hears an appeal gives levels and feedback. */
    record Rate(Task task, List<Rating> ratings) implements CaseCommand {
        public Rate {
            ratings = List.copyOf(ratings);
        }
    }

    /** The approver lets the result pass. */
    record Approve() implements CaseCommand {}

    /**
     * The approver gives the result back: to the adjudicator where there was one, else to the scorers.
     *
     * @param rows those the adjudicator should decide, too, although the scorers agreed
     */
    record PassBack(String why, Set<String> rows) implements CaseCommand {
        public PassBack {
            rows = Set.copyOf(rows);
        }
    }

    /** The earner asks for another look. */
    record Appeal(Set<String> rows, String why) implements CaseCommand {
        public Appeal {
            rows = Set.copyOf(rows);
        }
    }
}
