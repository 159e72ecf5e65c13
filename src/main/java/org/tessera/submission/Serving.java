package org.tessera.submission;

import java.util.List;
import java.util.Optional;

/**
 * What a protocol yields, and the requirement it could serve where no rule can be computed. This is our own reading of
 * protocols and credentials side by side, which is why it only ever suggests.
 *
 * @param yield id of the yield
 * @param credential id of the credential
 * @param criterion id of its requirement
 * @param item the part of the requirement's package
 */
record Serving(String yield, String credential, String criterion, Optional<String> item) {

    private static final String PLAN = "developing-a-plan-to-implement-pas";
    private static final String ENGAGING = "engaging-stakeholders-to-support-pas";
    private static final String BUILDING = "building-a-pa-learning-community";
    private static final String VALIDATION = "performance-assessment-validation";
    private static final String RELIABILITY = "performance-assessment-reliability";
    private static final String DESIGN = "performance-assessment-design";

    /** All of them. */
    static final List<Serving> ALL = List.of(
            of("goals", PLAN, "goals"),
            of("vision", ENGAGING, "shared-purpose"),
            of("norms", BUILDING, "community"),
            of("checklist", VALIDATION, "analysis"),
            of("feedback", VALIDATION, "actionable-feedback"),
            of("agreed-scores", RELIABILITY, "reliable-scoring"),
            new Serving("checklist", DESIGN, "package", Optional.of("validation-checklist")));

    private static Serving of(String yield, String credential, String criterion) {
        return new Serving(yield, credential, criterion, Optional.empty());
    }
}
