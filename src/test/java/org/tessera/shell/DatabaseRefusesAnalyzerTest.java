package org.tessera.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseRefusesAnalyzerTest {

    @Configuration(proxyBeanMethods = false)
    static class NeedsTheDatabase {

        @Bean
        String store(Environment environment) throws SQLException {
            DriverManager.getConnection(environment.getRequiredProperty("spring.datasource.url"), "t", "wrong")
                    .close();
            return "open";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class IsNotLetIn {

        @Bean
        String store() throws SQLException {
            throw new SQLException("Access denied for user 't'@'127.0.0.1' (using password: YES)", "28000", 1045);
        }
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_a_stack_trace(CapturedOutput told) throws IOException {
        String nowhere = "jdbc:mariadb://127.0.0.1:" + freePort() + "/district";

        start(NeedsTheDatabase.class, nowhere + "?password=secret");

        assertThat(told)
                .contains("The database at " + nowhere + " does not answer.")
                .contains("spring.datasource.url")
                .doesNotContain("\tat ", "secret");
    }

    @Test
    void a_database_that_does_not_know_the_user_says_so(CapturedOutput told) {
        start(IsNotLetIn.class, "jdbc:mariadb://db.example.org/district");

        assertThat(told)
                .contains("The database at jdbc:mariadb://db.example.org/district does not let this user in.")
                .contains("spring.datasource.password")
                .doesNotContain("\tat ");
    }

    private static void start(Class<?> application, String url) {
        assertThatException().isThrownBy(() -> new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run("--spring.datasource.url=" + url));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
