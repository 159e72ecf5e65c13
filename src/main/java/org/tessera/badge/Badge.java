package org.tessera.badge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;

/**
 * What somebody earned.
 *
 * @param achievement the name of the credential, or of the stack
 * @param stack whether it is for a whole stack
 * @param issuer the name of the district that issued it
 * @param decided when it was decided that it was earned
 * @param expires from when on it is no longer valid
 * @param showing that everybody may see it; it may have ended
 */
public record Badge(
        BadgeId id,
        PersonId earner,
        DistrictId district,
        String achievement,
        String version,
        boolean stack,
        String name,
        String description,
        String criteria,
        String issuer,
        List<Row> rows,
        List<Piece> evidence,
        Instant decided,
        Instant issued,
        Optional<Instant> expires,
        Standing standing,
        Optional<Showing> showing) {

    public Badge {
        rows = List.copyOf(rows);
        evidence = List.copyOf(evidence);
    }

    /** What was found in a row of the rubric, in words. */
    public record Row(String name, String level) {}

    /** What a piece of evidence showed, in words; empty for what is only named. */
    public record Piece(String name, String text) {}

    /** Whether everybody may see it at {@code now}. */
    public boolean isShownAt(Instant now) {
        return showing.filter(one -> one.lastsAt(now)).isPresent();
    }
}
