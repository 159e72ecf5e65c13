package org.tessera.shell.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.tessera.account.OpenedSignIn;
import org.tessera.account.SignInToken;
import org.tessera.account.SignIns;

/** A form that opens a sign-in: the row, its cookie, and an HTTP session with a new id. */
abstract class Door extends AbstractAuthenticationProcessingFilter {

    private final SignIns signIns;
    private final DoorLog log;
    private final String path;

    Door(String path, SignIns signIns, DoorLog log) {
        super(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, path), Door::nobody);
        this.signIns = signIns;
        this.log = log;
        this.path = path;
        setAuthenticationSuccessHandler((request, response, who) -> welcome(request, response, (SignInToken) who));
        setAuthenticationFailureHandler((request, response, why) -> {
            if (!(why instanceof Refusal refusal)) {
                throw why;
            }
            log.turnedAway(path, refusal.reason(), knocksAs(request));
            turnAway(request, response, refusal.reason());
        });
    }

    /** Opens the sign-in, or throws {@link Refusal}. */
    abstract OpenedSignIn open(HttpServletRequest request, SignIns signIns);

    /** The account, code or link that was tried. */
    abstract String knocksAs(HttpServletRequest request);

    /** Sends the person on. */
    abstract void welcome(HttpServletRequest request, HttpServletResponse response, SignInToken who) throws IOException;

    /** Sends the person back to the form, which says why. */
    abstract void turnAway(HttpServletRequest request, HttpServletResponse response, Enum<?> reason) throws IOException;

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        OpenedSignIn opened = open(request, signIns);
        leaveFormer(request);
        SignInCookie.write(request, response, opened);
        log.cameIn(path, opened.token());
        return opened.token();
    }

    static String device(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    }

    static String field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** One browser, one person: who signs in here leaves the sign-in that was open, with every page it had. */
    private void leaveFormer(HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignInToken former) {
            signIns.end(former.signIn());
            request.getSession().invalidate();
        }
    }

    /** The filter asks for an authentication manager; {@link #attemptAuthentication} does its work. */
    private static Authentication nobody(Authentication unused) {
        throw new IllegalStateException("A door signs people in by itself");
    }

    /** Why nobody was signed in, as the reason the form will explain. */
    static final class Refusal extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        private final Enum<?> reason;

        Refusal(Enum<?> reason) {
            super(reason.name());
            this.reason = reason;
        }

        Enum<?> reason() {
            return reason;
        }
    }
}
