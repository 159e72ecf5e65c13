package org.tessera.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.credential.CredentialRef;

/**
 * What a case is about, as it was when it was opened. Nothing in it tells whose it is.
 *
 * @param rows the rows of the rubric, in order
 * @param isSecondScored whether two score it independently
 * @param isApproved whether somebody reads the result before the earner does
 * @param noticed what the check before handing in noticed; nothing in cases from before it was kept
 */
public record Brief(
        CredentialRef credential,
        List<Row> rows,
        boolean isSecondScored,
        boolean isApproved,
        Instant at,
        @Nullable List<Noticed> noticed) {

    public Brief {
        rows = List.copyOf(rows);
        noticed = noticed == null ? List.of() : List.copyOf(noticed);
    }

    /** Of a hand-in in which the check before it noticed nothing. */
    public Brief(CredentialRef credential, List<Row> rows, boolean isSecondScored, boolean isApproved, Instant at) {
        this(credential, rows, isSecondScored, isApproved, at, List.of());
    }

    @Override
    public List<Noticed> noticed() {
        return noticed == null ? List.of() : noticed;
    }

    /**
     * Something the check before handing in noticed.
     *
     * @param place id of the part or requirement; {@link Desk#WHOLE} for the whole
     */
    public record Noticed(String place, Lack what) {}

    /**
     * A row of the rubric.
     *
     * @param carried what was found in an earlier attempt; such a row was met and is not rated again
     */
    public record Row(String id, Scale scale, Optional<Finding> carried) {

        boolean isOpen() {
            return carried.isEmpty();
        }
    }

    /** The rows that are rated now. */
    public List<Row> open() {
        return rows.stream().filter(Row::isOpen).toList();
    }

    /** The row with this id, if the rubric has it. */
    public Optional<Row> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
