package org.tessera.exhibit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.material.MaterialId;

/**
 * Something a person shows as evidence that no meeting left. It never changes; what it holds is fetched apart.
 *
 * @param team in whose space it lies
 * @param title what its owner calls it; never a file's name
 * @param sha256 in lower-case hex: of the file, and where none is kept, of the canonical content
 * @param bytes how much room the file, the pages or the content take
 * @param mediaType of what its checksum was taken of
 * @param pages where it is drawn pages
 * @param length of a recording, if its file says
 * @param traces of a recording: what became of the places in its file that tell who or where
 */
public record Exhibit(
        ExhibitId id,
        PersonId owner,
        TeamId team,
        String title,
        ExhibitKind kind,
        ExhibitOrigin origin,
        String sha256,
        long bytes,
        String mediaType,
        Optional<Pages> pages,
        Optional<Duration> length,
        Optional<Traces> traces,
        Instant at) {

    /** The longest title, in characters. */
    public static final int LONGEST_TITLE = 120;

    /** The pages it was drawn as; {@code count} is at least 1. */
    public record Pages(MaterialId material, int count) {}
}
