package org.tessera.assessment;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tessera.clock.AlarmClock;
import org.tessera.failure.Failures;

/**
 * Looks after open cases: makes what assessors read once a case is there, and goes round every ten minutes, so that what a
 * crash left undone is done and what has lapsed is drawn anew.
 */
@Component
class CaseRounds {

    private static final Logger log = LoggerFactory.getLogger(CaseRounds.class);
    private static final Duration ROUND = Duration.ofMinutes(10);

    private final CaseStore store;
    private final CaseOffice office;
    private final Copies copies;
    private final AlarmClock clock;

    CaseRounds(CaseStore store, CaseOffice office, Copies copies, AlarmClock clock) {
        this.store = store;
        this.office = office;
        this.copies = copies;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        aside("cases", this::goRound);
        again();
    }

    /** The clock’s own thread rings for rooms, too: it must not wait for pictures. */
    private void again() {
        clock.at(clock.instant().plus(ROUND), () -> {
            aside("cases", this::goRound);
            again();
        });
    }

    /** Whoever hands in does not wait until everything has been copied. */
    @TransactionalEventListener
    void on(CaseOffice.Opened opened) {
        aside("case " + opened.id().number(), () -> lookAfter(opened.id()));
    }

    private static void aside(String name, Runnable work) {
        Thread.ofVirtual().name(name).start(work);
    }

    /** Looks after every case on which something is to be done. */
    void goRound() {
        store.unsettled().forEach(this::lookAfter);
    }

    private void lookAfter(CaseId id) {
        try {
            copies.make(id);
            office.attend(id);
        } catch (RuntimeException e) {
            // the next round tries again; what went wrong names nobody
            log.error("A case could not be looked after: {}", id.number(), Failures.withoutValues(e));
        }
    }
}
