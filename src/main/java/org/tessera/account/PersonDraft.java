package org.tessera.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person about to get an account.
 *
 * @param school the school the person works at; null for people of the district
 * @param email in any case; it is what the person signs in with
 * @param password in clear; only its hash is ever stored
 */
public record PersonDraft(
        DistrictId district, @Nullable SchoolId school, String name, String email, Locale locale, String password) {

    /** Everything but the password, so that no log or error ever shows it. */
    @Override
    public String toString() {
        return "PersonDraft[" + name + ", " + email + "]";
    }
}
