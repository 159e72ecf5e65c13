package org.tessera.protocol;

import static org.tessera.protocol.PlannedPhase.pack;
import static org.tessera.protocol.PlannedPhase.talk;

/** Packs in which only time matters, for tests outside this package. */
public final class TimedPacks {

    private TimedPacks() {}

    /** Two minutes to open, three to five for each person, and a close that keeps three minutes. */
    public static Pack turns() {
        return pack(
                3,
                12,
                "protect: [{phases: [close], minMinutes: 3}]\nrepeats: [{phases: [turn], per: person}]",
                talk("open", 1, 2, 3),
                talk("turn", 3, 4.5, 6),
                talk("close", 3, 5, 8));
    }

    /** An opening that goes on by itself, something optional, talk, and a close that keeps five minutes. */
    public static Pack withExtras() {
        return pack(
                3,
                12,
                "protect: [{phases: [close], minMinutes: 5}]",
                talk("open", 3, 3, 3).thatGoesOnByItself(),
                talk("extra", 3, 4, 5).thatMayBeLeftOut(),
                talk("talk", 4, 10, 12),
                talk("close", 3, 7, 8));
    }

    /** Something to read alone before the meeting. */
    public static Pack withReading() {
        return pack(
                3, 12, "", talk("read", 5, 20, 60).beforeTheMeeting(), talk("talk", 4, 10, 12), talk("close", 3, 5, 8));
    }

    /** A little of everything that repeats and goes round. */
    public static Pack microlab() {
        return pack(
                3,
                30,
                "protect: [{phases: [debrief], minMinutes: 5}]\n"
                        + "repeats: [{phases: [question, speakers], per: round, min: 1, target: 3, max: 3}]",
                talk("question", 1, 2, 2),
                PlannedPhase.round("speakers", 60),
                talk("debrief", 3, 6, 8));
    }
}
