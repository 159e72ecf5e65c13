package org.tessera.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkFolderTest {

    @TempDir
    Path shared;

    @Test
    void a_desk_is_gone_with_its_files_when_it_is_closed() throws IOException {
        try (WorkFolder work = new WorkFolder(shared)) {
            Path path;
            try (WorkFolder.Desk desk = work.desk()) {
                path = desk.path();
                Files.createDirectory(path.resolve("inner"));
                Files.writeString(path.resolve("inner/page"), "student work");
            }
            assertThat(path).doesNotExist();
        }
        assertThat(shared).isEmptyDirectory();
    }

    @Test
    void student_work_does_not_outlive_a_killed_server_beyond_the_next_start() throws Exception {
        Process server = start();
        try (var lines = server.inputReader()) {
            Path left = Path.of(lines.readLine());
            assertThat(left).exists();

            try (WorkFolder _ = new WorkFolder(shared)) {
                assertThat(left).as("its owner is alive").exists();
            }
            server.destroyForcibly().waitFor();
            try (WorkFolder _ = new WorkFolder(shared)) {
                assertThat(left).as("its owner is dead").doesNotExist();
            }
        }
        assertThat(shared).isEmptyDirectory();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Working.class.getName(),
                        shared.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Leaves a file on a desk, says where, and waits to be killed. */
    static final class Working {

        static void main(String[] arguments) throws IOException {
            WorkFolder work = new WorkFolder(Path.of(arguments[0]));
            Path page = Files.writeString(work.desk().path().resolve("page"), "student work");
            System.out.println(page);
            System.in.read();
            work.close();
        }
    }
}
