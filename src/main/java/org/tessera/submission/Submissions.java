package org.tessera.submission;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Credentials;

/** What people hand in for credentials. Everybody sees the own submissions only. */
@Service
public class Submissions {

    private final SubmissionStore store;
    private final Drafts drafts;
    private final Credentials credentials;
    private final Accounts accounts;
    private final ObjectProvider<LocalPanel> panels;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Submissions(
            SubmissionStore store,
            Drafts drafts,
            Credentials credentials,
            Accounts accounts,
            ObjectProvider<LocalPanel> panels,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.panels = panels;
        this.events = events;
        this.store = store;
        this.drafts = drafts;
        this.credentials = credentials;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A person's submissions, in the order in which they were begun. */
    @Transactional(readOnly = true)
    public List<Submission> of(PersonId person) {
        return store.of(person);
    }

    /**
     * The submissions of everybody in a district, person by person. The caller makes sure that nobody learns of them who may
     * not.
     */
    @Transactional(readOnly = true)
    public List<Submission> of(DistrictId district) {
        return accounts.peopleOf(district).stream()
                .flatMap(person -> store.of(person.id()).stream())
                .toList();
    }

    /** A person's submission for a credential: of several versions the one begun last. */
    @Transactional(readOnly = true)
    public Optional<Submission> find(PersonId person, CredentialId credential) {
        return store.of(person).stream()
                .filter(submission -> submission.credential().id().equals(credential))
                .reduce((_, later) -> later);
    }

    /** The submission with this id. The caller makes sure that nobody learns of it who may not. */
    @Transactional(readOnly = true)
    public Optional<Submission> find(SubmissionId id) {
        return store.find(id);
    }

    /**
     * What the check before handing in says of what was handed in last. It quotes names and words, so the caller makes sure that
     * nobody reads them who may not know whose it is.
     */
    @Transactional(readOnly = true)
    public List<Gap> noticed(SubmissionId id) {
        return store.find(id).map(drafts::gapsOfHandedIn).orElse(List.of());
    }

    /** Where a person can have a credential assessed; where the own district does it, that comes first. */
    public List<Platform> platformsFor(PersonId person, CredentialId credential) {
        return Stream.of(Platform.values())
                .filter(platform -> platform != Platform.PANEL || isAssessedHere(person, credential))
                .sorted(Comparator.comparing(platform -> platform != Platform.PANEL))
                .toList();
    }

    private boolean isAssessedHere(PersonId person, CredentialId credential) {
        return panels.stream().anyMatch(panel -> panel.assesses(person, credential));
    }

    /** A person's submission as it stands, with what the pre-check says of it. */
    @Transactional(readOnly = true)
    public Optional<SubmissionDraft> draft(PersonId person, CredentialId credential) {
        return find(person, credential).map(drafts::of);
    }

    /**
     * Begins to work towards a credential, in the version in which the person has linked evidence before, or else in its
     * current one.
     */
    @Transactional
    public SubmissionAnswer begin(PersonId person, CredentialId id, Platform platform) {
        Optional<CredentialRef> version = drafts.versionFor(person, id);
        if (version.isEmpty() || accounts.person(person).isEmpty()) {
            return refused(new SubmissionRefusal.Unknown());
        }
        if (platform == Platform.PANEL && !isAssessedHere(person, id)) {
            return refused(new SubmissionRefusal.NoPanel());
        }
        if (store.find(person, version.get()).isEmpty()) {
            store.insert(
                    new Submission(new SubmissionId(UUID.randomUUID()), person, version.get(), List.of()),
                    clock.instant());
        }
        return store.find(person, version.get())
                .map(submission -> act(submission, new SubmissionCommand.Begin(platform), person))
                .orElseGet(() -> refused(new SubmissionRefusal.Unknown()));
    }

    /**
     * Hands in what the drafts say now, if the pre-check lets it pass.
     *
     * @param seen how long the history was when the person decided
     */
    @Transactional
    public SubmissionAnswer handIn(PersonId person, SubmissionId id, int seen, Set<Attestation> attested) {
        Optional<Submission> found = store.find(id).filter(one -> one.earner().equals(person));
        if (found.isEmpty()) {
            return refused(new SubmissionRefusal.Unknown());
        }
        if (found.get().history().size() != seen) {
            return refused(new SubmissionRefusal.Stale());
        }
        SubmissionDraft draft = drafts.of(found.get());
        return act(
                found.get(),
                new SubmissionCommand.HandOver(
                        draft.handIn(), attested, draft.changes(), draft.context(), draft.openGaps()),
                person);
    }

    /** The earner goes on after some rows were not met. */
    @Transactional
    public SubmissionAnswer tryAgain(PersonId person, SubmissionId id) {
        return store.find(id)
                .filter(one -> one.earner().equals(person))
                .map(one -> act(one, new SubmissionCommand.TryAgain(), person))
                .orElseGet(() -> refused(new SubmissionRefusal.Unknown()));
    }

    /** The earner asks for another look at what was found. The caller has kept which rows, and why. */
    @Transactional
    public SubmissionAnswer appeal(PersonId person, SubmissionId id) {
        return store.find(id)
                .filter(one -> one.earner().equals(person))
                .map(one -> act(one, new SubmissionCommand.Appeal(), person))
                .orElseGet(() -> refused(new SubmissionRefusal.Unknown()));
    }

    /** An assessor sends it back unscored. The caller has made sure that {@code assessor} may assess it. */
    @Transactional
    public SubmissionAnswer sendBack(PersonId assessor, SubmissionId id, String why) {
        return assess(assessor, id, new SubmissionCommand.SendBack(why));
    }

    /** An assessor finds it complete. The caller has made sure that {@code assessor} may assess it. */
    @Transactional
    public SubmissionAnswer accept(PersonId assessor, SubmissionId id) {
        return assess(assessor, id, new SubmissionCommand.Accept());
    }

    /**
     * It has been scored. The caller has made sure that {@code assessor} may assess it.
     *
     * @param unmet ids of the rubric rows and requirements that are not met; none earns the credential
     */
    @Transactional
    public SubmissionAnswer score(PersonId assessor, SubmissionId id, Set<String> unmet) {
        return areRows(id, unmet)
                ? assess(assessor, id, new SubmissionCommand.Score(unmet))
                : refused(new SubmissionRefusal.Unreadable());
    }

    /** An appeal has been heard. The caller has made sure that {@code assessor} may hear it. */
    @Transactional
    public SubmissionAnswer hearAppeal(PersonId assessor, SubmissionId id, Set<String> unmet) {
        return areRows(id, unmet)
                ? assess(assessor, id, new SubmissionCommand.HearAppeal(unmet))
                : refused(new SubmissionRefusal.Unreadable());
    }

    private boolean areRows(SubmissionId id, Set<String> rows) {
        return store.find(id)
                .flatMap(submission -> credentials.find(submission.credential()))
                .filter(one -> rows.stream().allMatch(row -> one.criterion(row).isPresent()))
                .isPresent();
    }

    /** A coach writes down that earner and coach have talked; only {@link Help} calls it, which knows who is a coach. */
    SubmissionAnswer noteTalk(PersonId coach, SubmissionId id, String about) {
        return assess(coach, id, new SubmissionCommand.NoteTalk(about));
    }

    private SubmissionAnswer assess(PersonId actor, SubmissionId id, SubmissionCommand command) {
        return store.find(id)
                .map(submission -> act(submission, command, actor))
                .orElseGet(() -> refused(new SubmissionRefusal.Unknown()));
    }

    private SubmissionAnswer act(Submission submission, SubmissionCommand command, PersonId actor) {
        return switch (submission.decide(command, actor, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            case SubmissionDecision.Refused(var why) -> refused(why);
            case SubmissionDecision.Happens(var event) ->
                store.append(submission.id(), submission.history().size() + 1, event)
                        ? done(submission.after(event), event)
                        : refused(new SubmissionRefusal.Stale());
        };
    }

    private SubmissionAnswer done(Submission now, SubmissionEvent event) {
        events.publishEvent(new SubmissionChanged(now, event));
        return new SubmissionAnswer.Done(now);
    }

    private static SubmissionAnswer refused(SubmissionRefusal why) {
        return new SubmissionAnswer.Refused(why);
    }
}
