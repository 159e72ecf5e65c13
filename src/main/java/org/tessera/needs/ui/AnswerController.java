package org.tessera.needs.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tessera.account.Languages;
import org.tessera.needs.HandedIn;
import org.tessera.needs.Survey;
import org.tessera.needs.Surveys;

/**
 * The form of a survey for whoever has its link: plain HTML without a session and without a cookie. Its script only keeps what
 * is typed on the device.
 */
@RestController
class AnswerController {

    /** Far more than all answers of a form together. */
    private static final int MOST_BYTES = 200_000;

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Surveys surveys;
    private final AnswerPage pages;

    AnswerController(Surveys surveys, AnswerPage pages) {
        this.surveys = surveys;
        this.pages = pages;
    }

    @GetMapping("/answer/{link}")
    ResponseEntity<String> form(
            @PathVariable String link,
            @RequestParam Optional<String> lang,
            @RequestParam Optional<String> thanks,
            HttpServletRequest request) {
        Optional<Survey> survey = surveys.at(link);
        Locale language = language(lang, survey, request);
        if (survey.isEmpty()) {
            return page(HttpStatus.NOT_FOUND, pages.nothing(language));
        }
        if (thanks.isPresent()) {
            return page(HttpStatus.OK, pages.thanks(survey.get(), language));
        }
        return surveys.isOpen(survey.get())
                ? page(HttpStatus.OK, pages.form(survey.get(), language, Map.of(), Optional.empty()))
                : page(HttpStatus.GONE, pages.closed(survey.get(), language));
    }

    /** 303 to a word of thanks if it was counted; otherwise the form again with what was given, and why. */
    @PostMapping("/answer/{link}")
    ResponseEntity<String> handIn(@PathVariable String link, HttpServletRequest request) {
        if (request.getContentLengthLong() > MOST_BYTES || request.getContentLengthLong() < 0) {
            return page(
                    HttpStatus.CONTENT_TOO_LARGE, pages.tooMuch(language(Optional.empty(), surveys.at(link), request)));
        }
        Map<String, String[]> fields = new HashMap<>(request.getParameterMap());
        Optional<String> lang = first(fields.remove(AnswerPage.LANGUAGE));
        String ticket = first(fields.remove(AnswerPage.TICKET)).orElse("");
        Optional<Survey> survey = surveys.at(link);
        Locale language = language(lang, survey, request);
        if (survey.isEmpty()) {
            return page(HttpStatus.NOT_FOUND, pages.nothing(language));
        }
        if (!ticket.matches("[A-Za-z0-9-]{16,64}")) {
            return page(HttpStatus.BAD_REQUEST, pages.nothing(language));
        }
        Map<String, List<String>> given = new HashMap<>();
        fields.forEach((name, values) -> given.put(AnswerPage.questionOf(name), Arrays.asList(values)));
        HandedIn come = surveys.handIn(link, ticket, given);
        return switch (come) {
            case KEPT, KEPT_BEFORE ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(link + "?thanks&" + AnswerPage.LANGUAGE + "=" + language.getLanguage()))
                        .build();
            case UNKNOWN -> page(HttpStatus.NOT_FOUND, pages.nothing(language));
            case CLOSED, FULL -> page(HttpStatus.GONE, pages.closed(survey.get(), language));
            case FOREIGN -> page(HttpStatus.BAD_REQUEST, pages.nothing(language));
            case BLANK, TOO_LONG ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, pages.form(survey.get(), language, given, Optional.of(come)));
            case BUSY ->
                page(HttpStatus.TOO_MANY_REQUESTS, pages.form(survey.get(), language, given, Optional.of(come)));
        };
    }

    @GetMapping("/answer/files/form.js")
    ResponseEntity<Resource> script() {
        return file("form.js", "text/javascript");
    }

    @GetMapping("/answer/files/form.css")
    ResponseEntity<Resource> style() {
        return file("form.css", "text/css");
    }

    private static ResponseEntity<Resource> file(String name, String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .body(new ClassPathResource(name, AnswerController.class));
    }

    private static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(html);
    }

    private static Optional<String> first(String[] values) {
        return values == null || values.length == 0 ? Optional.empty() : Optional.of(values[0]);
    }

    /** As chosen on the page; otherwise as the browser asks, where that is one of ours; otherwise as the survey is written. */
    private static Locale language(Optional<String> chosen, Optional<Survey> survey, HttpServletRequest request) {
        return Languages.nearest(chosen.map(Locale::of)
                .or(() -> asked(request))
                .or(() -> survey.map(Survey::language))
                .orElse(Locale.ENGLISH));
    }

    /** A browser that says nothing asks for nothing; the server's own language is nobody's wish. */
    private static Optional<Locale> asked(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .filter(wanted -> Languages.ALL.stream()
                                .anyMatch(ours -> ours.getLanguage().equals(wanted.getLanguage())))
                        .findFirst();
    }

    /** No session, no cookie: who knows the link may answer, and there is nobody in whose name a form could be forged. */
    @Configuration(proxyBeanMethods = false)
    static class Door {
        private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        SecurityFilterChain answerDoor(HttpSecurity http) throws Exception {
            return http.securityMatcher("/answer/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .csrf(CsrfConfigurer::disable)
                    .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                            .cacheControl(cache -> cache.disable()))
                    .build();
        }
    }
}
