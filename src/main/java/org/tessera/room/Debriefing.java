package org.tessera.room;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.room.Entity.Debrief;
import org.tessera.room.Entity.Kept;
import org.tessera.room.Entity.Lookback;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.Entity.Status;
import org.tessera.room.RoomCommand.CheckNorms;
import org.tessera.room.RoomEvent.NormsChecked;

/**
 * The rules of looking back: a debrief says what helped and what to change, or why it does not; and everybody says in one
 * tap how well the norms were kept.
 */
final class Debriefing {

    /** Of fewer answers than these everybody could tell whose they are. */
    static final int UNKNOWN = 3;

    private Debriefing() {}

    // Blank debriefs

    /** Whether the protocol has a debrief and nobody has said yet both what helped and what to change. */
    static boolean isBlank(Room room) {
        return room.pack().phases().stream().anyMatch(Phase::isDebrief)
                && !(isSaid(room, NoteKind.HELPED) && isSaid(room, NoteKind.CHANGE));
    }

    private static boolean isSaid(Room room, NoteKind kind) {
        return room.notes().stream()
                .filter(note -> note.onBoard() && note.kind() == kind)
                .anyMatch(note ->
                        room.pack().phase(note.phase()).filter(Phase::isDebrief).isPresent());
    }

    /** Why a reason that was given is none. */
    static Optional<Refusal> wrong(@Nullable String reason) {
        return given(reason).flatMap(text -> Rulebook.wrongText(text, Rulebook.SENTENCE_LIMIT));
    }

    static Optional<String> given(@Nullable String reason) {
        return Optional.ofNullable(reason).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Why the running phase may not end yet, if it is a debrief; {@code reason} is why it is left blank. */
    static Optional<Refusal> refusal(Room room, Phase running, Optional<String> reason) {
        return running.isDebrief() && isBlank(room) && reason.isEmpty()
                ? Optional.of(Refusal.DEBRIEF_BLANK)
                : Optional.empty();
    }

    /** Why the room may not close yet: a meeting that has begun is looked back at. */
    static Optional<Refusal> closing(Room room, Optional<String> reason) {
        return room.setting().status() == Status.RUNNING && isBlank(room) && reason.isEmpty()
                ? Optional.of(Refusal.DEBRIEF_BLANK)
                : Optional.empty();
    }

    /** The reason as the record keeps it: only where there was need of one. */
    static Optional<String> kept(Room room, Optional<String> reason) {
        return isBlank(room) ? reason : Optional.empty();
    }

    /** What the record says of debriefs the room closed without. */
    static List<Entity> leftOut(Room room, Optional<String> reason) {
        if (reason.isEmpty()) {
            return List.of();
        }
        List<Entity> left = new ArrayList<>();
        for (Phase phase : room.pack().phases()) {
            boolean held = room.run(phase.id())
                    .filter(run -> run.state() == PhaseRun.State.DONE)
                    .isPresent();
            if (phase.isDebrief() && !held) {
                left.add(new Debrief(phase.id(), room.setting().norms(), Map.of(), Map.of(), 0, reason));
            }
        }
        return left;
    }

    // The norm check

    static Decision check(Room room, CheckNorms c, Member me) {
        Optional<Refusal> closed = Rulebook.closed(room);
        if (closed.isPresent()) {
            return Rulebook.refuse(closed.get());
        }
        Phase phase = Rulebook.latestPhase(room);
        if (!phase.isDebrief() || Rulebook.isLocked(room)) {
            return Rulebook.refuse(Refusal.PHASE_CLOSED);
        }
        if (room.actingAs(me) == Role.COACH) {
            return Rulebook.refuse(Refusal.ROLE_MAY_NOT);
        }
        Optional<Kept> kept = Stream.of(Kept.values())
                .filter(answer -> answer.name().toLowerCase(Locale.ROOT).equals(c.kept()))
                .findFirst();
        if (kept.isEmpty()) {
            return Rulebook.refuse(Refusal.CHOICE_UNKNOWN);
        }
        if (c.hard() != null
                && (c.hard() < 0 || c.hard() >= room.setting().norms().size())) {
            return Rulebook.refuse(Refusal.NORM_UNKNOWN);
        }
        Optional<Integer> hard = Optional.ofNullable(c.hard());
        boolean said = room.lookbacks(phase.id()).anyMatch(new Lookback(me.id(), phase.id(), kept.get(), hard)::equals);
        return said ? Rulebook.nothing() : Rulebook.accept(new NormsChecked(me.id(), phase.id(), kept.get(), hard));
    }

    /** What the end of {@code phase} makes known, if it is a debrief. */
    static List<Entity> counted(Room room, Phase phase, Optional<String> reason) {
        if (!phase.isDebrief()) {
            return List.of();
        }
        List<Lookback> lookbacks = room.lookbacks(phase.id()).toList();
        Map<Kept, Integer> kept = new EnumMap<>(Kept.class);
        Map<Integer, Integer> hard = new HashMap<>();
        if (lookbacks.size() >= UNKNOWN) {
            lookbacks.forEach(lookback -> {
                kept.merge(lookback.kept(), 1, Integer::sum);
                lookback.hard().ifPresent(norm -> hard.merge(norm, 1, Integer::sum));
            });
        }
        return List.of(new Debrief(phase.id(), room.setting().norms(), kept, hard, lookbacks.size(), reason));
    }
}
