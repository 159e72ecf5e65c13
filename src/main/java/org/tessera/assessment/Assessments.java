package org.tessera.assessment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifacts;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.submission.Rosters;
import org.tessera.submission.Status;
import org.tessera.submission.Submission;
import org.tessera.submission.Submissions;
import org.tessera.writing.FurtherPlaces;
import org.tessera.writing.Writing;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;

/** What an earner learns of the assessment of their own submission, and what they can do about it. */
@Service
public class Assessments implements FurtherPlaces {

    private static final String APPEAL = "appeal.";

    private final CaseStore store;
    private final CaseOffice office;
    private final Panels panels;
    private final Submissions submissions;
    private final Credentials credentials;
    private final Writings writings;
    private final Rosters rosters;
    private final Artifacts artifacts;
    private final InstantSource clock;

    Assessments(
            CaseStore store,
            CaseOffice office,
            Panels panels,
            Submissions submissions,
            Credentials credentials,
            Writings writings,
            Rosters rosters,
            Artifacts artifacts,
            InstantSource clock) {
        this.store = store;
        this.office = office;
        this.panels = panels;
        this.submissions = submissions;
        this.credentials = credentials;
        this.writings = writings;
        this.rosters = rosters;
        this.artifacts = artifacts;
        this.clock = clock;
    }

    /**
     * How the assessment of a submission went and goes.
     *
     * @param hearings one for each hand-in, the latest first
     */
    public record Report(Submission submission, Credential credential, List<Hearing> hearings) {

        public Report {
            hearings = List.copyOf(hearings);
        }
    }

    /**
     * What became of one hand-in, as its earner may know it: stages and results, and of assessors nothing.
     *
     * @param handIn which hand-in it is, from 1
     * @param missing why it came back unscored, if it did
     * @param findings row by row, once there is a result
     * @param carried the rows that were met before and were not rated again
     * @param appealUntil until when another look can be asked for; nothing where it cannot
     * @param appeal what was asked to be looked at again
     * @param appealText what is being written as the reason
     */
    public record Hearing(
            int handIn,
            Stage stage,
            Brief brief,
            Turnaround turnaround,
            List<Missing> missing,
            List<Finding> findings,
            Set<String> carried,
            Optional<Instant> appealUntil,
            Optional<CaseEvent.Appealed> appeal,
            Writing appealText) {}

    /** How the assessment of a person’s own submission went; nothing where none was assessed here. */
    @Transactional(readOnly = true)
    public Optional<Report> report(PersonId earner, CredentialId id) {
        Optional<Submission> submission = submissions.find(earner, id);
        Optional<Credential> credential = submission.flatMap(one -> credentials.find(one.credential()));
        if (submission.isEmpty() || credential.isEmpty()) {
            return Optional.empty();
        }
        List<Hearing> hearings = store.of(submission.get().id()).stream()
                .map(kept -> hearing(kept, submission.get()))
                .toList()
                .reversed();
        return hearings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Report(submission.get(), credential.get(), hearings));
    }

    private Hearing hearing(KeptCase kept, Submission submission) {
        Case now = kept.now();
        Stage stage = now.stage();
        boolean isTold = stage == Stage.DECIDED || stage == Stage.APPEAL;
        return new Hearing(
                kept.handIn(),
                stage,
                now.brief(),
                Turnaround.of(now, panels.calendarOf(kept.district()), clock.instant()),
                now.missing(),
                isTold ? now.findings() : List.of(),
                now.brief().rows().stream()
                        .filter(row -> !row.isOpen())
                        .map(Brief.Row::id)
                        .collect(Collectors.toSet()),
                mayAppeal(kept, submission) ? now.appealUntil() : Optional.empty(),
                now.appeal(),
                writings.at(submission.earner(), appealPlace(kept)));
    }

    private boolean mayAppeal(KeptCase kept, Submission submission) {
        Case now = kept.now();
        return isPresent(kept, submission)
                && now.stage() == Stage.DECIDED
                && now.appeal().isEmpty()
                && now.appealUntil()
                        .filter(until -> !clock.instant().isAfter(until))
                        .isPresent()
                // what nobody can hear would only keep the earner from going on
                && office.hasSomebodyFor(kept, Task.APPEAL);
    }

    /** Whether it is the result by which the submission is not yet earned, and the earner has not gone on. */
    private static boolean isPresent(KeptCase kept, Submission submission) {
        return submission.handedIn().size() == kept.handIn() && submission.status() == Status.NOT_YET_EARNED;
    }

    /**
     * Asks for another look at some rows, with what was written as the reason.
     *
     * @param handIn of which hand-in
     */
    @Transactional
    public CaseAnswer appeal(PersonId earner, CredentialId id, int handIn, Set<String> rows) {
        Optional<Submission> submission = submissions.find(earner, id);
        Optional<KeptCase> kept = submission
                .flatMap(one -> store.of(one.id()).stream()
                        .filter(each -> each.handIn() == handIn)
                        .findFirst())
                .filter(each -> isPresent(each, submission.get()));
        return kept.map(each -> office.appeal(
                        earner,
                        each,
                        new CaseCommand.Appeal(
                                rows,
                                withoutNames(
                                        earner,
                                        writings.at(earner, appealPlace(each)).text()))))
                .orElseGet(() -> new CaseAnswer.Refused(new CaseRefusal.Unknown()));
    }

    /** Whoever hears the appeal does not learn whose it is either. */
    private String withoutNames(PersonId earner, String words) {
        return rosters.of(earner, artifacts.readableBy(earner)).without(words, _ -> "[…]");
    }

    private static WritingPlace appealPlace(KeptCase kept) {
        return new WritingPlace(kept.now().brief().credential(), APPEAL + kept.handIn());
    }

    /** Earners write why they appeal, as long as they can. */
    @Override
    @Transactional(readOnly = true)
    public boolean isOpenTo(PersonId person, WritingPlace place) {
        return place.part().startsWith(APPEAL)
                && submissions.find(person, place.credential().id()).stream()
                        .anyMatch(submission -> store.of(submission.id()).stream()
                                .anyMatch(kept -> appealPlace(kept).equals(place) && mayAppeal(kept, submission)));
    }
}
