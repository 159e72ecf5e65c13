package org.tessera.attachment;

import java.time.Duration;
import java.util.Optional;
import org.tessera.exhibit.ExhibitId;

/**
 * What is to be attached.
 *
 * @param instead whose place it takes; that one is put aside and not lost
 */
public record AttachmentDraft(
        ExhibitId exhibit,
        Way way,
        String description,
        String transcript,
        Optional<Duration> length,
        Optional<ExhibitId> instead) {}
