package org.tessera.room.ui;

import java.util.List;
import java.util.Optional;
import org.tessera.room.MemberId;

/**
 * What was said so far, as far as the page around the board follows it.
 *
 * @param wordings the focus question's wordings, the first one first
 * @param written of what kinds notes stand on the board from the running phase, or on that of one's own small group, once
 *     each and without words; then, for who conducts, those whose words read like advice or judgement
 * @param isStill whether what the running phase is for has certainly not begun; never where nobody may know that
 * @param isBlank whether a debrief is missing an answer to one of its two questions
 * @param debriefs why a debrief was left blank
 * @param opinion how well the norms were kept, as this person said in the running phase
 */
record Talk(
        List<Wording> wordings,
        List<Written> written,
        boolean isStill,
        boolean isBlank,
        List<String> debriefs,
        Optional<Opinion> opinion) {

    static final Talk NONE = new Talk(List.of(), List.of(), false, false, List.of(), Optional.empty());

    Talk {
        wordings = List.copyOf(wordings);
        written = List.copyOf(written);
        debriefs = List.copyOf(debriefs);
    }

    /** A wording of the focus question; {@code phase} is where it was found, nothing before the first phase. */
    record Wording(int version, String text, MemberId by, Optional<String> phase) {}

    /** A note of the running phase that others see too; {@code kind} is the wire's word. */
    record Written(String id, String kind, String text) {}

    /** This person's own answer to the norm check; {@code hard} is a place among the norms. */
    record Opinion(String kept, Optional<Integer> hard) {}
}
