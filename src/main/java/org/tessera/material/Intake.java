package org.tessera.material;

/** The answer to a file somebody brought. */
public sealed interface Intake {

    /** The file was taken in; its pages are on disk. */
    record Accepted(Material material) implements Intake {}

    /** The file was not taken in, and nothing of it was kept. */
    record Refused(IntakeRefusal why) implements Intake {}
}
