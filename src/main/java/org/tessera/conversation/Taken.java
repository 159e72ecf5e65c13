package org.tessera.conversation;

import java.util.Objects;
import java.util.UUID;

/** An answer to a question that an earlier conversation left open. */
public record Taken(UUID question, String answer) {

    public Taken {
        answer = Objects.requireNonNullElse(answer, "");
    }
}
