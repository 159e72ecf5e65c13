package org.tessera.credit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.badge.Badge;
import org.tessera.badge.Badges;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.credential.Stack;
import org.tessera.room.MeetingStays;
import org.tessera.room.Presences;
import org.tessera.submission.Submission;
import org.tessera.submission.SubmissionEvent;
import org.tessera.submission.Submissions;

/** What other features know of somebody's work. */
@Component
class CreditSources {

    private final Presences presences;
    private final Badges badges;
    private final Submissions submissions;
    private final Credentials credentials;
    private final Accounts accounts;
    private final InstantSource clock;

    CreditSources(
            Presences presences,
            Badges badges,
            Submissions submissions,
            Credentials credentials,
            Accounts accounts,
            InstantSource clock) {
        this.presences = presences;
        this.badges = badges;
        this.submissions = submissions;
        this.credentials = credentials;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The meetings somebody was in, the newest first. */
    List<AttendedMeeting> meetings(PersonId person) {
        return presences.of(person).stream().map(this::attended).toList();
    }

    /** Those of them that a district's teams held. */
    List<AttendedMeeting> meetings(PersonId person, DistrictId district) {
        return presences.of(person).stream()
                .filter(stays -> accounts.team(stays.team())
                        .map(Team::district)
                        .filter(district::equals)
                        .isPresent())
                .map(this::attended)
                .toList();
    }

    private AttendedMeeting attended(MeetingStays stays) {
        return new AttendedMeeting(
                stays.room(),
                stays.title(),
                stays.pack().id(),
                stays.begun(),
                Attendance.minutes(stays.stays(), Optional.of(stays.begun()), stays.ended(), clock.instant()),
                stays.ended().isPresent());
    }

    /** The badges a district issued to somebody. */
    List<Earned> earned(PersonId person, DistrictId district) {
        List<Badge> all = badges.of(person).stream()
                .filter(badge -> badge.district().equals(district))
                .toList();
        List<Submission> begun = all.isEmpty() ? List.of() : submissions.of(person);
        return all.stream()
                .map(badge -> new Earned(
                        new CredentialId(badge.achievement()),
                        badge.stack(),
                        badge.name(),
                        begun(begun, partsOf(new CredentialId(badge.achievement()), badge.stack()))
                                .filter(at -> at.isBefore(badge.decided()))
                                .orElse(badge.decided()),
                        badge.decided(),
                        badge.standing()))
                .toList();
    }

    /** Whether somebody has begun to work for a credential or for any of a stack. */
    boolean hasBegun(PersonId person, CredentialId achievement, boolean stack) {
        return begun(submissions.of(person), partsOf(achievement, stack)).isPresent()
                || badges.of(person).stream()
                        .anyMatch(badge -> badge.achievement().equals(achievement.value()));
    }

    private List<CredentialId> partsOf(CredentialId achievement, boolean stack) {
        return stack ? credentials.stack(achievement).map(Stack::members).orElse(List.of()) : List.of(achievement);
    }

    private static Optional<Instant> begun(List<Submission> submissions, Collection<CredentialId> credentials) {
        return submissions.stream()
                .filter(submission ->
                        credentials.contains(submission.credential().id()))
                .flatMap(submission -> submission.history().stream())
                .filter(SubmissionEvent.Begun.class::isInstance)
                .map(SubmissionEvent::at)
                .min(Comparator.naturalOrder());
    }
}
