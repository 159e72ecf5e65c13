package org.tessera.badge;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A public RSA key and its spelling as JWK (RFC 7517), to check tokens signed by RS256. */
record JsonWebKey(RSAPublicKey key) {

    static final String ALGORITHM = "RSA";

    /** How tokens are signed: RSA with SHA-256, padded by PKCS #1 v1.5. */
    static final String SIGNED_BY = "RS256";

    private static final String SIGNATURE = "SHA256withRSA";
    private static final int SMALLEST = 2048;
    private static final int LARGEST = 8192;

    /** The key spelled so; nothing if it is none, or one that is too small to trust or too large to try. */
    static Optional<JsonWebKey> read(JsonObject jwk) {
        if (!jwk.getString("kty", "").equals(ALGORITHM)
                || !(jwk.get("n") instanceof JsonString n)
                || !(jwk.get("e") instanceof JsonString e)) {
            return Optional.empty();
        }
        try {
            BigInteger modulus = number(n);
            BigInteger exponent = number(e);
            if (modulus.bitLength() < SMALLEST
                    || modulus.bitLength() > LARGEST
                    || exponent.bitLength() > Integer.SIZE) {
                return Optional.empty();
            }
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new RSAPublicKeySpec(modulus, exponent))
                            instanceof RSAPublicKey key
                    ? Optional.of(new JsonWebKey(key))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * The key that was stored so.
     *
     * @throws IllegalStateException if the bytes are no RSA key
     */
    static JsonWebKey ofEncoded(byte[] x509) {
        try {
            return new JsonWebKey(
                    (RSAPublicKey) KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(x509)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored key is none", e);
        }
    }

    /** The members that make the key, in the order in which RFC 7638 hashes them; nothing of its private half. */
    JsonObject json() {
        return Json.createObjectBuilder()
                .add("e", number(key.getPublicExponent()))
                .add("kty", ALGORITHM)
                .add("n", number(key.getModulus()))
                .build();
    }

    /** The same as it is published: what it is for, and the name that tokens call it by. */
    JsonObject published(String kid) {
        JsonObjectBuilder named = Json.createObjectBuilder(json());
        return named.add("alg", SIGNED_BY).add("use", "sig").add("kid", kid).build();
    }

    /** The name that follows from the key itself (RFC 7638): 43 letters, digits, hyphens and underscores. */
    String thumbprint() {
        try {
            return coded(MessageDigest.getInstance("SHA-256")
                    .digest(json().toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether {@code signature} over {@code data} was made with the private half. */
    boolean signed(byte[] data, byte[] signature) {
        try {
            Signature check = Signature.getInstance(SIGNATURE);
            check.initVerify(key);
            check.update(data);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    static byte[] sign(byte[] data, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    /** As tokens spell bytes. */
    static String coded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the zero that Java puts before a number whose highest bit is set. */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return coded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static BigInteger number(JsonString base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.getString()));
    }
}
