package org.tessera.shell.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.tessera.account.OpenedSignIn;

/** The cookie that holds a sign-in's secret. No script reads it and no other site sends it along with a form. */
final class SignInCookie {

    /** The prefix makes browsers refuse the cookie from a neighbouring host or over plain http. */
    private static final String SECURE_NAME = "__Host-tessera";

    private static final String PLAIN_NAME = "tessera";

    private SignInCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(request)))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    static void write(HttpServletRequest request, HttpServletResponse response, OpenedSignIn opened) {
        // A negative age makes it a cookie of this browser session.
        Duration age = opened.kept().isZero() ? Duration.ofSeconds(-1) : opened.kept();
        send(request, response, opened.secret(), age);
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        send(request, response, "", Duration.ZERO);
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE_NAME : PLAIN_NAME;
    }
}
