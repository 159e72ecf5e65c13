package org.tessera.credit;

import org.tessera.credential.CredentialId;
import org.tessera.room.RoomId;

/**
 * What somebody gets credit for, once for each rule.
 *
 * @param key says which it is for good: a credential, a stack or a meeting
 * @param name of the credential or stack; empty for a meeting, whose title is its team's
 * @param minutes in the meeting; 0 for credentials
 */
public record Thing(String key, String name, int minutes) {

    static Thing credential(CredentialId id, String name) {
        return new Thing("credential:" + id.value(), name, 0);
    }

    static Thing stack(CredentialId id, String name) {
        return new Thing("stack:" + id.value(), name, 0);
    }

    static Thing meeting(RoomId room, int minutes) {
        return new Thing(keyOf(room), "", minutes);
    }

    static String keyOf(RoomId room) {
        return "meeting:" + room.value();
    }

    /** Whether it is a meeting. */
    public boolean isMeeting() {
        return key.startsWith("meeting:");
    }
}
