package org.tessera.exhibit;

import org.tessera.account.PersonId;

/** Knows what exhibits are used for. Whatever uses them gives one, as a Spring bean. */
public interface ExhibitUse {

    /** How far an exhibit is used. */
    enum Degree {
        /** Not at all. */
        FREE,
        /** It can be taken out again. */
        LINKED,
        /** It stands in something that never changes. */
        FIXED
    }

    /** How far {@code exhibit} is used. */
    Degree of(Exhibit exhibit);

    /** Takes an exhibit out wherever it is {@link Degree#LINKED}, because it is being removed. */
    void letGo(Exhibit exhibit);

    /** Whether its owner shows {@code exhibit} to {@code reader} by what it is used for. */
    boolean shows(Exhibit exhibit, PersonId reader);
}
