package org.tessera.assessment;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.submission.Submission;
import org.tessera.submission.Submissions;

/**
 * Which decided cases assessors try themselves on. Officers choose them by number, and none is used unless its earner says so
 * and for as long as they do.
 */
@Service
public class Anchors {

    private final AnchorStore store;
    private final CaseStore cases;
    private final Officers officers;
    private final Submissions submissions;
    private final Credentials credentials;
    private final ApplicationEventPublisher news;
    private final InstantSource clock;

    Anchors(
            AnchorStore store,
            CaseStore cases,
            Officers officers,
            Submissions submissions,
            Credentials credentials,
            ApplicationEventPublisher news,
            InstantSource clock) {
        this.store = store;
        this.cases = cases;
        this.officers = officers;
        this.submissions = submissions;
        this.credentials = credentials;
        this.news = news;
        this.clock = clock;
    }

    /**
     * A decided case as officers see it: never whose it is.
     *
     * @param rows how many rows were rated in it
     * @param met how many of them were met
     */
    public record Choice(CaseId on, Credential credential, int rows, int met) {}

    /** An anchor as officers see it. */
    public record Line(CaseId on, Credential credential, Consent consent) {}

    /**
     * What an earner is asked.
     *
     * @param handIn which of their hand-ins, from 1
     */
    public record Question(CaseId about, int handIn, Consent consent) {}

    /** The decided cases of an officer’s district that could become anchors. */
    @Transactional(readOnly = true)
    public List<Choice> choices(PersonId officer) {
        return officers.districtOf(officer).stream()
                .flatMap(district -> {
                    Set<CaseId> taken =
                            store.of(district).stream().map(Anchor::on).collect(Collectors.toSet());
                    return cases.of(district).stream().filter(kept -> !taken.contains(kept.id()) && isFit(kept.now()));
                })
                .flatMap(kept -> credentials.find(kept.now().brief().credential()).stream()
                        .map(credential -> new Choice(
                                kept.id(), credential, kept.now().brief().open().size(), (int)
                                        kept.now().findings().stream()
                                                .filter(finding -> finding.isMet()
                                                        && kept.now().brief().open().stream()
                                                                .anyMatch(row ->
                                                                        row.id().equals(finding.row())))
                                                .count())))
                .toList();
    }

    static boolean isFit(Case one) {
        return one.stage() == Stage.DECIDED && !one.brief().open().isEmpty();
    }

    /** The anchors of an officer’s district. */
    @Transactional(readOnly = true)
    public List<Line> of(PersonId officer) {
        return officers.districtOf(officer).stream()
                .flatMap(district -> store.of(district).stream())
                .flatMap(anchor -> credentials.current(anchor.credential()).stream()
                        .map(credential -> new Line(anchor.on(), credential, anchor.consent())))
                .toList();
    }

    /**
     * Proposes a decided case as an anchor: its earner is asked. False if {@code officer} is none, or it is no decided case of
     * their district, or it was proposed before.
     */
    @Transactional
    public boolean propose(PersonId officer, CaseId id) {
        Optional<DistrictId> district = officers.districtOf(officer);
        Optional<KeptCase> kept = cases.findToChange(id)
                .filter(one -> district.filter(one.district()::equals).isPresent())
                .filter(one -> isFit(one.now()));
        Optional<Submission> submission = kept.flatMap(one -> submissions.find(one.submission()));
        if (kept.isEmpty() || submission.isEmpty()) {
            return false;
        }
        CredentialId credential = kept.get().now().brief().credential().id();
        boolean isNew =
                store.add(new Anchor(id, kept.get().district(), credential, Consent.ASKED), officer, clock.instant());
        if (isNew) {
            news.publishEvent(new CertificationNews.ConsentAsked(
                    id, credential, submission.get().earner()));
        }
        return isNew;
    }

    /** What an earner is or was asked about their hand-ins for a credential, in their order. */
    @Transactional(readOnly = true)
    public List<Question> questions(PersonId earner, CredentialId credential) {
        return submissions.find(earner, credential).stream()
                .flatMap(submission -> cases.of(submission.id()).stream())
                .flatMap(kept -> store.find(kept.id()).stream()
                        .map(anchor -> new Question(kept.id(), kept.handIn(), anchor.consent())))
                .toList();
    }

    /** The earner’s answer, which they can change at any time; false for anybody else, and where nothing was asked. */
    @Transactional
    public boolean answer(PersonId earner, CaseId about, boolean isYes) {
        Optional<Anchor> anchor = store.findToChange(about)
                .filter(one -> earnerOf(one.on()).filter(earner::equals).isPresent());
        anchor.ifPresent(one -> store.answer(about, one.consent().answered(isYes), clock.instant()));
        return anchor.isPresent();
    }

    /** Whose a case is; never told to who assesses. */
    Optional<PersonId> earnerOf(CaseId id) {
        return cases.find(id)
                .flatMap(kept -> submissions.find(kept.submission()))
                .map(Submission::earner);
    }
}
