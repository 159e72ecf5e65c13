package org.tessera.submission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Artifacts;
import org.tessera.artifact.Content;
import org.tessera.artifact.Participant;
import org.tessera.attachment.Attachment;
import org.tessera.attachment.Attachments;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Credentials;
import org.tessera.credential.SubmissionPart;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.Exhibits;
import org.tessera.writing.Bibliography;
import org.tessera.writing.Quotation;
import org.tessera.writing.Source;
import org.tessera.writing.Sources;
import org.tessera.writing.Writing;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;

/** Puts together what would be handed in now, and has it checked. */
@Component
class Drafts {

    private final Writings writings;
    private final Sources sources;
    private final EvidenceLinks links;
    private final Artifacts artifacts;
    private final Exhibits exhibits;
    private final Credentials credentials;
    private final Accounts accounts;
    private final Rosters rosters;
    private final Consents consents;
    private final Attachments attachments;

    Drafts(
            Writings writings,
            Sources sources,
            EvidenceLinks links,
            Artifacts artifacts,
            Exhibits exhibits,
            Credentials credentials,
            Accounts accounts,
            Rosters rosters,
            Consents consents,
            Attachments attachments) {
        this.writings = writings;
        this.sources = sources;
        this.links = links;
        this.artifacts = artifacts;
        this.exhibits = exhibits;
        this.credentials = credentials;
        this.accounts = accounts;
        this.rosters = rosters;
        this.consents = consents;
        this.attachments = attachments;
    }

    /** The version somebody works towards: that of the latest linked evidence, or else the current one. */
    Optional<CredentialRef> versionFor(PersonId person, CredentialId id) {
        return links.of(person).stream()
                .filter(link -> link.credential().id().equals(id))
                .max(Comparator.comparing(EvidenceLink::at))
                .map(EvidenceLink::credential)
                .or(() -> credentials.current(id).map(Credential::ref));
    }

    /**
     * A submission with all that belongs to it.
     *
     * @throws java.util.NoSuchElementException if its credential version was never shipped, which its table rules out
     */
    SubmissionDraft of(Submission submission) {
        PersonId earner = submission.earner();
        Credential credential = credentials.find(submission.credential()).orElseThrow();
        List<Coverage> coverage = coverage(earner, credential);
        Set<Piece> linked = new HashSet<>();
        coverage.forEach(row -> row.links().forEach(link -> linked.add(link.piece())));
        List<Artifact> evidence = artifacts.readableBy(earner).stream()
                .filter(artifact -> linked.contains(Piece.of(artifact.id())))
                .toList();
        List<Exhibit> shown = exhibits.of(earner).stream()
                .filter(exhibit -> linked.contains(Piece.of(exhibit.id())))
                .toList();
        HandIn now = handIn(submission, credential, coverage, evidence, shown);
        HandIn handIn = submission
                .lastHandIn()
                .map(before -> now.keeping(before, submission.openRows()))
                .orElse(now);
        Collaboration company = Collaboration.of(earner, evidence);
        List<Gap> gaps = submission.status().isOpen() || submission.status() == Status.NOT_STARTED
                ? Stream.concat(
                                check(submission, credential, handIn, coverage, evidence, company).gaps().stream(),
                                besideGaps(submission).stream())
                        // what was met is not judged again
                        .filter(gap -> submission.openRows().has(gap.spot()))
                        .toList()
                : List.of();
        return new SubmissionDraft(
                submission,
                credential,
                handIn,
                coverage,
                evidence,
                shown,
                company,
                gaps,
                text(submission, WritingPlace.CHANGES),
                text(submission, WritingPlace.CONTEXT));
    }

    /** What the check says of what was handed in last; nothing where nothing was. */
    List<Gap> gapsOfHandedIn(Submission submission) {
        Credential credential = credentials.find(submission.credential()).orElseThrow();
        List<Coverage> coverage = coverage(submission.earner(), credential);
        Set<Piece> linked = new HashSet<>();
        coverage.forEach(row -> row.links().forEach(link -> linked.add(link.piece())));
        List<Artifact> evidence = artifacts.readableBy(submission.earner()).stream()
                .filter(artifact -> linked.contains(Piece.of(artifact.id())))
                .toList();
        return submission
                .lastHandIn()
                .map(handIn -> check(
                                submission,
                                credential,
                                handIn,
                                coverage,
                                evidence,
                                Collaboration.of(submission.earner(), evidence))
                        .gaps())
                .orElse(List.of());
    }

