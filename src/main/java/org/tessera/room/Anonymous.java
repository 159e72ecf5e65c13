package org.tessera.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Visibility;
import org.tessera.room.Entity.Claim;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.Entity.Ref;
import org.tessera.room.RoomCommand.AddNote;
import org.tessera.room.RoomCommand.EditNote;
import org.tessera.room.RoomCommand.KeepNote;
import org.tessera.room.RoomCommand.MoveNote;
import org.tessera.room.RoomCommand.PostNote;
import org.tessera.room.RoomCommand.RemoveNote;
import org.tessera.room.RoomEvent.NoteAdded;
import org.tessera.room.RoomEvent.NoteEdited;
import org.tessera.room.RoomEvent.NoteMoved;
import org.tessera.room.RoomEvent.NoteRemoved;
import org.tessera.room.RoomEvent.NotesUncovered;
import org.tessera.room.RoomEvent.PhaseEnded;
import org.tessera.room.RoomEvent.ReadySet;
import org.tessera.room.RoomEvent.Uncovered;

/**
 * Anonymous notes. While they are written they stand in no log and in no table but the writer's encrypted claim, and
 * the room's present alone knows whose they are. The reveal gives each a new id, a new place and one time for all, and
 * the log begins to know of them there, without an author.
 */
final class Anonymous {

    private Anonymous() {}

    static boolean isAnonymous(Phase phase) {
        return phase.visibility() == Visibility.ANONYMOUS && phase.instrument() == Instrument.BOARD;
    }

    /** Whether anonymous notes may be being written in {@code room}. */
    static boolean isWriting(Room room) {
        return room.isPrepared()
                && room.current()
                        .map(room::phaseOf)
                        .filter(Anonymous::isAnonymous)
                        .isPresent();
    }

    /** Whether {@code event} is the end of anonymous writing. */
    static boolean hasEnded(Room room, RoomEvent event) {
        return event instanceof NotesUncovered
                || (event instanceof PhaseEnded ended
                        && room.pack()
                                .phase(ended.phase())
                                .filter(Anonymous::isAnonymous)
                                .isPresent());
    }

    // What is never kept

    /** Whether the log must not know of {@code event}, because it is about a note nobody may know the writer of. */
    static boolean isSilent(Room before, RoomEvent event) {
        return switch (event) {
            case NoteAdded e -> e.state() == Note.State.ANONYMOUS;
            case NoteEdited e -> isBeingWritten(before, e.note());
            case NoteRemoved e -> isBeingWritten(before, e.note());
            case NoteMoved e -> isBeingWritten(before, e.note());
            default -> false;
        };
    }

    private static boolean isBeingWritten(Room room, NoteId note) {
        return room.note(note)
                .filter(found -> found.state() == Note.State.ANONYMOUS)
                .isPresent();
    }

    /** The event as it is recorded in {@code before}: a silent one takes no place in the log. */
    static Recorded recorded(Room before, RoomEvent event, UUID id, Instant at, Optional<MemberId> by) {
        long seq = isSilent(before, event) ? before.seq() : before.seq() + 1;
        boolean unnamed = event instanceof NotesUncovered || (event instanceof ReadySet && isWriting(before));
        return new Recorded(seq, id, at, unnamed ? Optional.empty() : by, event);
    }

    /**
     * Whether even the acceptance of {@code command} is kept in memory only: who gave it, and between which events, would
     * tell who wrote when. Doing it twice does no harm.
     */
    static boolean leavesNoTrace(Room room, RoomCommand command, List<RoomEvent> events) {
        boolean writing =
                switch (command) {
                    case AddNote c -> true;
                    case EditNote c -> true;
                    case RemoveNote c -> true;
                    case MoveNote c -> true;
                    case KeepNote c -> true;
                    case PostNote c -> true;
                    default -> false;
                };
        return writing && isWriting(room) && events.stream().allMatch(event -> isSilent(room, event));
    }

    // The reveal

    /** What the end of {@code phase} uncovers, if anything was written in it. */
    static Optional<RoomEvent> uncovered(Room room, Phase phase) {
        List<Note> drafts = drafts(room, phase.id()).stream()
                .sorted(Comparator.comparing(draft -> room.lots().draw("place:" + lot(room, draft))))
                .toList();
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        int place = (int) room.notes().stream().filter(Note::onBoard).count();
        List<Uncovered> notes = new ArrayList<>();
        for (Note draft : drafts) {
            notes.add(new Uncovered(
                    fate(room, draft),
                    draft.text(),
                    draft.kind(),
                    draft.anchor(),
                    Places.x(place),
                    Places.y(place),
                    place));
            place++;
        }
        return Optional.of(new NotesUncovered(phase.id(), List.copyOf(notes)));
    }

    private static List<Note> drafts(Room room, String phase) {
        return room.notes().stream()
                .filter(note ->
                        note.state() == Note.State.ANONYMOUS && note.phase().equals(phase))
                .toList();
    }

    /** The id a draft has once everybody sees it. */
    private static NoteId fate(Room room, Note draft) {
        return new NoteId(room.lots().draw("note:" + lot(room, draft)));
    }

    private static String lot(Room room, Note draft) {
        int run = room.run(draft.phase()).map(PhaseRun::runs).orElse(0);
        return draft.phase() + ":" + run + ":" + draft.id();
    }

    /** The room after the reveal. Whoever applies the log without the claims learns all but whose the notes are. */
    static Room revealed(Room room, NotesUncovered e) {
        List<Entity> fresh = new ArrayList<>();
        e.notes()
                .forEach(note -> fresh.add(new Note(
                        note.note(),
                        MemberId.NOBODY,
                        note.text(),
                        note.kind(),
                        note.anchor(),
                        e.phase(),
                        Note.State.POSTED,
                        note.x(),
                        note.y(),
                        Optional.empty(),
                        note.ordinal(),
                        Entity.Ties.NONE)));
        List<Ref> gone = new ArrayList<>();
        for (Note draft : drafts(room, e.phase())) {
            gone.add(draft.ref());
            fresh.add(new Claim(draft.by(), fate(room, draft), draft.id()));
        }
        return room.exchanging(gone, fresh);
    }

    /** Whether {@code note} is, or became, one of {@code member}'s own anonymous notes. */
    static boolean isOwn(Room room, MemberId member, NoteId note) {
        boolean draft = room.note(note)
                .filter(found ->
                        found.state() == Note.State.ANONYMOUS && found.by().equals(member))
                .isPresent();
        return draft
                || room.claims()
                        .anyMatch(claim ->
                                claim.by().equals(member) && claim.was().equals(note));
    }
}
