package org.tessera.conversation;

import java.util.Objects;
import java.util.UUID;

/** A question that was asked and left open, to be taken up later. */
public record Raised(UUID id, String text) {

    public Raised {
        text = Objects.requireNonNullElse(text, "");
    }
}
