package org.tessera.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageKeyTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("data/package.key");
    }

    @Test
    void is_made_once_and_is_the_same_ever_after() {
        PackageKey first = new PackageKey(file);
        PackageKey again = new PackageKey(file);
        assertThat(again.named()).isEqualTo(first.named());
        assertThat(again.sign(new byte[] {1})).isEqualTo(first.sign(new byte[] {1}));
        assertThat(new PackageKey(folder.resolve("other/package.key")).named()).isNotEqualTo(first.named());
    }

    @Test
    void can_be_read_by_nobody_else() throws IOException {
        new PackageKey(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("data")).isDirectoryContaining("glob:**/package.key");
        try (var files = Files.list(folder.resolve("data"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void stops_the_start_where_its_file_is_damaged_instead_of_making_another() throws IOException {
        new PackageKey(file);
        Files.writeString(file, Files.readString(file).substring(0, 60));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new PackageKey(file))
                .withMessageContaining("Bring back the one from the backup");
    }

    @Test
    void stops_the_start_where_its_halves_are_of_two_pairs() throws IOException {
        new PackageKey(file);
        Path other = folder.resolve("other.key");
        new PackageKey(other);
        String mixed = Files.readString(file).replaceAll("(?s)-----BEGIN PUBLIC.*", "")
                + Files.readString(other).replaceAll("(?s).*(-----BEGIN PUBLIC)", "$1");
        Files.writeString(file, mixed);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> new PackageKey(file));
    }
}
