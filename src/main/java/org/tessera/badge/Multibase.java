package org.tessera.badge;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;

/** The two spellings of bytes that badges use: {@code z} and base58 as in Bitcoin, {@code u} and base64url without padding. */
final class Multibase {

    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

    /** Keys and signatures have at most 88 digits; reading takes time with the square of the length. */
    private static final int LONGEST = 200;

    private Multibase() {}

    static String base58(byte[] bytes) {
        StringBuilder digits = new StringBuilder();
        for (BigInteger rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(BASE)) {
            digits.append(DIGITS.charAt(rest.mod(BASE).intValue()));
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            digits.append(DIGITS.charAt(0));
        }
        return digits.append('z').reverse().toString();
    }

    /** The bytes of a text that begins with {@code z}; nothing if it is no such text, or longer than any key or signature. */
    static Optional<byte[]> readBase58(String text) {
        if (text.length() < 2 || text.length() > LONGEST || text.charAt(0) != 'z') {
            return Optional.empty();
        }
        BigInteger value = BigInteger.ZERO;
        int zeros = 0;
        for (int i = 1; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
            if (value.signum() == 0) {
                zeros++;
            }
        }
        byte[] number = value.signum() == 0 ? new byte[0] : value.toByteArray();
        int sign = number.length > 1 && number[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + number.length - sign];
        System.arraycopy(number, sign, bytes, zeros, number.length - sign);
        return Optional.of(bytes);
    }

    static String base64Url(byte[] bytes) {
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes of a text that begins with {@code u}. */
    static Optional<byte[]> readBase64Url(String text) {
        if (!text.startsWith("u")) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(1));
            // one spelling only: what was left over in the last digit must be nothing
            return base64Url(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
