package org.tessera.account;

/** What came of inviting somebody, or of making a new link for somebody. */
public sealed interface InviteAnswer {

    /** There is a link, and this is the only time it is told. */
    record Invited(Person person, WelcomeLink link) implements InviteAnswer {}

    /** Why there is none. */
    enum Refused implements InviteAnswer {
        /** Who asks acts for no district. */
        NOT_OFFICER,
        /** No such person, school or team in the officer's district. */
        NOT_FOUND,
        /** Everybody needs a name. */
        NAME_MISSING,
        /** The name is longer than {@link Office#LONGEST_NAME}. */
        NAME_TOO_LONG,
        /** The name has characters that cannot be shown. */
        NAME_INVALID,
        /** Not an e-mail address. */
        EMAIL_WRONG,
        /** Somebody of the district has this address. */
        EMAIL_KNOWN,
        /** The address cannot be invited; nobody learns why. */
        EMAIL_ELSEWHERE,
        /** The person is switched off. */
        SUSPENDED
    }
}
