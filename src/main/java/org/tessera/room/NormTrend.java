package org.tessera.room;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tessera.protocol.Text;

/**
 * How a team kept its norms in one meeting, as its people said in one tap: counts, and never who said what.
 *
 * @param title of the meeting
 * @param at when it closed
 * @param norms the norms that were looked back at
 * @param kept how many said they were kept: {@code all}, {@code most} or {@code few} of them; nothing where so few
 *     answered that everybody could tell whose answer is whose
 * @param hard how many named the norm at a place as a hard one; likewise
 * @param voters how many answered
 */
public record NormTrend(
        RoomId room,
        String title,
        Instant at,
        List<Text> norms,
        Map<String, Integer> kept,
        Map<Integer, Integer> hard,
        int voters) {

    public NormTrend {
        norms = List.copyOf(norms);
        kept = Map.copyOf(kept);
        hard = Map.copyOf(hard);
    }
}
