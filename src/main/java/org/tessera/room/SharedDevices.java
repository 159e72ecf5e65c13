package org.tessera.room;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tessera.account.Accounts;
import org.tessera.account.DeviceSeat;
import org.tessera.account.DeviceSeats;
import org.tessera.account.Guests;
import org.tessera.account.JoinAnswer;
import org.tessera.account.PasswordAnswer;
import org.tessera.account.Passwords;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.PinAnswer;
import org.tessera.account.SignedIn;
import org.tessera.clock.AlarmClock;

/**
 * Devices that several people of a room share: who sits there, who has it, and what may be heard there. A device is
 * shared as soon as a second person has sat down; from then on a PIN stands before each one's place.
 *
 * @see "Decision: docs/decisions/one-device-several-people.md"
 */
@Service
public class SharedDevices {

    /** A page of a device. Called on any thread. */
    public interface Page {

        /** Somebody has sat down or left. */
        void peopleChanged();

        /** Another page of the device hands it on: what is shown of a person goes. */
        void covered();
    }

    private final DeviceSeats seats;
    private final LeftWords words;
    private final Guests guests;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Rooms rooms;
    private final RoomStore store;
    private final LiveRooms live;
    private final AlarmClock clock;
    private final Tickets tickets = new Tickets();
    private final Map<Device, Set<Bench>> benches = new ConcurrentHashMap<>();
    private final Map<Device, Set<Page>> pages = new ConcurrentHashMap<>();

    SharedDevices(
            DeviceSeats seats,
            LeftWords words,
            Guests guests,
            Passwords passwords,
            Accounts accounts,
            Rooms rooms,
            RoomStore store,
            LiveRooms live,
            AlarmClock clock) {
        this.seats = seats;
        this.words = words;
        this.guests = guests;
        this.passwords = passwords;
        this.accounts = accounts;
        this.rooms = rooms;
        this.store = store;
        this.live = live;
        this.clock = clock;
    }

    // Who sits there

    /** Whether several people share the device, so that each needs a PIN. */
    public boolean isShared(Device device) {
        return !seats.of(device.signIn(), device.room().value()).isEmpty();
    }

    /** The people at a shared device, in the order of their coming; nobody at one that is not shared. */
    public List<Sitter> sitters(Device device) {
        return seats.of(device.signIn(), device.room().value()).stream()
                .flatMap(seat -> sitter(device, seat).stream())
                .toList();
    }

    private Optional<Sitter> sitter(Device device, DeviceSeat seat) {
        return store.memberOf(device.room(), seat.person())
                .map(member -> new Sitter(
                        member, seat.person(), accounts.nameOf(seat.person()), seat.guest(), seat.hasLeftWords()));
    }

    private Optional<Sitter> sitter(Device device, MemberId member) {
        return sitters(device).stream()
                .filter(sitter -> sitter.member().equals(member))
                .findFirst();
    }

    /** How {@code sitter} reads and enters the room, as somebody with a sign-in of their own would. */
    public SignedIn visitor(Device device, Sitter sitter, Locale locale) {
        return new SignedIn(
                sitter.person(),
                sitter.name(),
                sitter.guest(),
                sitter.guest() ? device.room().value() : null,
                locale);
    }

    /**
     * Seats a guest of the room beside {@code first}.
     *
     * @param first whose sign-in the device is
     * @param firstPin the PIN that person chooses now, asked for when the device is not shared yet
     */
    public SitAnswer sitGuest(Device device, SignedIn first, String firstPin, String name, String pin, Locale locale) {
        return refused(device, firstPin, pin).map(SitAnswer.class::cast).orElseGet(() -> switch (guests.joinBeside(
                device.room().value(), name, locale)) {
            case JoinAnswer.Joined joined -> seat(device, first, firstPin, joined.guest(), true, pin);
            case JoinAnswer.Refused refused -> SitAnswer.Refused.valueOf(refused.name());
        });
    }

    /** Seats somebody with an account beside {@code first}: what the person makes is the person's own. */
    public SitAnswer sitPerson(
            Device device, SignedIn first, String firstPin, String email, String password, String pin) {
        Optional<SitAnswer.Refused> refused = refused(device, firstPin, pin);
        if (refused.isPresent()) {
            return refused.get();
        }
        return switch (passwords.check(email, password)) {
            case PasswordAnswer.Right(var id) -> sitKnown(device, first, firstPin, id, pin);
            case PasswordAnswer.Refused.WRONG, PasswordAnswer.Refused.SUSPENDED -> SitAnswer.Refused.WRONG;
            case PasswordAnswer.Refused.TOO_MANY -> SitAnswer.Refused.TOO_MANY;
        };
    }

    private SitAnswer sitKnown(Device device, SignedIn first, String firstPin, PersonId id, String pin) {
        Optional<Person> person = accounts.person(id);
        if (person.isEmpty()) {
            return SitAnswer.Refused.WRONG;
        }
        if (id.equals(first.id())) {
            return SitAnswer.Refused.ALREADY;
        }
        SignedIn who =
                new SignedIn(id, person.get().name(), false, null, person.get().locale());
        return rooms.enter(device.room(), who) instanceof Admission.Entered
                ? seat(device, first, firstPin, id, false, pin)
                : SitAnswer.Refused.NOT_OF_ROOM;
    }

