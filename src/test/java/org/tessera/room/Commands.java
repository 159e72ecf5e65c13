package org.tessera.room;

import static org.tessera.room.Ids.id;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.tessera.room.RoomCommand.AddGoal;
import org.tessera.room.RoomCommand.AddNote;
import org.tessera.room.RoomCommand.AnchorDraft;
import org.tessera.room.RoomCommand.AnswerCheck;
import org.tessera.room.RoomCommand.AssignRole;
import org.tessera.room.RoomCommand.BringMaterial;
import org.tessera.room.RoomCommand.BringText;
import org.tessera.room.RoomCommand.CastVote;
import org.tessera.room.RoomCommand.EditGoal;
import org.tessera.room.RoomCommand.EditNote;
import org.tessera.room.RoomCommand.EditStatement;
import org.tessera.room.RoomCommand.FormGroups;
import org.tessera.room.RoomCommand.GroupNotes;
import org.tessera.room.RoomCommand.KeepNote;
import org.tessera.room.RoomCommand.MoveNote;
import org.tessera.room.RoomCommand.NameGroup;
import org.tessera.room.RoomCommand.PostNote;
import org.tessera.room.RoomCommand.RemoveNote;
import org.tessera.room.RoomCommand.RetractVote;

/** Commands as tests say them: people and things by name. */
final class Commands {

    private Commands() {}

    static AddNote addNote(String note, String text) {
        return new AddNote(id(note), text, null, null, null, false);
    }

    static AddNote addNoteOfKind(String kind, String note, String text) {
        return new AddNote(id(note), text, kind, null, null, false);
    }

    static AddNote addNoteInGroup(String group, String note, String text) {
        return new AddNote(id(note), text, null, null, id(group), false);
    }

    static AddNote addNoteAt(AnchorDraft anchor, String note, String text) {
        return new AddNote(id(note), text, null, anchor, null, false);
    }

    static AnchorDraft anchor(String material, int page, double x, double y, double w, double h) {
        return new AnchorDraft(id(material), page, x, y, w, h);
    }

    static AddNote addPrivateNote(String note, String text) {
        return new AddNote(id(note), text, null, null, null, true);
    }

    static EditNote editNote(String note, String text) {
        return new EditNote(id(note), text);
    }

    static RemoveNote removeNote(String note) {
        return new RemoveNote(id(note));
    }

    static PostNote postNote(String note) {
        return new PostNote(id(note));
    }

    static KeepNote keepNote(String note) {
        return new KeepNote(id(note));
    }

    static MoveNote moveNote(String note, double x, double y) {
        return new MoveNote(id(note), x, y, null);
    }

    static MoveNote moveNoteInto(String group, String note, double x, double y) {
        return new MoveNote(id(note), x, y, id(group));
    }

    static GroupNotes groupNotes(String group, String... notes) {
        return new GroupNotes(id(group), Arrays.stream(notes).map(Ids::id).toList());
    }

    static NameGroup nameGroup(String group, String name) {
        return new NameGroup(id(group), name);
    }

    static CastVote castVote(String target) {
        return new CastVote(id(target));
    }

    static RetractVote retractVote(String target) {
        return new RetractVote(id(target));
    }

    /** Writes {@code text} into a statement that is still empty. */
    static EditStatement write(UUID statement, String text) {
        return edit(statement, 0, CanonicalJson.write(List.of(List.of(0, text))));
    }

    static EditStatement edit(UUID statement, int base, String changes) {
        return new EditStatement(statement, base, changes);
    }

    static AnswerCheck answer(UUID item, int fingers) {
        return new AnswerCheck(item, fingers);
    }

    static AddGoal addGoal(String goal, String text) {
        return new AddGoal(id(goal), text);
    }

    static EditGoal editGoal(String goal, String text) {
        return new EditGoal(id(goal), text);
    }

    static AssignRole assignRole(String person, String role) {
        return new AssignRole(id(person), role);
    }

    static RoomCommand.Override allow(String person, String action, String reason) {
        return new RoomCommand.Override(id(person), action, reason);
    }

    static FormGroups formGroups(List<String> pair, List<String> other) {
        return new FormGroups(List.of(
                pair.stream().map(Ids::id).toList(), other.stream().map(Ids::id).toList()));
    }

    static FormGroups formGroup(String... people) {
        return new FormGroups(List.of(Arrays.stream(people).map(Ids::id).toList()));
    }

    /** Student work of {@code pages} pages. */
    static BringMaterial work(String material, String title, int pages) {
        return new BringMaterial(id(material), "work", title, pages);
    }

    /** What the presenter tells about the work only when the work has spoken for itself. */
    static BringMaterial context(String material, String title, int pages) {
        return new BringMaterial(id(material), "context", title, pages);
    }

    static BringText existingText(String statement, String title, String text) {
        return new BringText(id(statement), title, text);
    }
}
