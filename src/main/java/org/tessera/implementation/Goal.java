package org.tessera.implementation;

import java.util.List;
import java.util.Objects;
import org.tessera.entry.EntryKind;

/**
 * A goal, as it is typed.
 *
 * @param sources where it comes from
 */
public record Goal(String text, List<Citation> sources) {

    /** Goals among a team's entries. */
    public static final EntryKind<Goal> KIND = new EntryKind<>("implementation-goal", Goal.class);

    public Goal {
        text = Objects.requireNonNullElse(text, "");
        sources = sources == null ? List.of() : List.copyOf(sources);
    }
}
