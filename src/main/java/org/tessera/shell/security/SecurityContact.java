package org.tessera.shell.security;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /.well-known/security.txt} (RFC 9116): whom to tell of a weakness, where {@code tessera.security.contact}
 * names somebody, as {@code mailto:…} or {@code https://…}.
 */
@RestController
final class SecurityContact {

    static final String ADDRESS = "/.well-known/security.txt";

    /** A copy somebody kept is not to be believed for longer. */
    private static final Duration GOOD = Duration.ofDays(180);

    private final String contact;
    private final InstantSource clock;

    SecurityContact(@Value("${tessera.security.contact:}") String contact, InstantSource clock) {
        this.contact = contact.strip();
        this.clock = clock;
        if (!this.contact.isEmpty() && !this.contact.matches("(mailto:|https://)\\S+")) {
            throw new IllegalArgumentException("tessera.security.contact begins with mailto: or https://");
        }
    }

    @GetMapping(path = ADDRESS)
    ResponseEntity<String> contact() {
        if (contact.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        String until =
                clock.instant().plus(GOOD).truncatedTo(ChronoUnit.SECONDS).toString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body("Contact: " + contact + "\nExpires: " + until + "\nPreferred-Languages: en, es\n");
    }
}
