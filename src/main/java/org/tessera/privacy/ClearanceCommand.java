package org.tessera.privacy;

import java.util.List;
import java.util.Optional;
import org.tessera.account.PersonId;

/** What somebody wants to do about a clearance. */
public sealed interface ClearanceCommand {

    /** The owner decides about something found. */
    record Cover(int finding) implements ClearanceCommand {}

    /** The owner says that it needs no cover. */
    record Dismiss(int finding, Dismissal why) implements ClearanceCommand {}

    /** The owner covers a place that nothing was found at. */
    record Mark(Place place) implements ClearanceCommand {}

    /** The owner takes back a place of their own, as long as it is not burned in. */
    record Unmark(int finding) implements ClearanceCommand {}

    /** The owner says who permitted it. */
    record Permit(Permission permission) implements ClearanceCommand {}

    /** The owner says whom they ask for the second look: nobody means anybody of the team. */
    record Ask(Optional<PersonId> second) implements ClearanceCommand {}

    /** The owner is done: what is covered becomes part of the pages, and a second person is asked to look. */
    record BurnIn() implements ClearanceCommand {}

    /** A second person has opened a page. */
    record Look(int page) implements ClearanceCommand {}

    /**
     * A second person has listened to all of a recording.
     *
     * @param isSaid whether they say so, because the player cannot
     */
    record Listen(boolean isSaid) implements ClearanceCommand {}

    /** The second person found nothing. */
    record Confirm() implements ClearanceCommand {}

    /** The second person found something. */
    record SendBack(List<Sign> marks) implements ClearanceCommand {
        public SendBack {
            marks = List.copyOf(marks);
        }
    }

    /** Anybody who can see it saw what should not be there. */
    record Report(Alarm why) implements ClearanceCommand {}

    /** The owner takes up again what was reported or withdrawn. */
    record TakeUp() implements ClearanceCommand {}

    /** It may not be shown any more. */
    record Withdraw() implements ClearanceCommand {}
}
