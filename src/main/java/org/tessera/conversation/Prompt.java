package org.tessera.conversation;

import java.util.Set;
import org.tessera.protocol.Text;

/**
 * Something to ask in a conversation.
 *
 * @param settings where it fits
 */
public record Prompt(String id, Set<Setting> settings, Text text) {

    public Prompt {
        settings = Set.copyOf(settings);
    }
}
