package org.tessera.plan;

import org.tessera.credential.CredentialRef;

/** A requirement of a credential in one exact version. */
public record RequirementKey(CredentialRef credential, String criterion) {

    @Override
    public String toString() {
        return credential + "/" + criterion;
    }
}
