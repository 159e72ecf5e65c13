package org.tessera.clock;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Puts the clock forward from outside: only in the {@code test} profile, and only from this machine. */
@RestController
@Profile("test")
class TestClock {

    private static final Duration MOST = Duration.ofDays(366);

    private final HandClock clock;

    TestClock(HandClock clock) {
        this.clock = clock;
    }

    /** How far to go, as an ISO 8601 duration such as {@code PT7M}. */
    record Push(String advance) {}

    @PostMapping("/test/clock")
    ResponseEntity<Map<String, Object>> advance(@RequestBody Push push, HttpServletRequest request)
            throws UnknownHostException {
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        Duration by;
        try {
            by = Duration.parse(push.advance());
        } catch (DateTimeParseException e) {
            return ResponseEntity.badRequest().body(Map.of("message", "advance is an ISO 8601 duration, like PT7M"));
        }
        if (by.isNegative() || by.compareTo(MOST) > 0) {
            return ResponseEntity.badRequest().body(Map.of("message", "the clock goes forward, a year at the most"));
        }
        clock.advance(by);
        Instant now = clock.instant();
        return ResponseEntity.ok(Map.of("now", now.toString()));
    }

    /** The door has no session and no form, so it needs no CSRF token; it stands open to loopback only. */
    @Configuration(proxyBeanMethods = false)
    @Profile("test")
    static class Door {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        SecurityFilterChain testClockDoor(HttpSecurity http) throws Exception {
            return http.securityMatcher("/test/clock")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .csrf(AbstractHttpConfigurer::disable)
                    .build();
        }
    }
}
