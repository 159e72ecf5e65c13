package org.tessera.submission;

import org.tessera.artifact.ArtifactId;
import org.tessera.credential.CredentialRef;

/** A link as a person asks for it. */
public record LinkDraft(ArtifactId artifact, CredentialRef credential, String criterion, String annotation) {}
