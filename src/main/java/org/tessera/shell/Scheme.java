package org.tessera.shell;

import com.vaadin.flow.component.page.ColorScheme;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light or dark: as the device says, unless a person chose. The choice stays on the device, in a cookie. */
enum Scheme {
    SYSTEM(ColorScheme.Value.SYSTEM),
    LIGHT(ColorScheme.Value.LIGHT),
    DARK(ColorScheme.Value.DARK);

    private static final String COOKIE = "scheme";

    /** By https: only this host can set it. */
    private static final String SECURE_COOKIE = "__Host-scheme";

    private final ColorScheme.Value value;

    Scheme(ColorScheme.Value value) {
        this.value = value;
    }

    ColorScheme.Value value() {
        return value;
    }

    /** How the choice is called in addresses, texts and cookies. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What was chosen on this device. */
    static Scheme in(Cookie @Nullable [] cookies) {
        return cookies == null
                ? SYSTEM
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE)
                                || cookie.getName().equals(SECURE_COOKIE))
                        .flatMap(cookie -> Arrays.stream(values())
                                .filter(scheme -> scheme.word().equals(cookie.getValue())))
                        .findFirst()
                        .orElse(SYSTEM);
    }

    /** The cookie that remembers this choice for a year. */
    Cookie cookie(boolean secure) {
        Cookie cookie = new Cookie(secure ? SECURE_COOKIE : COOKIE, word());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(Math.toIntExact(Duration.ofDays(365).toSeconds()));
        return cookie;
    }
}
