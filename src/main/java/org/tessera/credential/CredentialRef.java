package org.tessera.credential;

/** A credential in one exact version. Whoever works towards it keeps that version. */
public record CredentialRef(CredentialId id, String version) {

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
