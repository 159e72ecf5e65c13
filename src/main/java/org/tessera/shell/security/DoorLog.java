package org.tessera.shell.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.tessera.account.PersonSuspended;
import org.tessera.account.SignInEnded;
import org.tessera.account.SignInToken;

/**
 * The log of the doors: who came in, who was turned away or refused and why, which sign-ins ended. People stand in it with
 * their ids only, doors and addresses with their first word only: what follows may be a secret or somebody's name.
 */
@Component
final class DoorLog {

    private static final Logger log = LoggerFactory.getLogger("org.tessera.doors");
    private static final int SHOWN = 6;
    private static final int LONGEST_WORD = 24;

    /** New at each start: tries for one account can be counted in the log, and nobody can look up whose it is. */
    private final SecretKeySpec key;

    DoorLog() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
    }

    void cameIn(String door, SignInToken who) {
        log.info(
                "came in: door={} sign-in={} {}={}",
                door,
                who.signIn().value(),
                who.person().guest() ? "guest" : "person",
                who.getName());
    }

    /** @param knockedAs the account or code that was tried; only a mark of it is written */
    void turnedAway(String door, Enum<?> reason, String knockedAs) {
        log.warn("turned away: door={} reason={} tried={}", door, reason, mark(knockedAs));
    }

    void refused(String method, String path, Enum<?> reason) {
        log.warn("refused: {} {} reason={} who={}", word(method), "/" + word(firstOf(path)), reason, who());
    }

    @EventListener
    void on(SignInEnded ended) {
        log.info(
                "ended: sign-in={} of={}",
                ended.signIn().value(),
                ended.person().value());
    }

    @EventListener
    void on(PersonSuspended suspended) {
        log.info("switched off: person={}", suspended.person().value());
    }

    private static String who() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignInToken token
                ? token.getName()
                : "nobody";
    }

    private static String firstOf(String path) {
        return path.substring(Math.min(1, path.length())).split("/", 2)[0];
    }

    /** Nothing that could begin a line of its own. */
    private static String word(String text) {
        String clean = text.replaceAll("[^A-Za-z0-9._-]", "?");
        return clean.substring(0, Math.min(clean.length(), LONGEST_WORD));
    }

    private String mark(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] whole = mac.doFinal(text.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, SHOWN));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
