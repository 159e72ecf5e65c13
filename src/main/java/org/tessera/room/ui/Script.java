package org.tessera.room.ui;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.tessera.protocol.Mistake;
import org.tessera.protocol.Mistake.Moment;
import org.tessera.protocol.Text;

/**
 * What only the facilitator is told of a phase beside what to say and to watch for.
 *
 * @param mistakes what goes wrong most often in it, each with its moment
 * @param least its least length
 * @param isDebrief whether it looks back, and must not be left blank
 * @param kinds what is written in it, as the wire's words
 */
record Script(List<Mistake> mistakes, Duration least, boolean isDebrief, Set<String> kinds) {

    static final Script NONE = new Script(List.of(), Duration.ZERO, false, Set.of());

    private static final Set<String> QUESTIONS = Set.of("clarifying", "probing", "question");

    Script {
        mistakes = List.copyOf(mistakes);
        kinds = Set.copyOf(kinds);
    }

    /** What to tell at {@code moment}, in the order of the protocol. */
    List<Text> at(Moment moment) {
        return mistakes.stream()
                .filter(mistake -> mistake.moment() == moment)
                .map(Mistake::text)
                .toList();
    }

    /**
     * Whether a note of {@code kind} should carry no advice where the protocol warns of it: a question, or anything where no
     * questions are written. What was a question and is feedback by now may advise.
     */
    boolean wantsNoAdvice(String kind) {
        return kinds.contains(kind)
                && (QUESTIONS.contains(kind) || kinds.stream().noneMatch(QUESTIONS::contains));
    }
}
