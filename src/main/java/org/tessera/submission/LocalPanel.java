package org.tessera.submission;

import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;

/** Says where submissions can be assessed in the product itself. Whatever has assessors gives one, as a Spring bean. */
@FunctionalInterface
public interface LocalPanel {

    /** Whether there is somebody to assess what {@code earner} hands in for a credential. */
    boolean assesses(PersonId earner, CredentialId credential);
}
