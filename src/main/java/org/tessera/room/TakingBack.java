package org.tessera.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.tessera.protocol.Action;
import org.tessera.protocol.Text;
import org.tessera.room.Decision.Accepted;
import org.tessera.room.Decision.Refused;
import org.tessera.room.Entity.Group;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.Status;
import org.tessera.room.RoomCommand.*;
import org.tessera.room.RoomEvent.*;

/**
 * The rules of taking back: how what somebody did is put as it was before, or why it stays. Nobody may take back what he
 * or she may not do now, and nothing that others have gone on from: least of all what they have written.
 */
final class TakingBack {

    private static final UUID NOT_YET = new UUID(0, 0);

    private final TakeBack asked;
    private final Actor actor;
    private final MemberId me;
    private final Instant now;
    private final List<RoomEvent> back = new ArrayList<>();
    private Room room;

    private TakingBack(Room room, TakeBack asked, Actor actor, MemberId me, Instant now) {
        this.room = room;
        this.asked = asked;
        this.actor = actor;
        this.me = me;
        this.now = now;
    }

    static Decision decide(Room room, TakeBack asked, Actor actor, Instant now) {
        Optional<Member> me = actor.who().flatMap(room::member);
        if (me.isEmpty()) {
            return new Refused(Refusal.NOT_ALLOWED);
        }
        return room.setting().status() == Status.CLOSED
                ? new Refused(Refusal.ROOM_CLOSED)
                : new TakingBack(room, asked, actor, me.get().id(), now).decision();
    }

    private Decision decision() {
        for (RoomEvent done : asked.done().reversed()) {
            switch (inverse(done)) {
                case Refused refused -> {
                    return refused;
                }
                case Accepted accepted -> accepted.events().forEach(this::happen);
            }
        }
        if (back.isEmpty()) {
            return stays();
        }
        back.add(new TakenBack(asked.command()));
        return new Accepted(List.copyOf(back), List.of());
    }

    /** What is taken back later is decided in the room as it is by then. */
    private void happen(RoomEvent event) {
        back.add(event);
        room = room.apply(new Recorded(room.seq() + 1, NOT_YET, now, actor.who(), event));
    }

    private Decision inverse(RoomEvent done) {
        return switch (done) {
            case NoteAdded e -> rule(new RemoveNote(e.note().value()));
            case NoteRemoved e -> restored(e.was());
            case NoteEdited e
            when isNote(e.note(), note -> note.text().equals(e.text())) ->
                rule(new EditNote(e.note().value(), e.was()));
            case NotePosted e -> withdrawn(e);
            case NoteKept e when isNote(e.note(), note -> note.state() == Note.State.ASIDE) -> outOfTheDrawer(e);
            case NoteRestored e when isNote(e.note(), note -> isPlacedAs(note, e.is())) -> placed(e.note(), e.was());
            case NoteMoved e
            when isNote(
                    e.note(),
                    note -> note.x() == e.x()
                            && note.y() == e.y()
                            && note.group().equals(e.group())) ->
                rule(new MoveNote(
                        e.note().value(), e.wasX(), e.wasY(), e.wasGroup().orElse(null)));
            case NotesGrouped e -> ungrouped(e);
            case GroupDissolved e -> regrouped(e);
            case GroupNamed e
            when room.group(e.group()).filter(g -> g.name().equals(e.name())).isPresent()
                    && nobodySince(
                            later -> later instanceof GroupNamed n && n.group().equals(e.group())) ->
                rule(new NameGroup(e.group(), e.was()));
            case VoteCast e -> isVotedNow(e.phase()) ? rule(new RetractVote(e.target())) : without(Action.VOTE);
            case VoteRetracted e -> isVotedNow(e.phase()) ? rule(new CastVote(e.target())) : without(Action.VOTE);
            case GoalAdded e when isGoalAsLeft(e.goal(), e.text()) -> goalRemoved(e);
            case GoalAdded e -> without(Action.GOAL);
            case GoalRemoved e -> rule(new AddGoal(e.goal(), e.was()));
            case ItemAdded e when isItemAsLeft(e.item(), e.text()) -> rule(new RemoveItem(e.item()));
            case ItemReworded e
            when isItemAsLeft(e.item(), e.text()) ->
                Items.mayChange(room, e.item(), member())
                        .<Decision>map(Refused::new)
                        .orElseGet(() -> accepted(new ItemReworded(e.item(), e.was(), e.text())));
            case ItemRemoved e
            when room.item(e.item()).isEmpty() ->
                Items.refusal(room, member()).<Decision>map(Refused::new).orElseGet(() -> accepted(e.was()));
            case GoalReworded e when isGoalAsLeft(e.goal(), e.text()) -> rule(new EditGoal(e.goal(), e.was()));
            case NoteRetagged e
            when isNote(e.note(), note -> note.kind() == e.kind()) ->
                rule(new RetagNote(e.note().value(), e.was().word()));
            case NormAdopted e
            when isNormAsLeft(e) ->
                rule(e.was().isPresent() ? new AdoptNorm(e.norm(), e.was().get()) : new DropNorm(e.norm()));
            case NormDropped e when room.norm(e.norm()).isEmpty() -> rule(new AdoptNorm(e.norm(), e.was()));
            case ReadySet e
            when room.member(e.member())
                            .filter(member -> member.ready() == e.ready())
                            .isPresent()
                    && isSamePhase() -> accepted(new ReadySet(e.member(), !e.ready()));
            case NotesLinked e -> rule(new UnlinkNotes(e.from().value(), e.to().value()));
            case NotesUnlinked e -> rule(new LinkNotes(e.from().value(), e.to().value()));
            case HandSet e
            when member().hand().isPresent() == e.up() && isSamePhase() ->
                accepted(new HandSet(me, !e.up(), member().hand().or(e::since)));
            case NoteJoined e
            when isNote(e.note(), note -> note.ties().mergedInto().equals(e.into())) ->
                rule(new JoinNote(e.note().value(), e.was().map(NoteId::value).orElse(null)));
            // A turn that went on with what was said does not come back.
            case FloorLeft e -> new Accepted(List.of(), List.of());
            case TurnCame e -> new Accepted(List.of(), List.of());
            case TakenBack e -> new Accepted(List.of(), List.of());
            default -> stays();
        };
    }

