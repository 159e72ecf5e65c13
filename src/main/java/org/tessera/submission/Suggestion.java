package org.tessera.submission;

import java.util.Optional;
import org.tessera.artifact.Artifact;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Criterion;

/**
 * Something a meeting left behind that could serve a requirement. It links nothing: the person does, or dismisses it.
 *
 * @param item which part of the requirement's package it could be
 * @param basis how the product comes to think so
 */
public record Suggestion(
        Artifact artifact, CredentialRef credential, Criterion criterion, Optional<String> item, Basis basis) {

    /** Why something is suggested. */
    public enum Basis {
        /** The requirement's rule would count the meeting. */
        RULE,
        /** What the protocol yields in that step is what the requirement speaks of; our own reading. */
        YIELD
    }
}
