package org.tessera.room;

import java.util.Optional;

/**
 * An entry of a room's log as others may know it.
 *
 * @param seq its place, from 1 without a hole
 * @param payloadHash the salted commitment to what it says
 * @param chainHash what ties it to the entry before
 * @param opened what it says, where nothing in that is anybody's words, vote or writing
 */
public record LogEntry(long seq, byte[] payloadHash, byte[] chainHash, Optional<Opened> opened) {

    /** What an entry says as JSON, and the salt of its commitment. */
    public record Opened(byte[] salt, String payload) {}
}