    // Notes

    private boolean isNote(NoteId id, Predicate<Note> so) {
        return seen(id).filter(so).isPresent();
    }

    /** A note one may not see is for the one who undoes as if it were not there. */
    private Optional<Note> seen(NoteId id) {
        return room.note(id).filter(note -> note.isSeenBy(me));
    }

    private Decision restored(NoteAdded was) {
        if (room.note(was.note()).isPresent()) {
            return stays();
        }
        return switch (was.state()) {
            case POSTED ->
                Rulebook.refusal(
                                room,
                                member(),
                                QuestionLog.writing(
                                        room, was.phase(), was.ties().orElse(Entity.Ties.NONE)))
                        .or(() -> Rulebook.isPostingSpent(room, Rulebook.latestPhase(room), member())
                                ? Optional.of(Refusal.BUDGET_SPENT)
                                : Optional.empty())
                        .<Decision>map(Refused::new)
                        .orElseGet(() -> accepted(standing(was).asLateAsItWas()));
            // After its phase nothing would ever open the note again.
            case SEALED, AMONG, ANONYMOUS ->
                room.setting().phase().filter(was.phase()::equals).isEmpty() || Rulebook.isLocked(room)
                        ? new Refused(Refusal.PHASE_CLOSED)
                        : accepted(standing(was).asLateAsItWas());
            case PRIVATE, ASIDE -> accepted(standing(was).asLateAsItWas());
        };
    }

    /** The note as it was, but in no group and about no file that is gone. */
    private NoteAdded standing(NoteAdded was) {
        return was.in(was.group().filter(group -> room.group(group).isPresent()))
                .pointingAt(was.anchor()
                        .filter(place -> room.material(place.material()).isPresent()));
    }

    /** Logs of earlier days do not say where a posted note came from; there it goes into the drawer. */
    private Decision withdrawn(NotePosted e) {
        return e.from().isPresent()
                ? placed(e.note(), e.from().get())
                : rule(new KeepNote(e.note().value()));
    }

    private Decision outOfTheDrawer(NoteKept e) {
        Note note = room.note(e.note()).orElseThrow();
        return placed(note.id(), NoteAdded.of(note.in(e.was(), note.ordinal())));
    }

    /** Puts a note where it was, under the rule of the command that could bring it there; its words stay. */
    private Decision placed(NoteId id, NoteAdded where) {
        Optional<Note> found = seen(id);
        if (found.isEmpty()) {
            return stays();
        }
        Note note = found.get();
        if (where.state() == Note.State.AMONG
                && room.setting().phase().filter(where.phase()::equals).isEmpty()) {
            return new Refused(Refusal.PHASE_CLOSED);
        }
        boolean onBoard = where.state() == Note.State.POSTED;
        Decision may = onBoard == note.onBoard()
                ? rule(new EditNote(id.value(), note.text()))
                : rule(onBoard ? new PostNote(id.value()) : new KeepNote(id.value()));
        return may instanceof Refused
                ? may
                : accepted(new NoteRestored(
                        id, standing(where.reading(note.text())).asLateAs(note), NoteAdded.of(note)));
    }

