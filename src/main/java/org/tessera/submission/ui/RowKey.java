package org.tessera.submission.ui;

import org.tessera.credential.CredentialRef;

/** A row of the matrix, as the browser names it. */
record RowKey(CredentialRef credential, String criterion) {

    @Override
    public String toString() {
        return credential + "/" + criterion;
    }
}
