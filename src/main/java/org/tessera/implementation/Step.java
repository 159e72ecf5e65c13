package org.tessera.implementation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tessera.entry.EntryKind;

/**
 * A step of the first year, as it is typed.
 *
 * @param goal the entry of the goal it serves
 * @param who by role, never by name
 * @param benchmark what will be seen once it is done
 */
public record Step(UUID goal, String what, String who, String benchmark, Optional<LocalDate> due) {

    /** Steps among a team's entries. */
    public static final EntryKind<Step> KIND = new EntryKind<>("implementation-step", Step.class);

    public Step {
        what = Objects.requireNonNullElse(what, "");
        who = Objects.requireNonNullElse(who, "");
        benchmark = Objects.requireNonNullElse(benchmark, "");
        due = Objects.requireNonNullElse(due, Optional.empty());
    }

    /** Whether nothing is missing in it. */
    public boolean isDetailed() {
        return !what.isBlank() && !who.isBlank() && !benchmark.isBlank() && due.isPresent();
    }
}
