package org.tessera.implementation;

import java.util.Objects;
import org.tessera.entry.EntryKind;

/**
 * A broad line of the second year, as it is typed.
 *
 * @param dependsOn what of the first year it depends on
 */
public record Strand(String text, String dependsOn) {

    /** Strands among a team's entries. */
    public static final EntryKind<Strand> KIND = new EntryKind<>("implementation-strand", Strand.class);

    public Strand {
        text = Objects.requireNonNullElse(text, "");
        dependsOn = Objects.requireNonNullElse(dependsOn, "");
    }
}
