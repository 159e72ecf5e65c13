package org.tessera.submission;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.artifact.Artifacts;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Criterion;
import org.tessera.credential.Rule;
import org.tessera.room.Attendees;
import org.tessera.room.RoomId;

/**
 * What a person's meetings left behind that could serve a requirement and is not linked to it yet. Suggested are only
 * meetings the person took part in; for a rule, only those that would bring it further.
 */
@Service
public class Suggestions {

    private static final String DEBRIEF = "debrief";

    private final SuggestionStore store;
    private final Artifacts artifacts;
    private final Attendees attendees;
    private final InstantSource clock;

    Suggestions(SuggestionStore store, Artifacts artifacts, Attendees attendees, InstantSource clock) {
        this.store = store;
        this.artifacts = artifacts;
        this.attendees = attendees;
        this.clock = clock;
    }

    /** What could serve the rows of a person's matrix, in the order of its rows and the latest meeting first. */
    @Transactional(readOnly = true)
    public List<Suggestion> of(PersonId person, EvidenceMatrix matrix) {
        Set<RoomId> rooms = matrix.artifacts().stream().map(Artifact::room).collect(Collectors.toSet());
        Meetings meetings = new Meetings(matrix.artifacts(), artifacts.facilitation(rooms), attendees.of(rooms));
        Set<Dismissal> dismissed = new HashSet<>(store.dismissedBy(person));
        List<Suggestion> found = new ArrayList<>();
        for (EvidenceMatrix.Section section : matrix.sections()) {
            CredentialRef credential = section.credential().ref();
            for (Coverage row : section.rows()) {
                Stream.concat(
                                byRule(person, matrix, meetings, credential, row),
                                byYield(person, matrix, meetings, credential, row))
                        .filter(one -> !dismissed.contains(Dismissal.of(one)))
                        .forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    /** Says that a person does not want this suggestion; saying so twice changes nothing. */
    @Transactional
    public void dismiss(PersonId person, Suggestion suggestion) {
        if (artifacts.find(suggestion.artifact().id(), person).isPresent()) {
            store.dismiss(person, Dismissal.of(suggestion), clock.instant());
        }
    }

    /** A dismissed suggestion; a later version of the credential does not bring it back. */
    record Dismissal(ArtifactId artifact, String credential, String criterion) {
        static Dismissal of(Suggestion suggestion) {
            return new Dismissal(
                    suggestion.artifact().id(),
                    suggestion.credential().id().value(),
                    suggestion.criterion().id());
        }
    }

    private static Stream<Suggestion> byRule(
            PersonId person, EvidenceMatrix matrix, Meetings meetings, CredentialRef credential, Coverage row) {
        Criterion criterion = row.criterion();
        Rule rule = criterion.rule().orElse(null);
        boolean open = row.finding().filter(finding -> !finding.met()).isPresent();
        if (rule == null || !open) {
            return Stream.empty();
        }
        List<Discussion> linked = meetings.behind(row.links());
        Set<RoomId> had = linked.stream().map(Discussion::room).collect(Collectors.toSet());
        int before = counted(rule, person, linked);
        return perRoom(matrix.artifacts(), rule).entrySet().stream()
                .filter(entry -> !had.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(artifact -> {
                    List<Discussion> more = new ArrayList<>(linked);
                    more.add(meetings.behind(artifact));
                    return counted(rule, person, more) > before;
                })
                .map(artifact ->
                        new Suggestion(artifact, credential, criterion, Optional.empty(), Suggestion.Basis.RULE));
    }

    private static int counted(Rule rule, PersonId person, List<Discussion> linked) {
        return switch (rule) {
            case Rule.Facilitated facilitated ->
                Facilitation.check(facilitated, person, linked).count();
            case Rule.TookPart tookPart ->
                TakingPart.check(tookPart, person, linked).count();
            case Rule.Pieces _, Rule.Items _ -> 0;
        };
    }

    /** What stands for each meeting: what the rule asks for, else the last thing the group made before it looked back. */
    private static Map<RoomId, Artifact> perRoom(List<Artifact> newestFirst, Rule rule) {
        Optional<String> asked = rule instanceof Rule.TookPart tookPart ? tookPart.leaves() : Optional.empty();
        Map<RoomId, Artifact> rooms = new LinkedHashMap<>();
        newestFirst.stream()
                .filter(artifact -> asked.map(artifact.yield()::equals)
                        .orElse(!artifact.yield().equals(DEBRIEF)))
                .forEach(artifact -> rooms.putIfAbsent(artifact.room(), artifact));
        return rooms;
    }

    private static Stream<Suggestion> byYield(
            PersonId person, EvidenceMatrix matrix, Meetings meetings, CredentialRef credential, Coverage row) {
        return Serving.ALL.stream()
                .filter(serving -> serving.credential().equals(credential.id().value())
                        && serving.criterion().equals(row.criterion().id()))
                .filter(serving ->
                        row.links().stream().noneMatch(link -> link.item().equals(serving.item())))
                .flatMap(serving -> matrix.artifacts().stream()
                        .filter(artifact -> artifact.yield().equals(serving.yield()))
                        .filter(artifact -> meetings.behind(artifact).tookPart(person))
                        .limit(1)
                        .map(artifact -> new Suggestion(
                                artifact, credential, row.criterion(), serving.item(), Suggestion.Basis.YIELD)));
    }
}
