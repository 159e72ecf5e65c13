package org.tessera.room.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tessera.protocol.Mistake.Moment;
import org.tessera.protocol.Text;

/** Which of a phase's common mistakes the facilitator should think of now. Nobody else is told, and nothing is kept. */
final class Nudges {

    private static final Set<String> QUESTIONS = Set.of("clarifying", "probing", "question");

    /**
     * One prompt.
     *
     * @param about the words that gave rise to it, if words did
     */
    record Nudge(Moment moment, Text text, Optional<String> about) {}

    private Nudges() {}

    /** The prompts for the running phase of {@code picture} at {@code now}. */
    static List<Nudge> of(RoomPicture picture, Instant now) {
        List<Nudge> nudges = new ArrayList<>();
        picture.phase().ifPresent(phase -> {
            Script script = phase.script();
            List<Talk.Written> written = picture.talk().written();
            script.at(Moment.START).ifPresent(text -> nudges.add(plain(Moment.START, text)));
            if (phase.isOver(now)) {
                script.at(Moment.OVERRUN).ifPresent(text -> nudges.add(plain(Moment.OVERRUN, text)));
            } else if (isHalfOver(phase, now)) {
                script.at(Moment.HALF_TIME).ifPresent(text -> nudges.add(plain(Moment.HALF_TIME, text)));
                if (picture.talk().isStill()) {
                    script.at(Moment.QUIET).ifPresent(text -> nudges.add(plain(Moment.QUIET, text)));
                }
            }
            script.at(Moment.ADVICE)
                    .flatMap(text -> last(
                                    written, note -> QUESTIONS.contains(note.kind()) && Undertone.isAdvice(note.text()))
                            .map(words -> new Nudge(Moment.ADVICE, text, Optional.of(words))))
                    .ifPresent(nudges::add);
            script.at(Moment.JUDGEMENT)
                    .flatMap(text -> last(written, note -> Undertone.isJudgement(note.text()))
                            .map(words -> new Nudge(Moment.JUDGEMENT, text, Optional.of(words))))
                    .ifPresent(nudges::add);
        });
        return nudges;
    }

    private static boolean isHalfOver(PhasePicture phase, Instant now) {
        Duration given = Duration.ofSeconds(Math.round(phase.planned() * 60));
        // What people do in their own time has no half.
        return phase.endsAt().isPresent()
                && phase.elapsed(now).multipliedBy(2).compareTo(given) >= 0;
    }

    private static Optional<String> last(List<Talk.Written> written, Predicate<Talk.Written> such) {
        return written.reversed().stream().filter(such).findFirst().map(Talk.Written::text);
    }

    private static Nudge plain(Moment moment, Text text) {
        return new Nudge(moment, text, Optional.empty());
    }
}
