package org.tessera.submission;

import org.tessera.account.PersonId;
import org.tessera.artifact.ArtifactId;

/** Knows what has been handed in. Whatever has submissions to keep gives one, as a Spring bean. */
@FunctionalInterface
public interface HandedIn {

    /** Whether {@code earner} has handed in evidence that uses {@code artifact}. */
    boolean uses(PersonId earner, ArtifactId artifact);
}
