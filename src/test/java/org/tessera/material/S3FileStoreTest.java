package org.tessera.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Against Adobe’s S3Mock, a program of its own that the build brings as a jar. */
@Timeout(120)
class S3FileStoreTest {

    private static final String BUCKET = "tessera-files";

    @TempDir
    static Path folder;

    private static Process mock;
    private static int port;
    private static S3Client storage;
    private static S3FileStore store;

    @BeforeAll
    static void start() throws IOException {
        port = freePort();
        mock = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar(),
                        "--http.port=" + port,
                        "--server.port=" + freePort(),
                        "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET,
                        "--com.adobe.testing.s3mock.store.root="
                                + folder.resolve("mock").toAbsolutePath())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mock.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return knock.isConnected();
            }
        });
        storage = settings("secret").client();
        store = new S3FileStore(storage, BUCKET);
    }

    private static S3Settings settings(String secret) {
        return new S3Settings(BUCKET, URI.create("http://localhost:" + port), "us-east-1", "tessera", secret, true);
    }

    private static String jar() {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .filter(entry -> entry.matches(".*s3mock-[^/]*-exec\\.jar"))
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        mock.destroy();
        if (!mock.waitFor(10, TimeUnit.SECONDS)) {
            mock.destroyForcibly();
        }
        store.destroy();
    }

    private static Path saved(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "file", ""), bytes);
    }

    @Test
    void what_was_put_can_be_read_until_it_is_deleted() throws IOException {
        byte[] bytes = "three pages".getBytes(StandardCharsets.UTF_8);
        Sha256 hash = Sha256.of(bytes);

        assertThat(store.read(hash)).isEmpty();
        store.put(hash, saved(bytes));
        assertThat(store.read(hash)).hasValue(bytes);
        store.put(hash, saved(bytes));
        store.delete(hash);
        store.delete(hash);
        assertThat(store.read(hash)).isEmpty();
    }

    @Test
    void twenty_megabytes_come_back_as_they_were() throws IOException {
        byte[] bytes = new byte[20 << 20];
        new Random(1).nextBytes(bytes);
        Sha256 hash = Sha256.of(bytes);

        store.put(hash, saved(bytes));

        assertThat(store.read(hash)).hasValue(bytes);
    }

    @Test
    void what_the_storage_changed_is_not_given_out() throws IOException {
        byte[] bytes = "as it was".getBytes(StandardCharsets.UTF_8);
        Sha256 hash = Sha256.of(bytes);
        store.put(hash, saved(bytes));
        storage.putObject(
                to -> to.bucket(BUCKET).key(hash.hex().substring(0, 2) + "/" + hash.hex()),
                RequestBody.fromString("as it is"));

        assertThatThrownBy(() -> store.read(hash))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(hash.hex());
    }

    @Test
    void a_storage_that_is_away_is_an_error_and_no_missing_file() throws IOException {
        byte[] bytes = "somewhere".getBytes(StandardCharsets.UTF_8);
        S3Settings nowhere = new S3Settings(
                BUCKET, URI.create("http://localhost:" + freePort()), "us-east-1", "tessera", "secret", true);
        S3FileStore away = new S3FileStore(nowhere.client(), BUCKET);

        assertThatThrownBy(() -> away.read(Sha256.of(bytes))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> away.put(Sha256.of(bytes), saved(bytes))).isInstanceOf(IOException.class);
        away.destroy();
    }
}
