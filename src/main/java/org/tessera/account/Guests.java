package org.tessera.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Lets guests into the one room their code opens. */
@Service
public class Guests {

    private static final Attempts.Limit PER_CODE = new Attempts.Limit(40, Duration.ofSeconds(5));
    private static final Attempts.Limit IN_ALL = new Attempts.Limit(120, Duration.ofMillis(500));

    private final AccountStore store;
    private final ObjectProvider<GuestDoor> door;
    private final InstantSource clock;
    private final Attempts attempts;

    Guests(AccountStore store, ObjectProvider<GuestDoor> door, InstantSource clock) {
        this.store = store;
        this.door = door;
        this.clock = clock;
        this.attempts = new Attempts(clock, PER_CODE, IN_ALL);
    }

    /**
     * Lets a guest in, or says why not.
     *
     * @param code as it was typed: any case, spaces and hyphens do not count
     */
    public JoinAnswer join(String code, String typedName, Locale locale) {
        String name = GuestName.cleaned(typedName);
        Optional<JoinAnswer> unfit = unfit(name);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        String clean = code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (!attempts.take(clean)) {
            return JoinAnswer.Refused.TOO_MANY;
        }
        Optional<UUID> room = Optional.ofNullable(door.getIfAvailable()).flatMap(open -> open.roomForCode(clean));
        if (room.isEmpty()) {
            return JoinAnswer.Refused.CODE_UNKNOWN;
        }
        attempts.giveBack(clean);
        return admit(room.get(), name, Languages.nearest(locale));
    }

    /** Lets a guest in who sits beside somebody of the room, at the same device: that needs no code. */
    public JoinAnswer joinBeside(UUID room, String typedName, Locale locale) {
        String name = GuestName.cleaned(typedName);
        return unfit(name).orElseGet(() -> admit(room, name, Languages.nearest(locale)));
    }

    private static Optional<JoinAnswer> unfit(String name) {
        if (name.isEmpty()) {
            return Optional.of(JoinAnswer.Refused.NAME_EMPTY);
        }
        if (GuestName.isTooLong(name)) {
            return Optional.of(JoinAnswer.Refused.NAME_TOO_LONG);
        }
        return GuestName.isReadable(name) ? Optional.empty() : Optional.of(JoinAnswer.Refused.NAME_INVALID);
    }

    private JoinAnswer admit(UUID room, String name, Locale locale) {
        PersonId guest = new PersonId(UUID.randomUUID());
        store.addGuest(guest, room, name, locale, clock.instant());
        door.getObject().admitted(room, guest, name);
        return new JoinAnswer.Joined(guest, room, name, locale);
    }
}
