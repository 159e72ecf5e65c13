package org.tessera.badge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id by which a wallet knows its owner, and which a token names its earner by: a DID, an {@code https:} address, a
 * {@code urn:uuid:} or a {@code mailto:}. Open Badges allow any URI; these are the kinds that say who somebody is.
 */
record WalletId(String value) {

    /** The longest, in characters; the longest DIDs carry whole keys. */
    static final int LONGEST = 2_000;

    /** What a URI may hold (RFC 3986); every other character is either written otherwise in one, or is none. */
    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+");

    /** As W3C writes them, without path, query or fragment: those name a part of what a DID says, not somebody. */
    private static final Pattern DID = Pattern.compile("did:[a-z0-9]+:[A-Za-z0-9._:%-]*[A-Za-z0-9._%-]");

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private static final Pattern UUID = Pattern.compile("urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** One address and nothing more: what could follow is the beginning of a letter. */
    private static final Pattern MAIL = Pattern.compile(
            "mailto:[A-Za-z0-9!$'*+_~-]+(?:\\.[A-Za-z0-9!$'*+_~-]+)*@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

    /** What came of reading one. */
    sealed interface Reading {

        record Taken(WalletId id) implements Reading {}

        record Not(TokenAnswer.Why why) implements Reading {}
    }

    /** Reads what somebody gave; white space around it is not theirs but their clipboard's. */
    static Reading read(String given) {
        String text = given.strip();
        return refusal(text).<Reading>map(Reading.Not::new).orElseGet(() -> new Reading.Taken(new WalletId(text)));
    }

    private static Optional<TokenAnswer.Why> refusal(String text) {
        if (text.isEmpty()) {
            return Optional.of(TokenAnswer.Why.ID_MISSING);
        }
        if (text.length() > LONGEST) {
            return Optional.of(TokenAnswer.Why.ID_TOO_LONG);
        }
        if (!CHARACTERS.matcher(text).matches()) {
            return Optional.of(TokenAnswer.Why.ID_CHARACTERS);
        }
        Optional<Boolean> isWhole = isWhole(text);
        if (isWhole.isEmpty()) {
            return Optional.of(TokenAnswer.Why.ID_UNKNOWN_KIND);
        }
        return isWhole.get() ? Optional.empty() : Optional.of(TokenAnswer.Why.ID_NOT_WHOLE);
    }

    /** Whether it is all that its kind needs; nothing if it is of no kind that is taken. */
    private static Optional<Boolean> isWhole(String text) {
        if (text.startsWith("did:")) {
            return Optional.of(
                    DID.matcher(text).matches() && !BROKEN_ESCAPE.matcher(text).find());
        }
        if (text.startsWith("urn:uuid:")) {
            return Optional.of(UUID.matcher(text).matches());
        }
        if (text.startsWith("mailto:")) {
            return Optional.of(MAIL.matcher(text).matches());
        }
        return text.startsWith("https:") ? Optional.of(isAddress(text)) : Optional.empty();
    }

    /** With a host, and without a name or password before it. */
    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() != null && address.getRawUserInfo() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
