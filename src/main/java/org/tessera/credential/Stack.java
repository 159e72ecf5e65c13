package org.tessera.credential;

import java.util.List;

/**
 * Credentials that belong together.
 *
 * @param place where it stands among the stacks, the lowest first
 * @param note what a reader should know about the names
 * @param members in the order in which they are shown
 */
public record Stack(
        CredentialRef ref, int place, Wording name, List<Wording> aliases, Wording note, List<CredentialId> members) {

    public Stack {
        aliases = List.copyOf(aliases);
        members = List.copyOf(members);
    }
}
