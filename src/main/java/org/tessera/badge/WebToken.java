package org.tessera.badge;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * A credential as a JSON Web Token: three parts with points between them, of which the middle one is the credential.
 *
 * @param signed what the signature is over
 */
record WebToken(JsonObject header, JsonObject credential, byte[] signed, byte[] signature) {

    private static final int SMALLEST_KEY = 2048;
    private static final int LARGEST_KEY = 8192;

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

    /** Whether the token says the same as the credential in it. */
    void check() throws Unsound {
        BadgeTerms terms = new BadgeTerms(credential);
        same("iss", Optional.of(terms.issuer()));
        same("jti", BadgeTerms.optional(credential, "id", ""));
        same("sub", BadgeTerms.optional(BadgeTerms.object(credential, "credentialSubject", ""), "id", ""));
        if (!header.getString("alg", "").equals("RS256")) {
            throw new Unsound(Reason.UNKNOWN_PROOF, header.getString("alg", ""));
        }
    }

    private void same(String claim, Optional<String> said) throws Unsound {
        Optional<String> claimed = BadgeTerms.optional(credential, claim, "");
        if (!claimed.equals(said)) {
            throw new Unsound(Reason.TERM_WRONG, "/" + claim);
        }
    }

    /** The key that the token carries, if it carries one that can be used. */
    Optional<PublicKey> key() {
        if (!(header.get("jwk") instanceof JsonObject jwk)
                || !(jwk.get("n") instanceof JsonString n)
                || !(jwk.get("e") instanceof JsonString e)) {
            return Optional.empty();
        }
        try {
            BigInteger modulus = number(n);
            BigInteger exponent = number(e);
            if (modulus.bitLength() < SMALLEST_KEY
                    || modulus.bitLength() > LARGEST_KEY
                    || exponent.bitLength() > Integer.SIZE) {
                return Optional.empty();
            }
            return Optional.of(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean holds(PublicKey key) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static BigInteger number(JsonString base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.getString()));
    }
}
