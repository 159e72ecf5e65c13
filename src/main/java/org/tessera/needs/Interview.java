package org.tessera.needs;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tessera.entry.EntryKind;

/**
 * Notes of an interview, as they are typed.
 *
 * @param consent whether whoever was asked agreed that notes are kept and used without a name
 * @param about what it was about
 * @param themes what came up, one in a line
 */
public record Interview(
        Optional<Asked> asked, Optional<LocalDate> held, boolean consent, String about, String notes, String themes) {

    /** Interviews among a team's entries. */
    public static final EntryKind<Interview> KIND = new EntryKind<>("interview", Interview.class);

    public Interview {
        asked = Objects.requireNonNullElse(asked, Optional.empty());
        held = Objects.requireNonNullElse(held, Optional.empty());
        about = Objects.requireNonNullElse(about, "");
        notes = Objects.requireNonNullElse(notes, "");
        themes = Objects.requireNonNullElse(themes, "");
    }

    /** One in which nothing is filled in yet. */
    public static Interview blank() {
        return new Interview(Optional.empty(), Optional.empty(), false, "", "", "");
    }

    /** What came up, one by one. */
    public List<String> themesInOrder() {
        return Lines.of(themes);
    }

    /** Whether it may be shown outside of the team and be what a plan is built on. */
    public boolean isCitable() {
        return consent && asked.isPresent() && !themesInOrder().isEmpty();
    }
}
