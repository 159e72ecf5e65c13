package org.tessera.badge;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tessera.support.TestBinaries;

/** Another check of tokens, in Node and with Node's own cryptography; it is given every document it needs. */
final class IndependentTokens {

    private IndependentTokens() {}

    static Independent.Answer check(String token, Map<String, JsonObject> documents, Instant now) throws Exception {
        Process process = new ProcessBuilder(TestBinaries.node().toString(), "src/test/oracle/badge/token.mjs")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonObjectBuilder more = Json.createObjectBuilder();
        documents.forEach(more::add);
        try (BufferedWriter ask = process.outputWriter()) {
            ask.write(Json.createObjectBuilder()
                    .add("token", token)
                    .add("documents", more)
                    .add("now", now.toString())
                    .build()
                    .toString());
        }
        try (JsonReader reader = Json.createReader(process.inputReader())) {
            JsonObject answer = reader.readObject();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IOException("the other implementation does not end");
            }
            return new Independent.Answer(answer.getBoolean("verified"), answer.getString("error", ""));
        }
    }
}
