package org.tessera.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tessera.account.PersonId;

/** Something a member of the team changes in its plan. */
public sealed interface PlanEdit {

    /** Holds a meeting at another time, on the team's clock. */
    record Move(UUID meeting, LocalDateTime to) implements PlanEdit {}

    /** Calls a meeting off. */
    record Cancel(UUID meeting) implements PlanEdit {}

    /** Holds a meeting that was called off after all. */
    record Restore(UUID meeting) implements PlanEdit {}

    /** Says of a meeting whose time has come whether it was held. */
    record SayHeld(UUID meeting, boolean held) implements PlanEdit {}

    /** Nobody meets on that day. */
    record CloseDay(LocalDate day) implements PlanEdit {}

    /** People meet on that day after all. */
    record OpenDay(LocalDate day) implements PlanEdit {}

    /** Says how a requirement will be met for which nothing can be computed; replaces what was said before. */
    record Assign(Assignment assignment) implements PlanEdit {}

    /** Takes back what was said of a requirement. */
    record Unassign(RequirementKey requirement) implements PlanEdit {}

    /** Gives a part of a meeting around its protocols another lead. */
    record Lead(UUID meeting, Part.Kind part, PersonId person) implements PlanEdit {}

    /** Says who means to earn the credentials. */
    record Earners(List<PersonId> earners) implements PlanEdit {
        public Earners {
            earners = List.copyOf(earners);
        }
    }

    /** Says anew when the team meets, on which days nobody does, and who means to earn the credentials. */
    record Arrange(Rhythm rhythm, Set<LocalDate> closed, List<PersonId> earners) implements PlanEdit {
        public Arrange {
            closed = Set.copyOf(closed);
            earners = List.copyOf(earners);
        }
    }
}
