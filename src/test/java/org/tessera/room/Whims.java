package org.tessera.room;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tessera.protocol.Action;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.protocol.Timing;
import org.tessera.room.Entity.Statement;
import org.tessera.room.RoomCommand.*;

/** What comes to anybody's mind in a room, allowed or not. */
class Whims extends Drawing {

    Whims(long seed) {
        super(seed);
    }

    /** Something the protocol is about just now, if it is about anything for this person. */
    OfSeat fitting(Room room, MemberId who) {
        if (room.turns().filter(turns -> turns.speaking().contains(who)).isPresent() && chance(0.4)) {
            return chance(0.5) ? new PassTurn() : new EndTurn();
        }
        Role role = room.actingAs(room.member(who).orElseThrow());
        // What a protocol has nothing of changes nothing in how its meetings go.
        boolean asks = room.notes().stream().anyMatch(note -> QuestionLog.isOfLog(room, note));
        if (asks && role == Role.FACILITATOR && chance(0.2)) {
            return retagging(room);
        }
        if (!room.norms().isEmpty() && chance(0.1)) {
            return looking(room);
        }
        List<Action> granted = room.current().stream()
                .flatMap(run -> Stream.of(Action.values())
                        .filter(action -> room.phaseOf(run).grants(role, action)))
                .toList();
        if (granted.contains(Action.SETTLE) && chance(0.6)) {
            return settling(room);
        }
        return some(granted).map(action -> doing(action, room, who)).orElseGet(() -> noting(room, who));
    }

    private OfSeat doing(Action action, Room room, MemberId who) {
        return switch (action) {
            case POST -> noting(room, who);
            case ARRANGE -> arranging(room, who);
            case VOTE -> voting(room, who);
            case STATEMENT -> editing(room, who);
            case ANSWER -> answering(room);
            case GOAL ->
                chance(0.5)
                        ? new AddGoal(uuid(), text())
                        : new EditGoal(some(room.goals()).map(Entity.Goal::id).orElseGet(this::uuid), text());
            case ITEM ->
                switch (below(4)) {
                    case 0, 1 -> new AddItem(uuid(), text());
                    case 2 -> new EditItem(item(room), text());
                    default -> new RemoveItem(item(room));
                };
            case SCORE -> new SubmitScore(item(room), 1 + below(chance(0.9) ? 4 : 6), some(text()));
            case SETTLE -> settling(room);
            case REPLY -> chance(0.8) ? new ReplyNote(uuid(), question(room), text()) : noting(room, who);
            case ADOPT ->
                chance(room.norms().isEmpty() ? 0.9 : 0.5)
                        ? new AdoptNorm(draft(room), text())
                        : new DropNorm(some(room.norms()).map(Entity.Norm::id).orElseGet(this::uuid));
            case CHOOSE ->
                new Choose(room.current()
                        .flatMap(run -> some(room.phaseOf(run).tools().choices()))
                        .map(choice -> chance(0.9) ? choice.id() : "nowhere")
                        .orElse("nowhere"));
        };
    }

    private OfSeat answering(Room room) {
        if (isRunning(room, Instrument.CHECKLIST)) {
            return new AnswerItem(item(room), chance(0.9) ? chance(0.8) ? "yes" : "no" : "perhaps", some(text()));
        }
        return new AnswerCheck(
                room.groupStatement().map(Statement::id).orElseGet(this::uuid), chance(0.9) ? 3 + below(3) : below(7));
    }

    private OfSeat settling(Room room) {
        if (isRunning(room, Instrument.AGREEMENT) || chance(0.1)) {
            return new SettleScore(item(room), 1 + below(chance(0.9) ? 4 : 6), some(text()));
        }
        UUID item = item(room);
        return chance(0.2) ? new OpenItem(item) : new SettleItem(item, outcome(room, item), some(text()));
    }

    /** What the room would take, more often than not. */
    private String outcome(Room room, UUID item) {
        return room.consensus(phase(room), item)
                .filter(consensus -> chance(0.9))
                .map(consensus -> consensus.percent() < 80 ? "none" : consensus.yes() > consensus.no() ? "yes" : "no")
                .orElseGet(() -> some(List.of("yes", "no", "none", "maybe")).orElseThrow());
    }

    private static boolean isRunning(Room room, Instrument instrument) {
        return room.current()
                .filter(run -> room.phaseOf(run).instrument() == instrument)
                .isPresent();
    }

    /** One of the running phase more often than one of another. */
    private UUID item(Room room) {
        List<Entity.Item> here = room.current()
                .map(run -> Items.itemsOf(room, room.phaseOf(run)))
                .orElse(List.of());
        return some(chance(0.9) && !here.isEmpty() ? here : room.items())
                .map(Entity.Item::id)
                .orElseGet(this::uuid);
    }

    private @org.jspecify.annotations.Nullable String some(String text) {
        return chance(0.7) ? text : null;
    }

