package org.tessera.assessment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;

/** Who is certified for which credential, since when and until when; and who is told that it ends. */
@Service
public class Certificates implements Certification {

    private final CertificateStore store;
    private final TrialStore trials;
    private final CaseStore cases;
    private final PanelStore members;
    private final Agreements agreements;
    private final Officers officers;
    private final Accounts accounts;
    private final Credentials credentials;
    private final ApplicationEventPublisher news;
    private final InstantSource clock;

    Certificates(
            CertificateStore store,
            TrialStore trials,
            CaseStore cases,
            PanelStore members,
            Agreements agreements,
            Officers officers,
            Accounts accounts,
            Credentials credentials,
            ApplicationEventPublisher news,
            InstantSource clock) {
        this.store = store;
        this.trials = trials;
        this.cases = cases;
        this.members = members;
        this.agreements = agreements;
        this.officers = officers;
        this.accounts = accounts;
        this.credentials = credentials;
        this.news = news;
        this.clock = clock;
    }

    /**
     * How a person stands in a credential.
     *
     * @param last what they got last, whether it still holds or not
     * @param round what the trials since come to
     */
    public record Standing(
            Person assessor, Credential credential, Optional<Certificate> last, boolean isHeld, Certifying round) {}

    @Override
    @Transactional(readOnly = true)
    public boolean holds(PersonId assessor, CredentialId credential, Instant at) {
        return store.last(assessor, credential).filter(one -> one.holds(at)).isPresent();
    }

    /** How a person stands in every credential they have, had or try for. */
    @Transactional(readOnly = true)
    public List<Standing> of(PersonId assessor) {
        List<Standing> standings = new ArrayList<>();
        accounts.person(assessor).ifPresent(person -> credentials.stacks().stream()
                .flatMap(stack -> credentials.membersOf(stack).stream())
                .map(credential -> standing(person, credential))
                .filter(standing ->
                        standing.last().isPresent() || standing.round().anchors() > 0)
                .forEach(standings::add));
        return standings;
    }

    /** The same for every member of an officer’s panel, by name; nothing for anybody else. */
    @Transactional(readOnly = true)
    public List<Standing> all(PersonId officer) {
        Optional<DistrictId> district = officers.districtOf(officer);
        return district.stream()
                .flatMap(own -> members.members(own).keySet().stream())
                .flatMap(member -> of(member).stream())
                .sorted(Comparator.comparing(standing -> standing.assessor().name()))
                .toList();
    }

    private Standing standing(Person person, Credential credential) {
        Instant now = now();
        CredentialId id = credential.ref().id();
        Optional<Certificate> last = store.last(person.id(), id);
        return new Standing(
                person,
                credential,
                last,
                last.filter(one -> one.holds(now)).isPresent(),
                Certifying.of(Certifying.round(trials.done(person.id(), id), last, now)));
    }

    /** Certifies a person if their trials are enough. */
    @Transactional
    void consider(PersonId assessor, CredentialId credential) {
        Instant now = now();
        Certifying round = Certifying.of(
                Certifying.round(trials.done(assessor, credential), store.last(assessor, credential), now));
        if (round.isEnough()) {
            Certificate given = new Certificate(
                    UUID.randomUUID(),
                    assessor,
                    credential,
                    now,
                    Certifying.yearAfter(now),
                    round.exact(),
                    round.kappa(),
                    Optional.empty());
            store.add(given);
            news.publishEvent(
                    new CertificationNews.Certified(given.id(), credential, assessor, given.exact(), given.until()));
        }
    }

    /**
     * Whoever scored a case that is decided now may have drifted too far. Only at the end of the transaction is it kept who
     * scored last.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CaseNews.Decided decided) {
        cases.find(decided.about())
                .filter(kept -> kept.now().brief().isSecondScored())
                .ifPresent(kept -> {
                    CredentialId credential = decided.credential().id();
                    List<DoubleScore> scores = agreements.scores(kept.district(), credential);
                    agreements.scorersOf(kept.id()).values().stream()
                            .distinct()
                            .forEach(scorer -> review(scorer, credential, scores));
                });
    }

    /** Ends a certificate if too many of the rows scored since it was given differ from what counted. */
    private void review(PersonId assessor, CredentialId credential, List<DoubleScore> scores) {
        Instant now = now();
        store.last(assessor, credential).filter(one -> one.holds(now)).ifPresent(held -> {
            Drift drift = Drift.of(assessor, scores, held.from());
            if (drift.isTooLow() && store.end(held.id(), now)) {
                news.publishEvent(new CertificationNews.Drifted(held.id(), credential, assessor, drift.exact()));
            }
        });
    }

    /** Tells the owners of certificates that end within thirty days, once. */
    @Transactional
    void remind() {
        Instant now = now();
        for (Certificate ending : store.ending(now, now.plus(Certifying.NOTICE))) {
            boolean isLast = store.last(ending.assessor(), ending.credential())
                    .filter(ending::equals)
                    .isPresent();
            if (isLast && store.remind(ending.id(), now)) {
                news.publishEvent(new CertificationNews.Expiring(
                        ending.id(), ending.credential(), ending.assessor(), ending.until()));
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
