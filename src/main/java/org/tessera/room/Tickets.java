package org.tessera.room;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Proof that a page has seen somebody's PIN, for the page's own socket. A ticket is good for one person on one device, as
 * often as the socket has to come back, until the device is handed on or the page is left.
 */
final class Tickets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private record Pass(Device device, MemberId member) {}

    private final Map<String, Pass> passes = new ConcurrentHashMap<>();

    String issue(Device device, MemberId member) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        passes.put(ticket, new Pass(device, member));
        return ticket;
    }

    boolean isGood(String ticket, Device device, MemberId member) {
        return new Pass(device, member).equals(passes.get(ticket));
    }

    void revoke(String ticket) {
        passes.remove(ticket);
    }

    void revokeAll(Device device) {
        passes.values().removeIf(pass -> pass.device().equals(device));
    }

    void revokeAll(Device device, MemberId member) {
        passes.values().removeIf(new Pass(device, member)::equals);
    }
}
