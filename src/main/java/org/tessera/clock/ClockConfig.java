package org.tessera.clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The one clock of the application: the system's, or one that tests put forward by hand. */
@Configuration(proxyBeanMethods = false)
class ClockConfig {

    @Bean
    @Profile("!test")
    AlarmClock systemClock() {
        return new SystemAlarmClock();
    }

    @Bean
    @Profile("test")
    HandClock handClock() {
        return HandClock.going();
    }
}
