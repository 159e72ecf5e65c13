package org.tessera.room;

import java.util.Set;

/** Who may know of an entity. */
sealed interface Audience {

    Audience EVERYONE = new Everyone();

    record Everyone() implements Audience {}

    record Only(Set<MemberId> people) implements Audience {}

    static Audience only(MemberId person) {
        return new Only(Set.of(person));
    }

    default boolean includes(MemberId member) {
        return switch (this) {
            case Everyone e -> true;
            case Only only -> only.people().contains(member);
        };
    }

    /**
     * Who may know of {@code entity}: the only place that says so. It depends on the entity's own fields alone, so what
     * becomes visible or hidden always does so by a change of the entity, which the projection then tells.
     */
    static Audience of(Entity entity) {
        return switch (entity) {
            case Entity.Setting e -> EVERYONE;
            case Entity.Member e -> EVERYONE;
            case Entity.PhaseRun e -> EVERYONE;
            case Entity.Note e when e.onBoard() -> EVERYONE;
            case Entity.Note e
            when e.state() == Entity.Note.State.AMONG ->
                new Only(Set.copyOf(e.ties().among()));
            case Entity.Note e -> only(e.by());
            case Entity.Group e -> e.among().isEmpty() ? EVERYONE : new Only(Set.copyOf(e.among()));
            case Entity.Pair e -> EVERYONE;
            case Entity.Ballot e -> only(e.by());
            case Entity.Tally e -> EVERYONE;
            case Entity.Statement e -> e.shared() || e.people().isEmpty() ? EVERYONE : new Only(Set.copyOf(e.people()));
            case Entity.Answer e -> only(e.by());
            case Entity.Check e -> EVERYONE;
            case Entity.Goal e -> EVERYONE;
            case Entity.Brought e -> EVERYONE;
            case Entity.Left e -> EVERYONE;
            case Entity.Agenda e -> EVERYONE;
            case Entity.Wish e -> EVERYONE;
            case Entity.Circle e -> EVERYONE;
            case Entity.Attendance e -> EVERYONE;
            case Entity.Turns e -> EVERYONE;
            case Entity.Leading e -> EVERYONE;
            case Entity.Voice e -> e.shared() ? EVERYONE : only(e.by());
            case Entity.Item e -> EVERYONE;
            case Entity.Opinion e -> only(e.by());
            case Entity.Consensus e -> EVERYONE;
            case Entity.Score e -> e.open() ? EVERYONE : only(e.by());
            case Entity.Grid e -> EVERYONE;
            case Entity.Settled e -> EVERYONE;
            case Entity.Wording e -> EVERYONE;
            case Entity.Ground e -> EVERYONE;
            case Entity.Norm e -> EVERYONE;
            case Entity.Flag e -> only(e.by());
            case Entity.Lookback e -> only(e.by());
            case Entity.Debrief e -> EVERYONE;
            case Entity.Pick e -> EVERYONE;
            case Entity.Readiness e -> e.by().map(Audience::only).orElse(EVERYONE);
            case Entity.Claim e -> only(e.by());
            case Entity.Extension e -> EVERYONE;
            case Entity.Link e -> EVERYONE;
            case Entity.Due e -> EVERYONE;
        };
    }
}
