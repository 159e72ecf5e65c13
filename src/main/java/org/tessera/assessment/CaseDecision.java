package org.tessera.assessment;

/** The rulebook’s answer. */
sealed interface CaseDecision {

    /** It happens. */
    record Happens(CaseEvent event) implements CaseDecision {}

    /** It does not. */
    record Refused(CaseRefusal why) implements CaseDecision {}
}
