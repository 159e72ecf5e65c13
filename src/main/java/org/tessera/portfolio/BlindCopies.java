package org.tessera.portfolio;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.tessera.account.Languages;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.protocol.Protocols;
import org.tessera.room.MemberId;
import org.tessera.room.RoomId;
import org.tessera.room.RoomRecords;
import org.tessera.submission.Roster;
import org.tessera.submission.Rosters;
import org.tessera.submission.Submission;
import org.tessera.submission.SubmissionEvent;
import org.tessera.submission.SubmissionId;
import org.tessera.submission.Submissions;

/**
 * What assessors read of submissions. A copy is made of what was handed in, as its earner may read it, and holds nothing
 * that tells whose it is: unlike in a package, names go from the earner's own words, too, and nobody is asked about them.
 */
@Service
public class BlindCopies {

    private final Submissions submissions;
    private final Handovers handovers;
    private final Rosters rosters;
    private final Protocols protocols;
    private final RoomRecords rooms;
    private final URI house;

    BlindCopies(
            Submissions submissions,
            Handovers handovers,
            Rosters rosters,
            Protocols protocols,
            RoomRecords rooms,
            @Value("${tessera.public-address:http://localhost:${server.port:8080}}") String house) {
        this.submissions = submissions;
        this.handovers = handovers;
        this.rosters = rosters;
        this.protocols = protocols;
        this.rooms = rooms;
        this.house = URI.create(house);
    }

    /**
     * A submission as it was handed in once. The caller has made sure that somebody may assess it.
     *
     * @param handedIn which of the times it was handed in, from 1
     * @return empty if it was not handed in so often
     */
    public Optional<BlindCopy> of(SubmissionId submission, int handedIn, Locale language) {
        return submissions
                .find(submission)
                .filter(found -> handedIn >= 1 && handedIn <= found.handedIn().size())
                .map(found -> copy(found, found.handedIn().get(handedIn - 1), Languages.nearest(language)));
    }

    private BlindCopy copy(Submission submission, SubmissionEvent.HandedIn event, Locale language) {
        HandedIn handed = handovers.handedIn(submission, event);
        Map<RoomId, Map<MemberId, PersonId>> members = handovers.members(List.of(handed));
        Roster roster = rosters.strict(submission.earner(), handed.artifacts());
        Map<ArtifactId, Copyist.Known> known = handed.artifacts().stream()
                .collect(Collectors.toMap(Artifact::id, artifact -> known(artifact, handed)));
        Copyist english = copyist(handed, members, roster, known, Locale.ENGLISH);
        String manifest = Manifest.sha256(handed, english.copy(""));
        return (language.equals(Locale.ENGLISH) ? english : copyist(handed, members, roster, known, language))
                .copy(manifest);
    }

    private Copyist copyist(
            HandedIn handed,
            Map<RoomId, Map<MemberId, PersonId>> members,
            Roster roster,
            Map<ArtifactId, Copyist.Known> known,
            Locale language) {
        PackageWording wording = PackageWording.undated(language);
        Traces traces = new Traces(house, wording);
        Pseudonyms people = Pseudonyms.of(handed.submission().earner(), roster, traces, wording);
        return new Copyist(handovers.over(handed, members, people, wording), known, people, traces, wording);
    }

    private Copyist.Known known(Artifact artifact, HandedIn handed) {
        return new Copyist.Known(
                protocols.find(artifact.pack()),
                rooms.moments(artifact.room(), artifact.phase(), artifact.fromSeq(), artifact.toSeq()),
                !handovers.isAsHandedIn(artifact, handed));
    }
}
