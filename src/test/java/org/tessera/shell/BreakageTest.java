package org.tessera.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;

class BreakageTest {

    @Test
    void a_browser_that_went_away_is_no_failure_of_ours() {
        ClientAbortException gone = new ClientAbortException(new IOException("Broken pipe"));
        assertThat(Breakage.isOurs(gone)).isFalse();
        assertThat(Breakage.isOurs(new UncheckedIOException(gone))).isFalse();
    }

    @Test
    void everything_else_is() {
        assertThat(Breakage.isOurs(new UncheckedIOException(new IOException("Broken pipe"))))
                .isTrue();
        assertThat(Breakage.isOurs(new IllegalStateException())).isTrue();
    }
}