    private static boolean isPlacedAs(Note note, NoteAdded where) {
        return NoteAdded.of(note).equals(where.reading(note.text()));
    }

    private Decision ungrouped(NotesGrouped e) {
        Optional<Refusal> no = Rulebook.refusal(room, member(), Action.ARRANGE);
        if (no.isPresent()) {
            return new Refused(no.get());
        }
        List<RoomEvent> events = new ArrayList<>();
        for (NoteId each : e.notes()) {
            Optional<Note> note = room.note(each)
                    .filter(Note::onSomeBoard)
                    .filter(n -> n.isSeenBy(me))
                    .filter(n -> n.group().filter(e.group()::equals).isPresent());
            Optional<UUID> was = Optional.ofNullable(e.was().get(each.value()))
                    .filter(group -> room.group(group).isPresent());
            note.filter(n -> !n.group().equals(was))
                    .ifPresent(n -> events.add(new NoteMoved(each, n.x(), n.y(), was, n.x(), n.y(), n.group())));
        }
        boolean kept = room.notes().stream()
                .filter(note -> events.stream()
                        .noneMatch(moved -> ((NoteMoved) moved).note().equals(note.id())))
                .anyMatch(note -> note.group().filter(e.group()::equals).isPresent());
        if ((!events.isEmpty() || e.notes().isEmpty()) && !kept) {
            room.group(e.group())
                    .filter(this::isBare)
                    .ifPresent(g -> events.add(new GroupDissolved(g.id(), g.x(), g.y())));
        }
        return new Accepted(events, List.of());
    }

    /** Whether nobody has named the group or given it a dot. */
    private boolean isBare(Group group) {
        return group.name().isEmpty()
                && room.shelf(Shelf.BALLOTS).values().stream()
                        .map(Entity.Ballot.class::cast)
                        .noneMatch(ballot -> ballot.marks().containsKey(group.id()));
    }

    private Decision regrouped(GroupDissolved e) {
        return Rulebook.refusal(room, member(), Action.ARRANGE)
                .<Decision>map(Refused::new)
                .orElseGet(() -> room.group(e.group()).isPresent()
                        ? stays()
                        : accepted(new NotesGrouped(e.group(), List.of(), e.x(), e.y(), Map.of())));
    }

    // Votes, goals and signals

    private boolean isVotedNow(String phase) {
        return room.setting().phase().filter(phase::equals).isPresent();
    }

    private boolean isItemAsLeft(UUID item, Text text) {
        return room.item(item).filter(i -> i.text().equals(text)).isPresent();
    }

    private boolean isGoalAsLeft(UUID goal, String text) {
        return room.goal(goal).filter(g -> g.text().equals(text)).isPresent()
                && nobodySince(
                        later -> later instanceof GoalReworded g && g.goal().equals(goal));
    }

    private boolean isNormAsLeft(NormAdopted e) {
        return room.norm(e.norm()).filter(norm -> norm.text().equals(e.text())).isPresent()
                && nobodySince(later ->
                        later instanceof NormAdopted norm && norm.norm().equals(e.norm()));
    }

    private Decision goalRemoved(GoalAdded e) {
        return Rulebook.refusal(room, member(), Action.GOAL)
                .<Decision>map(Refused::new)
                .orElseGet(() -> accepted(new GoalRemoved(e.goal(), e.text())));
    }

    /** A signal belongs to its phase: with the next one everybody's are down. */
    private boolean isSamePhase() {
        return asked.since().stream().noneMatch(PhaseStarted.class::isInstance);
    }

    /** Whether no other person has done such a thing since: the same words may be theirs by now. */
    private boolean nobodySince(Predicate<RoomEvent> such) {
        return asked.since().stream().noneMatch(such);
    }

    // Answers

    private Member member() {
        return room.member(me).orElseThrow();
    }

    private Decision rule(OfSeat command) {
        return Rulebook.decide(room, command, actor, now);
    }

    private static Decision accepted(RoomEvent event) {
        return new Accepted(List.of(event), List.of());
    }

    /** Why {@code action} is not possible now; if it is, what was done by it has passed all the same. */
    private Decision without(Action action) {
        return new Refused(Rulebook.refusal(room, member(), action).orElse(Refusal.NOTHING_TO_UNDO));
    }

    private static Decision stays() {
        return new Refused(Refusal.NOTHING_TO_UNDO);
    }
}
