package org.tessera.credential;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A micro-credential in one exact version, with the six parts every one of them has: competency, key method, method
 * components, research and resources, submission criteria, scoring rubric.
 *
 * @param page where it was published, where that was found
 * @param aliases the other names it goes by
 * @param criteria the requirements, then the rubric rows: what evidence can be linked to
 */
public record Credential(
        CredentialRef ref,
        Optional<URI> page,
        Wording name,
        List<Wording> aliases,
        Wording competency,
        Wording keyMethod,
        List<Wording> components,
        List<Wording> resources,
        List<SubmissionPart> submission,
        List<Level> levels,
        List<Criterion> criteria) {

    public Credential {
        aliases = List.copyOf(aliases);
        components = List.copyOf(components);
        resources = List.copyOf(resources);
        submission = List.copyOf(submission);
        levels = List.copyOf(levels);
        criteria = List.copyOf(criteria);
    }

    /** The requirement or rubric row with this id, if the credential has one. */
    public Optional<Criterion> criterion(String id) {
        return criteria.stream().filter(criterion -> criterion.id().equals(id)).findFirst();
    }

    /** The rows of the scoring rubric, in order. */
    public List<Criterion> rubric() {
        return criteria.stream()
                .filter(criterion -> criterion.kind() == Criterion.Kind.RUBRIC_ROW)
                .toList();
    }

    /** The requirements, in order. */
    public List<Criterion> requirements() {
        return criteria.stream()
                .filter(criterion -> criterion.kind() == Criterion.Kind.REQUIREMENT)
                .toList();
    }
}
