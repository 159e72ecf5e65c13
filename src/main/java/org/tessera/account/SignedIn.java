package org.tessera.account;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is using this browser: the principal of Spring Security's {@code Authentication}, for people and for guests.
 *
 * @param id the person, or the guest as a person of that one room
 * @param guest whether this is a guest
 * @param guestRoom the only room a guest may enter; null for people
 * @param locale the language the texts are read in
 */
public record SignedIn(
        PersonId id, String name, boolean guest, @Nullable UUID guestRoom, Locale locale) {

    /** The same person, reading another language. */
    public SignedIn reading(Locale language) {
        return new SignedIn(id, name, guest, guestRoom, language);
    }
}
