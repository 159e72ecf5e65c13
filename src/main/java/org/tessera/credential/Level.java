package org.tessera.credential;

/** A rating on the rubric's scale. */
public record Level(String id, Wording name) {}
