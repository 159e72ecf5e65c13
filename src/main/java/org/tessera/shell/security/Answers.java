package org.tessera.shell.security;

import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.tessera.account.CurrentUser;
import org.tessera.account.Languages;
import org.tessera.account.SignInToken;
import org.tessera.account.SignedIn;
import tools.jackson.databind.json.JsonMapper;

/** How a refused request is answered: a page sends its person somewhere useful, a program gets a reason in JSON. */
@Component
final class Answers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final I18NProvider texts;
    private final CurrentUser user;
    private final JsonMapper json;
    private final DoorLog log;
    private final AccessDeniedHandler errorPage = new AccessDeniedHandlerImpl();

    Answers(I18NProvider texts, CurrentUser user, JsonMapper json, DoorLog log) {
        this.log = log;
        this.texts = texts;
        this.user = user;
        this.json = json;
    }

    /** Why a program got no answer. */
    enum Reason {
        NOT_SIGNED_IN,
        NOT_ALLOWED,
        CSRF
    }

    /** What a program gets instead of an answer. */
    record Refused(Reason reason, String message) {}

    /** Nobody has signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (Paths.isForPrograms(request)) {
            tell(request, response, HttpServletResponse.SC_UNAUTHORIZED, Reason.NOT_SIGNED_IN);
        } else {
            response.sendRedirect(request.getContextPath() + "/login");
        }
    }

    /** Somebody has signed in, and may not. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        boolean stale = why instanceof CsrfException;
        String path = Paths.of(request);
        log.refused(request.getMethod(), path, stale ? Reason.CSRF : Reason.NOT_ALLOWED);
        Optional<SignInToken> guest = GuestBounds.guest();
        if (Paths.isForPrograms(request)) {
            tell(request, response, HttpServletResponse.SC_FORBIDDEN, stale ? Reason.CSRF : Reason.NOT_ALLOWED);
        } else if (stale && (path.equals("/login") || path.equals("/join"))) {
            response.sendRedirect(request.getContextPath() + path + "?refused=stale");
        } else if (stale && path.equals("/welcome")) {
            response.sendRedirect(WelcomeDoor.page(request) + "?refused=stale");
        } else if (guest.isPresent() && Paths.isPage(request)) {
            response.sendRedirect(request.getContextPath() + GuestBounds.roomOf(guest.get()));
        } else {
            errorPage.handle(request, response, why);
        }
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, int status, Reason reason)
            throws IOException {
        Locale language = user.get().map(SignedIn::locale).orElseGet(() -> Languages.nearest(request.getLocale()));
        String message = texts.getTranslation("shell.refused." + reason.name().toLowerCase(Locale.ROOT), language);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        json.writeValue(response.getWriter(), new Refused(reason, message));
    }
}
