package org.tessera.submission;

import static java.util.stream.Collectors.groupingBy;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Artifacts;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.credential.Criterion;
import org.tessera.credential.Rule;
import org.tessera.credential.Stack;
import org.tessera.room.RoomId;

/** Which artifact a person offers as evidence for what. Everybody sees and changes the own links only. */
@Service
public class EvidenceLinks {

    private final EvidenceLinkStore store;
    private final Artifacts artifacts;
    private final Credentials credentials;
    private final Accounts accounts;
    private final InstantSource clock;

    EvidenceLinks(
            EvidenceLinkStore store,
            Artifacts artifacts,
            Credentials credentials,
            Accounts accounts,
            InstantSource clock) {
        this.store = store;
        this.artifacts = artifacts;
        this.credentials = credentials;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** All links of a person, oldest first. */
    @Transactional(readOnly = true)
    public List<EvidenceLink> of(PersonId person) {
        return store.of(person);
    }

    /** A person's evidence for a stack. Each credential appears in the version the person began with. */
    @Transactional(readOnly = true)
    public EvidenceMatrix matrix(PersonId person, Stack stack) {
        List<Artifact> readable = artifacts.readableBy(person);
        Map<UUID, Artifact> byId = readable.stream()
                .collect(Collectors.toMap(artifact -> artifact.id().value(), artifact -> artifact));
        List<EvidenceLink> links = store.of(person).stream()
                .filter(link -> byId.containsKey(link.artifact().value()))
                .toList();
        Meetings meetings = new Meetings(readable, artifacts.facilitation(roomsOf(links, byId)));
        List<EvidenceMatrix.Section> sections = credentials.membersOf(stack).stream()
                .map(current -> begunWith(current, links))
                .map(credential -> section(person, credential, links, meetings))
                .toList();
        return new EvidenceMatrix(stack, sections, readable);
    }

    /** Links an artifact to a requirement or rubric row. */
    @Transactional
    public LinkAnswer link(PersonId person, LinkDraft draft) {
        if (accounts.person(person).isEmpty()) {
            return new LinkAnswer.Refused(LinkRefusal.GUEST);
        }
        if (artifacts.find(draft.artifact(), person).isEmpty()) {
            return new LinkAnswer.Refused(LinkRefusal.ARTIFACT_UNKNOWN);
        }
        if (credentials
                .find(draft.credential())
                .flatMap(credential -> credential.criterion(draft.criterion()))
                .isEmpty()) {
            return new LinkAnswer.Refused(LinkRefusal.CRITERION_UNKNOWN);
        }
        Optional<LinkRefusal> fault = faultOf(draft.annotation());
        if (fault.isPresent()) {
            return new LinkAnswer.Refused(fault.get());
        }
        EvidenceLink link = new EvidenceLink(
                new EvidenceLinkId(UUID.randomUUID()),
                person,
                draft.artifact(),
                draft.credential(),
                draft.criterion(),
                draft.annotation().strip(),
                1,
                // as fine as the table keeps it
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return store.insert(link) ? new LinkAnswer.Linked(link) : new LinkAnswer.Refused(LinkRefusal.ALREADY_LINKED);
    }

    /** Gives an own link another annotation; {@code version} is the one the person saw. */
    @Transactional
    public LinkAnswer reword(PersonId person, EvidenceLinkId id, int version, String annotation) {
        Optional<LinkRefusal> fault = faultOf(annotation);
        if (fault.isPresent()) {
            return new LinkAnswer.Refused(fault.get());
        }
        boolean done = store.reword(person, id, version, annotation.strip());
        return store.find(person, id)
                .<LinkAnswer>map(link -> done ? new LinkAnswer.Linked(link) : new LinkAnswer.Refused(LinkRefusal.STALE))
                .orElse(new LinkAnswer.Refused(LinkRefusal.LINK_UNKNOWN));
    }

    /** Removes an own link; {@code version} is the one the person saw. */
    @Transactional
    public LinkAnswer unlink(PersonId person, EvidenceLinkId id, int version) {
        if (store.delete(person, id, version)) {
            return new LinkAnswer.Unlinked();
        }
        return new LinkAnswer.Refused(
                store.find(person, id).isPresent() ? LinkRefusal.STALE : LinkRefusal.LINK_UNKNOWN);
    }

    private static Optional<LinkRefusal> faultOf(String annotation) {
        String words = annotation.strip();
        if (words.isEmpty()) {
            return Optional.of(LinkRefusal.ANNOTATION_EMPTY);
        }
        return words.length() > EvidenceLink.MOST ? Optional.of(LinkRefusal.ANNOTATION_TOO_LONG) : Optional.empty();
    }

    private static Set<RoomId> roomsOf(List<EvidenceLink> links, Map<UUID, Artifact> byId) {
        return links.stream()
                .map(link -> byId.get(link.artifact().value()))
                .filter(java.util.Objects::nonNull)
                .map(Artifact::room)
                .collect(Collectors.toSet());
    }

    /** The version of the person's latest link to the credential; without any, the current one. */
    private Credential begunWith(Credential current, List<EvidenceLink> links) {
        return links.stream()
                .filter(link -> link.credential().id().equals(current.ref().id()))
                .max(Comparator.comparing(EvidenceLink::at))
                .flatMap(link -> credentials.find(link.credential()))
                .orElse(current);
    }

    private static EvidenceMatrix.Section section(
            PersonId person, Credential credential, List<EvidenceLink> links, Meetings meetings) {
        Map<String, List<EvidenceLink>> byCriterion = links.stream()
                .filter(link -> link.credential().equals(credential.ref()))
                .collect(groupingBy(EvidenceLink::criterion));
        return new EvidenceMatrix.Section(
                credential,
                credential.criteria().stream()
                        .map(criterion -> coverage(
                                person, criterion, byCriterion.getOrDefault(criterion.id(), List.of()), meetings))
                        .toList());
    }

    private static Coverage coverage(
            PersonId person, Criterion criterion, List<EvidenceLink> links, Meetings meetings) {
        return new Coverage(criterion, links, criterion.rule().map(rule -> switch (rule) {
            case Rule.Facilitated facilitated -> Facilitation.check(facilitated, person, meetings.behind(links));
        }));
    }
}
