package org.tessera.proof;

import java.util.Optional;

/**
 * An entry of a room's log as it stands in a package.
 *
 * @param seq its place, from 1 without a hole
 * @param payloadHash {@code SHA-256(salt ‖ payload)}
 * @param chainHash {@code SHA-256(chain hash before ‖ seq ‖ payloadHash)}
 * @param opened what it says, where the package may show that
 */
public record LoggedEntry(long seq, byte[] payloadHash, byte[] chainHash, Optional<Opened> opened) {

    /** What an entry says, and the salt that keeps others from guessing it where it is withheld. */
    public record Opened(byte[] salt, String payload) {}
}
