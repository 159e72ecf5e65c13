package org.tessera.submission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tessera.artifact.Artifact;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Rule;
import org.tessera.credential.Stack;
import org.tessera.exhibit.Exhibit;

/**
 * A person's evidence for a stack: requirements and rubric rows down, what can be linked across.
 *
 * @param artifacts everything meetings left that the person may link, newest first
 * @param exhibits everything else the person may link, newest first
 */
public record EvidenceMatrix(Stack stack, List<Section> sections, List<Artifact> artifacts, List<Exhibit> exhibits) {

    public EvidenceMatrix {
        sections = List.copyOf(sections);
        artifacts = List.copyOf(artifacts);
        exhibits = List.copyOf(exhibits);
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

    /** Everything the person may link: what meetings left first, each newest first. */
    public List<Linkable> linkables() {
        return Stream.concat(
                        artifacts.stream().<Linkable>map(Linkable.Left::new),
                        exhibits.stream().<Linkable>map(Linkable.Own::new))
                .toList();
    }

    /** What can still be linked to a row; what is part of a package may be another part of it, too. */
    public List<Linkable> free(Coverage row) {
        int most = row.criterion().rule().orElse(null) instanceof Rule.Items items
                ? items.items().size()
                : 1;
        return linkables().stream()
                .filter(one -> row.links().stream()
                                .filter(link -> link.piece().equals(one.piece()))
                                .count()
                        < most)
                .toList();
    }

    /** What a link is to, if the person may link it. */
    public Optional<Linkable> find(Piece piece) {
        return linkables().stream().filter(one -> one.piece().equals(piece)).findFirst();
    }
}
