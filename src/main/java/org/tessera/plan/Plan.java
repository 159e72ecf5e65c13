package org.tessera.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.credential.CredentialRef;

/**
 * What a team means to do in a term.
 *
 * @param stack the stack it works towards, in the version it began with
 * @param credentials the stack's members, in the versions it began with
 * @param earners who means to earn them
 * @param meetings in the order of their time, those that do not take place too
 * @param version counts its changes: optimistic locking
 */
public record Plan(
        PlanId id,
        TeamId team,
        CredentialRef stack,
        List<CredentialRef> credentials,
        List<PersonId> earners,
        Term term,
        List<Assignment> assignments,
        List<PlannedMeeting> meetings,
        long version) {

    public Plan {
        credentials = List.copyOf(credentials);
        earners = List.copyOf(earners);
        assignments = List.copyOf(assignments);
        meetings = List.copyOf(meetings);
    }

    /** The meeting with this id. */
    public Optional<PlannedMeeting> meeting(UUID meeting) {
        return meetings.stream().filter(one -> one.id().equals(meeting)).findFirst();
    }

    /** How a person said that the requirement will be met. */
    public Optional<Assignment> assignment(RequirementKey requirement) {
        return assignments.stream()
                .filter(one -> one.requirement().equals(requirement))
                .findFirst();
    }

    /** A session in its meeting. */
    record Place(PlannedMeeting meeting, Session session) {}

    /** The sessions of all meetings that take place, in the order of their time. */
    Stream<Place> sessions() {
        return meetings.stream().filter(PlannedMeeting::takesPlace).flatMap(meeting -> meeting.sessions().stream()
                .map(session -> new Place(meeting, session)));
    }

    Plan with(List<PlannedMeeting> others) {
        return new Plan(id, team, stack, credentials, earners, term, assignments, others, version);
    }

    Plan in(Term other) {
        return new Plan(id, team, stack, credentials, earners, other, assignments, meetings, version);
    }

    Plan assigning(List<Assignment> others) {
        return new Plan(id, team, stack, credentials, earners, term, others, meetings, version);
    }

    Plan earnedBy(List<PersonId> others) {
        return new Plan(id, team, stack, credentials, others, term, assignments, meetings, version);
    }

    Plan numbered(long number) {
        return new Plan(id, team, stack, credentials, earners, term, assignments, meetings, number);
    }

    /** This plan with what {@code change} makes of one meeting. */
    Plan replacing(PlannedMeeting changed) {
        return with(meetings.stream()
                .map(one -> one.id().equals(changed.id()) ? changed : one)
                .toList());
    }
}
