package org.tessera.assessment;

import java.util.List;

/**
 * What was found in a row in the end.
 *
 * @param isMet whether the level is enough
 * @param feedback what the assessors say about it whose word counts, one text each
 */
public record Finding(String row, String level, boolean isMet, List<String> feedback) {

    public Finding {
        feedback = List.copyOf(feedback);
    }
}
