package org.tessera.proof;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An entry of a room's log as a line of canonical JSON. */
final class LogLine {

    private static final Set<String> CLOSED = Set.of("seq", "hash", "chain");
    private static final Set<String> OPENED = Set.of("seq", "hash", "chain", "salt", "payload");

    private LogLine() {}

    static byte[] bytes(LoggedEntry entry) {
        Map<String, Object> json = new HashMap<>();
        json.put("seq", entry.seq());
        json.put("hash", Hashing.hex(entry.payloadHash()));
        json.put("chain", Hashing.hex(entry.chainHash()));
        entry.opened().ifPresent(opened -> {
            json.put("salt", Hashing.hex(opened.salt()));
            json.put("payload", opened.payload());
        });
        return (Json.write(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Reads one; {@code expected} is the place it must have. */
    static LoggedEntry read(byte[] line, long expected) throws BadLink {
        try {
            Object json = Json.readCanonical(line);
            if (json instanceof Map<?, ?> map
                    && (map.keySet().equals(CLOSED) || map.keySet().equals(OPENED))
                    && map.get("seq") instanceof Long seq) {
                return new LoggedEntry(seq, hex(map, "hash"), hex(map, "chain"), opened(map));
            }
            throw new Json.Unreadable("it is no entry of a log");
        } catch (Json.Unreadable | IllegalArgumentException e) {
            throw new BadLink("entry " + expected + " cannot be read", e);
        }
    }

    private static Optional<LoggedEntry.Opened> opened(Map<?, ?> map) {
        return map.get("payload") instanceof String payload
                ? Optional.of(new LoggedEntry.Opened(hex(map, "salt"), payload))
                : Optional.empty();
    }

    private static byte[] hex(Map<?, ?> map, String name) {
        if (map.get(name) instanceof String hex && hex.matches("[0-9a-f]{64}")) {
            return HexFormat.of().parseHex(hex);
        }
        throw new IllegalArgumentException(name);
    }
}
