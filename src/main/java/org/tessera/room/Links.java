package org.tessera.room;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tessera.protocol.Action;
import org.tessera.room.Decision.Accepted;
import org.tessera.room.Decision.Refused;
import org.tessera.room.Entity.Link;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Note;
import org.tessera.room.RoomCommand.LinkNotes;
import org.tessera.room.RoomCommand.UnlinkNotes;
import org.tessera.room.RoomEvent.NotesLinked;
import org.tessera.room.RoomEvent.NotesUnlinked;

/** Lines between notes of the common board. */
final class Links {

    private Links() {}

    static Decision link(Room room, LinkNotes c, Member me) {
        Optional<Refusal> no = Rulebook.refusal(room, me, Action.ARRANGE);
        if (no.isPresent()) {
            return new Refused(no.get());
        }
        NoteId from = new NoteId(c.from());
        NoteId to = new NoteId(c.to());
        if (from.equals(to)) {
            return new Refused(Refusal.MALFORMED);
        }
        if (!isOnBoard(room, from) || !isOnBoard(room, to)) {
            return new Refused(Refusal.NOTE_UNKNOWN);
        }
        return between(room, from, to).isPresent()
                ? new Accepted(List.of(), List.of())
                : new Accepted(List.of(new NotesLinked(from, to)), List.of());
    }

    static Decision unlink(Room room, UnlinkNotes c, Member me) {
        Optional<Refusal> no = Rulebook.refusal(room, me, Action.ARRANGE);
        if (no.isPresent()) {
            return new Refused(no.get());
        }
        return between(room, new NoteId(c.from()), new NoteId(c.to()))
                .<Decision>map(link -> new Accepted(List.of(new NotesUnlinked(link.from(), link.to())), List.of()))
                .orElseGet(() -> new Refused(Refusal.NOTE_UNKNOWN));
    }

    private static boolean isOnBoard(Room room, NoteId note) {
        return room.note(note).filter(Note::onBoard).isPresent();
    }

    private static Optional<Link> between(Room room, NoteId one, NoteId other) {
        return room.links().filter(link -> link.joins(one) && link.joins(other)).findFirst();
    }

    static Link of(NoteId from, NoteId to) {
        String name = from + ">" + to;
        return new Link(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), from, to);
    }

    /** The lines that lose their hold with {@code note}. */
    static List<Entity.Ref> at(Room room, NoteId note) {
        return room.links().filter(link -> link.joins(note)).map(Link::ref).toList();
    }
}
