package org.tessera.assessment;

import java.util.Optional;
import java.util.UUID;

/** Names a case, by chance: nothing about the submission can be told from it. */
public record CaseId(UUID value) {

    private static final int SHORT = 8;

    /** The id written in {@code text}; nothing if none is. */
    public static Optional<CaseId> read(String text) {
        try {
            return Optional.of(new CaseId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The number people call it by, for example {@code 3F9A-01C7}. */
    public String number() {
        String digits = value.toString().replace("-", "").substring(0, SHORT).toUpperCase(java.util.Locale.ROOT);
        return digits.substring(0, SHORT / 2) + "-" + digits.substring(SHORT / 2);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
