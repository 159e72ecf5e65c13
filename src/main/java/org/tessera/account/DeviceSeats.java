package org.tessera.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Several people at one browser in one room, each with a PIN of their own. The device is the sign-in; when it ends, all
 * of this is gone. PINs are short, so what protects them is how seldom one may guess.
 *
 * @see "Decision: docs/decisions/one-device-several-people.md"
 */
@Service
public class DeviceSeats {

    /** The most people at one device. */
    public static final int MOST = 12;

    /** The fewest digits of a PIN. */
    public static final int SHORTEST_PIN = 4;

    /** The most digits of a PIN. */
    public static final int LONGEST_PIN = 8;

    private static final Attempts.Limit PER_SEAT = new Attempts.Limit(5, Duration.ofMinutes(1));
    private static final Attempts.Limit PER_DEVICE = new Attempts.Limit(40, Duration.ofSeconds(5));
    private static final Attempts.Limit IN_ALL = new Attempts.Limit(400, Duration.ofMillis(200));

    private final DeviceSeatStore store;
    private final Passwords passwords;
    private final InstantSource clock;
    private final Attempts ofSeats;
    private final Attempts ofDevices;

    DeviceSeats(DeviceSeatStore store, Passwords passwords, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
        this.ofSeats = new Attempts(clock, PER_SEAT, IN_ALL);
        this.ofDevices = new Attempts(clock, PER_DEVICE, IN_ALL);
    }

    /** Whether {@code typed} can be a PIN: four to eight digits. */
    public static boolean isPin(String typed) {
        return typed.length() >= SHORTEST_PIN
                && typed.length() <= LONGEST_PIN
                && typed.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The people at a device in a room, in the order of their coming; nobody while it is not shared. */
    public List<DeviceSeat> of(SignInId device, UUID room) {
        return store.of(device, room);
    }

    /** The rooms in which a device is shared. */
    public List<UUID> roomsOf(SignInId device) {
        return store.roomsOf(device);
    }

    /**
     * Seats somebody at a device; false if the person sits there already or no more find room.
     *
     * @throws IllegalArgumentException if {@code pin} is none; forms check this first
     */
    public boolean add(SignInId device, UUID room, PersonId person, boolean guest, String pin) {
        if (!isPin(pin)) {
            throw new IllegalArgumentException("a PIN has four to eight digits");
        }
        Instant now = clock.instant();
        store.removeOver(now, now.minus(SignIns.IDLE));
        return store.of(device, room).size() < MOST && store.add(device, room, person, guest, passwords.hash(pin), now);
    }

    /** Whether the PIN is the person's at this device. Every refusal reads and takes the same. */
    public PinAnswer check(SignInId device, UUID room, PersonId person, String pin) {
        String ofDevice = device.value().toString();
        String ofSeat = ofDevice + ":" + room + ":" + person.value();
        if (!ofDevices.take(ofDevice)) {
            return PinAnswer.TOO_MANY;
        }
        if (!ofSeats.take(ofSeat)) {
            return PinAnswer.TOO_MANY;
        }
        Optional<String> hash = store.pinHash(device, room, person);
        if (!passwords.isMade(isPin(pin) ? pin : "", hash)) {
            return PinAnswer.WRONG;
        }
        ofSeats.giveBack(ofSeat);
        ofDevices.giveBack(ofDevice);
        return PinAnswer.RIGHT;
    }

    /** Takes a person from a device, with the PIN and what was left behind. */
    public void remove(SignInId device, UUID room, PersonId person) {
        store.remove(device, room, person);
    }

    /** Keeps, encrypted by the caller, what a person was typing; nothing takes away what was kept. */
    public void leaveBehind(SignInId device, UUID room, PersonId person, Optional<byte[]> sealed) {
        store.leaveBehind(device, room, person, sealed);
    }

    /** What the person left, as it was given. */
    public Optional<byte[]> leftBehind(SignInId device, UUID room, PersonId person) {
        return store.leftBehind(device, room, person);
    }

    @EventListener
    void on(SignInEnded ended) {
        store.removeAll(ended.signIn());
    }

    /** Who is switched off sits at nobody else's device either. */
    @EventListener
    void on(PersonSuspended suspended) {
        store.removeAll(suspended.person());
    }
}
