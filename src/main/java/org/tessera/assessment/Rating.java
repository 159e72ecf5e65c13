package org.tessera.assessment;

/** What one assessor found in one row: a level, and what to say about it to the earner. */
public record Rating(String row, String level, String feedback) {}
