package org.tessera.portfolio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Artifacts;
import org.tessera.artifact.Check;
import org.tessera.artifact.Content;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.credential.Criterion;
import org.tessera.room.MeetingRecords;
import org.tessera.room.MemberId;
import org.tessera.room.NoteId;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;
import org.tessera.submission.Consents;
import org.tessera.submission.FrozenAttachment;
import org.tessera.submission.FrozenEvidence;
import org.tessera.submission.Part;
import org.tessera.submission.Piece;
import org.tessera.submission.Submission;
import org.tessera.submission.SubmissionEvent;

/**
 * Gathers what was handed in: the evidence numbered, with what of it may be shown. It reads as the earner, and never a
 * draft.
 */
@Component
class Handovers {

    private final Credentials credentials;
    private final Artifacts artifacts;
    private final Consents consents;
    private final Besides besides;
    private final Rooms rooms;
    private final MeetingRecords records;

    Handovers(
            Credentials credentials,
            Artifacts artifacts,
            Consents consents,
            Besides besides,
            Rooms rooms,
            MeetingRecords records) {
        this.credentials = credentials;
        this.artifacts = artifacts;
        this.consents = consents;
        this.besides = besides;
        this.rooms = rooms;
        this.records = records;
    }

    /** One of the times a submission was handed in, with the artifacts that its earner can still open. */
    HandedIn handedIn(Submission submission, SubmissionEvent.HandedIn event) {
        return new HandedIn(
                submission,
                credentials.find(submission.credential()).orElseThrow(),
                event,
                event.what().evidence().stream()
                        .flatMap(piece -> piece.piece().artifact().stream())
                        .distinct()
                        .flatMap(id -> artifacts.find(id, submission.earner()).stream())
                        .toList());
    }

    /** Whether an artifact still is what was handed in. */
    boolean isAsHandedIn(Artifact artifact, HandedIn handed) {
        return artifact.sha256().equals(handed.hashes().get(Piece.of(artifact.id())))
                && artifacts.verify(artifact.id(), handed.submission().earner()) instanceof Check.Intact;
    }

    /** Whose pseudonym is whose in the meetings all of it comes from. */
    Map<RoomId, Map<MemberId, PersonId>> members(Collection<HandedIn> all) {
        Map<RoomId, Map<MemberId, PersonId>> members = new LinkedHashMap<>();
        all.forEach(one -> one.rooms().forEach(room -> members.computeIfAbsent(room, records::peopleOf)));
        return members;
    }

    /** What was handed in, with everything that may be shown of it. */
    HandedOver over(
            HandedIn one, Map<RoomId, Map<MemberId, PersonId>> members, Pseudonyms people, PackageWording wording) {
        PersonId earner = one.submission().earner();
        return new HandedOver(
                one.submission(),
                one.credential(),
                one.event(),
                pieces(earner, one, members, people, wording),
                beside(earner, one.event(), wording));
    }

    private List<EvidencePiece> pieces(
            PersonId earner,
            HandedIn handed,
            Map<RoomId, Map<MemberId, PersonId>> members,
            Pseudonyms people,
            PackageWording wording) {
        List<EvidencePiece> pieces = new ArrayList<>();
        for (List<FrozenEvidence> same : uses(handed.credential(), handed.event())) {
            FrozenEvidence first = same.getFirst();
            Optional<Artifact> artifact = handed.artifacts().stream()
                    .filter(one -> first.piece().equals(Piece.of(one.id())))
                    .findFirst();
            // whoever was there gets a letter in the order of the evidence
            artifact.ifPresent(one -> one.people().forEach(person -> people.of(person.person())));
            pieces.add(new EvidencePiece(
                    pieces.size() + 1,
                    same,
                    artifact,
                    artifact.flatMap(one -> shown(
                            earner,
                            first,
                            one,
                            handed.event().at(),
                            members.getOrDefault(one.room(), Map.of()),
                            people,
                            wording)),
                    besides.of(first.piece(), Part.of(first.part()), earner, people, wording)));
        }
        return pieces;
    }

    /** Everything a piece or a part of one is evidence for, in the order of the requirements and rubric rows. */
    private static Collection<List<FrozenEvidence>> uses(Credential credential, SubmissionEvent.HandedIn event) {
        List<String> order = credential.criteria().stream().map(Criterion::id).toList();
        record Shown(Piece piece, String part) {}
        return event.what().evidence().stream()
                .sorted(Comparator.comparingInt(piece -> order.indexOf(piece.criterion())))
                .collect(Collectors.groupingBy(
                        piece -> new Shown(piece.piece(), piece.part()), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private List<BesideText> beside(PersonId earner, SubmissionEvent.HandedIn event, PackageWording wording) {
        List<BesideText> all = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (FrozenAttachment one : event.what().attachments()) {
            int number = numbers.merge(one.part(), 1, Integer::sum);
            all.add(new BesideText(
                    number, one, besides.beside(one, earner, SubmissionPapers.nameOf(one, number, wording))));
        }
        return all;
    }

    private Optional<ShownContent> shown(
            PersonId earner,
            FrozenEvidence piece,
            Artifact artifact,
            Instant handedIn,
            Map<MemberId, PersonId> members,
            Pseudonyms people,
            PackageWording wording) {
        return artifacts
                .contentOf(artifact.id(), earner)
                .map(Content::of)
                .map(content -> ShownContent.of(
                        content,
                        Part.of(piece.part()),
                        new ShownContent.Rights(
                                earner,
                                members,
                                consents.agreedAt(earner, artifact.id(), handedIn),
                                claimed(earner, artifact.room(), content)),
                        people,
                        wording));
    }

    private Set<String> claimed(PersonId earner, RoomId room, Content content) {
        Set<String> claimed = new LinkedHashSet<>();
        for (Content.Note note : content.notes()) {
            if (note.by() == null
                    && noteId(note.id())
                            .filter(id -> rooms.wrote(room, earner, id))
                            .isPresent()) {
                claimed.add(note.id());
            }
        }
        return claimed;
    }

    private static Optional<NoteId> noteId(String text) {
        try {
            return Optional.of(new NoteId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
