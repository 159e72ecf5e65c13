package org.tessera.room.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tessera.protocol.Mistake.Moment;
import org.tessera.protocol.Text;

/** Which common mistakes the facilitator should think of now. Nobody else is told, and nothing is kept. */
final class Nudges {

    /**
     * One prompt.
     *
     * @param about the words that gave rise to it, if words did
     */
    record Nudge(Moment moment, Text text, Optional<String> about) {}

    private Nudges() {}

    /** The prompts for {@code picture} at {@code now}: those of the running phase, and of a debrief that gets short. */
    static List<Nudge> of(RoomPicture picture, Instant now) {
        List<Nudge> nudges = new ArrayList<>();
        picture.phase().ifPresent(phase -> {
            Script script = phase.script();
            List<Talk.Written> written = picture.talk().written();
            nudges.addAll(plain(script, Moment.START));
            if (phase.isOver(now)) {
                nudges.addAll(plain(script, Moment.OVERRUN));
            } else if (isHalfOver(phase, now)) {
                nudges.addAll(plain(script, Moment.HALF_TIME));
                if (picture.talk().isStill()) {
                    nudges.addAll(plain(script, Moment.QUIET));
                }
            }
            last(written, note -> script.wantsNoAdvice(note.kind()) && Undertone.isAdvice(note.text()))
                    .ifPresent(words -> nudges.addAll(about(script, Moment.ADVICE, words)));
            last(written, note -> Undertone.isJudgement(note.text()))
                    .ifPresent(words -> nudges.addAll(about(script, Moment.JUDGEMENT, words)));
        });
        squeezed(picture, now).ifPresent(debrief -> nudges.addAll(plain(debrief.script(), Moment.EARLY_END)));
        return nudges;
    }

    /** What to think of before the running phase is left at {@code now}: something where it has not had its least time. */
    static List<Text> early(RoomPicture picture, Instant now) {
        return picture.phase()
                .filter(phase -> phase.inMeeting()
                        && phase.elapsed(now).compareTo(phase.script().least()) < 0)
                .map(phase -> phase.script().at(Moment.EARLY_END))
                .orElse(List.of());
    }

    /** The debrief, when the meeting's end leaves it less than its least time if all goes on as planned. */
    private static Optional<PhasePicture> squeezed(RoomPicture picture, Instant now) {
        Optional<Instant> end = picture.startedAt()
                .filter(_ -> picture.isMeeting())
                .map(start -> start.plus(Duration.ofSeconds(Math.round(picture.plannedMinutes() * 60))));
        return picture.phases().stream()
                .filter(phase -> phase.inMeeting() && phase.script().isDebrief())
                .filter(phase -> phase.state() == PhasePicture.State.AHEAD
                        || picture.current().filter(phase.id()::equals).isPresent())
                .filter(phase -> !phase.isLeftOut())
                .filter(phase -> end.filter(then -> isSqueezed(picture, phase, then, now))
                        .isPresent())
                .findFirst();
    }

    private static boolean isSqueezed(RoomPicture picture, PhasePicture debrief, Instant end, Instant now) {
        if (debrief.state() == PhasePicture.State.RUNNING) {
            Duration owed = debrief.script().least().minus(debrief.elapsed(now));
            return owed.isPositive() && Duration.between(now, end).compareTo(owed) < 0;
        }
        double before = picture.phases().stream()
                .takeWhile(phase -> !phase.equals(debrief))
                .filter(phase -> phase.inMeeting() && phase.state() == PhasePicture.State.AHEAD)
                .mapToDouble(PhasePicture::planned)
                .sum();
        Instant begin =
                picture.phase().map(phase -> phase.expectedEnd(now)).orElse(now).plusSeconds(Math.round(before * 60));
        return Duration.between(begin, end).compareTo(debrief.script().least()) < 0;
    }

    private static boolean isHalfOver(PhasePicture phase, Instant now) {
        Duration given = Duration.ofSeconds(Math.round(phase.planned() * 60));
        // What people do in their own time has no half.
        return phase.endsAt().isPresent() && phase.elapsed(now).multipliedBy(2).compareTo(given) >= 0;
    }

    private static Optional<String> last(List<Talk.Written> written, Predicate<Talk.Written> such) {
        return written.reversed().stream().filter(such).findFirst().map(Talk.Written::text);
    }

    private static List<Nudge> plain(Script script, Moment moment) {
        return nudges(script, moment, Optional.empty()).toList();
    }

    private static List<Nudge> about(Script script, Moment moment, String words) {
        return nudges(script, moment, Optional.of(words)).toList();
    }

    private static Stream<Nudge> nudges(Script script, Moment moment, Optional<String> about) {
        return script.at(moment).stream().map(text -> new Nudge(moment, text, about));
    }
}
