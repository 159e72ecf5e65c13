package org.tessera.plan.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tessera.account.Team;
import org.tessera.plan.CalendarFeeds;

/** Hands calendar programs the meetings their address leads to. Programs cannot sign in: the address is the key. */
@RestController
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final CalendarText calendar;
    private final I18NProvider texts;

    CalendarController(CalendarFeeds feeds, CalendarText calendar, I18NProvider texts) {
        this.feeds = feeds;
        this.calendar = calendar;
        this.texts = texts;
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<String> feed(@PathVariable String token) {
        return feeds.find(token)
                .map(found -> {
                    Locale language = found.person().locale();
                    String name = found.team()
                            .map(Team::name)
                            .orElseGet(() -> texts.getTranslation("plan.feed.name", language));
                    return ResponseEntity.ok()
                            .contentType(CALENDAR)
                            .cacheControl(CacheControl.noCache().cachePrivate())
                            .body(calendar.of(name, found.plans(), language));
                })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** No session, no cookie, nothing to post: the address alone decides. */
    @Configuration(proxyBeanMethods = false)
    static class Door {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        SecurityFilterChain calendarDoor(HttpSecurity http) throws Exception {
            return http.securityMatcher("/calendar/*")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .build();
        }
    }
}
