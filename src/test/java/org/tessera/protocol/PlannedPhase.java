package org.tessera.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;

/** A phase of a test's pack of which only the time matters, as a pack writes it. */
record PlannedPhase(String id, String minutes, String extras, boolean everybodySpeaks) {

    private static final String ADVANCE = ", expiry: advance";

    /** Open talk of so many minutes. */
    static PlannedPhase talk(String id, double min, double target, double max) {
        return new PlannedPhase(id, length(min, target, max), "mode: OPEN, grouping: all", true);
    }

    /** Everybody has a turn of so many seconds. */
    static PlannedPhase round(String id, int seconds) {
        return new PlannedPhase(
                id, length(1, 1, 1), "mode: ROUND, grouping: all, round: {seconds: " + seconds + "}", true);
    }

    /** Everybody but the presenter has a turn of so many seconds. */
    static PlannedPhase roundOfOthers(String id, int seconds) {
        return new PlannedPhase(id, round(id, seconds).minutes, round(id, seconds).extras, false);
    }

    /** Everybody has a turn of so many seconds in a group of their own: {@code pair}, {@code triad} or {@code quad}. */
    static PlannedPhase roundInGroups(String id, int seconds, String grouping) {
        String extras = "mode: PAIR, grouping: " + grouping + ", round: {seconds: " + seconds + "}";
        return new PlannedPhase(id, length(1, 1, 1), extras, true);
    }

    /** Talk in small groups. */
    static PlannedPhase talkInGroups(String id, String grouping, double min, double target, double max) {
        return new PlannedPhase(id, length(min, target, max), "mode: PAIR, grouping: " + grouping, true);
    }

    PlannedPhase thatMayBeLeftOut() {
        return new PlannedPhase(id, minutes, extras + ", optional: true", everybodySpeaks);
    }

    PlannedPhase thatGoesOnByItself() {
        return new PlannedPhase(id, minutes, extras + ADVANCE, everybodySpeaks);
    }

    PlannedPhase beforeTheMeeting() {
        return new PlannedPhase(id, minutes, "mode: SIL-I, grouping: all, timing: before", everybodySpeaks);
    }

    /**
     * A pack of these phases.
     *
     * @param rules its {@code protect} and {@code repeats}, as a pack writes them
     */
    static Pack pack(int smallest, int largest, String rules, PlannedPhase... phases) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("""
                id: planned
                version: "1"
                name: {en: Planned, es: Planeado}
                purpose: {en: To test with, es: Para probar}
                attribution:
                  credit: {en: Nobody, es: Nadie}
                  licence: {en: Free, es: Libre}
                  sources: [none]
                  verified: false
                aspect: validity
                groupSize: {min: %d, max: %d}
                roles: [facilitator, presenter, participant, coach]
                norms: [{en: Be kind, es: Sean amables}]""".formatted(smallest, largest));
        if (!rules.isEmpty()) {
            lines.add(rules);
        }
        lines.add("phases:");
        List.of(phases).forEach(phase -> lines.add(phase.line()));
        return ShippedPacks.parse("planned", lines.toString());
    }

    private String line() {
        boolean silent = extras.contains("SIL-I");
        String speak =
                silent ? "" : everybodySpeaks ? "facilitator, presenter, participant" : "facilitator, participant";
        return "  - {id: " + id + ", name: {en: N, es: N}, minutes: " + minutes + ", " + extras
                + ", instrument: none, speak: [" + speak + "], may: {}, visibility: open, "
                + (extras.endsWith(ADVANCE) ? "" : "expiry: signal, ")
                + "prompts: {task: {en: Do, es: Hagan}}}";
    }

    private static String length(double min, double target, double max) {
        return "{min: " + plain(min) + ", target: " + plain(target) + ", max: " + plain(max) + "}";
    }

    private static String plain(double minutes) {
        return BigDecimal.valueOf(minutes).stripTrailingZeros().toPlainString();
    }
}
