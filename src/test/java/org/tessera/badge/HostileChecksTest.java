package org.tessera.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tessera.support.hostile.HostileFile;
import org.tessera.support.hostile.HostileFiles;

/** Every hostile file handed in to be checked: none is a badge, and none keeps the check busy. */
class HostileChecksTest {

    /** Generous, because tests share the machine. */
    private static final Duration SLOWEST = Duration.ofSeconds(5);

    @Test
    void no_hostile_file_is_a_badge_or_takes_long() throws Exception {
        Verifier verifier = new Samples.Ours().verifier();
        for (HostileFile file : HostileFiles.all("mark", URI.create("http://127.0.0.1:9"))) {
            byte[] bytes = file.bytes();
            if (bytes.length <= Checks.LARGEST) {
                long began = System.nanoTime();
                assertThat(verifier.check(bytes, Samples.NOW).outcome())
                        .as(file.toString())
                        .isNotEqualTo(Report.Outcome.VALID);
                assertThat(Duration.ofNanos(System.nanoTime() - began))
                        .as(file.toString())
                        .isLessThan(SLOWEST);
            }
        }
    }
}
