package org.tessera.badge;

import java.util.Locale;

/** Why a step of a check came out as it did. The pages have a sentence for each; programs get the name in lower case. */
public enum Reason {
    // what was handed in
    EMPTY,
    TOO_LARGE,
    UNKNOWN_KIND,
    NOT_UTF8,
    NOT_JSON,
    NOT_AN_OBJECT,
    SAID_TWICE,
    TOO_DEEP,
    TOO_MANY_PARTS,
    NUMBER_TOO_LARGE,
    NULL_VALUE,
    EMPTY_OBJECT,
    HALF_CHARACTER,
    KEYWORD,
    BROKEN_IMAGE,
    NO_CREDENTIAL_IN_IMAGE,
    TWO_CREDENTIALS_IN_IMAGE,
    ADDRESS_IN_IMAGE,
    NOT_A_TOKEN,
    // its vocabulary
    UNKNOWN_CONTEXT,
    INLINE_CONTEXT,
    CONTEXT_MISSING,
    UNKNOWN_TERM,
    RELATIVE_ADDRESS,
    BAD_ADDRESS,
    BAD_LANGUAGE,
    NOT_LINKED_DATA,
    TOO_INTRICATE,
    // what a badge must say
    TERM_MISSING,
    TERM_WRONG,
    NOT_A_BADGE,
    // its proof
    NO_PROOF,
    SEVERAL_PROOFS,
    UNKNOWN_PROOF,
    WRONG_PURPOSE,
    KEY_NOT_OURS,
    KEY_NOT_OF_ISSUER,
    KEY_UNREADABLE,
    KEY_NOT_YET,
    KEY_RETIRED,
    FOREIGN_KEY,
    KEY_IN_TOKEN,
    KEY_UNKNOWN,
    BAD_SIGNATURE,
    // time and status
    NOT_YET_VALID,
    EXPIRED,
    PROOF_EXPIRED,
    PROOF_FROM_THE_FUTURE,
    REVOKED,
    SUSPENDED,
    FOREIGN_STATUS,
    UNREGISTERED,
    // why a step was left out
    EARLIER_STEP;

    /** The name programs read. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
