package org.tessera.badge;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tessera.support.TestBinaries;

/**
 * Another implementation of verifiable credentials, in Node: the packages of Digital Bazaar, pinned in
 * {@code src/test/oracle/badge}, given every document they need, so that they ask nobody for anything.
 */
final class Independent implements AutoCloseable {

    private static final Path SOURCE = Path.of("src/test/oracle/badge");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "verify.mjs");

    private final Process process;
    private final BufferedWriter asks;
    private final BufferedReader answers;

    private Independent(Process process) {
        this.process = process;
        this.asks = process.outputWriter();
        this.answers = process.inputReader();
    }

    /** Starts it; the packages are installed once for all checkouts. */
    static Independent start() throws Exception {
        Path node = TestBinaries.node().getParent();
        Path folder = installed(node.getParent().getParent(), node);
        ProcessBuilder builder = new ProcessBuilder(TestBinaries.node().toString(), "verify.mjs")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        return new Independent(builder.start());
    }

    private static Path installed(Path cache, Path node) throws Exception {
        MessageDigest all = MessageDigest.getInstance("SHA-256");
        for (String file : FILES) {
            all.update(Files.readAllBytes(SOURCE.resolve(file)));
        }
        Path folder = cache.resolve(
                "badge-oracle-" + HexFormat.of().formatHex(all.digest()).substring(0, 16));
        if (Files.exists(folder)) {
            return folder;
        }
        Path fresh = Files.createTempDirectory(Files.createDirectories(cache), "badge-oracle");
        for (String file : FILES) {
            Files.copy(SOURCE.resolve(file), fresh.resolve(file));
        }
        ProcessBuilder npm = new ProcessBuilder(
                        node.resolve("npm").toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
                .directory(fresh.toFile())
                .inheritIO();
        npm.environment().merge("PATH", node.toString(), (old, own) -> own + ":" + old);
        Process install = npm.start();
        if (!install.waitFor(5, TimeUnit.MINUTES) || install.exitValue() != 0) {
            throw new IOException("the packages of the other implementation could not be installed");
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        return folder;
    }

    /**
     * What it finds.
     *
     * @param error why not, in its own words
     */
    record Answer(boolean verified, String error) {}

    Answer check(JsonObject credential, Map<String, JsonObject> documents, Instant now, boolean withStatus)
            throws IOException {
        return checkText(credential.toString(), documents, now, withStatus);
    }

    /** The same for a credential in a spelling of its own, on one line. */
    Answer checkText(String credential, Map<String, JsonObject> documents, Instant now, boolean withStatus)
            throws IOException {
        JsonObjectBuilder more = Json.createObjectBuilder();
        documents.forEach(more::add);
        asks.write("{\"documents\":" + more.build() + ",\"now\":\"" + now + "\",\"withStatus\":" + withStatus
                + ",\"credential\":" + credential + "}\n");
        asks.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the other implementation ended");
        }
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject answer = reader.readObject();
            return new Answer(answer.getBoolean("verified"), answer.getString("error", ""));
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
