package org.tessera.shell.security;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/csrf}: what a form or request that changes something must carry. */
@RestController
final class CsrfController {

    /** The token and the names of the header and the form field that may hold it. */
    record Answer(String headerName, String parameterName, String token) {}

    @GetMapping("/api/csrf")
    Answer csrf(CsrfToken token) {
        return new Answer(token.getHeaderName(), token.getParameterName(), token.getToken());
    }
}
