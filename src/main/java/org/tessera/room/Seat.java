package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.tessera.clock.AlarmClock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One person's place in a room on one device. What it says goes to the room; what the person may know comes to its end.
 * Votes, budgets and authorship belong to the person, never to the seat.
 */
public final class Seat implements AutoCloseable {

    /** A frame longer than this, in bytes of UTF-8, is refused. */
    public static final int FRAME_LIMIT = 16 * 1024;

    /** A name that stands twice means two things at once: whoever looks on might read the other one. */
    private static final ObjectReader FRAMES =
            EntityJson.JSON.reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /** So many commands a second in the long run, and so many at once. */
    private static final double PER_SECOND = 20;

    private static final double AT_ONCE = 60;

    private final LiveRoom room;
    private final Mailbox mailbox;
    private final Locale locale;
    private final AlarmClock clock;
    private double allowance = AT_ONCE;
    private Instant counted;

    Seat(LiveRoom room, Mailbox mailbox, Locale locale, AlarmClock clock) {
        this.room = room;
        this.mailbox = mailbox;
        this.locale = locale;
        this.clock = clock;
        this.counted = clock.instant();
    }

    /** The pseudonym of the person on this seat. */
    public MemberId member() {
        return mailbox.member();
    }

    /** Whether frames still go out. */
    public boolean isOpen() {
        return mailbox.isOpen();
    }

    /** Takes one frame of the wire; every answer goes to the seat's end. */
    public void say(String text) {
        hear(text, mailbox::frame);
    }

    /** Takes one command and hands the answering {@code ack} or {@code refused} frame to {@code reply} instead. */
    public void hear(String text, Consumer<String> reply) {
        read(text)
                .ifPresentOrElse(
                        frame -> hear(frame, reply), () -> reply.accept(refused(Optional.empty(), Refusal.MALFORMED)));
    }

    /** The frame in {@code text}; empty if it is none. */
    static Optional<ObjectNode> read(String text) {
        try {
            return FRAMES.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Takes one frame that was read already; every answer goes to the seat's end. */
    void hear(ObjectNode object) {
        hear(object, mailbox::frame);
    }

    /** Takes one frame that was read already, and hands the answer to {@code reply} instead. */
    void hear(ObjectNode object, Consumer<String> reply) {
        switch (object.path("type").asString("")) {
            case "beat" -> reply.accept(clockFrame(object));
            case "gesture" -> gesture(object);
            default -> command(object, reply);
        }
    }

    /** Tells the seat's end that what it sent was too long to be read. */
    public void tooLarge() {
        mailbox.frame(refused(Optional.empty(), Refusal.TOO_LARGE));
    }

    /** Hands the refusal of something too long to {@code reply}. */
    public void refuseTooLarge(Consumer<String> reply) {
        reply.accept(refused(Optional.empty(), Refusal.TOO_LARGE));
    }

    private void command(ObjectNode frame, Consumer<String> reply) {
        switch (RoomJson.command(frame)) {
            case RoomJson.Arrived.Unreadable no -> reply.accept(refused(no.id(), no.reason()));
            case RoomJson.Arrived.Read read
            when !mayGoOn() -> reply.accept(refused(Optional.of(read.id()), Refusal.TOO_FAST));
            case RoomJson.Arrived.Read read ->
                room.give(read.command(), read.id(), member(), answer -> reply.accept(answerFrame(read.id(), answer)));
        }
    }

    /** Gives a command from the room's page. */
    public void give(RoomCommand.OfSeat command, Consumer<Outcome> reply) {
        room.give(command, UUID.randomUUID(), member(), reply);
    }

    /** Asks for the lawful ways on that the meeting has now; none while it is in time. */
    public void lookForWays(Consumer<List<WayOn>> reply) {
        room.look(state -> reply.accept(Rebalances.of(state, clock.instant())));
    }

    private void gesture(ObjectNode frame) {
        if (mayGoOn()) {
            ObjectNode passed = JsonNodeFactory.instance.objectNode().put("frame", "gesture");
            passed.put("by", member().toString());
            for (String field : new String[] {"kind", "note", "x", "y", "statement"}) {
                JsonNode value = frame.path(field);
                if (isFinite(value) || value.isString()) {
                    passed.set(field, value);
                }
            }
            room.gesture(mailbox, EntityJson.JSON.writeValueAsString(passed));
        }
    }

    private String clockFrame(ObjectNode beat) {
        return clockFrame(beat, clock);
    }

    /** The answer to a beat, which needs no seat. */
    static String clockFrame(ObjectNode beat, AlarmClock clock) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode().put("frame", "clock");
        frame.put("now", clock.instant().toString());
        if (isFinite(beat.path("t0"))) {
            frame.set("t0", beat.path("t0"));
        }
        return EntityJson.JSON.writeValueAsString(frame);
    }

    /** A number that overflows is read as infinite, and JSON has no word for that. */
    private static boolean isFinite(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue());
    }

    private String answerFrame(UUID id, Outcome answer) {
        return switch (answer) {
            case Outcome.Done done -> acknowledged(id);
            case Outcome.No no -> refused(Optional.of(id), no.reason());
        };
    }

    static String acknowledged(UUID id) {
        return EntityJson.JSON.writeValueAsString(
                JsonNodeFactory.instance.objectNode().put("frame", "ack").put("id", id.toString()));
    }

    private String refused(Optional<UUID> id, Refusal reason) {
        return refused(id, reason, locale);
    }

    static String refused(Optional<UUID> id, Refusal reason, Locale locale) {
        return EntityJson.JSON.writeValueAsString(JsonNodeFactory.instance
                .objectNode()
                .put("frame", "refused")
                .put("id", id.map(UUID::toString).orElse(null))
                .put("reason", reason.name())
                .put("message", Refusals.sentence(reason, locale)));
    }

    private synchronized boolean mayGoOn() {
        Instant now = clock.instant();
        // A clock that was set back takes nothing away.
        double seconds = Math.max(0, Duration.between(counted, now).toMillis()) / 1000.0;
        allowance = Math.min(AT_ONCE, allowance + seconds * PER_SECOND);
        counted = now;
        if (allowance < 1) {
            return false;
        }
        allowance -= 1;
        return true;
    }

    @Override
    public void close() {
        room.stand(mailbox);
    }
}
