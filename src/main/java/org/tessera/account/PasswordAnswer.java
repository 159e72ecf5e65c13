package org.tessera.account;

/** What came of an e-mail address and a password. */
public sealed interface PasswordAnswer {

    /** They belong together. */
    record Right(PersonId person) implements PasswordAnswer {}

    /** They open nothing. */
    enum Refused implements PasswordAnswer {
        /** No such account, or another password: nobody learns which. */
        WRONG,
        /** Too many tries for this account or in all; later tries may work. */
        TOO_MANY,
        /** The password is right, and the office of the district has switched the account off. */
        SUSPENDED
    }
}
