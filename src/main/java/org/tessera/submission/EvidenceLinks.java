package org.tessera.submission;

import static java.util.stream.Collectors.groupingBy;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
import org.tessera.artifact.ArtifactId;
import org.tessera.artifact.Artifacts;
import org.tessera.artifact.Content;
import org.tessera.artifact.Participant;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.credential.Criterion;
import org.tessera.credential.Rule;
import org.tessera.credential.Stack;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.Exhibits;
import org.tessera.material.MaterialId;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Subject;
import org.tessera.protocol.Role;
import org.tessera.room.Attendees;
import org.tessera.room.RoomId;

/** What a person offers as evidence for what. Everybody sees and changes the own links only. */
@Service
public class EvidenceLinks {

    private final EvidenceLinkStore store;
    private final Artifacts artifacts;
    private final Exhibits exhibits;
    private final Credentials credentials;
    private final Accounts accounts;
    private final Attendees attendees;
    private final PickStore picks;
    private final Clearances clearances;
    private final InstantSource clock;

    EvidenceLinks(
            EvidenceLinkStore store,
            Artifacts artifacts,
            Exhibits exhibits,
            Credentials credentials,
            Accounts accounts,
            Attendees attendees,
            PickStore picks,
            Clearances clearances,
            InstantSource clock) {
        this.store = store;
        this.artifacts = artifacts;
        this.exhibits = exhibits;
        this.credentials = credentials;
        this.accounts = accounts;
        this.attendees = attendees;
        this.picks = picks;
        this.clearances = clearances;
        this.clock = clock;
    }

    /** All links of a person, oldest first. */
    @Transactional(readOnly = true)
    public List<EvidenceLink> of(PersonId person) {
        return store.of(person);
    }

    /** The stack of what a person picked first, else the one with most links; the first of all for who has neither. */
    @Transactional(readOnly = true)
    public Stack stackOf(PersonId person) {
        Optional<Stack> picked = picks.find(person).map(PickSheet::credentials).orElse(List.of()).stream()
                .flatMap(id -> credentials.stackOf(id).stream())
                .findFirst();
        return picked.orElseGet(() -> mostLinked(person));
    }

    private Stack mostLinked(PersonId person) {
        Map<Stack, Long> links = store.of(person).stream()
                .flatMap(link -> credentials.stackOf(link.credential().id()).stream())
                .collect(groupingBy(stack -> stack, Collectors.counting()));
        return credentials.stacks().stream()
                .max(Comparator.<Stack>comparingLong(stack -> links.getOrDefault(stack, 0L))
                        .thenComparing(Comparator.comparingInt(Stack::place).reversed()))
                .orElseThrow();
    }

    /** A person's evidence for a stack. Each credential appears in the version the person began with. */
    @Transactional(readOnly = true)
    public EvidenceMatrix matrix(PersonId person, Stack stack) {
        List<Artifact> readable = artifacts.readableBy(person);
        List<Exhibit> own = exhibits.of(person);
        Map<Piece, Artifact> byPiece =
                readable.stream().collect(Collectors.toMap(artifact -> Piece.of(artifact.id()), artifact -> artifact));
        Set<Piece> known = new HashSet<>(byPiece.keySet());
        own.forEach(exhibit -> known.add(Piece.of(exhibit.id())));
        List<EvidenceLink> links = standing(store.of(person), own).stream()
                .filter(link -> known.contains(link.piece()))
                .toList();
        Set<RoomId> rooms = roomsOf(links, byPiece);
        Meetings meetings = new Meetings(readable, artifacts.facilitation(rooms), attendees.of(rooms));
        List<EvidenceMatrix.Section> sections = credentials.membersOf(stack).stream()
                .map(current -> begunWith(current, links))
                .map(credential -> section(person, credential, links, meetings))
                .toList();
        return new EvidenceMatrix(stack, sections, readable, own);
    }

    /** What a piece is, if {@code reader} may open it. */
    @Transactional(readOnly = true)
    public Optional<Linkable> find(Piece piece, PersonId reader) {
        return switch (piece) {
            case Piece.OfArtifact(var id) -> artifacts.find(id, reader).map(Linkable.Left::new);
            case Piece.OfExhibit(var id) -> exhibits.find(id, reader).map(Linkable.Own::new);
        };
    }

