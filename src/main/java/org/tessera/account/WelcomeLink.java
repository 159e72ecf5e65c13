package org.tessera.account;

import java.time.Instant;

/**
 * The way in for somebody who is to set a password. It is told once; whoever knows it can open the account.
 *
 * @param address where it leads, in full
 * @param until when it stops leading anywhere
 */
public record WelcomeLink(String address, Instant until) {

    /** Everything but the address, so that no log or error ever shows it. */
    @Override
    public String toString() {
        return "WelcomeLink[until " + until + "]";
    }
}
