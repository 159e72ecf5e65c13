package org.tessera.room;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What people are called in a room. Names stand outside the log: the link from a pseudonym to a person can be cut. */
final class Names {

    private final Map<MemberId, String> byMember = new ConcurrentHashMap<>();

    void put(MemberId member, String name) {
        byMember.put(member, name);
    }

    /** The name, or an empty text where the link has been cut. */
    String of(MemberId member) {
        return byMember.getOrDefault(member, "");
    }
}
