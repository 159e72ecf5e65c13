package org.tessera.submission;

/** What was written for one part of a submission. */
public record WrittenAnswer(String part, String text) {}
