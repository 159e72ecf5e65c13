package org.tessera.clock;

import java.time.Instant;
import java.time.InstantSource;

/** The clock of the product: it tells the time, and wakes who asks for it. */
public interface AlarmClock extends InstantSource {

    /** A wake-up call that has been ordered. */
    interface Alarm {

        /** Takes the order back; does nothing if the alarm has rung. */
        void cancel();
    }

    /** Runs {@code what} as soon as the clock shows {@code when} or later, on a thread of the clock's own. */
    Alarm at(Instant when, Runnable what);
}
