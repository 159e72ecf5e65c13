package org.tessera.room;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Note;
import org.tessera.room.RoomCommand.*;

/**
 * Things drawn by lot, from one seed. All that is written carries a word nobody has used before, {@code secret-…}, so that
 * it can be found wherever it should not be.
 */
class Drawing {

    private static final List<String> KINDS = List.of(
            "note", "observation", "question", "interpretation", "works", "doubt", "helped", "change", "praise");

    private final Random random;
    private int secrets;

    Drawing(long seed) {
        random = new Random(seed);
    }

    /** A number below {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    void shuffle(List<?> list) {
        java.util.Collections.shuffle(list, random);
    }

    UUID uuid() {
        byte[] name = new byte[16];
        random.nextBytes(name);
        return UUID.nameUUIDFromBytes(name);
    }

    String secret() {
        return "secret-" + ++secrets;
    }

    String text() {
        return switch (random.nextInt(8)) {
            case 0 -> "\"" + secret() + "\" \\ ñ\n\uD83D\uDE00";
            case 1 -> chance(0.3) ? " " : secret();
            default -> secret() + " and more";
        };
    }

    @org.jspecify.annotations.Nullable
    String reason() {
        return chance(0.3) ? secret() : null;
    }

    @org.jspecify.annotations.Nullable
    String kind() {
        return chance(0.5) ? null : some(KINDS).orElseThrow();
    }

    @org.jspecify.annotations.Nullable
    AnchorDraft anchor(Room room) {
        return chance(0.8)
                ? null
                : some(room.materials().toList())
                        .map(material -> new AnchorDraft(material.material(), 1, 0.1, 0.2, 0.3, 0.4))
                        .orElse(null);
    }

    /** One's own more often than another's, on the board or not. */
    UUID note(Room room, MemberId who) {
        List<Note> own =
                room.notes().stream().filter(note -> note.by().equals(who)).toList();
        return some(chance(0.5) && !own.isEmpty() ? own : room.notes())
                .map(note -> note.id().value())
                .orElseGet(this::uuid);
    }

    @org.jspecify.annotations.Nullable
    UUID group(Room room, double likely) {
        return chance(likely) ? some(room.groups()).map(Entity.Group::id).orElse(null) : null;
    }

    static String phase(Room room) {
        return room.setting().phase().orElse("none");
    }

    Member someone(Room room) {
        return some(room.members()).orElseThrow();
    }

    boolean chance(double likely) {
        return random.nextDouble() < likely;
    }

    <E> Optional<E> some(List<E> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }
}
