package org.tessera.artifact;

/** What recomputing an artifact's checksum showed. */
public sealed interface Check {

    /** The stored content is exactly what the room left behind. */
    record Intact(String sha256) implements Check {}

    /** The stored content differs from what the room left behind. */
    record Altered(String expected, String found) implements Check {}

    /** There is no such artifact, or none this person may open. */
    record Unknown() implements Check {}
}
