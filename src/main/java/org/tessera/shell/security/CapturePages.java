package org.tessera.shell.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a document may do. Microphone and camera are closed everywhere but on the pages that record a voice or take a photo,
 * each of which opens one of them alone. Browsers go by the document that was loaded: so such a page is always loaded as one of
 * its own, and left by a load.
 */
final class CapturePages {

    /**
     * As strict as Flow permits: its client makes functions from text, and its index page carries inline scripts and
     * styles. No script, style or frame comes from another host.
     */
    private static final String CONTENT_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'");

    /** What was recorded is listened to before it is sent. */
    private static final String LISTENING = "; media-src 'self' blob:";

    private static final String OTHERS = "geolocation=(), payment=(), usb=()";

    private static final Pattern PAGE = Pattern.compile("/submissions/[^/]+/write/[^/]+/(voice|drawing|photo)/?");

    private CapturePages() {}

    /** Writes what a response's document may do. */
    static HeaderWriter opening() {
        return (request, response) -> {
            Optional<String> way = way(request);
            response.setHeader(
                    "Content-Security-Policy",
                    way.filter("voice"::equals).isPresent() ? CONTENT_POLICY + LISTENING : CONTENT_POLICY);
            response.setHeader("Permissions-Policy", permissions(way.orElse("")));
        };
    }

    private static String permissions(String way) {
        return switch (way) {
            case "voice" -> "camera=(), microphone=(self), " + OTHERS;
            case "photo" -> "camera=(self), microphone=(), " + OTHERS;
            default -> "camera=(), microphone=(), " + OTHERS;
        };
    }

    private static Optional<String> way(HttpServletRequest request) {
        Matcher page = PAGE.matcher(Paths.of(request));
        return page.matches() ? Optional.of(page.group(1)) : Optional.empty();
    }
}
