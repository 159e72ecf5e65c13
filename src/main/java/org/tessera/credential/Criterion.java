package org.tessera.credential;

import java.util.Optional;

/**
 * What evidence can be linked to: a requirement or a row of the rubric.
 *
 * @param id unique among all criteria of its credential
 * @param rule the part of it that can be computed, if any; rubric rows have none
 */
public record Criterion(String id, Kind kind, Wording wording, Optional<Rule> rule) {

    /** Where in the credential the criterion stands. */
    public enum Kind {
        REQUIREMENT,
        RUBRIC_ROW
    }
}
