package org.tessera.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tessera.yaml.InvalidYamlException;
import org.tessera.yaml.YamlProblem;

@ExtendWith(OutputCaptureExtension.class)
class InvalidFilesTest {

    @Configuration(proxyBeanMethods = false)
    static class BrokenPack {

        @Bean
        String reader() {
            throw new InvalidYamlException(
                    List.of(new YamlProblem("seeds/protocols/small.yaml", 62, "/phases/3/may/post", "no")));
        }
    }

    @Test
    void a_start_that_fails_for_a_broken_file_names_its_line(CapturedOutput output) {
        assertThatException().isThrownBy(() -> new SpringApplicationBuilder(BrokenPack.class)
                .web(WebApplicationType.NONE)
                .run());

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("seeds/protocols/small.yaml:62: /phases/3/may/post: no")
                .contains("write-a-protocol.md")
                .doesNotContain("at org.tessera");
    }
}
