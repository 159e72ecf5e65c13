package org.tessera.account;

import java.time.Duration;

/**
 * A sign-in that has just been opened.
 *
 * @param secret what the browser's cookie must hold; nobody can read it again
 * @param kept how long the browser keeps the cookie; zero means until the browser is closed
 */
public record OpenedSignIn(SignInToken token, String secret, Duration kept) {

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "OpenedSignIn[" + token + "]";
    }
}