    /** What is written for a part now; also what a helper reads. */
    String text(Submission submission, String part) {
        return writings.at(submission.earner(), new WritingPlace(submission.credential(), part))
                .text();
    }

    private HandIn handIn(
            Submission submission,
            Credential credential,
            List<Coverage> coverage,
            List<Artifact> evidence,
            List<Exhibit> shown) {
        List<WrittenAnswer> answers = credential.submission().stream()
                .map(SubmissionPart::id)
                .filter(part -> !part.equals(HandIn.EVIDENCE))
                .map(part -> new WrittenAnswer(part, text(submission, part)))
                .toList();
        List<FrozenEvidence> frozen = coverage.stream()
                .flatMap(row -> row.links().stream())
                .flatMap(link -> switch (link.piece()) {
                    case Piece.OfArtifact(var id) ->
                        evidence.stream()
                                .filter(artifact -> artifact.id().equals(id))
                                .map(artifact -> frozen(submission.earner(), link, artifact));
                    case Piece.OfExhibit(var id) ->
                        shown.stream()
                                .filter(exhibit -> exhibit.id().equals(id))
                                .map(exhibit -> frozen(link, exhibit));
                })
                .toList();
        return new HandIn(
                answers,
                text(submission, WritingPlace.COLLABORATION),
                frozen,
                references(submission.earner(), answers, frozen),
                beside(submission));
    }

    /** What stands beside the texts; what may show students only once it is cleared. */
    List<FrozenAttachment> beside(Submission submission) {
        return attachments.used(submission.earner(), submission.credential()).stream()
                .flatMap(one -> exhibits
                        .find(one.exhibit())
                        .filter(exhibits::isCleared)
                        .map(exhibit -> new FrozenAttachment(
                                one.place().part(),
                                one.exhibit().value(),
                                exhibit.sha256(),
                                one.way(),
                                one.description(),
                                one.transcript(),
                                one.length().map(Duration::toMillis).orElse(0L)))
                        .stream())
                .toList();
    }

    /** What is worth a look about what stands beside the texts; none of it makes the submission come back. */
    private List<Gap> besideGaps(Submission submission) {
        List<Gap> gaps = new ArrayList<>();
        for (Attachment one : attachments.used(submission.earner(), submission.credential())) {
            Spot spot = new Spot.OfPart(one.place().part());
            if (!attachments.isCleared(one)) {
                gaps.add(new Gap.PhotoWaits(spot));
            }
            if (!one.isDescribed()) {
                gaps.add(new Gap.Undescribed(spot, one.way()));
            }
        }
        return gaps;
    }

    private static FrozenEvidence frozen(PersonId earner, EvidenceLink link, Artifact artifact) {
        boolean isShared =
                artifact.people().stream().anyMatch(person -> !person.person().equals(earner));
        return new FrozenEvidence(
                link.criterion(),
                link.item(),
                link.piece(),
                artifact.sha256(),
                Optional.of(artifact.room()),
                link.part().word(),
                link.role(),
                link.annotation(),
                isShared);
    }

    private static FrozenEvidence frozen(EvidenceLink link, Exhibit exhibit) {
        return new FrozenEvidence(
                link.criterion(),
                link.item(),
                link.piece(),
                exhibit.sha256(),
                Optional.empty(),
                link.part().word(),
                Optional.empty(),
                link.annotation(),
                false);
    }

