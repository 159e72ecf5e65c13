package org.tessera.badge;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;

/** The check that is open to everybody, and so bounded: by how often, by how many at once, by how much each may hand in. */
@Service
public class Checks {

    /** The most bytes that can be handed in. */
    public static final int LARGEST = Container.LARGEST;

    /** In all, not per network address: a whole school shares one. */
    private static final int AT_ONCE = 60;

    private static final Duration ONE_MORE = Duration.ofMillis(250);

    /** Each holds what was handed in and its statements in memory. */
    private static final int TOGETHER = 4;

    private final Badges badges;
    private final Semaphore places = new Semaphore(TOGETHER);
    private final Bucket bucket = Bucket.builder()
            .addLimit(Bandwidth.builder()
                    .capacity(AT_ONCE)
                    .refillGreedy(1, ONE_MORE)
                    .build())
            .build();

    Checks(Badges badges) {
        this.badges = badges;
    }

    /** Checks any credential; nothing if too many are asked for just now. */
    public Optional<Report> check(byte[] handedIn) {
        if (!bucket.tryConsume(1) || !places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(badges.verify(handedIn));
        } finally {
            places.release();
        }
    }
}
