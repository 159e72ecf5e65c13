package org.tessera.implementation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.tessera.entry.EntryKind;

/**
 * What a plan is about, as it is typed.
 *
 * @param charge who asked this team to make the plan, and when
 * @param lead what the earner leads in it
 * @param stakeholders with whom it is made, by role
 * @param firstDay of the first school year
 * @param lastDay of the first school year
 */
public record Frame(
        String title,
        Optional<Reach> reach,
        String charge,
        String lead,
        String stakeholders,
        Optional<LocalDate> firstDay,
        Optional<LocalDate> lastDay) {

    /** A team's frame among its entries; there is one. */
    public static final EntryKind<Frame> KIND = new EntryKind<>("implementation-frame", Frame.class);

    /** A school year with all its holidays is no longer, in days. */
    static final int LONGEST_YEAR = 371;

    public Frame {
        title = Objects.requireNonNullElse(title, "");
        reach = Objects.requireNonNullElse(reach, Optional.empty());
        charge = Objects.requireNonNullElse(charge, "");
        lead = Objects.requireNonNullElse(lead, "");
        stakeholders = Objects.requireNonNullElse(stakeholders, "");
        firstDay = Objects.requireNonNullElse(firstDay, Optional.empty());
        lastDay = Objects.requireNonNullElse(lastDay, Optional.empty());
    }

    /** One in which nothing is filled in yet. */
    public static Frame blank() {
        return new Frame("", Optional.empty(), "", "", "", Optional.empty(), Optional.empty());
    }

    /** Whether both ends of the first year are known, in their order, and not more than a year apart. */
    public boolean hasYear() {
        return firstDay.flatMap(first ->
                        lastDay.filter(last -> last.isAfter(first) && !last.isAfter(first.plusDays(LONGEST_YEAR))))
                .isPresent();
    }

    /** Whether a day lies in the first year. */
    public boolean isInYear(LocalDate day) {
        return hasYear() && !day.isBefore(firstDay.orElseThrow()) && !day.isAfter(lastDay.orElseThrow());
    }
}
