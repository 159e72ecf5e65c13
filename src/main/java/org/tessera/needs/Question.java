package org.tessera.needs;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A question of a survey.
 *
 * @param id tells it from the survey's other questions
 * @param choices what can be chosen, one in a line; of a scale, what its lowest and its highest step mean
 */
public record Question(String id, Kind kind, String text, String choices) {

    /** How many steps a scale has. */
    public static final int STEPS = 5;

    /** How a question is answered. */
    public enum Kind {
        /** With one of several choices. */
        CHOICE,
        /** With a step from 1 to {@link #STEPS}. */
        SCALE,
        /** In one's own words. */
        OPEN
    }

    public Question {
        kind = Objects.requireNonNullElse(kind, Kind.CHOICE);
        text = Objects.requireNonNullElse(text, "");
        choices = Objects.requireNonNullElse(choices, "");
    }

    /** What can be answered, in order; nothing for one that is answered in one's own words. */
    public List<String> answers() {
        return switch (kind) {
            case CHOICE -> Lines.of(choices);
            case SCALE -> IntStream.rangeClosed(1, STEPS).mapToObj(this::step).toList();
            case OPEN -> List.of();
        };
    }

    private String step(int step) {
        List<String> ends = Lines.of(choices);
        if (step == 1 && !ends.isEmpty()) {
            return step + ": " + ends.getFirst();
        }
        if (step == STEPS && ends.size() > 1) {
            return step + ": " + ends.getLast();
        }
        return String.valueOf(step);
    }
}
