package org.tessera.submission.ui;

import org.tessera.credential.CredentialRef;
import org.tessera.submission.Piece;

/** A cell of the matrix: what a piece may be evidence for. */
record Place(Piece piece, CredentialRef credential, String criterion) {}
