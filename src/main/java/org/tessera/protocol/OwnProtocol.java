package org.tessera.protocol;

import java.time.Instant;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/**
 * A protocol a team has written itself, as lists show it.
 *
 * @param id begins with {@link #MARK}, as the id of no shipped protocol does
 * @param team whose it is: its members change it, publish it and hand it on
 * @param name as the draft or, for those who do not see the draft, the latest version calls it
 * @param published the number of the latest published version; 0 while there is none
 * @param copiedFrom what it was copied from, if it was
 * @param mayEdit whether whoever asked belongs to the team
 * @param putAway whether it is no longer offered
 */
public record OwnProtocol(
        String id,
        TeamId team,
        Text name,
        int published,
        Optional<PackRef> copiedFrom,
        boolean mayEdit,
        boolean putAway,
        Instant changedAt,
        PersonId changedBy) {

    /** How the ids of own protocols begin. */
    public static final String MARK = "own-";

    /** Whether {@code id} is that of a protocol a team wrote, and not of one that came with the product. */
    public static boolean isOwn(String id) {
        return id.startsWith(MARK);
    }

    /** The latest published version, if there is one. */
    public Optional<PackRef> latest() {
        return published == 0 ? Optional.empty() : Optional.of(version(published));
    }

    /** The version with this number. */
    public PackRef version(int number) {
        return new PackRef(id, String.valueOf(number));
    }
}
