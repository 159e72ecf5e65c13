package org.tessera.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.tessera.badge.Standing;

/**
 * What somebody earned, with what the district gave for it.
 *
 * @param minutes in meetings that are over, by school year, the latest first
 * @param meetings how many of them, by school year
 * @param credited for meetings, in lines that are due or done
 */
record Transcript(
        String name,
        String district,
        LocalDate day,
        List<Row> rows,
        SortedMap<SchoolYear, Integer> minutes,
        Map<SchoolYear, Integer> meetings,
        List<CreditLine> credited) {

    Transcript {
        rows = List.copyOf(rows);
        meetings = Map.copyOf(meetings);
        credited = List.copyOf(credited);
    }

    /**
     * A credential or stack that was earned.
     *
     * @param version of the credential, and so of its rubric
     * @param expired since when it is no longer valid
     * @param address where anybody can check it; only while its earner shows it to everybody
     */
    record Row(
            String name,
            boolean stack,
            String version,
            LocalDate decided,
            Standing standing,
            Optional<LocalDate> expired,
            Optional<String> address,
            List<CreditLine> lines) {

        Row {
            lines = List.copyOf(lines);
        }
    }
}
