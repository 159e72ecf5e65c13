package org.tessera.submission;

import java.util.List;
import java.util.Optional;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Rule;
import org.tessera.credential.Stack;

/**
 * A person's evidence for a stack: requirements and rubric rows down, artifacts across.
 *
 * @param artifacts everything the person may link, newest first
 */
public record EvidenceMatrix(Stack stack, List<Section> sections, List<Artifact> artifacts) {

    public EvidenceMatrix {
        sections = List.copyOf(sections);
        artifacts = List.copyOf(artifacts);
    }

    /** The rows of one credential, in the version the person works towards. */
    public record Section(Credential credential, List<Coverage> rows) {

        public Section {
            rows = List.copyOf(rows);
        }

        /** How many rows have this degree of coverage. */
        public int count(Coverage.Degree degree) {
            return (int) rows.stream().filter(row -> row.degree() == degree).count();
        }
    }

    /** How many rows of the whole stack have this degree of coverage. */
    public int count(Coverage.Degree degree) {
        return sections.stream().mapToInt(section -> section.count(degree)).sum();
    }

    /** How many requirements and rubric rows there are. */
    public int size() {
        return sections.stream().mapToInt(section -> section.rows().size()).sum();
    }

    /** The row of a requirement or rubric row. */
    public Optional<Coverage> row(CredentialRef credential, String criterion) {
        return sections.stream()
                .filter(section -> section.credential().ref().equals(credential))
                .flatMap(section -> section.rows().stream())
                .filter(row -> row.criterion().id().equals(criterion))
                .findFirst();
    }

    /** The artifacts that can still be linked to a row; one that is part of a package may be another part of it, too. */
    public List<Artifact> free(Coverage row) {
        int most = row.criterion().rule().orElse(null) instanceof Rule.Items items
                ? items.items().size()
                : 1;
        return artifacts.stream()
                .filter(artifact -> row.links().stream()
                                .filter(link -> link.artifact().equals(artifact.id()))
                                .count()
                        < most)
                .toList();
    }

    /** The artifact with this id, if the person may link it. */
    public Optional<Artifact> artifact(ArtifactId id) {
        return artifacts.stream().filter(artifact -> artifact.id().equals(id)).findFirst();
    }
}
