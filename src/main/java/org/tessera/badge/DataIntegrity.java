package org.tessera.badge;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Proofs of the cryptosuite {@code eddsa-rdfc-2022}: Ed25519 over the statements of a document and of its proof's options. */
final class DataIntegrity {

    static final String TYPE = "DataIntegrityProof";
    static final String SUITE = "eddsa-rdfc-2022";
    static final String PURPOSE = "assertionMethod";
    static final String CONTEXT = "@context";
    private static final String PROOF = "proof";
    private static final String VALUE = "proofValue";
    private static final int HASH_LENGTH = 32;

    private final Statements statements;

    DataIntegrity(Statements statements) {
        this.statements = statements;
    }

    /**
     * The document with a proof by this key.
     *
     * @param method the id under which the key is published
     * @throws IllegalArgumentException if the document says what no signature could cover: a bug of whoever wrote it
     */
    JsonObject sign(JsonObject document, String method, PrivateKey key, Instant created) {
        JsonObject options = Json.createObjectBuilder()
                .add("type", TYPE)
                .add("cryptosuite", SUITE)
                .add("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
                .add("verificationMethod", method)
                .add("proofPurpose", PURPOSE)
                .build();
        try {
            String value = Multibase.base58(Multikey.sign(toSign(document, options), key));
            return Json.createObjectBuilder(document)
                    .add(PROOF, Json.createObjectBuilder(options).add(VALUE, value))
                    .build();
        } catch (Unsound e) {
            throw new IllegalArgumentException("what cannot be signed was to be signed", e);
        }
    }

    /**
     * Whether the proof was made with this key over this very document.
     *
     * @throws Unsound if the document or the proof says what no signature covers
     */
    boolean holds(JsonObject secured, JsonObject proof, Multikey key) throws Unsound {
        if (!(proof.get(VALUE) instanceof jakarta.json.JsonString value)) {
            return false;
        }
        JsonObject document = Json.createObjectBuilder(secured).remove(PROOF).build();
        byte[] signed =
                toSign(document, Json.createObjectBuilder(proof).remove(VALUE).build());
        Optional<byte[]> signature = Multibase.readBase58(value.getString());
        return signature.isPresent() && key.signed(signed, signature.get());
    }

    /** The hash of the options, then that of the document. */
    byte[] toSign(JsonObject document, JsonObject options) throws Unsound {
        JsonValue context = document.get(CONTEXT);
        if (context == null || (options.containsKey(CONTEXT) && !context.equals(options.get(CONTEXT)))) {
            throw new Unsound(Reason.CONTEXT_MISSING, "/proof/@context");
        }
        JsonObjectBuilder configuration = Json.createObjectBuilder(options).add(CONTEXT, context);
        byte[] both = new byte[2 * HASH_LENGTH];
        System.arraycopy(sha256(statements.of(configuration.build())), 0, both, 0, HASH_LENGTH);
        System.arraycopy(sha256(statements.of(document)), 0, both, HASH_LENGTH, HASH_LENGTH);
        return both;
    }

    private static byte[] sha256(String lines) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
