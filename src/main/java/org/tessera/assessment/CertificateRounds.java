package org.tessera.assessment;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tessera.clock.AlarmClock;
import org.tessera.failure.Failures;

/** Looks every six hours whether a certificate ends soon. */
@Component
class CertificateRounds {

    private static final Logger log = LoggerFactory.getLogger(CertificateRounds.class);
    private static final Duration ROUND = Duration.ofHours(6);

    private final Certificates certificates;
    private final AlarmClock clock;

    CertificateRounds(Certificates certificates, AlarmClock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("certificates").start(this::goRound);
        clock.at(clock.instant().plus(ROUND), this::begin);
    }

    private void goRound() {
        try {
            certificates.remind();
        } catch (RuntimeException e) {
            // the next round tries again
            log.error("Certificates could not be looked after", Failures.withoutValues(e));
        }
    }
}
