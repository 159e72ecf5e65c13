package org.tessera.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class FailuresTest {

    private static final String TYPED = "what somebody typed";
    private static final Exception REFUSED = new IllegalStateException(
            "could not keep " + TYPED,
            new DataIntegrityViolationException(
                    "jOOQ; " + TYPED, new SQLException("Data too long: '" + TYPED + "'", "22001", 1406)));

    @Test
    void of_a_database_are_told_by_class_state_and_code() {
        assertThat(Failures.told(REFUSED))
                .isEqualTo("java.lang.IllegalStateException, because"
                        + " org.springframework.dao.DataIntegrityViolationException, because"
                        + " java.sql.SQLException (SQL state 22001, code 1406)");
    }

    @Test
    void of_a_database_keep_their_traces_and_lose_their_messages() {
        StringWriter trace = new StringWriter();
        Failures.withoutValues(REFUSED).printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString())
                .contains("IllegalStateException", "SQL state 22001, code 1406", "FailuresTest.<clinit>")
                .doesNotContain(TYPED);
    }

    @Test
    void of_anything_else_are_logged_as_they_are() {
        Exception other = new IllegalStateException("a step that is none");

        assertThat(Failures.withoutValues(other)).isSameAs(other);
        assertThat(Failures.told(other)).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void that_are_their_own_cause_come_to_an_end() {
        SQLException one = new SQLException("one", "40001", 1213);
        one.initCause(new SQLException("other", "40001", 1213, one));

        assertThat(Failures.told(one)).endsWith("code 1213)");
        assertThat(Failures.withoutValues(one)).hasMessageContaining("40001");
    }
}
