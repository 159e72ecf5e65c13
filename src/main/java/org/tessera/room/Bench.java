package org.tessera.room;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tessera.account.PinAnswer;
import org.tessera.clock.AlarmClock;
import org.tessera.failure.Failures;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line from a device, and the seats on it: the one it began with, and those people take with their PIN. Everybody who
 * sits at the device is there for as long as the line is open, whoever has a seat on it.
 */
public final class Bench implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    /** So many answers may wait for somebody who asks and does not listen. */
    private static final int LIMIT = 1_000;

    private final SharedDevices devices;
    private final LiveRoom room;
    private final Device device;
    private final MemberId own;
    private final Locale locale;
    private final AlarmClock clock;
    private final SeatEnd end;
    private final Map<MemberId, Place> places = new LinkedHashMap<>();
    private final BlockingQueue<Parcel> waiting = new LinkedBlockingQueue<>(LIMIT);
    private final Pump<Parcel> line = new Pump<>(() -> Optional.ofNullable(waiting.poll()), this::hand);
    private final Object telling = new Object();
    private boolean closed;

    Bench(
            SharedDevices devices,
            LiveRoom room,
            Device device,
            MemberId own,
            Locale locale,
            AlarmClock clock,
            SeatEnd end) {
        this.devices = devices;
        this.room = room;
        this.device = device;
        this.own = own;
        this.locale = locale;
        this.clock = clock;
        this.end = end;
    }

    /** A seat on this line. What was taken with a PIN says so on every frame. */
    private final class Place implements SeatEnd {
        private final MemberId member;
        private final boolean isMarked;
        private final Seat seat;
        private volatile boolean left;

        Place(MemberId member, boolean marked, Optional<String> since) {
            this.member = member;
            this.isMarked = marked;
            // Frames may come from here on.
            this.seat = new Seat(room, room.sit(member, this, since, false), locale, clock);
        }

        void hear(ObjectNode frame) {
            seat.hear(frame);
        }

        void hear(ObjectNode frame, Consumer<String> reply) {
            seat.hear(frame, answer -> reply.accept(marked(answer)));
        }

        String marked(String frame) {
            return isMarked ? Bench.marked(member, frame) : frame;
        }

        @Override
        public void deliver(List<Utf8> frames, Taken taken) {
            send(new Parcel(
                    isMarked
                            ? frames.stream()
                                    .map(frame -> frame.without(1, mark(member)))
                                    .toList()
                            : frames,
                    this,
                    taken));
        }

        @Override
        public boolean isTerse() {
            return end.isTerse();
        }

        @Override
        public void close() {
            if (!left) {
                end.close();
            }
        }

        void leave() {
            left = true;
            seat.close();
        }
    }

    /** Begins as the device's own seat, or, where a PIN stands before every place, as nobody's. */
    void begin(Optional<String> since) {
        Set<MemberId> people = devices.peopleAt(device, own);
        room.attend(this, people);
        if (devices.isShared(device)) {
            tellPeople();
        } else {
            take(own, false, since);
        }
    }

    /** Takes one frame of the wire; every answer goes to the line's end, behind what its seat was told before. */
    public void say(String text) {
        hear(text, this::answer, Place::hear);
    }

    /** Takes one command and hands the answering frame to {@code reply} instead. */
    public void hear(String text, Consumer<String> reply) {
        hear(text, reply, (place, frame) -> place.hear(frame, reply));
    }

    private void hear(String text, Consumer<String> reply, BiConsumer<Place, ObjectNode> seated) {
        Optional<ObjectNode> read = Seat.read(text);
        if (read.isEmpty()) {
            reply.accept(Seat.refused(Optional.empty(), Refusal.MALFORMED, locale));
            return;
        }
        ObjectNode frame = read.get();
        String type = frame.path("type").asString("");
        switch (type) {
            case "take-seat" -> takeSeat(frame, reply);
            case "leave-seat" -> leaveSeat(frame, reply);
            default -> {
                Optional<MemberId> named = member(frame, "seat");
                Optional<Place> place = frame.has("seat") ? named.flatMap(this::place) : place(own);
                if (place.isPresent()) {
                    seated.accept(place.get(), frame);
                } else if (type.equals("beat")) {
                    reply.accept(Seat.clockFrame(frame, clock));
                } else if (!type.equals("gesture")) {
                    String refused = Seat.refused(id(frame), Refusal.SEAT_NOT_TAKEN, locale);
                    reply.accept(named.map(member -> marked(member, refused)).orElse(refused));
                }
            }
        }
    }

    /** Tells the line's end that what it sent was too long to be read. */
    public void tooLarge() {
        refuseTooLarge(this::answer);
    }

    /** Hands the refusal of something too long to {@code reply}. */
    public void refuseTooLarge(Consumer<String> reply) {
        reply.accept(Seat.refused(Optional.empty(), Refusal.TOO_LARGE, locale));
    }

    /** Whether frames still go out. */
    public synchronized boolean isOpen() {
        return !closed && places.values().stream().allMatch(place -> place.seat.isOpen());
    }

    private void takeSeat(ObjectNode frame, Consumer<String> reply) {
        Optional<UUID> id = id(frame);
        Optional<MemberId> person = member(frame, "person");
        if (id.isEmpty() || person.isEmpty()) {
            reply.accept(Seat.refused(id, Refusal.MALFORMED, locale));
            return;
        }
        Optional<Refusal> refusal = refusal(frame, person.get());
        if (refusal.isPresent()) {
            reply.accept(Seat.refused(id, refusal.get(), locale));
            return;
        }
        reply.accept(marked(person.get(), Seat.acknowledged(id.get())));
        take(person.get(), true, Optional.of(frame.path("since").asString("")).filter(since -> !since.isEmpty()));
        if (hasLost(frame, person.get())) {
            // handed on, or left, in this very moment
            remove(person.get()).ifPresent(Place::leave);
        }
    }

    private boolean hasLost(ObjectNode frame, MemberId person) {
        return frame.has("ticket")
                ? refusal(frame, person).isPresent()
                : !devices.peopleAt(device, own).contains(person);
    }

    private static String marked(MemberId person, String frame) {
        return mark(person) + frame.substring(1);
    }

    /** How a frame begins that is for a person who sat down with a PIN. */
    private static String mark(MemberId person) {
        return "{\"seat\":\"" + person + "\",";
    }

    private Optional<Refusal> refusal(ObjectNode frame, MemberId person) {
        if (frame.has("ticket")) {
            return devices.isGood(frame.path("ticket").asString(""), device, person)
                    ? Optional.empty()
                    : Optional.of(Refusal.PIN_WRONG);
        }
        PinAnswer answer = devices.check(device, person, frame.path("pin").asString(""));
        return switch (answer) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of(Refusal.PIN_WRONG);
            case TOO_MANY -> Optional.of(Refusal.PIN_TOO_OFTEN);
        };
    }

    private void leaveSeat(ObjectNode frame, Consumer<String> reply) {
        Optional<UUID> id = id(frame);
        MemberId person = member(frame, "person").orElse(own);
        Optional<Place> place = remove(person);
        place.ifPresent(Place::leave);
        reply.accept(
                place.isPresent() && id.isPresent()
                        ? Seat.acknowledged(id.get())
                        : Seat.refused(id, id.isEmpty() ? Refusal.MALFORMED : Refusal.SEAT_NOT_TAKEN, locale));
    }

    private void take(MemberId person, boolean marked, Optional<String> since) {
        Place former;
        synchronized (this) {
            if (closed) {
                return;
            }
            former = places.put(person, new Place(person, marked, since));
        }
        if (former != null) {
            former.leave();
        }
    }

    private synchronized Optional<Place> place(MemberId member) {
        return Optional.ofNullable(places.get(member));
    }

    private synchronized Optional<Place> remove(MemberId member) {
        return Optional.ofNullable(places.remove(member));
    }

    /** Somebody has sat down at the device or left it; whoever left has no seat here any more. */
    void peopleChanged() {
        Set<MemberId> people = devices.peopleAt(device, own);
        List<MemberId> gone;
        synchronized (this) {
            if (closed) {
                return;
            }
            room.attend(this, people);
            gone = places.keySet().stream()
                    .filter(person -> !people.contains(person))
                    .toList();
        }
        gone.forEach(person -> remove(person).ifPresent(Place::leave));
        Thread.ofVirtual().name("bench-" + own).start(() -> {
            try {
                tellPeople();
            } catch (RuntimeException e) {
                // coming back tells who sits there
                LOG.warn("who sits at a device could not be told: {}", Failures.told(e));
                end.close();
            }
        });
    }

    /** Nobody has a seat on this line any more. */
    void empty() {
        List<Place> all;
        synchronized (this) {
            all = List.copyOf(places.values());
            places.clear();
        }
        all.forEach(Place::leave);
    }

    private void tellPeople() {
        // read and told in one go, so that an older list never comes last
        synchronized (telling) {
            ObjectNode frame = JsonNodeFactory.instance.objectNode().put("frame", "device");
            ArrayNode people = frame.putArray("people");
            devices.sitters(device).forEach(sitter -> people.addObject()
                    .put("id", sitter.member().toString())
                    .put("name", sitter.name()));
            answer(EntityJson.JSON.writeValueAsString(frame));
        }
    }

    /** Frames on their way out, from a seat or from the line itself. */
    private record Parcel(List<Utf8> frames, @Nullable Place from, SeatEnd.Taken taken) {}

    private void answer(String frame) {
        send(new Parcel(List.of(Utf8.of(frame)), null, new SeatEnd.Taken() {
            @Override
            public void all() {}

            @Override
            public void failed(Exception cause) {
                LOG.debug("a line is gone: {}", cause.toString());
                end.close();
            }
        }));
    }

    private void send(Parcel parcel) {
        if (waiting.offer(parcel)) {
            line.wake();
        } else {
            parcel.taken().failed(new IOException("nobody listens"));
        }
    }

    /** What is on its way from a seat that was left stays here. */
    private void hand(Parcel parcel, Runnable next) {
        if (parcel.from() != null && parcel.from().left) {
            parcel.taken().all();
            next.run();
            return;
        }
        end.deliver(parcel.frames(), new SeatEnd.Taken() {
            @Override
            public void all() {
                parcel.taken().all();
                next.run();
            }

            @Override
            public void failed(Exception cause) {
                parcel.taken().failed(cause);
                next.run();
            }
        });
    }

    private static Optional<UUID> id(ObjectNode frame) {
        return uuid(frame, "id");
    }

    private static Optional<MemberId> member(ObjectNode frame, String field) {
        return uuid(frame, field).map(MemberId::new);
    }

    private static Optional<UUID> uuid(ObjectNode frame, String field) {
        String text = frame.path(field).asString("");
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        List<Place> all;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            all = List.copyOf(places.values());
            places.clear();
            room.attend(this, Set.of());
        }
        devices.closed(device, this);
        all.forEach(Place::leave);
    }
}
