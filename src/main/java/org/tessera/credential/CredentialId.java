package org.tessera.credential;

/** Name of a credential or a stack, in all its versions: lower-case words joined by hyphens. */
public record CredentialId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
