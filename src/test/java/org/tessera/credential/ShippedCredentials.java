package org.tessera.credential;

import java.util.List;

/** The credentials of {@code seeds/credentials}, for tests outside this package. */
public final class ShippedCredentials {

    private ShippedCredentials() {}

    /** The members of a stack, in its order. */
    public static List<Credential> membersOf(String stack) {
        List<CredentialFiles.Shipped> shipped = CredentialFiles.shipped();
        Stack found = shipped.stream()
                .filter(CredentialFiles.Shipped::isStack)
                .map(file -> CredentialReader.stack(file.file()))
                .filter(one -> one.ref().id().value().equals(stack))
                .findFirst()
                .orElseThrow();
        return found.members().stream()
                .map(member -> shipped.stream()
                        .filter(file -> !file.isStack())
                        .map(file -> CredentialReader.credential(file.file()))
                        .filter(credential -> credential.ref().id().equals(member))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
