package org.tessera.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Criterion;

/**
 * What credentials and their rows are called, in the order in which they are shown.
 *
 * @param current each credential as it is now
 */
record Names(Map<CredentialId, Credential> current, List<CredentialId> credentials) {

    Names {
        current = Map.copyOf(current);
        credentials = List.copyOf(credentials);
    }

    static Names of(List<Credential> credentials) {
        return new Names(
                credentials.stream()
                        .collect(java.util.stream.Collectors.toMap(
                                one -> one.ref().id(), one -> one, (one, _) -> one)),
                credentials.stream().map(one -> one.ref().id()).distinct().toList());
    }

    private Optional<Credential> find(CredentialId id) {
        return Optional.ofNullable(current.get(id));
    }

    /** The rows of a credential's rubric. */
    List<String> rowsOf(CredentialId id) {
        return find(id).stream()
                .flatMap(one -> one.rubric().stream())
                .map(Criterion::id)
                .toList();
    }

    Label credential(CredentialId id) {
        return find(id).<Label>map(one -> new Label.Named(one.name())).orElseGet(() -> new Label.Called(id.value()));
    }

    Label row(CredentialId id, String row) {
        return find(id).flatMap(one -> one.criterion(row))
                .<Label>map(one -> new Label.Named(one.wording()))
                .orElseGet(() -> new Label.Called(row));
    }
}
