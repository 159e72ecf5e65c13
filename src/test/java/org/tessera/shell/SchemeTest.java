package org.tessera.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemeTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void is_read_again_from_its_cookie(boolean secure) {
        Cookie cookie = Scheme.DARK.cookie(secure);

        assertThat(Scheme.in(new Cookie[] {new Cookie("other", "light"), cookie}))
                .isEqualTo(Scheme.DARK);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isEqualTo(secure);
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void by_https_is_a_cookie_of_this_host_alone() {
        assertThat(Scheme.LIGHT.cookie(true).getName()).isEqualTo("__Host-scheme");
        assertThat(Scheme.LIGHT.cookie(false).getName()).isEqualTo("scheme");
    }

    @Test
    void is_the_devices_where_nobody_chose_or_something_else_stands_there() {
        assertThat(Scheme.in(null)).isEqualTo(Scheme.SYSTEM);
        assertThat(Scheme.in(new Cookie[] {new Cookie("scheme", "purple")})).isEqualTo(Scheme.SYSTEM);
    }
}
