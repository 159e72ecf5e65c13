package org.tessera.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BreakageTest {

    @Test
    void is_in_the_log_under_the_number_its_person_was_told(CapturedOutput log) {
        String number = new Breakage().note(new IllegalStateException("the lamp fell over"));

        assertThat(number).matches("[0-9a-f]{8}");
        assertThat(log.getAll()).contains("Failure " + number, "the lamp fell over");
    }

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
