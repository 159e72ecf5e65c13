package org.tessera.room;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tessera.account.DeviceSeats;
import tools.jackson.core.type.TypeReference;

/**
 * What people were typing when they handed the device on. It waits here and not in the browser, which somebody else has
 * now; encrypted under a key of the person that is not in the database, because it may become an anonymous note.
 */
@Component
class LeftWords {

    /** The most that is kept for one person, in characters of JSON. */
    static final int LIMIT = 500_000;

    private final DeviceSeats seats;
    private final ClaimKey key;

    LeftWords(DeviceSeats seats, ClaimKey key) {
        this.seats = seats;
        this.key = key;
    }

    /** Adds to what is kept; false if it is too much. */
    boolean add(Device device, Sitter sitter, Map<String, String> words) {
        if (words.isEmpty()) {
            return true;
        }
        Map<String, String> all = new LinkedHashMap<>(of(device, sitter));
        all.putAll(words);
        String json = RoomJson.write(all);
        if (json.length() > LIMIT) {
            return false;
        }
        byte[] sealed = ClaimStore.sealed(key.leftWords(device.room(), sitter.member()), json);
        seats.leaveBehind(device.signIn(), device.room().value(), sitter.person(), Optional.of(sealed));
        return true;
    }

    /** What is kept, by the names under which the browser knows it. */
    Map<String, String> of(Device device, Sitter sitter) {
        return seats.leftBehind(device.signIn(), device.room().value(), sitter.person())
                .flatMap(kept -> ClaimStore.opened(key.leftWords(device.room(), sitter.member()), kept))
                .map(json -> EntityJson.JSON.readValue(json, new TypeReference<Map<String, String>>() {}))
                .orElse(Map.of());
    }

    void forget(Device device, Sitter sitter) {
        seats.leaveBehind(device.signIn(), device.room().value(), sitter.person(), Optional.empty());
    }
}