    /** Links an artifact, or an exhibit of one's own, to a requirement or rubric row. */
    @Transactional
    public LinkAnswer link(PersonId person, LinkDraft draft) {
        if (accounts.person(person).isEmpty()) {
            return new LinkAnswer.Refused(LinkRefusal.GUEST);
        }
        Optional<Linkable> what = find(draft.piece(), person).filter(one -> isOffered(one, person));
        if (what.isEmpty()) {
            return new LinkAnswer.Refused(
                    switch (draft.piece()) {
                        case Piece.OfArtifact _ -> LinkRefusal.ARTIFACT_UNKNOWN;
                        case Piece.OfExhibit _ -> LinkRefusal.EXHIBIT_UNKNOWN;
                    });
        }
        Optional<Criterion> criterion =
                credentials.find(draft.credential()).flatMap(credential -> credential.criterion(draft.criterion()));
        if (criterion.isEmpty()) {
            return new LinkAnswer.Refused(LinkRefusal.CRITERION_UNKNOWN);
        }
        if (!takesItem(criterion.get(), draft.item())) {
            return new LinkAnswer.Refused(LinkRefusal.ITEM_UNKNOWN);
        }
        if (!holds(what.get(), person, draft.part())) {
            return new LinkAnswer.Refused(LinkRefusal.PART_UNKNOWN);
        }
        Optional<Subject> shown = shown(exhibit(what.get()), draft.part());
        if (shown.filter(work -> !clearances.isCleared(work)).isPresent()) {
            return new LinkAnswer.Refused(
                    shown.get().kind() == Subject.Kind.RECORDING
                            ? LinkRefusal.RECORDING_NOT_CLEARED
                            : LinkRefusal.NOT_CLEARED);
        }
        Optional<LinkRefusal> fault = faultOf(draft.annotation());
        if (fault.isPresent()) {
            return new LinkAnswer.Refused(fault.get());
        }
        EvidenceLink link = new EvidenceLink(
                new EvidenceLinkId(UUID.randomUUID()),
                person,
                draft.piece(),
                draft.credential(),
                draft.criterion(),
                draft.item(),
                draft.part(),
                what.get().left().flatMap(artifact -> roleOf(artifact, person)),
                draft.annotation().strip(),
                1,
                // as fine as the table keeps it
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return store.insert(link) ? new LinkAnswer.Linked(link) : new LinkAnswer.Refused(LinkRefusal.ALREADY_LINKED);
    }

    /** The links of a person that count for nothing now, because they show student work that is not cleared. */
    @Transactional(readOnly = true)
    public List<EvidenceLink> suspended(PersonId person) {
        List<EvidenceLink> links = store.of(person);
        List<EvidenceLink> standing = standing(links, exhibits.of(person));
        return links.stream().filter(link -> !standing.contains(link)).toList();
    }

    private List<EvidenceLink> standing(List<EvidenceLink> links, List<Exhibit> own) {
        Map<EvidenceLinkId, Subject> shown = new HashMap<>();
        for (EvidenceLink link : links) {
            Optional<Exhibit> exhibit = own.stream()
                    .filter(one -> Piece.of(one.id()).equals(link.piece()))
                    .findFirst();
            shown(exhibit, link.part()).ifPresent(work -> shown.put(link.id(), work));
        }
        Set<Subject> cleared = shown.isEmpty() ? Set.of() : clearances.cleared(Set.copyOf(shown.values()));
        return links.stream()
                .filter(link -> !shown.containsKey(link.id()) || cleared.contains(shown.get(link.id())))
                .toList();
    }

    private static Optional<Exhibit> exhibit(Linkable what) {
        return switch (what) {
            case Linkable.Left _ -> Optional.empty();
            case Linkable.Own(var exhibit) -> Optional.of(exhibit);
        };
    }

    /** The work a link shows: the page it points to, all pages of an exhibit, or a recording, of which any stretch is. */
    private static Optional<Subject> shown(Optional<Exhibit> exhibit, Part part) {
        return switch (part) {
            case Part.Region region -> Optional.of(Subject.of(new MaterialId(region.material())));
            case Part.Whole _, Part.TimeRange _ -> exhibit.flatMap(Exhibits::gated);
        };
    }

    /** The places on pages that an artifact's notes point to, in the order of the notes. */
    @Transactional(readOnly = true)
    public List<Pointer> pointersIn(ArtifactId artifact, PersonId person) {
        return artifacts.contentOf(artifact, person).map(Content::of).map(Content::notes).orElse(List.of()).stream()
                .flatMap(note -> Pointer.of(note).stream())
                .toList();
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

    /** The parts of a package are declared one by one; what is no package has no parts to declare. */
    private static boolean takesItem(Criterion criterion, Optional<String> item) {
        return criterion.rule().orElse(null) instanceof Rule.Items items
                ? item.flatMap(items::item).isPresent()
                : item.isEmpty();
    }

    /** Nobody's evidence is what a colleague shows for the own. */
    private static boolean isOffered(Linkable what, PersonId person) {
        return switch (what) {
            case Linkable.Left _ -> true;
            case Linkable.Own(var exhibit) -> exhibit.owner().equals(person);
        };
    }

    private boolean holds(Linkable what, PersonId person, Part part) {
        return switch (part) {
            case Part.Whole _ -> true;
            case Part.Region region ->
                switch (what) {
                    case Linkable.Left(var artifact) -> pointsTo(artifact.id(), person, region);
                    case Linkable.Own(var exhibit) -> isIn(exhibit, region);
                };
            case Part.TimeRange range ->
                switch (what) {
                    case Linkable.Left _ -> false;
                    case Linkable.Own(var exhibit) -> isIn(exhibit, range);
                };
        };
    }

    /** What rooms leave has pages by the notes that point to them. */
    private boolean pointsTo(ArtifactId artifact, PersonId person, Part.Region region) {
        return pointersIn(artifact, person).stream()
                .map(Pointer::region)
                .anyMatch(there -> there.material().equals(region.material()) && there.page() == region.page());
    }

    private static boolean isIn(Exhibit exhibit, Part.Region region) {
        return exhibit.pages()
                .filter(pages -> pages.material().value().equals(region.material()) && region.page() <= pages.count())
                .isPresent();
    }

    /** Of a recording whose file does not say how long it is, any stretch may be meant. */
    private static boolean isIn(Exhibit exhibit, Part.TimeRange range) {
        return exhibit.kind().isRecording()
                && exhibit.length()
                        // a stretch is in whole seconds, and the last one is rarely whole
                        .map(length -> range.to().compareTo(length.plusSeconds(1)) < 0)
                        .orElse(true);
    }

    private static Optional<Role> roleOf(Artifact artifact, PersonId person) {
        return artifact.people().stream()
                .filter(participant -> participant.person().equals(person))
                .map(Participant::role)
                .findFirst();
    }

    private static Optional<LinkRefusal> faultOf(String annotation) {
        String words = annotation.strip();
        if (words.isEmpty()) {
            return Optional.of(LinkRefusal.ANNOTATION_EMPTY);
        }
        return words.length() > EvidenceLink.MOST ? Optional.of(LinkRefusal.ANNOTATION_TOO_LONG) : Optional.empty();
    }

    private static Set<RoomId> roomsOf(List<EvidenceLink> links, Map<Piece, Artifact> byPiece) {
        return links.stream()
                .flatMap(link -> Optional.ofNullable(byPiece.get(link.piece())).stream())
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
        return new Coverage(criterion, links, criterion.rule().<Finding>map(rule -> switch (rule) {
            case Rule.Facilitated facilitated ->
                withExhibits(Facilitation.check(facilitated, person, meetings.behind(links)), links);
            case Rule.TookPart tookPart ->
                withExhibits(TakingPart.check(tookPart, person, meetings.behind(links)), links);
            case Rule.Pieces pieces -> Declaring.pieces(pieces, links);
            case Rule.Items items -> Declaring.items(items, links);
        }));
    }

    /** A rule that counts meetings counts only what meetings left, and says so of the rest. */
    private static Finding.Recorded withExhibits(Finding.Recorded finding, List<EvidenceLink> links) {
        int exhibits = (int) links.stream()
                .filter(link -> link.piece().exhibit().isPresent())
                .count();
        if (exhibits == 0) {
            return finding;
        }
        List<Miss> misses = new ArrayList<>(finding.misses());
        misses.add(new Miss.NoMeeting(exhibits));
        return new Finding.Recorded(finding.counted(), finding.needed(), misses);
    }
}
