package org.tessera.writing;

import org.tessera.account.PersonId;

/**
 * Places of other features at which people write, beside the parts of credentials. Whatever has such places gives one, as a
 * Spring bean.
 */
@FunctionalInterface
public interface FurtherPlaces {

    /** Whether {@code person} may write at this place now. */
    boolean isOpenTo(PersonId person, WritingPlace place);
}