    private Optional<SitAnswer.Refused> refused(Device device, String firstPin, String pin) {
        int there = seats.of(device.signIn(), device.room().value()).size();
        boolean closed = store.summary(device.room())
                .filter(room -> room.status() != RoomSummary.Status.CLOSED)
                .isEmpty();
        if (closed) {
            return Optional.of(SitAnswer.Refused.ROOM_CLOSED);
        }
        if (there >= DeviceSeats.MOST) {
            return Optional.of(SitAnswer.Refused.FULL);
        }
        if (there == 0 && !DeviceSeats.isPin(firstPin)) {
            return Optional.of(SitAnswer.Refused.FIRST_PIN_INVALID);
        }
        return DeviceSeats.isPin(pin) ? Optional.empty() : Optional.of(SitAnswer.Refused.PIN_INVALID);
    }

    private SitAnswer seat(Device device, SignedIn first, String firstPin, PersonId person, boolean guest, String pin) {
        if (!isShared(device)) {
            seats.add(device.signIn(), device.room().value(), first.id(), first.guest(), firstPin);
        }
        if (!seats.add(device.signIn(), device.room().value(), person, guest, pin)) {
            return SitAnswer.Refused.ALREADY;
        }
        peopleChanged(device);
        return store.memberOf(device.room(), person)
                .flatMap(member -> sitter(device, member))
                .<SitAnswer>map(SitAnswer.Seated::new)
                .orElse(SitAnswer.Refused.ALREADY);
    }

    /** Somebody leaves the device for good; the person stays in the room and may come in elsewhere. */
    public void leave(Device device, MemberId member) {
        sitter(device, member).ifPresent(sitter -> {
            seats.remove(device.signIn(), device.room().value(), sitter.person());
            tickets.revokeAll(device, member);
            peopleChanged(device);
        });
    }

    /** Everybody but the one whose sign-in it is leaves the device, which needs no PIN any more. */
    public void stopSharing(Device device) {
        sitters(device)
                .forEach(sitter -> seats.remove(device.signIn(), device.room().value(), sitter.person()));
        tickets.revokeAll(device);
        peopleChanged(device);
    }

    private void peopleChanged(Device device) {
        benchesOf(device).forEach(Bench::peopleChanged);
        pages.getOrDefault(device, Set.of()).forEach(Page::peopleChanged);
    }

    // Who has it

    /** Whether {@code pin} is the one {@code member} chose at this device. Who does not sit there has none that is right. */
    public PinAnswer check(Device device, MemberId member, String pin) {
        PersonId person = sitter(device, member).map(Sitter::person).orElseGet(() -> new PersonId(member.value()));
        return seats.check(device.signIn(), device.room().value(), person, pin);
    }

    /** What the socket of a page shows that has seen the person's PIN, or that was there before the device was shared. */
    public String ticket(Device device, MemberId member) {
        return tickets.issue(device, member);
    }

    /** Takes a ticket back when its page is left. */
    public void revoke(String ticket) {
        tickets.revoke(ticket);
    }

    boolean isGood(String ticket, Device device, MemberId member) {
        return tickets.isGood(ticket, device, member);
    }

    /** Nobody has the device now: all that was heard there of anybody ends, on every page and socket of it. */
    public void cover(Device device, Page by) {
        tickets.revokeAll(device);
        benchesOf(device).forEach(Bench::empty);
        pages.getOrDefault(device, Set.of()).stream().filter(page -> page != by).forEach(Page::covered);
    }

    /** Tells {@code page} of its device until the returned task is run. */
    public Runnable watch(Device device, Page page) {
        pages.compute(device, (_, there) -> with(there, page));
        return () -> pages.computeIfPresent(device, (_, there) -> {
            there.remove(page);
            return there.isEmpty() ? null : there;
        });
    }

    // What people were typing

    /** Keeps what people of the device were typing, until they have it again; false if it is too much for one of them. */
    public boolean leaveWords(Device device, Map<MemberId, Map<String, String>> typed) {
        return sitters(device).stream()
                .map(sitter -> words.add(device, sitter, typed.getOrDefault(sitter.member(), Map.of())))
                .reduce(true, Boolean::logicalAnd);
    }

    /** What {@code member} was typing when the device was handed on. */
    public Map<String, String> leftWords(Device device, MemberId member) {
        return sitter(device, member).map(sitter -> words.of(device, sitter)).orElse(Map.of());
    }

    /** The person's browser has it again. */
    public void forgetWords(Device device, MemberId member) {
        sitter(device, member).ifPresent(sitter -> words.forget(device, sitter));
    }

    // Lines

    /**
     * A line from a device: on one that is not shared it begins as the seat of {@code own}, on a shared one as nobody's.
     *
     * @param since where the frames of that seat go on
     */
    public Bench open(Device device, MemberId own, Locale locale, SeatEnd end, Optional<String> since) {
        Bench bench = new Bench(this, live.find(device.room()).orElseThrow(), device, own, locale, clock, end);
        benches.compute(device, (_, open) -> with(open, bench));
        bench.begin(since);
        return bench;
    }

    void closed(Device device, Bench bench) {
        benches.computeIfPresent(device, (_, open) -> {
            open.remove(bench);
            return open.isEmpty() ? null : open;
        });
    }

    Set<MemberId> peopleAt(Device device, MemberId own) {
        Set<MemberId> sharing = sitters(device).stream().map(Sitter::member).collect(Collectors.toUnmodifiableSet());
        return sharing.isEmpty() ? Set.of(own) : sharing;
    }

    /** Added while the map holds the entry, so that nobody takes the set away as empty in between. */
    private static <T> Set<T> with(@Nullable Set<T> there, T one) {
        Set<T> all = there == null ? ConcurrentHashMap.newKeySet() : there;
        all.add(one);
        return all;
    }

    private List<Bench> benchesOf(Device device) {
        return List.copyOf(benches.getOrDefault(device, Set.of()));
    }
}
