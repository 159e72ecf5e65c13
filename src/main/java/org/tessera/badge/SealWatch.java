package org.tessera.badge;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says at the start when the database has keys that the file beside it does not open: after a restored backup that is the
 * moment to look for the right file, before anything is signed with new keys.
 */
@Component
class SealWatch {

    private static final Logger log = LoggerFactory.getLogger(SealWatch.class);

    private final KeyRing keys;
    private final TokenRing tokens;
    private final BadgeSeal seal;

    SealWatch(KeyRing keys, TokenRing tokens, BadgeSeal seal) {
        this.keys = keys;
        this.tokens = tokens;
        this.seal = seal;
    }

    @EventListener(ApplicationReadyEvent.class)
    void look() {
        List<String> unopened = Stream.concat(
                        keys.unopened().stream().map(PublishedKey::controller),
                        tokens.unopened().stream().map(TokenKey::controller))
                .toList();
        if (!unopened.isEmpty()) {
            log.error(
                    "The file {} does not open {} of the keys that badges were signed with, of these issuers: {}. Badges"
                            + " can still be checked here. Nothing can be signed with these keys, and status lists of"
                            + " issuers that have no other key are not published. If you have the file that belongs to"
                            + " this database, stop, put it there, and start again (docs/badges.md).",
                    seal.file(),
                    unopened.size(),
                    unopened.stream().distinct().collect(Collectors.joining(", ")));
        }
    }
}
