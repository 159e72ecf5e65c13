package org.tessera.bench.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What one person gave and was told, all of it, in order, with when: the witness’s book. Times are those of
 * {@link System#nanoTime()}.
 */
public final class Diary {

    /** A command as it was given, once; how often it was sent is the line’s affair. */
    public record Given(UUID id, String type, Map<String, ?> fields, long at) {

        /** A text of the command, or an empty one. */
        public String text(String field) {
            return fields.containsKey(field) ? String.valueOf(fields.get(field)) : "";
        }
    }

    /**
     * An answer to a command.
     *
     * @param reason why it was refused; empty if it was acknowledged
     */
    public record Answer(UUID id, String reason, long at) {

        /** Whether the server took responsibility for it. */
        public boolean isAck() {
            return reason.isEmpty();
        }

        /** Whether it only means: not this very moment. */
        public boolean isForNow() {
            return reason.equals("BUSY") || reason.equals("TOO_FAST");
        }
    }

    /**
     * A frame.
     *
     * @param line which of this person’s connections it came on, counted from 1
     */
    public record Heard(int line, JsonNode frame, String text, long at) {

        boolean is(String kind) {
            return frame.path("frame").asString("").equals(kind);
        }
    }

    private final String name;
    private final Map<UUID, Given> given = new LinkedHashMap<>();
    private final Map<UUID, Answer> last = new LinkedHashMap<>();
    private final Set<UUID> acknowledged = new HashSet<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Heard> heard = new ArrayList<>();
    private final Fold fold = new Fold();

    /** An empty one. */
    public Diary(String name) {
        this.name = name;
    }

    /** Whose it is. */
    public String name() {
        return name;
    }

    synchronized void gives(Given command) {
        given.put(command.id(), command);
    }

    /** Notes a frame, whatever it says, and folds it. */
    synchronized void hears(int line, JsonNode frame, String text, long at) {
        heard.add(new Heard(line, frame, text, at));
        fold.take(frame);
        String kind = frame.path("frame").asString("");
        if ((kind.equals("ack") || kind.equals("refused")) && frame.path("id").isString()) {
            Answer answer = new Answer(
                    UUID.fromString(frame.path("id").asString()),
                    frame.path("reason").asString(""),
                    at);
            answers.add(answer);
            last.put(answer.id(), answer);
            if (answer.isAck()) {
                acknowledged.add(answer.id());
            }
        }
    }

    /** Everything given, in order. */
    public synchronized List<Given> given() {
        return List.copyOf(given.values());
    }

    /** Every answer, in order; a command that was sent more than once has more than one. */
    public synchronized List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Every frame, in order. */
    public synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** The room as this person knows it. */
    public Fold fold() {
        return fold;
    }

    /** Whether a command has been acknowledged. */
    public synchronized boolean isAcknowledged(UUID id) {
        return acknowledged.contains(id);
    }

    /** Commands that were neither acknowledged nor refused for good. */
    public synchronized List<Given> unanswered() {
        return given.values().stream()
                .filter(command -> !last.containsKey(command.id())
                        || last.get(command.id()).isForNow() && !isAcknowledged(command.id()))
                .toList();
    }

    /** Who this person is in the room, as it was told last. */
    public synchronized String you() {
        return heard.reversed().stream()
                .filter(frame -> frame.is("snapshot"))
                .map(frame -> frame.frame().path("you").asString(""))
                .findFirst()
                .orElseThrow();
    }

    /** When this person was first told after {@code since} that {@code you} is not here, or is; empty if not yet. */
    public synchronized OptionalLong told(String you, boolean isHere, long since) {
        return heard.stream()
                .filter(frame -> frame.at() > since && frame.is("presence") && isHere == isHere(frame, you))
                .mapToLong(Heard::at)
                .findFirst();
    }

    private static boolean isHere(Heard presence, String you) {
        return presence.frame().path("here").valueStream().anyMatch(here -> here.asString("")
                .equals(you));
    }

    /** When something given after {@code since} was first acknowledged; empty if nothing has been. */
    public synchronized OptionalLong acknowledgedAfter(long since) {
        return answers.stream()
                .filter(answer -> answer.isAck()
                        && given.containsKey(answer.id())
                        && given.get(answer.id()).at() > since)
                .mapToLong(Answer::at)
                .findFirst();
    }

    /** How many connections have told something so far. */
    public synchronized int lines() {
        return heard.isEmpty() ? 0 : heard.getLast().line();
    }

    /** When a connection later than the one numbered {@code line} told where the room is. */
    public synchronized OptionalLong backAfter(int line) {
        return heard.stream()
                .filter(frame -> frame.line() > line && (frame.is("snapshot") || frame.is("events")))
                .mapToLong(Heard::at)
                .findFirst();
    }
}
