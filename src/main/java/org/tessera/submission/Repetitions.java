package org.tessera.submission;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Artifacts;
import org.tessera.credential.Credential;
import org.tessera.credential.Rule;
import org.tessera.room.Attendees;
import org.tessera.room.RoomId;

/** Whether one more meeting on an aspect would bring somebody further, told before it is prepared. */
@Service
public class Repetitions {

    private final EvidenceLinks links;
    private final Artifacts artifacts;
    private final Attendees attendees;

    Repetitions(EvidenceLinks links, Artifacts artifacts, Attendees attendees) {
        this.links = links;
        this.artifacts = artifacts;
        this.attendees = attendees;
    }

    /**
     * A credential that asks for discussions on different aspects, of which the person has led one on this aspect already.
     *
     * @param covering the meeting that covers the aspect
     */
    public record Repetition(Credential credential, Rule.Facilitated rule, Discussion covering) {}

    /** What the person would only repeat with a further meeting of {@code team} on {@code aspect}, linked or not. */
    @Transactional(readOnly = true)
    public Optional<Repetition> of(PersonId person, TeamId team, String aspect) {
        EvidenceMatrix matrix = links.matrix(person, links.stackOf(person));
        Set<RoomId> rooms = matrix.artifacts().stream().map(Artifact::room).collect(Collectors.toSet());
        Meetings meetings = new Meetings(matrix.artifacts(), artifacts.facilitation(rooms), attendees.of(rooms));
        var held = matrix.artifacts().stream()
                .filter(artifact -> artifact.team().equals(team))
                .map(meetings::behind)
                .toList();
        return matrix.sections().stream()
                .flatMap(section -> section.rows().stream()
                        .flatMap(row -> row.criterion().rule().stream())
                        .filter(Rule.Facilitated.class::isInstance)
                        .map(Rule.Facilitated.class::cast)
                        .flatMap(rule ->
                                repeated(section.credential(), rule, Facilitation.check(rule, person, held), aspect)
                                        .stream()))
                .findFirst();
    }

    private static Optional<Repetition> repeated(
            Credential credential, Rule.Facilitated rule, Finding.Recorded finding, String aspect) {
        return finding.met()
                ? Optional.empty()
                : finding.counted().stream()
                        .filter(discussion -> discussion.aspect().equals(aspect))
                        .findFirst()
                        .map(covering -> new Repetition(credential, rule, covering));
    }
}
