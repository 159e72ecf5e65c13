package org.tessera.badge;

/** What came of an earner's wish for a badge as a token. */
public sealed interface TokenAnswer {

    /**
     * It was made, and is kept nowhere.
     *
     * @param token three parts with points between them, as Open Badges 3.0 has it
     */
    record Made(String token) implements TokenAnswer {

        /** Without the token: it holds the id that its earner gave for one wallet only. */
        @Override
        public String toString() {
            return "Made[" + token.length() + " characters]";
        }
    }

    /** It was not made. */
    record Refused(Why why) implements TokenAnswer {}

    /** Why not. */
    enum Why {
        /** There is no such badge of this person. */
        NOT_FOUND,
        /** Its issuer has suspended or revoked it, and so does not vouch for it anew. */
        NOT_STANDING,
        /** The key of its issuer is lost, and nothing can be signed in its name any more. */
        KEY_LOST,
        ID_MISSING,
        /** Longer than {@link Badges#LONGEST_WALLET_ID}. */
        ID_TOO_LONG,
        /** It holds white space, control characters, or others that no URI holds. */
        ID_CHARACTERS,
        /** It is no URI, or of a kind that is not taken. */
        ID_UNKNOWN_KIND,
        /** It begins as an id of its kind, but is not a whole one. */
        ID_NOT_WHOLE
    }
}
