package org.tessera.submission.ui;

import java.util.Optional;
import org.tessera.submission.Linkable;
import org.tessera.submission.Part;

/**
 * A link as the dialog asks for it.
 *
 * @param item which part of the row's package it is, where the row is one
 */
record Offer(Linkable what, Optional<String> item, Part part, String annotation) {}
