package org.tessera.protocol;

import java.util.List;

/**
 * Phases, one after the other in the pack, that are held several times in a row.
 *
 * @param phases their ids, in the order of the pack
 * @param per what each time is for
 * @param min how often at least; for {@link Per#PERSON} the smallest group
 * @param target how often if nobody says otherwise
 * @param max how often at most
 */
public record Repeat(List<String> phases, Per per, int min, int target, int max) {

    /** What each repetition is for. */
    public enum Per {
        /** One for each person, who then acts as the presenter. */
        PERSON,
        /** One for each question, rotation or turn of the wheel. */
        ROUND
    }

    public Repeat {
        phases = List.copyOf(phases);
    }
}
