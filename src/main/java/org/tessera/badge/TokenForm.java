package org.tessera.badge;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Writes badges as tokens: the JSON Web Token proof format of Open Badges 3.0, section 8.2. */
final class TokenForm {

    private static final String SUBJECT = "credentialSubject";

    private TokenForm() {}

    /**
     * A badge as a token.
     *
     * @param badge the credential as it was issued; a proof in it is left out, for it does not cover the earner's id
     * @param earner how the token names its earner
     */
    static String write(JsonObject badge, WalletId earner, TokenRing.Signer signer, Instant now) {
        String signed = part(header(signer.published())) + "." + part(claims(badge, earner, now));
        return signed + "."
                + JsonWebKey.coded(JsonWebKey.sign(signed.getBytes(StandardCharsets.US_ASCII), signer.key()));
    }

    /** Says which key signed, by its address where it has one; a key that is nowhere to be found comes along. */
    static JsonObject header(TokenKey key) {
        JsonObjectBuilder header = Json.createObjectBuilder().add("alg", JsonWebKey.SIGNED_BY);
        if (key.isFoundByAddress()) {
            header.add("kid", key.method());
        } else {
            header.add("jwk", key.key().json());
        }
        return header.add("typ", WebToken.TYPE).build();
    }

    /**
     * The credential, whose subject now has an id, and what the token says of it in its own words. When it was signed stands in
     * {@code iat}: that tells whether its key was in use.
     */
    static JsonObject claims(JsonObject badge, WalletId earner, Instant now) {
        JsonObjectBuilder subject = Json.createObjectBuilder().add("id", earner.value());
        badge.getJsonObject(SUBJECT).forEach(subject::add);
        JsonObjectBuilder claims = Json.createObjectBuilder(badge)
                .remove("proof")
                .add(SUBJECT, subject)
                .add("iss", badge.getJsonObject("issuer").getString("id"))
                .add("jti", badge.getString("id"))
                .add("sub", earner.value())
                .add("nbf", second(badge.getString("validFrom")))
                .add("iat", now.getEpochSecond());
        if (badge.containsKey("validUntil")) {
            claims.add("exp", second(badge.getString("validUntil")));
        }
        return claims.build();
    }

    private static String part(JsonObject json) {
        return JsonWebKey.coded(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static long second(String moment) {
        return OffsetDateTime.parse(moment).toEpochSecond();
    }
}
