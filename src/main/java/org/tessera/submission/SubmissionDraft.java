package org.tessera.submission;

import java.util.List;
import java.util.Optional;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.credential.Credential;

/**
 * A submission as its earner sees it while working on it.
 *
 * @param handIn what would be handed in now
 * @param coverage the requirements and rubric rows with what is linked to them
 * @param evidence the artifacts that are linked
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
        Collaboration company,
        List<Gap> gaps,
        String changes,
        String context) {

    public SubmissionDraft {
        coverage = List.copyOf(coverage);
        evidence = List.copyOf(evidence);
        gaps = List.copyOf(gaps);
    }

    /** How much would make it come back. */
    public int openGaps() {
        return (int) gaps.stream().filter(Gap::comesBack).count();
    }

    /** A linked artifact. */
    public Optional<Artifact> artifact(ArtifactId id) {
        return evidence.stream().filter(artifact -> artifact.id().equals(id)).findFirst();
    }
}
