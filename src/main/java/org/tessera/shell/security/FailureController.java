package org.tessera.shell.security;

import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.tessera.account.CurrentUser;
import org.tessera.account.Languages;
import org.tessera.account.SignedIn;

/** The answer to what failed outside Flow's pages: a sentence, as a page for people and as JSON for programs. */
@RestController
final class FailureController implements ErrorController {

    private final I18NProvider texts;
    private final CurrentUser user;
    private final String page = page();

    FailureController(I18NProvider texts, CurrentUser user) {
        this.texts = texts;
        this.user = user;
    }

    /** What a program gets. */
    record Failure(String reason, String message) {}

    @RequestMapping("/error")
    ResponseEntity<?> failure(HttpServletRequest request) {
        HttpStatus status = status(request);
        Locale language = user.get().map(SignedIn::locale).orElseGet(() -> Languages.nearest(request.getLocale()));
        return wantsPage(request)
                ? ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).body(page(kind(status), language))
                : ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new Failure(reason(status), sentence(reason(status), language)));
    }

    private String sentence(String reason, Locale language) {
        return texts.getTranslation("shell.refused." + reason.toLowerCase(Locale.ROOT), language);
    }

    private String page(String kind, Locale language) {
        return page.replace("{lang}", language.getLanguage())
                .replace("{title}", text("shell.error." + kind + ".title", language))
                .replace("{text}", text("shell.error." + kind + ".short", language))
                .replace("{home}", text("shell.error.home", language));
    }

    private String text(String key, Locale language) {
        return HtmlUtils.htmlEscape(texts.getTranslation(key, language));
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        String asked = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        boolean isForPrograms = asked != null && (Paths.isInside(asked, "/api") || Paths.isInside(asked, "/live"));
        return !isForPrograms && accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static HttpStatus status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
            // somebody asks for this address itself: nothing has failed, and there is nothing to see
            return HttpStatus.NOT_FOUND;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        && HttpStatus.resolve(code) instanceof HttpStatus known
                ? known
                : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "403";
            case NOT_FOUND -> "404";
            default -> "500";
        };
    }

    private static String reason(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "NOT_SIGNED_IN";
            case FORBIDDEN -> "NOT_ALLOWED";
            case NOT_FOUND -> "NOT_FOUND";
            default -> status.is4xxClientError() ? "MALFORMED" : "BROKEN";
        };
    }

    private static String page() {
        try (InputStream in = FailureController.class.getResourceAsStream("failure.html")) {
            if (in == null) {
                throw new IllegalStateException("failure.html is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("failure.html cannot be read", e);
        }
    }
}
