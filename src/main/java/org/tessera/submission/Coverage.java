package org.tessera.submission;

import java.util.List;
import java.util.Optional;
import org.tessera.credential.Criterion;

/**
 * How well one requirement or rubric row is covered by a person's links.
 *
 * @param links the person's links to it
 * @param finding what its rule says, where it has one
 */
public record Coverage(Criterion criterion, List<EvidenceLink> links, Optional<Finding> finding) {

    public Coverage {
        links = List.copyOf(links);
    }

    /** A coverage in one word. */
    public enum Degree {
        /** Nothing is linked. */
        NOTHING,
        /** Something is linked, but less than the requirement's rule asks for. */
        THIN,
        /** At least one artifact is linked, and the requirement's rule, if it has one, is met. */
        COVERED
    }

    public Degree degree() {
        if (links.isEmpty()) {
            return Degree.NOTHING;
        }
        return finding.map(Finding::met).orElse(true) ? Degree.COVERED : Degree.THIN;
    }
}
