package org.tessera.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.exhibit.Exhibits;
import org.tessera.material.MaterialId;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Subject;
import org.tessera.privacy.WorkStopped;

/** What was handed in and shows student work that was stopped afterwards: for its earner, and for whom they invited to help. */
@Service
public class Breaches {

    private final SubmissionStore submissions;
    private final HelpStore help;
    private final EvidenceLinks links;
    private final Exhibits exhibits;
    private final Clearances clearances;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    Breaches(
            SubmissionStore submissions,
            HelpStore help,
            EvidenceLinks links,
            Exhibits exhibits,
            Clearances clearances,
            Accounts accounts,
            ApplicationEventPublisher events) {
        this.submissions = submissions;
        this.help = help;
        this.links = links;
        this.exhibits = exhibits;
        this.clearances = clearances;
        this.accounts = accounts;
        this.events = events;
    }

    /** Of all that somebody handed in, the latest first. */
    @Transactional(readOnly = true)
    public List<Breach> of(PersonId earner) {
        return submissions.of(earner).stream()
                .flatMap(submission -> of(submission).stream())
                .sorted(Comparator.comparing((Breach breach) -> breach.stop().at())
                        .reversed())
                .toList();
    }

    /** What somebody sees who was invited to help with a submission, as long as the invitation holds. */
    @Transactional(readOnly = true)
    public List<Breach> seenBy(PersonId helper, InvitationId id) {
        return help.find(id)
                .filter(invitation -> invitation.holds() && invitation.invited().equals(helper))
                .flatMap(invitation -> submissions.find(invitation.submission()))
                .map(this::of)
                .orElse(List.of());
    }

    private List<Breach> of(Submission submission) {
        Map<FrozenWork, Instant> handed = handed(submission);
        List<Breach> breaches = new ArrayList<>();
        handed.forEach((frozen, at) -> clearances
                .stopped(frozen.work(), at)
                .ifPresent(stop -> breaches.add(
                        new Breach(submission.id(), submission.credential(), frozen.piece(), frozen.work(), stop))));
        return breaches;
    }

    /** Student work in what was handed in. */
    private record FrozenWork(Piece piece, Subject work) {}

    /** All student work that was ever handed in with it, and since when. */
    private Map<FrozenWork, Instant> handed(Submission submission) {
        Map<FrozenWork, Instant> handed = new HashMap<>();
        for (SubmissionEvent.HandedIn event : submission.handedIn()) {
            for (FrozenEvidence evidence : event.what().evidence()) {
                works(submission.earner(), evidence)
                        .forEach(work -> handed.putIfAbsent(new FrozenWork(evidence.piece(), work), event.at()));
            }
        }
        return handed;
    }

    private Set<Subject> works(PersonId earner, FrozenEvidence evidence) {
        Set<Subject> works = new HashSet<>();
        if (Part.of(evidence.part()) instanceof Part.Region region) {
            works.add(Subject.of(new MaterialId(region.material())));
        }
        switch (evidence.piece()) {
            case Piece.OfExhibit(var id) ->
                exhibits.find(id).flatMap(Exhibits::gated).ifPresent(works::add);
            case Piece.OfArtifact(var id) ->
                // notes about a page show where it was, and its words
                links.pointersIn(id, earner)
                        .forEach(pointer -> works.add(
                                Subject.of(new MaterialId(pointer.region().material()))));
        }
        return works;
    }

    /** Tells whoever handed it in. Work is handed in by people of the team it belongs to, or by who brought it. */
    @EventListener
    void on(WorkStopped stopped) {
        Subject work = stopped.clearance().subject();
        Set<PersonId> earners = accounts.membersOf(stopped.clearance().team()).stream()
                .map(Person::id)
                .collect(Collectors.toCollection(HashSet::new));
        earners.add(stopped.clearance().owner());
        earners.forEach(earner -> submissions.of(earner).forEach(submission -> of(submission).stream()
                .filter(breach -> breach.work().equals(work) && !breach.stop().isOver())
                .findFirst()
                .ifPresent(breach -> events.publishEvent(new Breached(earner, helpers(submission), breach)))));
    }

    private Set<PersonId> helpers(Submission submission) {
        return help.of(submission.id()).stream()
                .filter(Invitation::holds)
                .map(Invitation::invited)
                .collect(Collectors.toSet());
    }
}
