package org.tessera.submission.ui;

import org.tessera.artifact.ArtifactId;
import org.tessera.credential.CredentialRef;

/** A cell of the matrix: what an artifact may be evidence for. */
record Place(ArtifactId artifact, CredentialRef credential, String criterion) {}
