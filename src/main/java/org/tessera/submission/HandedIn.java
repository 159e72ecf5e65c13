package org.tessera.submission;

import org.tessera.account.PersonId;

/** Knows what has been handed in. Whatever has submissions to keep gives one, as a Spring bean. */
@FunctionalInterface
public interface HandedIn {

    /** Whether {@code earner} has handed in evidence that uses {@code piece}. */
    boolean uses(PersonId earner, Piece piece);
}
