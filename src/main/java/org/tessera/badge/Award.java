package org.tessera.badge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.SubmissionPart;

/**
 * That somebody earned a credential. The same award given twice leads to one badge.
 *
 * @param earner who earned it
 * @param credential what was earned, in the version it was assessed by
 * @param rows what was found row by row, in the order of the rubric
 * @param manifestSha256 the digest of the manifest of what was assessed, 64 lower-case hex digits
 * @param evidence what the evidence showed, in words that name nobody: everybody who gets the badge can read them
 * @param decided when it was decided
 * @param expires from when on the badge is no longer valid; nothing if it does not expire
 */
public record Award(
        PersonId earner,
        CredentialRef credential,
        List<RowResult> rows,
        String manifestSha256,
        List<Narrative> evidence,
        Instant decided,
        Optional<Instant> expires) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public Award {
        rows = List.copyOf(rows);
        evidence = List.copyOf(evidence);
        if (!DIGEST.matcher(manifestSha256).matches()) {
            throw new IllegalArgumentException("no SHA-256: " + manifestSha256);
        }
        if (expires.isPresent() && !expires.get().isAfter(decided)) {
            throw new IllegalArgumentException("expired before it was decided");
        }
    }

    /**
     * What was found in one row of the rubric.
     *
     * @param row the id of the row
     * @param levels the scale it was rated on, from the lowest to the highest; empty for that of the credential
     * @param required the id of the lowest level that is enough; of the credential's own scale always the highest
     * @param level the id of the level reached
     */
    public record RowResult(String row, List<Level> levels, String required, String level) {

        public RowResult {
            levels = List.copyOf(levels);
        }

        /** A row that was rated on the scale of the credential. */
        public RowResult(String row, String level) {
            this(row, List.of(), "", level);
        }
    }

    /** A level of a scale. */
    public record Level(String id, SubmissionPart.Title name) {}

    /**
     * What one piece of evidence showed.
     *
     * @param name what it is, in a few words
     * @param text what it shows, naming nobody
     * @param genre its kind, for example "reflection"
     */
    public record Narrative(String name, String text, String genre) {}
}
