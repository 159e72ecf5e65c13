package org.tessera.submission;

import java.util.Set;

/**
 * What may change in a further attempt: only what belongs to rows that were not met. The rubric has a row for each part,
 * named after it; if part 2 as a whole was not met, all evidence is open.
 *
 * @param unmet ids of rubric rows and requirements; empty at the first attempt, when everything is open
 */
public record OpenRows(Set<String> unmet) {

    /** The first attempt: nothing has been judged yet. */
    static final OpenRows ALL = new OpenRows(Set.of());

    public OpenRows {
        unmet = Set.copyOf(unmet);
    }

    /** Whether the text of a part may change. */
    public boolean hasPart(String part) {
        return unmet.isEmpty() || unmet.contains(part) || unmet.contains("rubric-" + part);
    }

    /** Whether the evidence for a requirement or rubric row may change. */
    public boolean hasRow(String row) {
        return hasPart(HandIn.EVIDENCE) || unmet.contains(row);
    }

    /** Whether what stands at a spot may change; the note on working together always may. */
    boolean has(Spot spot) {
        return switch (spot) {
            case Spot.OfPart(var part) -> hasPart(part);
            case Spot.OfRow(var row) -> hasRow(row);
            case Spot.OfCollaboration _ -> true;
        };
    }
}
