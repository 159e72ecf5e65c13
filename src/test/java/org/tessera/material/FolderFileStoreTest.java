package org.tessera.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderFileStoreTest {

    @TempDir
    Path folder;

    private WorkFolder work;
    private FileStore store;

    @BeforeEach
    void open() throws IOException {
        work = new WorkFolder(folder.resolve("work"));
        store = new FolderFileStore(folder.resolve("store"), work);
    }

    @AfterEach
    void close() throws IOException {
        work.close();
    }

    @Test
    void what_was_put_can_be_read_until_it_is_deleted() throws IOException {
        byte[] bytes = "three pages".getBytes(StandardCharsets.UTF_8);
        Sha256 hash = Sha256.of(bytes);

        assertThat(store.read(hash)).isEmpty();
        store.put(hash, saved(bytes));
        assertThat(store.read(hash)).hasValue(bytes);
        store.put(hash, saved(bytes));
        assertThat(stored()).hasSize(1);
        store.delete(hash);
        store.delete(hash);
        assertThat(store.read(hash)).isEmpty();
        assertThat(stored()).isEmpty();
    }

    @Test
    void leaves_the_original_where_it_was_and_nothing_in_the_work_folder() throws IOException {
        Path original = saved(new byte[] {1, 2, 3});

        store.put(Sha256.of(original), original);

        assertThat(original).exists();
        try (Stream<Path> left = Files.walk(folder.resolve("work"))) {
            assertThat(left.filter(Files::isRegularFile))
                    .allMatch(file -> file.toString().endsWith(".lock"));
        }
    }

    @Test
    void says_so_when_the_disk_changed_a_file() throws IOException {
        byte[] bytes = new byte[1000];
        Sha256 hash = Sha256.of(bytes);
        store.put(hash, saved(bytes));

        Files.write(stored().getFirst(), new byte[] {1});

        assertThatThrownBy(() -> store.read(hash)).isInstanceOf(IOException.class);
    }

    @Test
    void many_at_once_may_put_the_same_file() throws Exception {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        Sha256 hash = Sha256.of(bytes);
        Path file = saved(bytes);
        Callable<Void> put = () -> {
            store.put(hash, file);
            return null;
        };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(16, put))) {
                done.get();
            }
        }

        assertThat(store.read(hash)).hasValue(bytes);
        assertThat(stored()).hasSize(1);
    }

    @Nested
    class WhenTheProcessIsKilled {

        @Test
        void every_file_it_reported_is_there_and_whole_and_no_other_is_half_there() throws Exception {
            for (int round = 0; round < 3; round++) {
                Path root = folder.resolve("killed-" + round);
                List<String> reported;
                Process storing = start(root);
                try (var lines = storing.inputReader()) {
                    int enough = 3 + round * 5;
                    reported = new ArrayList<>();
                    while (reported.size() < enough) {
                        reported.add(lines.readLine());
                    }
                    // by its handle: the process object would close the pipe we still read
                    storing.toHandle().destroyForcibly();
                    storing.waitFor();
                    lines.lines().forEach(reported::add);
                }

                try (WorkFolder next = new WorkFolder(root.resolve("work"))) {
                    FileStore survivor = new FolderFileStore(root.resolve("store"), next);
                    for (String hash : reported.stream()
                            .filter(line -> line.length() == 64)
                            .toList()) {
                        assertThat(survivor.read(new Sha256(hash))).isPresent();
                    }
                    for (Path file : files(root.resolve("store"))) {
                        assertThat(Sha256.of(file).hex())
                                .isEqualTo(file.getFileName().toString());
                    }
                    assertThat(files(root.resolve("work")))
                            .as("only the lock of the process that swept")
                            .hasSize(1);
                }
            }
        }

        private Process start(Path root) throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            StoringForEver.class.getName(),
                            root.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    /** Stores one file after the other and says the hash of each that is safe, until it is killed. */
    static final class StoringForEver {

        static void main(String[] arguments) throws IOException {
            Path root = Path.of(arguments[0]);
            FileStore store = new FolderFileStore(root.resolve("store"), new WorkFolder(root.resolve("work")));
            Random random = new Random(11);
            Path file = Files.createTempFile(Files.createDirectories(root.resolve("source")), "f", "");
            while (true) {
                byte[] bytes = new byte[20_000 + random.nextInt(400_000)];
                random.nextBytes(bytes);
                Files.write(file, bytes);
                store.put(Sha256.of(bytes), file);
                System.out.println(Sha256.of(bytes).hex());
            }
        }
    }

    private Path saved(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("brought"), bytes);
    }

    private List<Path> stored() throws IOException {
        return files(folder.resolve("store"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
