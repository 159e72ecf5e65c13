package org.tessera.submission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tessera.artifact.Artifact;
import org.tessera.credential.Credential;
import org.tessera.exhibit.Exhibit;

/**
 * A submission as its earner sees it while working on it.
 *
 * @param handIn what would be handed in now
 * @param coverage the requirements and rubric rows with what is linked to them
 * @param evidence the artifacts that are linked
 * @param exhibits the exhibits that are linked
 * @param gaps what the pre-check found; what would come back first
 * @param changes what the earner wrote about what is different from the attempt before
 * @param context what the earner wrote about a meeting that replaces another
 */
public record SubmissionDraft(
        Submission submission,
        Credential credential,
        HandIn handIn,
        List<Coverage> coverage,
        List<Artifact> evidence,
        List<Exhibit> exhibits,
        Collaboration company,
        List<Gap> gaps,
        String changes,
        String context) {

    public SubmissionDraft {
        coverage = List.copyOf(coverage);
        evidence = List.copyOf(evidence);
        exhibits = List.copyOf(exhibits);
        gaps = List.copyOf(gaps);
    }

    /** How much would make it come back. */
    public int openGaps() {
        return (int) gaps.stream().filter(Gap::comesBack).count();
    }

    /** Something that is linked. */
    public Optional<Linkable> find(Piece piece) {
        return Stream.concat(
                        evidence.stream().<Linkable>map(Linkable.Left::new),
                        exhibits.stream().<Linkable>map(Linkable.Own::new))
                .filter(one -> one.piece().equals(piece))
                .findFirst();
    }
}
