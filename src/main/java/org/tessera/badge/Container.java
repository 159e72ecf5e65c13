package org.tessera.badge;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** What a credential came in. */
sealed interface Container {

    /** The largest thing that is opened, in bytes: a picture with a credential in it. */
    int LARGEST = 2 << 20;

    JsonObject credential();

    /** A credential with its proof in it. */
    record Document(JsonObject credential) implements Container {}

    /** A signed token around it. */
    record Token(WebToken token) implements Container {

        @Override
        public JsonObject credential() {
            return token.credential();
        }
    }

    /** Opens JSON, a token, or a PNG or SVG picture with one of the two in it. */
    static Container open(byte[] bytes) throws Unsound {
        if (bytes.length == 0) {
            throw new Unsound(Reason.EMPTY, "");
        }
        if (bytes.length > LARGEST) {
            throw new Unsound(Reason.TOO_LARGE, LARGEST / 1024 + " KiB");
        }
        if (BakedPng.isLike(bytes)) {
            return text(BakedPng.read(bytes));
        }
        String text = CredentialJson.text(bytes).strip();
        if (text.startsWith("<") || text.startsWith("\ufeff<")) {
            return text(BakedSvg.read(bytes));
        }
        return text(bytes);
    }

    private static Container text(byte[] bytes) throws Unsound {
        String text = CredentialJson.text(bytes).strip();
        if (text.startsWith("https://") || text.startsWith("http://")) {
            throw new Unsound(Reason.ADDRESS_IN_IMAGE, text);
        }
        return WebToken.isLike(text)
                ? new Token(WebToken.read(text))
                : new Document(CredentialJson.read(text.getBytes(StandardCharsets.UTF_8)));
    }
}
