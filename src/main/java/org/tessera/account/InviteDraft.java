package org.tessera.account;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody about to be invited.
 *
 * @param school where the person works; null for people of the district
 * @param email in any case; what the person will sign in with
 */
public record InviteDraft(
        String name, String email, @Nullable SchoolId school, Set<TeamId> teams, Locale locale) {

    public InviteDraft {
        teams = Set.copyOf(teams);
    }
}
