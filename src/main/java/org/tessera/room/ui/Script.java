package org.tessera.room.ui;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tessera.protocol.Mistake;
import org.tessera.protocol.Mistake.Moment;
import org.tessera.protocol.Text;

/**
 * What only the facilitator is told of a phase beside what to say and to watch for.
 *
 * @param mistakes what goes wrong most often in it, each with its moment
 * @param least its least length
 * @param isDebrief whether it looks back, and must not be left blank
 */
record Script(List<Mistake> mistakes, Duration least, boolean isDebrief) {

    static final Script NONE = new Script(List.of(), Duration.ZERO, false);

    Script {
        mistakes = List.copyOf(mistakes);
    }

    /** What to tell at {@code moment}, if the protocol knows of something. */
    Optional<Text> at(Moment moment) {
        return mistakes.stream()
                .filter(mistake -> mistake.moment() == moment)
                .map(Mistake::text)
                .findFirst();
    }
}
