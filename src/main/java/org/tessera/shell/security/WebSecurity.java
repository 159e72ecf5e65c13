package org.tessera.shell.security;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatchers;
import org.tessera.account.Accounts;
import org.tessera.account.DeviceSeats;
import org.tessera.account.Guests;
import org.tessera.account.Passwords;
import org.tessera.account.SignInToken;
import org.tessera.account.SignIns;
import org.tessera.account.WelcomeLinks;

/** The order in which a request is looked at, and what may be opened by whom. */
@Configuration
@EnableWebSecurity
class WebSecurity {

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            SignIns signIns,
            Passwords passwords,
            Accounts accounts,
            Guests guests,
            DeviceSeats seats,
            WelcomeLinks links,
            DoorLog log,
            Answers answers,
            RequestUtil vaadinRequests,
            NavigationAccessControl pages) {
        var sessions = new HttpSessionSecurityContextRepository();
        var tokens = new HttpSessionCsrfTokenRepository();
        var wanted = new HttpSessionRequestCache();
        wanted.setRequestMatcher(Paths::isPage);
        pages.setLoginView("/login");
        RequestMatcher files = RequestMatchers.anyOf(
                VaadinSecurityConfigurer.getDefaultHttpSecurityPermitMatcher(),
                VaadinSecurityConfigurer.getDefaultWebSecurityIgnoreMatcher());
        RequestMatcher words = PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/words/**");
        RequestMatcher furniture = RequestMatchers.anyOf(vaadinRequests::isFrameworkInternalRequest, files, words);

        return http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.enableRequestCacheConfiguration(false)
                        .enableExceptionHandlingConfiguration(false)
                        .enableLogoutConfiguration(false)
                        .anyRequest(AuthorizedUrl::authenticated))
                .securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(cache -> cache.requestCache(wanted))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        // it changes nothing, and answers the same to everybody
                        .ignoringRequestMatchers(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/verify")))
                .exceptionHandling(no -> no.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .authorizeHttpRequests(may -> may.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(new GuestBounds(furniture), new SharedBounds(seats, furniture))
                        .denyAll()
                        // the folder is public, its bare name is no file of it
                        .requestMatchers("/VAADIN")
                        .denyAll()
                        .requestMatchers(
                                "/login", "/join", "/join/*", "/welcome", "/welcome/*", "/api/csrf", "/api/package-key")
                        .permitAll()
                        // nobody's, and the same for everybody
                        .requestMatchers(words)
                        .permitAll()
                        // strangers check badges; what of a badge they may see, the feature decides
                        .requestMatchers("/verify", "/badges/*", "/badges/*/*", "/issuers/**", SecurityContact.ADDRESS)
                        .permitAll())
                .addFilterBefore(new SocketOriginFilter(), SecurityContextHolderFilter.class)
                .addFilterAfter(new SignInFilter(signIns, sessions), SecurityContextHolderFilter.class)
                .addFilterAt(
                        opening(new PasswordDoor(signIns, passwords, accounts, wanted, log), sessions, tokens),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterAt(
                        opening(new GuestEntrance(signIns, guests, log), sessions, tokens),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterAt(
                        opening(new WelcomeDoor(signIns, links, log), sessions, tokens),
                        UsernamePasswordAuthenticationFilter.class)
                .logout(out -> out.logoutRequestMatcher(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/logout"))
                        .addLogoutHandler((request, response, who) -> {
                            if (who instanceof SignInToken token) {
                                signIns.end(token.signIn());
                            }
                            SignInCookie.remove(request, response);
                        })
                        .logoutSuccessUrl("/login?out"))
                .headers(headers -> headers(headers, files))
                .build();
    }

    /** A new session id and a new form token for whoever comes in, so that none planted before is of use. */
    private static Door opening(Door door, SecurityContextRepository sessions, CsrfTokenRepository tokens) {
        door.setSecurityContextRepository(sessions);
        door.setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens))));
        return door;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, RequestMatcher files) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .addHeaderWriter(CapturePages.opening())
                // a window that another site opened, or that we open to another, has no hold on ours
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                // Flow says itself how long its files stay fresh
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        RequestMatchers.not(files), new CacheControlHeadersWriter()))
                .withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
                    @Override
                    public <O extends HeaderWriterFilter> O postProcess(O filter) {
                        // Flow's index page is sent before the filter would add headers to it.
                        filter.setShouldWriteHeadersEagerly(true);
                        return filter;
                    }
                });
    }

    /** Nobody signs in by any other way than the doors. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return _ -> {
            throw new ProviderNotFoundException("People sign in at /login or /welcome, guests at /join");
        };
    }
}
