package org.tessera.badge;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * A credential as a JSON Web Token: three parts with points between them, of which the middle one is the credential.
 *
 * @param signed what the signature is over
 */
record WebToken(JsonObject header, JsonObject credential, byte[] signed, byte[] signature) {

    static final String TYPE = "JWT";

    /** What may stand in a header; anything else could change how the rest is meant. */
    private static final Set<String> HEADER = Set.of("alg", "kid", "jwk", "typ");

    private static final Set<String> CLAIMS = Set.of("iss", "jti", "sub", "nbf", "exp", "iat");

    /** Whether a text looks like one, so that it is not taken for bad JSON. */
    static boolean isLike(String text) {
        return text.startsWith("ey") && text.indexOf('.') > 0;
    }

    static WebToken read(String text) throws Unsound {
        String[] parts = text.strip().split("\\.", -1);
        if (parts.length != 3) {
            throw new Unsound(Reason.NOT_A_TOKEN, "");
        }
        try {
            Base64.Decoder base64 = Base64.getUrlDecoder();
            return new WebToken(
                    CredentialJson.read(base64.decode(parts[0])),
                    CredentialJson.read(base64.decode(parts[1])),
                    (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                    base64.decode(parts[2]));
        } catch (IllegalArgumentException _) {
            throw new Unsound(Reason.NOT_A_TOKEN, "");
        }
    }

    /** Whether the token says the same as the credential in it, and nothing that the form of tokens does not have. */
    void check() throws Unsound {
        for (String name : header.keySet()) {
            if (!HEADER.contains(name)) {
                throw new Unsound(Reason.UNKNOWN_PROOF, name);
            }
        }
        // a signature that anybody could have made who can check it, or none
        if (algorithm().isEmpty() || algorithm().equals("none") || algorithm().startsWith("HS")) {
            throw new Unsound(Reason.UNKNOWN_PROOF, algorithm());
        }
        BadgeTerms terms = new BadgeTerms(credential);
        same("iss", terms.issuer());
        same("jti", BadgeTerms.text(credential, "id", ""));
        same(
                "sub",
                BadgeTerms.text(BadgeTerms.object(credential, "credentialSubject", ""), "id", "/credentialSubject"));
        Instant from = second("nbf").orElseThrow(() -> new Unsound(Reason.TERM_MISSING, "/nbf"));
        same("nbf", from, BadgeTerms.moment(credential, "validFrom"));
        Optional<Instant> expires = second("exp");
        Optional<Instant> until = BadgeTerms.moment(credential, "validUntil");
        if (expires.isPresent() && until.isPresent()) {
            same("exp", expires.get(), until);
        }
    }

    /** How it says that it was signed; empty if it does not. */
    String algorithm() {
        return header.get("alg") instanceof JsonString said ? said.getString() : "";
    }

    private void same(String claim, String said) throws Unsound {
        String claimed = text(credential, claim).orElseThrow(() -> new Unsound(Reason.TERM_MISSING, "/" + claim));
        if (!claimed.equals(said)) {
            throw new Unsound(Reason.TERM_WRONG, "/" + claim);
        }
    }

    private static void same(String claim, Instant claimed, Optional<Instant> said) throws Unsound {
        // tokens count whole seconds
        if (said.map(Instant::getEpochSecond)
                .filter(second -> second == claimed.getEpochSecond())
                .isEmpty()) {
            throw new Unsound(Reason.TERM_WRONG, "/" + claim);
        }
    }

    /** A text and nothing else, as tokens have it: not one of several, and in no language. */
    private static Optional<String> text(JsonObject holder, String name) throws Unsound {
        JsonValue value = holder.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString text)) {
            throw new Unsound(Reason.TERM_WRONG, "/" + name);
        }
        return Optional.of(text.getString());
    }

    /** The moment of a claim, if it is made. */
    Optional<Instant> second(String claim) throws Unsound {
        JsonValue value = credential.get(claim);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof JsonNumber number)) {
            throw new Unsound(Reason.TERM_WRONG, "/" + claim);
        }
        return Optional.of(Instant.ofEpochSecond(
                number.bigDecimalValue().setScale(0, RoundingMode.FLOOR).longValueExact()));
    }

    /** The credential without what the token says in its own words. */
    JsonObject document() {
        JsonObjectBuilder document = Json.createObjectBuilder(credential);
        CLAIMS.forEach(document::remove);
        return document.build();
    }

    /** The name of the key that the token was signed with, if it says one. */
    Optional<String> kid() throws Unsound {
        return text(header, "kid");
    }

    /** The key that the token carries, if it carries one that can be used. */
    Optional<JsonWebKey> key() {
        return header.get("jwk") instanceof JsonObject jwk ? JsonWebKey.read(jwk) : Optional.empty();
    }

    boolean holds(JsonWebKey key) {
        return key.signed(signed, signature);
    }
}
