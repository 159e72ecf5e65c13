package org.tessera.account;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tessera.clock.AlarmClock;
import org.tessera.failure.Failures;

/** Looks every minute whose sign-in has run out: a socket asks for nothing, and would go on without it. */
@Component
class SignInRounds {

    private static final Logger log = LoggerFactory.getLogger(SignInRounds.class);
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final SignIns signIns;
    private final AlarmClock clock;

    SignInRounds(SignIns signIns, AlarmClock clock) {
        this.signIns = signIns;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("sign-ins").start(this::goRound);
        clock.at(clock.instant().plus(ROUND), this::begin);
    }

    private void goRound() {
        try {
            signIns.endRunOut();
        } catch (RuntimeException e) {
            // the next round tries again; no request of theirs is answered meanwhile
            log.error("Sign-ins that ran out could not be ended", Failures.withoutValues(e));
        }
    }
}