    /** The entries of the sources that are cited, and of no others. */
    private List<String> references(PersonId earner, List<WrittenAnswer> answers, List<FrozenEvidence> evidence) {
        Bibliography list = bibliography(earner);
        Set<Source> cited = new HashSet<>();
        Stream.concat(
                        answers.stream().map(WrittenAnswer::text),
                        evidence.stream().map(FrozenEvidence::annotation))
                .flatMap(text -> Quotation.citationsIn(text).stream())
                .forEach(citation -> list.cited(citation).ifPresent(cited::add));
        return list.sources().stream()
                .filter(cited::contains)
                .map(source -> list.reference(source).text())
                .toList();
    }

    private Bibliography bibliography(PersonId person) {
        Locale language = accounts.person(person).map(Person::locale).orElse(Locale.ENGLISH);
        return new Bibliography(sources.of(person), language);
    }

    /** All requirements and rows, with what is linked to them in exactly this version. */
    private List<Coverage> coverage(PersonId earner, Credential credential) {
        return credentials.stackOf(credential.ref().id()).stream()
                .flatMap(stack -> links.matrix(earner, stack).sections().stream())
                .filter(section -> section.credential().ref().equals(credential.ref()))
                .findFirst()
                .map(EvidenceMatrix.Section::rows)
                .orElseGet(() -> credential.criteria().stream()
                        .map(row -> new Coverage(row, List.of(), Optional.empty()))
                        .toList());
    }

    private PreCheck check(
            Submission submission,
            Credential credential,
            HandIn handIn,
            List<Coverage> coverage,
            List<Artifact> evidence,
            Collaboration company) {
        PersonId earner = submission.earner();
        Set<PersonId> mates = matesOf(earner, evidence);
        return new PreCheck(
                credential,
                submission.platform(),
                handIn,
                coverage,
                company.colleagues() > 0,
                rosters.of(earner, evidence),
                bibliography(earner),
                textsOf(mates),
                shared(earner, credential, evidence),
                consents.withheldFrom(earner, evidence));
    }

    /** Who is in a team with somebody, or was at a meeting the evidence comes from. */
    private Set<PersonId> matesOf(PersonId earner, List<Artifact> evidence) {
        Set<PersonId> mates = new LinkedHashSet<>();
        for (Team team : accounts.teamsOf(earner)) {
            accounts.membersOf(team.id()).forEach(member -> mates.add(member.id()));
        }
        evidence.forEach(artifact -> artifact.people().stream()
                .filter(person -> !person.guest())
                .map(Participant::person)
                .forEach(mates::add));
        mates.remove(earner);
        return mates;
    }

    /** What each of them wrote alone, each text by itself. Notes about working together are common to a team. */
    private List<String> textsOf(Set<PersonId> people) {
        List<String> texts = new ArrayList<>();
        writings.of(people).stream()
                .filter(writing -> !writing.place().part().equals(WritingPlace.COLLABORATION))
                // what somebody writes as an assessor, or in an appeal, is nobody's to be compared with
                .filter(writing -> writings.exists(writing.place()))
                .map(Writing::text)
                .forEach(texts::add);
        people.forEach(person -> links.of(person).forEach(link -> texts.add(link.annotation())));
        return texts.stream().filter(text -> !text.isBlank()).distinct().toList();
    }

    private List<String> shared(PersonId earner, Credential credential, List<Artifact> evidence) {
        List<String> texts = new ArrayList<>();
        credential.submission().forEach(part -> {
            texts.add(part.wording().en());
            texts.add(part.wording().es());
        });
        credential.criteria().forEach(row -> {
            texts.add(row.wording().en());
            texts.add(row.wording().es());
        });
        for (Artifact artifact : evidence) {
            artifacts.contentOf(artifact.id(), earner).map(Content::of).ifPresent(content -> {
                texts.add(Objects.requireNonNullElse(content.focus(), ""));
                content.statements().forEach(statement -> texts.add(statement.text()));
                content.drafts().forEach(statement -> texts.add(statement.text()));
                content.goals().forEach(goal -> texts.add(goal.text()));
                content.norms().forEach(norm -> texts.add(norm.text()));
                content.notes().forEach(note -> texts.add(note.text()));
                content.agreed().forEach(agreed -> texts.add(agreed.rationale()));
            });
        }
        return texts;
    }
}
