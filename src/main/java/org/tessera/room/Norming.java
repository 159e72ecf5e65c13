package org.tessera.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tessera.protocol.Action;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.Entity.Consensus;
import org.tessera.room.Entity.Consensus.Agreed;
import org.tessera.room.Entity.Flag;
import org.tessera.room.Entity.Ground;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Norm;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.Ref;
import org.tessera.room.RoomCommand.AdoptNorm;
import org.tessera.room.RoomCommand.DropNorm;
import org.tessera.room.RoomCommand.FlagNorm;
import org.tessera.room.RoomEvent.NormAdopted;
import org.tessera.room.RoomEvent.NormDropped;
import org.tessera.room.RoomEvent.NormFlagged;

/** How drafts of norms become the norms of the room, and how somebody says that one of them is hard to keep. */
final class Norming {

    private Norming() {}

    static Decision adopt(Room room, AdoptNorm c, Member me) {
        Optional<Refusal> no = Rulebook.refusal(room, me, Action.ADOPT)
                .or(() -> Rulebook.wrongText(c.text(), Rulebook.SENTENCE_LIMIT));
        if (no.isPresent()) {
            return Rulebook.refuse(no.get());
        }
        Optional<Norm> taken = room.norm(c.note());
        Optional<Note> draft = room.note(new NoteId(c.note())).filter(Note::onBoard);
        if (taken.isEmpty() && draft.isEmpty()) {
            return Rulebook.refuse(Refusal.NOTE_UNKNOWN);
        }
        if (taken.isEmpty()
                && draft.filter(note -> note.kind() == NoteKind.NORM).isEmpty()) {
            return Rulebook.refuse(Refusal.KIND_CLOSED);
        }
        String text = c.text().strip();
        Optional<String> was = taken.map(Norm::text);
        return was.filter(text::equals).isPresent()
                ? Rulebook.nothing()
                : Rulebook.accept(new NormAdopted(c.note(), text, was));
    }

    static Decision drop(Room room, DropNorm c, Member me) {
        return Rulebook.refusal(room, me, Action.ADOPT).map(Rulebook::refuse).orElseGet(() -> room.norm(c.norm())
                .map(norm -> Rulebook.accept(new NormDropped(norm.id(), norm.text())))
                .orElseGet(() -> Rulebook.refuse(Refusal.NORM_UNKNOWN)));
    }

    /** Whether a norm is hard everybody says who is to keep it, in any phase once it is taken up. */
    static Decision flag(Room room, FlagNorm c, Member me) {
        Optional<Refusal> closed = Rulebook.closed(room);
        if (closed.isPresent()) {
            return Rulebook.refuse(closed.get());
        }
        if (Rulebook.isLocked(room)) {
            return Rulebook.refuse(Refusal.PHASE_CLOSED);
        }
        if (room.actingAs(me) == Role.COACH) {
            return Rulebook.refuse(Refusal.ROLE_MAY_NOT);
        }
        if (room.norm(c.norm()).isEmpty()) {
            return Rulebook.refuse(Refusal.NORM_UNKNOWN);
        }
        return isFlagged(room, me.id(), c) == c.hard()
                ? Rulebook.nothing()
                : Rulebook.accept(new NormFlagged(me.id(), c.norm(), c.hard()));
    }

    /** Whether {@code note} is the draft of a norm of the room: then it stays as it was written. */
    static boolean isTakenUp(Room room, Note note) {
        return room.norm(note.id().value()).isPresent();
    }

    private static boolean isFlagged(Room room, MemberId who, FlagNorm c) {
        return room.flags().anyMatch(new Flag(who, c.norm())::equals);
    }

    static Norm adopted(Room room, NormAdopted e) {
        int last = room.norms().stream().mapToInt(Norm::ordinal).max().orElse(-1);
        return room.norm(e.norm())
                .map(norm -> new Norm(norm.id(), e.text(), norm.hard(), norm.ordinal()))
                .orElseGet(() -> new Norm(e.norm(), e.text(), 0, last + 1));
    }

    /** What the end of {@code phase} makes known: how many find which norm hard, and by which norms the room goes on. */
    static List<Entity> counted(Room room, Phase phase) {
        List<Entity> counted = new ArrayList<>();
        for (Norm norm : room.norms()) {
            int hard = (int)
                    room.flags().filter(flag -> flag.norm().equals(norm.id())).count();
            if (hard != norm.hard()) {
                counted.add(new Norm(norm.id(), norm.text(), hard, norm.ordinal()));
            }
        }
        if (phase.instrument() == Instrument.NORMS && !room.norms().isEmpty() || isAnswered(room, phase)) {
            counted.add(ground(room));
            counted.add(Settings.norms(room.setting(), norms(room)));
        }
        return counted;
    }

    /** By what the room began: as it stands before the first norms of its own are the room's. */
    private static Ground ground(Room room) {
        return room.ground()
                .orElseGet(() -> new Ground(room.id(), room.setting().norms()));
    }

    /** The norms by which the room goes on; where the group could abide by none of its own, those it began with. */
    private static List<Text> norms(Room room) {
        return room.norms().isEmpty()
                ? ground(room).norms()
                : room.norms().stream().map(norm -> Text.of(norm.text())).toList();
    }

    /**
     * What the end of {@code phase} puts out of the norms: all to which the group did not say yes, with what was said of
     * them. The checklist keeps them as items with what the group came to. Where it came to nothing they all stay.
     */
    static List<Ref> notAgreed(Room room, Phase phase) {
        if (!isAnswered(room, phase)) {
            return List.of();
        }
        return room.norms().stream()
                .filter(norm -> settled(room, phase, norm)
                        .filter(agreed -> agreed == Agreed.YES)
                        .isEmpty())
                .flatMap(norm -> Stream.concat(
                        Stream.of(norm.ref()),
                        room.flags()
                                .filter(flag -> flag.norm().equals(norm.id()))
                                .map(Flag::ref)))
                .toList();
    }

    /** Whether {@code phase} asked about the norms and the group came to something. */
    private static boolean isAnswered(Room room, Phase phase) {
        return Items.isAboutNorms(room, phase)
                && Checklist.of(room, phase.id()).stream()
                        .anyMatch(item -> item.settled().isPresent());
    }

    private static Optional<Agreed> settled(Room room, Phase phase, Norm norm) {
        return room.consensus(phase.id(), Items.idOf(room, phase, norm.id().toString()))
                .flatMap(Consensus::settled);
    }
}