    OfSeat writing(Room room, MemberId who) {
        return switch (below(11)) {
            case 0 -> chance(0.5) ? new Ready() : new NotReady();
            case 2 ->
                some(List.<OfSeat>of(
                                new TakeFacilitation(), new PassTurn(), new EndTurn(), new ShareVoice(chance(0.8))))
                        .orElseThrow();
            case 3 -> looking(room);
            case 1 ->
                some(List.<OfSeat>of(
                                new RaiseHand(), new LowerHand(), new AskTime(), new AgreeNorms(), new Undo(uuid())))
                        .orElseThrow();
            default -> doing(some(List.of(Action.values())).orElseThrow(), room, who);
        };
    }

    /** Back at the norms: how they were kept, or which of them is hard. */
    private OfSeat looking(Room room) {
        return chance(0.5)
                ? new CheckNorms(
                        some(List.of("all", "most", "few", "none")).orElseThrow(),
                        chance(0.5) ? null : Integer.valueOf(below(3)))
                : new FlagNorm(some(room.norms()).map(Entity.Norm::id).orElseGet(this::uuid), chance(0.6));
    }

    private OfSeat noting(Room room, MemberId who) {
        return switch (below(10)) {
            case 0, 1, 2 -> new AddNote(uuid(), text(), kind(), anchor(room), group(room, 0.2), chance(0.3));
            case 3, 4 -> new AddNote(uuid(), text(), null, null, null, chance(0.3), null, null, earlier(room));
            case 5 -> new EditNote(note(room, who), text());
            case 6 -> new RemoveNote(note(room, who));
            case 7, 8 -> new PostNote(note(room, who));
            default -> new KeepNote(note(room, who));
        };
    }

    /** Sometimes a step that people should have worked on before, where there is one. */
    private @org.jspecify.annotations.Nullable String earlier(Room room) {
        List<Phase> before = room.pack().phases().stream()
                .filter(phase -> phase.timing() == Timing.BEFORE)
                .toList();
        return !before.isEmpty() && chance(0.3) ? some(before).map(Phase::id).orElse(null) : null;
    }

    private OfSeat arranging(Room room, MemberId who) {
        UUID group = group(room, 0.5) instanceof UUID there ? there : uuid();
        return switch (below(6)) {
            case 3 -> new JoinNote(note(room, who), chance(0.6) ? note(room, who) : null);
            case 4 -> new LinkNotes(note(room, who), note(room, who));
            case 5 -> unlinking(room);
            case 0 -> new MoveNote(note(room, who), below(900), below(900), group(room, 0.5));
            case 1 -> new GroupNotes(group, List.of(note(room, who), note(room, who)));
            default -> new NameGroup(group, secret());
        };
    }

    private OfSeat unlinking(Room room) {
        return some(room.links().toList())
                .map(link -> new UnlinkNotes(link.from().value(), link.to().value()))
                .orElseGet(() -> new UnlinkNotes(uuid(), uuid()));
    }

    private OfSeat voting(Room room, MemberId who) {
        Optional<UUID> marked = room.ballot(who, phase(room))
                .flatMap(
                        ballot -> some(ballot.marks().keySet().stream().sorted().toList()));
        return chance(marked.isPresent() ? 0.6 : 0.1)
                ? new RetractVote(marked.orElseGet(() -> note(room, who)))
                : new CastVote(group(room, 0.5) instanceof UUID group ? group : note(room, who));
    }

    /** Puts something in front, behind, or in the place of a text; sometimes from a version that is gone. */
    private OfSeat editing(Room room, MemberId who) {
        List<Statement> own = room.statements().stream()
                .filter(s -> s.people().contains(who) || s.phase().equals(phase(room)))
                .toList();
        Optional<Statement> found = chance(0.7) ? some(own) : some(room.statements());
        if (found.isEmpty()) {
            return Commands.write(uuid(), text());
        }
        Statement statement = found.get();
        int length = statement.text().length();
        String insertion = CanonicalJson.write(List.of(0, text() + " "));
        String changes =
                switch (below(10)) {
                    case 0, 1, 2 -> "[" + insertion + "," + length + "]";
                    case 3, 4, 5, 6 -> "[" + length + "," + insertion + "]";
                    case 7, 8 -> "[" + CanonicalJson.write(List.of(length, text())) + "]";
                    default -> "[" + below(40) + "," + insertion + "]";
                };
        return new EditStatement(statement.id(), statement.version() - (chance(0.1) ? 1 : 0), changes);
    }

    RetagNote retagging(Room room) {
        return new RetagNote(
                question(room),
                some(List.of("clarifying", "probing", "feedback", "praise")).orElseThrow());
    }

    /** A drafted norm more often than another note. */
    UUID draft(Room room) {
        return some(room.notes().stream()
                        .filter(note -> chance(0.1) || (note.kind() == NoteKind.NORM && note.onBoard()))
                        .toList())
                .map(note -> note.id().value())
                .orElseGet(this::uuid);
    }

    /** A note of the question log more often than another. */
    UUID question(Room room) {
        return some(room.notes().stream()
                        .filter(note -> chance(0.1) || QuestionLog.isOfLog(room, note))
                        .toList())
                .map(note -> note.id().value())
                .orElseGet(this::uuid);
    }
}
