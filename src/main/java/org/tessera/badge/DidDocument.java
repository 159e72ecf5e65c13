package org.tessera.badge;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * What a {@code did:web} issuer is: its keys, those that sign no more among them, for what they signed stays good. Those of
 * badges are spelled as Multikey, those of tokens as JWK with the name that the tokens call them by.
 */
final class DidDocument {

    private static final String DID = "https://www.w3.org/ns/did/v1";
    private static final String JWK = "https://w3id.org/security/jwk/v1";

    private DidDocument() {}

    static JsonObject of(String did, List<PublishedKey> keys, List<TokenKey> tokenKeys) {
        JsonArrayBuilder context = Json.createArrayBuilder().add(DID).add(Contexts.MULTIKEY);
        JsonArrayBuilder methods = Json.createArrayBuilder();
        JsonArrayBuilder assertion = Json.createArrayBuilder();
        for (PublishedKey key : keys) {
            methods.add(Json.createObjectBuilder()
                    .add("id", key.method())
                    .add("type", "Multikey")
                    .add("controller", key.controller())
                    .add("publicKeyMultibase", key.key().text()));
            assertion.add(key.method());
        }
        if (!tokenKeys.isEmpty()) {
            context.add(JWK);
        }
        for (TokenKey key : tokenKeys) {
            methods.add(Json.createObjectBuilder()
                    .add("id", key.didUrl())
                    .add("type", "JsonWebKey")
                    .add("controller", key.controller())
                    .add("publicKeyJwk", key.key().published(key.method())));
            assertion.add(key.didUrl());
        }
        return Json.createObjectBuilder()
                .add(DataIntegrity.CONTEXT, context)
                .add("id", did)
                .add("verificationMethod", methods)
                .add("assertionMethod", assertion)
                .build();
    }
}
