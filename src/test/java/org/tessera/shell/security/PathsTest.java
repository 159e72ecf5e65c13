package org.tessera.shell.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PathsTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /, heartbeat, true",
        "GET, /VAADIN/push, push, true",
        "POST, /VAADIN/push, push, true",
        "GET, /live/rooms/1, , true",
        "GET, /live/rooms/1/frames, , true",
        "POST, /live/rooms/1/commands, , false",
        "POST, /, uidl, false",
        "GET, /teams, , false",
        "GET, /api/rooms, , false",
    })
    void what_a_page_does_by_itself_is_told_from_what_a_person_does(
            String method, String path, String kind, boolean isByItself) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        if (kind != null) {
            request.setParameter("v-r", kind);
        }

        assertThat(Paths.isByItself(request)).isEqualTo(isByItself);
    }
}
