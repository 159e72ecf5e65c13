package org.tessera.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    @TempDir
    Path folder;

    private SmallPackage small;
    private Path file;

    @BeforeEach
    void pack() throws IOException {
        small = SmallPackage.signedWith(folder.resolve("package.key"));
        file = folder.resolve("package.zip");
        Files.write(file, small.bytes());
    }

    private record Said(int status, String words) {}

    private static Said verify(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = Verify.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(status, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_sound_package_ends_with_0_and_a_sentence_for_each_check() {
        Said said = verify(file.toString());
        assertThat(said.status()).isZero();
        assertThat(said.words())
                .contains("  ok  The container holds 6 parts")
                .contains("The package holds. Anybody can sign");
    }

    @Test
    void with_the_key_that_one_trusts_no_doubt_remains() {
        assertThat(verify(file.toString(), "--key", small.keyId()).words()).endsWith("The package holds.\n");
        assertThat(verify(file.toString(), "--key", "f".repeat(32)).status()).isEqualTo(1);
    }

    @Test
    void a_bad_link_ends_with_1_and_is_the_last_that_was_looked_at() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("What was said.")] = 'w';
        Files.write(file, bytes);
        Said said = verify(file.toString());
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.words())
                .contains("  ok  The log of room")
                .contains("  !!  The file \"minutes.txt\" is not what was signed.")
                .doesNotContain("The package holds");
    }

    @Test
    void asked_in_a_wrong_way_it_ends_with_2() {
        assertThat(verify().status()).isEqualTo(2);
        assertThat(verify(file.toString(), "--key").status()).isEqualTo(2);
        assertThat(verify(folder.resolve("nothing.zip").toString()).words()).startsWith("There is no file");
    }

    /** As on another machine: only the JDK, only the source, in a folder where nothing else is. */
    @Nested
    class From_its_source_alone {

        @Test
        void it_runs_with_nothing_but_the_jdk() throws IOException, InterruptedException {
            Path source = Path.of("src/main/java/org/tessera/proof/Verify.java").toAbsolutePath();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            source.toString(),
                            file.toString(),
                            "--key",
                            small.keyId())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said).endsWith("The package holds.\n");
            assertThat(process.exitValue()).isZero();
        }
    }
}
