package org.tessera.needs;

import java.util.UUID;

/** Identity of a survey that was opened. */
public record SurveyId(UUID value) {}
