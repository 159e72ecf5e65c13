package org.tessera.badge;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tessera.badge.BadgeForm.Draft;
import org.tessera.badge.BadgeForm.Issuer;
import org.tessera.badge.BadgeForm.Place;

/** A badge with everything in it that badges can have, keys, and a register in memory. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final String ADDRESS = "https://badges.north.example";
    static final UUID BADGE = UUID.fromString("6d7b6a2c-3e55-4e5c-9d4e-0e2f7b2f7c11");

    static final UUID DISTRICT = UUID.fromString("0b1a6d0c-65d5-4c0a-8a0e-4c6a5a3f8a2b");

    private Samples() {}

    static KeyPair pair() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /** A pair for tokens: the smallest that counts, because larger ones take long to make. */
    static KeyPair rsa() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        return rsa.generateKeyPair();
    }

    /** An unsigned badge by this issuer. */
    static JsonObject badge(String issuer) {
        List<BadgeText.Level> levels = List.of(
                new BadgeText.Level("not_met", "Not Met"),
                new BadgeText.Level("progressing", "Progressing"),
                new BadgeText.Level("demonstrated", "Demonstrated"));
        return new BadgeForm(ADDRESS)
                .write(new Draft(
                        BADGE,
                        new Issuer(DISTRICT, issuer, "North District"),
                        Optional.empty(),
                        "ana@north.example",
                        "c2FsdHNhbHQ",
                        new BadgeText(
                                "lpac-1",
                                "1.2.0",
                                "en",
                                "Facilitating Collaborative Work — \"norms\" & <rounds>",
                                "Leads a team through looking at student work.\nTab\there, back\\slash, é, 語, 😀.",
                                "Every row of the rubric is demonstrated.",
                                Optional.of(URI.create("https://micro.example/lpac-1")),
                                List.of(
                                        new BadgeText.Row(
                                                "facilitation", "Facilitation", levels, "demonstrated", "demonstrated"),
                                        new BadgeText.Row(
                                                "reflection", "Reflection", levels, "demonstrated", "demonstrated"))),
                        "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
                        List.of(
                                new Award.Narrative(
                                        "Three meetings", "The earner led three meetings of one team.", "facilitation"),
                                new Award.Narrative("Reflection", "Says what changed and why.", "reflection")),
                        List.of(),
                        NOW.minusSeconds(3600),
                        NOW.minusSeconds(7200),
                        Optional.of(NOW.plusSeconds(86_400L * 365 * 3)),
                        new Place(0, 70_001)));
    }

    static DataIntegrity proofs() {
        return new DataIntegrity(new Statements(Contexts.bundled()));
    }

    /** Signed by a {@code did:key} of this pair. */
    static JsonObject signed(KeyPair pair) {
        Multikey key = Multikey.of(pair.getPublic());
        return proofs().sign(
                        badge(key.didKey()),
                        key.didKey() + "#" + key.text(),
                        pair.getPrivate(),
                        NOW.minusSeconds(3600));
    }

    /** The product's keys and register, in memory. */
    static final class Ours implements Keys, TokenKeys, Register {

        final Map<String, PublishedKey> keys = new HashMap<>();
        final List<TokenKey> tokenKeys = new ArrayList<>();
        final Map<String, Standing> standings = new HashMap<>();

        @Override
        public Optional<PublishedKey> published(String method) {
            return Optional.ofNullable(keys.get(method));
        }

        @Override
        public boolean isOurs(String issuer) {
            return keys.values().stream().anyMatch(key -> key.controller().equals(issuer));
        }

        @Override
        public Optional<TokenKey> named(String method) {
            return tokenKeys.stream().filter(key -> key.method().equals(method)).findFirst();
        }

        @Override
        public Optional<TokenKey> same(JsonWebKey key) {
            return tokenKeys.stream().filter(one -> one.key().equals(key)).findFirst();
        }

        @Override
        public Optional<Standing> standing(String credential) {
            return Optional.ofNullable(standings.get(credential));
        }

        Verifier verifier() {
            return new Verifier(new Statements(Contexts.bundled()), this, this, this);
        }
    }

    /** What an issuer publishes under its {@code did:web}. */
    static JsonObject didDocument(String controller, String method, Multikey key) {
        return Json.createObjectBuilder()
                .add(
                        "@context",
                        Json.createArrayBuilder()
                                .add("https://www.w3.org/ns/did/v1")
                                .add(Contexts.MULTIKEY))
                .add("id", controller)
                .add(
                        "verificationMethod",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("id", method)
                                        .add("type", "Multikey")
                                        .add("controller", controller)
                                        .add("publicKeyMultibase", key.text())))
                .add("assertionMethod", Json.createArrayBuilder().add(method))
                .build();
    }
}
