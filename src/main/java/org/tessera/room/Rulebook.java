package org.tessera.room;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tessera.protocol.Action;
import org.tessera.protocol.Expiry;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protection;
import org.tessera.protocol.Role;
import org.tessera.protocol.Visibility;
import org.tessera.room.Decision.Accepted;
import org.tessera.room.Decision.Refused;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.Entity.Setting;
import org.tessera.room.Entity.Statement;
import org.tessera.room.Entity.Status;
import org.tessera.room.RoomCommand.*;
import org.tessera.room.RoomEvent.*;

/**
 * The rules of the meeting: what a command leads to, or why it is refused. Pure: the room, the command, who gives it and
 * the time go in, a decision comes out. The protocol's pack is an executable contract here: phase × role × action.
 */
final class Rulebook {

    /** Closing by the clock leaves this much time for what is on its way. */
    static final Duration GRACE = Duration.ofSeconds(2);

    static final int NOTE_LIMIT = 2_000;
    static final int NAME_LIMIT = 120;
    static final int STATEMENT_LIMIT = 4_000;
    static final int SENTENCE_LIMIT = 500;
    static final int MINUTES_LIMIT = 60;
    static final int BOARD_EDGE = 100_000;

    private Rulebook() {}

    /** Decides {@code command}, given by {@code actor} at {@code now}, in {@code room}. */
    static Decision decide(Room room, RoomCommand command, Actor actor, Instant now) {
        return decide(room, command, actor, now, Presence.UNKNOWN);
    }

    private static Decision decide(Room room, RoomCommand command, Actor actor, Instant now, Presence there) {
        return switch (command) {
            case Among among -> decide(room, among.command(), actor, now, Presence.of(among.present()));
            case OfHouse house -> decideForHouse(room, house, actor, now, there);
            case OfSeat seat -> {
                Optional<Member> member = actor.who().flatMap(room::member);
                if (member.isEmpty()) {
                    yield refuse(Refusal.NOT_ALLOWED);
                }
                if (room.setting().status() == Status.CLOSED) {
                    yield refuse(Refusal.ROOM_CLOSED);
                }
                if (Unrecorded.refuses(room, seat)) {
                    yield refuse(Refusal.NOT_RECORDED);
                }
                yield decideForSeat(room, seat, member.get(), now, there);
            }
        };
    }

    private static Decision decideForSeat(Room room, OfSeat command, Member me, Instant now, Presence there) {
        return switch (command) {
            case AgreeNorms c -> me.agreed() ? nothing() : accept(new NormsAgreed(me.id()));
            case Ready c -> Readying.decide(room, me, true);
            case NotReady c -> Readying.decide(room, me, false);
            case RaiseHand c ->
                me.hand().isPresent() ? nothing() : accept(new HandSet(me.id(), true, Optional.empty()));
            case LowerHand c -> me.hand().isPresent() ? accept(new HandSet(me.id(), false, me.hand())) : nothing();
            case AskTime c when OwnTime.isRunning(room) -> refuse(Refusal.OPEN_ENDED);
            case AskTime c -> accept(new TimeAsked(me.id()));
            case PassTurn c -> Rounds.handOn(room, me, true, now, there);
            case EndTurn c -> Rounds.handOn(room, me, false, now, there);
            case GiveFloor c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case GiveFloor c -> Rounds.giveFloor(room, c);
            case OrderTurns c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case OrderTurns c -> Rounds.orderTurns(room, c);
            case ShareVoice c ->
                room.voice(me.id()).agreed() == c.agreed()
                        ? nothing()
                        : accept(new VoiceAgreed(me.id(), c.agreed(), there.takingPart(room)));
            case AddNote c -> addNote(room, c, me, now);
            case EditNote c -> editNote(room, c, me);
            case RemoveNote c -> removeNote(room, c, me);
            case PostNote c -> postNote(room, c, me, now);
            case KeepNote c -> keepNote(room, c, me);
            case MoveNote c -> moveNote(room, c, me);
            case GroupNotes c -> groupNotes(room, c, me);
            case JoinNote c -> joinNote(room, c, me);
            case NameGroup c -> nameGroup(room, c, me);
            case LinkNotes c -> Links.link(room, c, me);
            case UnlinkNotes c -> Links.unlink(room, c, me);
            case CastVote c -> castVote(room, c, me);
            case RetractVote c -> retractVote(room, c, me);
            case EditStatement c -> editStatement(room, c, me);
            case AnswerCheck c -> answerCheck(room, c, me);
            case AddGoal c -> addGoal(room, c, me);
            case EditGoal c -> editGoal(room, c, me);
            case AddItem c -> Items.add(room, c, me);
            case EditItem c -> Items.reword(room, c, me);
            case RemoveItem c -> Items.remove(room, c, me);
            case AnswerItem c -> Checklist.answer(room, c, me);
            case OpenItem c -> Checklist.open(room, c, me);
            case SettleItem c -> Checklist.settle(room, c, me, person -> true);
            case SubmitScore c -> ScoreSheets.submit(room, c, me);
            case SettleScore c -> ScoreSheets.settle(room, c, me);
            // The shell turns an Undo into a TakeBack with what the named command did.
            case Undo c -> refuse(Refusal.NOTHING_TO_UNDO);
            case FocusQuestion c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case FocusQuestion c -> focusQuestion(room, c);
            case StartPhase c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case StartPhase c -> startPhase(room, c, now, there);
            case SetDue c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case SetDue c -> OwnTime.setDue(room, c, now);
            case ChangeMeeting c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case ChangeMeeting c -> Preparation.change(room, c, now);
            case FitAgenda c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case FitAgenda c -> Agendas.fit(room, c);
            case Rebalance c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case Rebalance c when OwnTime.isRunning(room) -> refuse(Refusal.OPEN_ENDED);
            case Rebalance c -> Agendas.rebalance(room, c, now);
            case ExtendPhase c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case ExtendPhase c -> extendPhase(room, c, now);
            case PausePhase c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case PausePhase c -> pausePhase(room, c);
            case ResumePhase c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case ResumePhase c -> resumePhase(room, c, now);
            case EndPhase c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case EndPhase c -> endPhase(room, c, now);
            case FormGroups c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case FormGroups c -> SmallGroups.form(room, c);
            case AddToGroup c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case AddToGroup c -> SmallGroups.add(room, c);
            case AssignRole c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case AssignRole c -> assignRole(room, c, me);
            case NameCofacilitator c -> Leadership.cofacilitator(room, c, me);
            case NameDeputy c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case NameDeputy c -> Leadership.deputy(room, c);
            // The shell turns it into a TakeOver with who is there.
            case TakeFacilitation c -> refuse(Refusal.FACILITATOR_HERE);
            case RoomCommand.Override c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case RoomCommand.Override c -> override(room, c);
            case CloseRoom c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case CloseRoom c -> closeRoom(room, c, now);
            case CancelMeeting c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case CancelMeeting c -> Preparation.cancel(room, c, now);
            case ReplyNote c -> QuestionLog.reply(room, c, me);
            case RetagNote c when !room.conducts(me) -> refuse(Refusal.FACILITATOR_ONLY);
            case RetagNote c -> QuestionLog.retag(room, c);
            case AdoptNorm c -> Norming.adopt(room, c, me);
            case DropNorm c -> Norming.drop(room, c, me);
            case FlagNorm c -> Norming.flag(room, c, me);
            case CheckNorms c -> Debriefing.check(room, c, me);
            case Choose c -> Choosing.choose(room, c, me);
        };
    }

    private static Decision decideForHouse(Room room, OfHouse command, Actor actor, Instant now, Presence there) {
        return switch (command) {
            case Among c -> decide(room, c, actor, now);
            case Prepare c when room.isPrepared() -> refuse(Refusal.ALREADY_DONE);
            case Prepare c ->
                accept(new RoomPrepared(c.team(), c.title(), c.pack(), c.meetingUrl(), c.norms(), c.scheduledAt()));
            case Admit c when room.member(c.member()).isPresent() -> nothing();
            case Admit c -> accept(new MemberJoined(c.member(), c.role(), c.guest()));
            case Reschedule c -> Preparation.reschedule(room, c);
            case CallOff c -> Preparation.callOff(room, now);
            case BringMaterial c -> Preparation.bring(room, c, actor);
            case TakeAwayMaterial c -> Preparation.takeAway(room, c, actor);
            case BringText c when room.setting().status() == Status.CLOSED -> refuse(Refusal.ROOM_CLOSED);
            case BringText c when c.text().isBlank() -> refuse(Refusal.NOTE_EMPTY);
            case BringText c when c.text().length() > STATEMENT_LIMIT -> refuse(Refusal.TEXT_TOO_LONG);
            case BringText c when room.statement(c.statement()).isPresent() -> nothing();
            case BringText c -> accept(new TextBrought(c.statement(), c.title(), c.text()));
            case TakeBack c -> TakingBack.decide(room, c, actor, now);
            case Settle c -> Checklist.settle(room, c, actor);
            case TimeUp c -> timeUp(room, c, now, there);
            case TurnUp c -> Rounds.timeUp(room, c, now);
            case Succeed c -> Leadership.succeed(room, c);
            case TakeOver c -> takeOver(room, c, actor);
        };
    }

    private static Decision takeOver(Room room, TakeOver c, Actor actor) {
        Optional<Member> me = actor.who().flatMap(room::member);
        if (me.isEmpty()) {
            return refuse(Refusal.NOT_ALLOWED);
        }
        return room.setting().status() == Status.CLOSED
                ? refuse(Refusal.ROOM_CLOSED)
                : Leadership.takeOver(room, c, me.get());
    }

    // Rights

    /** Why {@code me} may not do {@code action} now; empty if the protocol, or an override, grants it. */
    static Optional<Refusal> refusal(Room room, Member me, Action action) {
        Optional<Refusal> closed = closed(room);
        if (closed.isPresent()) {
            return closed;
        }
        PhaseRun run = room.current().orElseThrow();
        if (run.locked()) {
            return Optional.of(Refusal.PHASE_CLOSED);
        }
        if (room.phaseOf(run).grants(room.actingAs(me), action) || room.isGranted(me.id(), action)) {
            return Optional.empty();
        }
        return Optional.of(room.actingAs(me) == Role.PRESENTER ? Refusal.PRESENTER_LISTENS : Refusal.ROLE_MAY_NOT);
    }

    static Optional<Refusal> closed(Room room) {
        return notBegun(room).or(() -> room.current().isEmpty() ? Optional.of(Refusal.PHASE_CLOSED) : Optional.empty());
    }

    /** What only its writer sees is open from the first phase to the end, between two phases too. */
    private static Optional<Refusal> notBegun(Room room) {
        return room.setting().status() == Status.WAITING ? Optional.of(Refusal.ROOM_NOT_STARTED) : Optional.empty();
    }

    static boolean isLocked(Room room) {
        return room.current().filter(PhaseRun::locked).isPresent();
    }

    /** The running phase, or the one that ended last. */
    static Phase latestPhase(Room room) {
        return room.pack().phases().get(positionOf(room));
    }

    /** Whether {@code me} may know of {@code note}; one a person may not see is refused like one there is not. */
    private static boolean sees(Member me, Note note) {
        return note.isSeenBy(me.id());
    }

    // Notes

    private static Decision addNote(Room room, AddNote c, Member me, Instant now) {
        NoteId id = new NoteId(c.note());
        if (Anonymous.isOwn(room, me.id(), id)) {
            // Sent twice: nothing else remembers it.
            return nothing();
        }
        Optional<Phase> missed = OwnTime.missed(room, c);
        Optional<Refusal> closed = c.isPrivate() || missed.isPresent() ? notBegun(room) : closed(room);
        if (closed.isPresent()) {
            return refuse(closed.get());
        }
        if (c.phase() != null
                && missed.isEmpty()
                && room.setting().phase().filter(c.phase()::equals).isEmpty()) {
            return refuse(Refusal.PHASE_CLOSED);
        }
        Phase phase = missed.orElseGet(() -> latestPhase(room));
        Note.State state = missed.isPresent() ? Note.State.PRIVATE : stateOf(c, phase, me);
        if (state == Note.State.POSTED || state == Note.State.AMONG) {
            Optional<Refusal> no = refusal(room, me, Action.POST);
            if (no.isPresent()) {
                return refuse(no.get());
            }
            Optional<Refusal> others =
                    Rounds.notNow(room, me, Optional.ofNullable(c.speaker()).map(MemberId::new));
            if (others.isPresent()) {
                return refuse(others.get());
            }
            if (isPostingSpent(room, phase, me)) {
                return refuse(Refusal.BUDGET_SPENT);
            }
        } else if (c.speaker() != null) {
            return refuse(Refusal.NOT_THEIR_TURN);
        }
        if ((state == Note.State.SEALED || state == Note.State.ANONYMOUS) && isLocked(room)) {
            return refuse(Refusal.PHASE_CLOSED);
        }
        Optional<Refusal> wrong = wrongText(c.text(), NOTE_LIMIT);
        if (wrong.isPresent()) {
            return refuse(wrong.get());
        }
        Optional<NoteKind> kind = kindOf(c, phase, state);
        if (kind.isEmpty()) {
            return refuse(Refusal.KIND_CLOSED);
        }
        if (c.anchor() != null && !isAnchor(room, c.anchor())) {
            return refuse(Refusal.ANCHOR_INVALID);
        }
        if (c.group() != null
                && room.group(c.group())
                        .filter(group -> SmallGroups.mayUse(room, me.id(), group))
                        .isEmpty()) {
            return refuse(Refusal.GROUP_UNKNOWN);
        }
        if (room.note(id).isPresent()) {
            return refuse(Refusal.NOTE_UNKNOWN);
        }
        Optional<NoteId> replyTo = Optional.ofNullable(c.replyTo()).map(NoteId::new);
        if (replyTo.isPresent() && phase.instrument() != Instrument.BOARD) {
            return refuse(Refusal.TARGET_UNKNOWN);
        }
        if (replyTo.isPresent()
                && room.note(replyTo.get())
                        .filter(note -> note.onSomeBoard() && sees(me, note))
                        .isEmpty()) {
            return refuse(Refusal.NOTE_UNKNOWN);
        }
        Optional<Entity.Ties> ties = state == Note.State.AMONG
                ? SmallGroups.tiesOf(room, phase, me.id(), replyTo)
                : tiesOnBoard(room, phase, state, c.text(), replyTo);
        if (state == Note.State.AMONG && ties.isEmpty()) {
            return refuse(Refusal.NO_GROUP);
        }
        int place =
                switch (state) {
                    case POSTED -> nextOnBoard(room);
                    case AMONG ->
                        SmallGroups.nextPlace(
                                room, ties.flatMap(Entity.Ties::pair).orElseThrow());
                    case PRIVATE, SEALED, ANONYMOUS, ASIDE -> nextOwn(room, me);
                };
        NoteAdded added = new NoteAdded(
                id,
                c.speaker() == null ? me.id() : new MemberId(c.speaker()),
                c.text().strip(),
                kind.get(),
                Optional.ofNullable(c.anchor())
                        .map(a -> new Entity.Anchor(a.material(), a.page(), a.x(), a.y(), a.w(), a.h())),
                phase.id(),
                state,
                Places.x(place),
                Places.y(place),
                Optional.ofNullable(c.group()),
                place,
                ties);
        return state == Note.State.POSTED ? said(room, List.of(added), now) : accept(added);
    }

    /** What a note of the common board answers, and what it stands with because that was said already. */
    private static Optional<Entity.Ties> tiesOnBoard(
            Room room, Phase phase, Note.State state, String text, Optional<NoteId> replyTo) {
        if (state != Note.State.POSTED) {
            return Optional.empty();
        }
        Entity.Ties answering = replyTo.map(Entity.Ties.NONE::answering).orElse(Entity.Ties.NONE);
        return Optional.of(answering.mergedInto(Rounds.saidAlready(room, phase, text)))
                .filter(ties -> !ties.equals(Entity.Ties.NONE));
    }

    /** Something came to the board, and where each says one thing at a time the turn goes on with it. */
    private static Decision said(Room room, List<RoomEvent> happened, Instant now) {
        List<RoomEvent> events = new ArrayList<>(happened);
        events.addAll(Rounds.afterSaying(room, now));
        return new Accepted(List.copyOf(events), List.of());
    }

    /** Watching coaches write for themselves only, also where others write what a reveal will open. */
    private static Note.State stateOf(AddNote c, Phase phase, Member me) {
        if (c.isPrivate() || phase.visibility() == Visibility.PRIVATE) {
            return Note.State.PRIVATE;
        }
        if (isSealedBoard(phase)) {
            return me.role() == Role.COACH ? Note.State.PRIVATE : Note.State.SEALED;
        }
        if (Anonymous.isAnonymous(phase)) {
            return me.role() == Role.COACH ? Note.State.PRIVATE : Note.State.ANONYMOUS;
        }
        return SmallGroups.haveBoards(phase) ? Note.State.AMONG : Note.State.POSTED;
    }

    /** Notes are sealed on a board only; a sealed ballot or draft is no way onto the board. */
    private static boolean isSealedBoard(Phase phase) {
        return phase.visibility() == Visibility.SEALED && phase.instrument() == Instrument.BOARD;
    }

    private static Optional<NoteKind> kindOf(AddNote c, Phase phase, Note.State state) {
        NoteKind usual = phase.kinds().isEmpty() ? NoteKind.NOTE : phase.kinds().getFirst();
        if (c.kind() == null) {
            return Optional.of(usual);
        }
        boolean own = state == Note.State.PRIVATE;
        for (NoteKind kind : NoteKind.values()) {
            if (kind.word().equals(c.kind()) && (phase.kinds().contains(kind) || kind == usual || own)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static boolean isAnchor(Room room, AnchorDraft a) {
        return room.material(a.material())
                        .filter(m -> !m.locked() && a.page() >= 1 && a.page() <= m.pages())
                        .isPresent()
                && isFraction(a.x())
                && isFraction(a.y())
                && isFraction(a.w())
                && isFraction(a.h())
                && a.x() + a.w() <= 1.001
                && a.y() + a.h() <= 1.001;
    }

    private static boolean isFraction(double value) {
        return value >= 0 && value <= 1;
    }

    static int nextOnBoard(Room room) {
        return room.notes().stream()
                        .filter(Note::onBoard)
                        .mapToInt(Note::ordinal)
                        .max()
                        .orElse(-1)
                + 1;
    }

    private static int nextOwn(Room room, Member me) {
        return room.notes().stream()
                        .filter(note -> !note.onBoard() && note.by().equals(me.id()))
                        .mapToInt(Note::ordinal)
                        .max()
                        .orElse(-1)
                + 1;
    }

    /** A board with a budget takes so many notes from each person; what a reveal opened does not count. */
    static boolean isPostingSpent(Room room, Phase phase, Member me) {
        return phase.instrument() == Instrument.BOARD
                && phase.budget() > 0
                && room.notes().stream()
                                .filter(note -> note.onSomeBoard() && note.by().equals(me.id()))
                                .filter(note -> !wasSealed(room, note))
                                .count()
                        >= phase.budget();
    }

    /** Whether a reveal opened {@code note}, or will. */
    static boolean wasSealed(Room room, Note note) {
        return room.pack().phase(note.phase()).filter(Rulebook::isSealedBoard).isPresent();
    }

    private static Decision editNote(Room room, EditNote c, Member me) {
        return withOwnNote(room, c.note(), me, note -> {
            Optional<Refusal> wrong = wrongText(c.text(), NOTE_LIMIT);
            if (wrong.isPresent()) {
                return refuse(wrong.get());
            }
            String text = c.text().strip();
            return text.equals(note.text()) ? nothing() : accept(new NoteEdited(note.id(), text, note.text()));
        });
    }

    private static Decision removeNote(Room room, RemoveNote c, Member me) {
        return withOwnNote(
                room,
                c.note(),
                me,
                note -> standsForOthers(room, note)
                        ? refuse(Refusal.TAKEN_UP)
                        : accept(new NoteRemoved(note.id(), NoteAdded.of(note))));
    }

    /** Whether the dots on {@code note} have been counted: they were given to these words, and the count names them. */
    private static boolean isCounted(Room room, Note note) {
        return room.tallies()
                .anyMatch(tally -> tally.counts().containsKey(note.id().value()));
    }

    /** Whether what others said has been joined to {@code note}: without it their words would stand nowhere. */
    private static boolean standsForOthers(Room room, Note note) {
        return room.notes().stream()
                .anyMatch(other -> other.onBoard()
                        && other.ties().mergedInto().filter(note.id()::equals).isPresent());
    }

    private interface NoteRule {
        Decision decide(Note note);
    }

    private static Decision withOwnNote(Room room, UUID id, Member me, NoteRule rule) {
        Optional<Note> found = room.note(new NoteId(id)).filter(note -> sees(me, note));
        if (found.isEmpty()) {
            return refuse(Refusal.NOTE_UNKNOWN);
        }
        Note note = found.get();
        if (note.by().equals(MemberId.NOBODY)) {
            return refuse(Refusal.NOTE_SEALED);
        }
        if (!note.by().equals(me.id())) {
            return refuse(Refusal.NOTE_NOT_YOURS);
        }
        if (note.onBoard() && wasSealed(room, note)) {
            return refuse(Refusal.NOTE_SEALED);
        }
        Optional<Refusal> no = note.onSomeBoard()
                ? refusal(room, me, QuestionLog.writing(room, note.phase(), note.ties()))
                : notBegun(room);
        if (no.isPresent()) {
            return refuse(no.get());
        }
        if (QuestionLog.isAnswered(room, note) || Norming.isTakenUp(room, note) || isCounted(room, note)) {
            return refuse(Refusal.TAKEN_UP);
        }
        if ((note.state() == Note.State.SEALED || note.state() == Note.State.ANONYMOUS) && isLocked(room)) {
            return refuse(Refusal.PHASE_CLOSED);
        }
        return rule.decide(note);
    }

    private static Decision postNote(Room room, PostNote c, Member me, Instant now) {
        Optional<Note> found = room.note(new NoteId(c.note())).filter(note -> sees(me, note));
        if (found.isEmpty()) {
            return refuse(Refusal.NOTE_UNKNOWN);
        }
        Note note = found.get();
        if (!note.by().equals(me.id())) {
            return refuse(Refusal.NOTE_NOT_YOURS);
        }
        if (note.onSomeBoard()) {
            return nothing();
        }
        if (note.state() == Note.State.SEALED || note.state() == Note.State.ANONYMOUS) {
            return refuse(Refusal.NOTE_SEALED);
        }
        Optional<Refusal> no = refusal(room, me, Action.POST).or(() -> Rounds.notNow(room, me, Optional.empty()));
        if (no.isPresent()) {
            return refuse(no.get());
        }
        if (isPostingSpent(room, room.phaseOf(room.current().orElseThrow()), me)) {
            return refuse(Refusal.BUDGET_SPENT);
        }
        Optional<Entity.Ties> ties = Optional.empty();
        int place = nextOnBoard(room);
        if (SmallGroups.haveBoards(room)) {
            ties = SmallGroups.tiesOf(
                    room, latestPhase(room), me.id(), note.ties().replyTo());
            if (ties.isEmpty()) {
                return refuse(Refusal.NO_GROUP);
            }
            place = SmallGroups.nextPlace(room, ties.get().pair().orElseThrow());
        }
        NotePosted posted = new NotePosted(
                note.id(),
                place,
                Places.x(place),
                Places.y(place),
                note.state(),
                Optional.of(NoteAdded.of(note)),
                ties);
        List<RoomEvent> events = new ArrayList<>();
        events.add(posted);
        Rounds.saidAlready(room, room.phaseOf(room.current().orElseThrow()), note.text())
                .ifPresent(other -> events.add(new NoteJoined(note.id(), Optional.of(other), Optional.empty())));
        return said(room, events, now);
    }

    private static Decision keepNote(Room room, KeepNote c, Member me) {
        return withOwnNote(room, c.note(), me, note -> switch (note.state()) {
            case ASIDE -> nothing();
            case SEALED, ANONYMOUS -> refuse(Refusal.NOTE_SEALED);
            case PRIVATE, POSTED, AMONG ->
                QuestionLog.isOfLog(room, note) && QuestionLog.isAnswer(note)
                        ? refuse(Refusal.KIND_CLOSED)
                        : standsForOthers(room, note)
                                ? refuse(Refusal.TAKEN_UP)
                                : accept(new NoteKept(note.id(), note.state()));
        });
    }

    private static Decision moveNote(Room room, MoveNote c, Member me) {
        Optional<Note> found = room.note(new NoteId(c.note())).filter(note -> sees(me, note));
        if (found.isEmpty()) {
            return refuse(Refusal.NOTE_UNKNOWN);
        }
        Note note = found.get();
        Optional<Refusal> no = note.onSomeBoard() ? refusal(room, me, Action.ARRANGE) : notBegun(room);
        if (no.isPresent()) {
            return refuse(no.get());
        }
        if (!isOnBoard(c.x(), c.y())) {
            return refuse(Refusal.MALFORMED);
        }
        Optional<UUID> group = Optional.ofNullable(c.group());
        if (group.isPresent()
                && room.group(group.get())
                        .filter(cluster -> SmallGroups.mayUse(room, me.id(), cluster))
                        .isEmpty()) {
            return refuse(Refusal.GROUP_UNKNOWN);
        }
        boolean there = note.x() == c.x() && note.y() == c.y() && note.group().equals(group);
        return there
                ? nothing()
                : accept(new NoteMoved(note.id(), c.x(), c.y(), group, note.x(), note.y(), note.group()));
    }

    private static boolean isOnBoard(double x, double y) {
        return Math.abs(x) <= BOARD_EDGE && Math.abs(y) <= BOARD_EDGE;
    }

    private static Decision groupNotes(Room room, GroupNotes c, Member me) {
        Optional<Refusal> no = refusal(room, me, Action.ARRANGE);
        if (no.isPresent()) {
            return refuse(no.get());
        }
        List<NoteId> notes = c.notes().stream().map(NoteId::new).distinct().toList();
        if (notes.isEmpty()) {
            return refuse(Refusal.MALFORMED);
        }
        if (room.group(c.group())
                .filter(group -> !SmallGroups.mayUse(room, me.id(), group))
                .isPresent()) {
            return refuse(Refusal.GROUP_UNKNOWN);
        }
        Map<UUID, UUID> was = new LinkedHashMap<>();
        Note first = null;
        for (NoteId each : notes) {
            boolean inGroups = SmallGroups.haveBoards(room);
            Optional<Note> note = room.note(each)
                    .filter(found -> found.state() == (inGroups ? Note.State.AMONG : Note.State.POSTED))
                    .filter(found -> sees(me, found));
            if (note.isEmpty()) {
                return refuse(Refusal.NOTE_UNKNOWN);
            }
            first = first == null ? note.get() : first;
            note.get().group().ifPresent(group -> was.put(each.value(), group));
        }
        if (was.size() == notes.size() && was.values().stream().allMatch(c.group()::equals)) {
            return nothing();
        }
        return accept(
                new NotesGrouped(c.group(), notes, first == null ? 0 : first.x(), first == null ? 0 : first.y(), was));
    }

    private static Decision joinNote(Room room, JoinNote c, Member me) {
        Optional<Refusal> no = refusal(room, me, Action.ARRANGE);
        if (no.isPresent()) {
            return refuse(no.get());
        }
        Optional<Note> note = room.note(new NoteId(c.note())).filter(Note::onBoard);
        Optional<NoteId> into = Optional.ofNullable(c.into()).map(NoteId::new);
        boolean found = into.isEmpty()
                || into.flatMap(room::note)
                        .filter(other ->
                                other.onBoard() && other.ties().mergedInto().isEmpty())
                        .isPresent();
        if (note.isEmpty() || !found) {
            return refuse(Refusal.NOTE_UNKNOWN);
        }
        boolean logged = into.isPresent()
                && Stream.of(note, into.flatMap(room::note))
                        .flatMap(Optional::stream)
                        .anyMatch(each -> QuestionLog.stands(room, each));
        if (logged) {
            return refuse(Refusal.NOTES_NOT_JOINED);
        }
        // What others stand with stays where it is, so that there are never chains.
        boolean carries = room.notes().stream()
                .anyMatch(other ->
                        other.ties().mergedInto().equals(Optional.of(note.get().id())));
        if (into.equals(Optional.of(note.get().id())) || carries && into.isPresent()) {
            return refuse(Refusal.NOTES_NOT_JOINED);
        }
        Optional<NoteId> was = note.get().ties().mergedInto();
        return was.equals(into) ? nothing() : accept(new NoteJoined(note.get().id(), into, was));
    }

    private static Decision nameGroup(Room room, NameGroup c, Member me) {
        Optional<Refusal> no = refusal(room, me, Action.ARRANGE);
        if (no.isPresent()) {
            return refuse(no.get());
        }
        Optional<Entity.Group> group = room.group(c.group()).filter(found -> SmallGroups.mayUse(room, me.id(), found));
        if (group.isEmpty()) {
            return refuse(Refusal.GROUP_UNKNOWN);
        }
        String name = c.name().strip();
        if (!TextChanges.isWhole(name)) {
            return refuse(Refusal.MALFORMED);
        }
        if (name.length() > NAME_LIMIT) {
            return refuse(Refusal.TEXT_TOO_LONG);
        }
        return name.equals(group.get().name())
                ? nothing()
                : accept(new GroupNamed(c.group(), name, group.get().name()));
    }

    // Votes and checks

    private static Decision castVote(Room room, CastVote c, Member me) {
        Optional<Refusal> no = refusal(room, me, Action.VOTE);
        if (no.isPresent()) {
            return refuse(no.get());
        }
        if (!isVotable(room, c.target())) {
            return refuse(Refusal.TARGET_UNKNOWN);
        }
        PhaseRun run = room.current().orElseThrow();
        int spent = room.ballot(me.id(), run.id()).map(Entity.Ballot::spent).orElse(0);
        return spent >= room.phaseOf(run).budget()
                ? refuse(Refusal.BUDGET_SPENT)
                : accept(new VoteCast(me.id(), run.id(), c.target()));
    }

    private static boolean isVotable(Room room, UUID target) {
        return room.group(target).isPresent()
                || room.note(new NoteId(target)).filter(Note::onBoard).isPresent();
    }

    private static Decision retractVote(Room room, RetractVote c, Member me) {
        Optional<Refusal> no = refusal(room, me, Action.VOTE);
        if (no.isPresent()) {
            return refuse(no.get());
        }
        String phase = room.current().orElseThrow().id();
        boolean has = room.ballot(me.id(), phase)
                .filter(ballot -> ballot.marks().getOrDefault(c.target(), 0) > 0)
                .isPresent();
        return has ? accept(new VoteRetracted(me.id(), phase, c.target())) : refuse(Refusal.NO_VOTE);
    }

    private static Decision answerCheck(Room room, AnswerCheck c, Member me) {
        Optional<Refusal> no = refusal(room, me, Action.ANSWER);
        if (no.isPresent()) {
            return refuse(no.get());
        }
        if (room.groupStatement().filter(s -> s.id().equals(c.item())).isEmpty()) {
            return refuse(Refusal.TARGET_UNKNOWN);
        }
        if (c.answer() < 0 || c.answer() > 5) {
            return refuse(Refusal.ANSWER_INVALID);
        }
        boolean given = room.answers().anyMatch(new Entity.Answer(me.id(), c.item(), c.answer())::equals);
        return given ? nothing() : accept(new CheckAnswered(me.id(), c.item(), c.answer()));
    }

    // Statements and goals

    private static Decision editStatement(Room room, EditStatement c, Member me) {
        Optional<Statement> found = room.statement(c.statement())
                .filter(s -> s.shared() || s.people().contains(me.id()));
        if (found.isEmpty()) {
            return refuse(Refusal.STATEMENT_UNKNOWN);
        }
        Statement statement = found.get();
        Optional<Refusal> no = refusal(room, me, Action.STATEMENT);
        if (no.isPresent()) {
            return refuse(no.get());
        }
        boolean open = room.setting().phase().filter(statement.phase()::equals).isPresent() && !statement.fixed();
        boolean mine = statement.people().isEmpty() || statement.people().contains(me.id());
        if (!open || !mine) {
            return refuse(Refusal.PHASE_CLOSED);
        }
        if (c.base() != statement.version()) {
            return refuse(c.base() < statement.version() ? Refusal.STALE : Refusal.CHANGES_INVALID);
        }
        return changed(statement, c.changes());
    }

    private static Decision changed(Statement statement, String json) {
        TextChanges changes;
        try {
            changes = TextChanges.parse(json);
        } catch (IllegalArgumentException e) {
            return refuse(Refusal.CHANGES_INVALID);
        }
        if (!changes.fits(statement.text().length())) {
            return refuse(Refusal.CHANGES_INVALID);
        }
        String text = changes.applyTo(statement.text());
        if (!TextChanges.isWhole(text)) {
            return refuse(Refusal.CHANGES_INVALID);
        }
        return text.length() > STATEMENT_LIMIT
                ? refuse(Refusal.TEXT_TOO_LONG)
                : accept(new StatementEdited(statement.id(), json, statement.version() + 1));
    }

    private static Decision addGoal(Room room, AddGoal c, Member me) {
        Optional<Refusal> no = refusal(room, me, Action.GOAL).or(() -> wrongText(c.text(), SENTENCE_LIMIT));
        if (no.isPresent()) {
            return refuse(no.get());
        }
        return room.goal(c.goal()).isPresent()
                ? refuse(Refusal.GOAL_UNKNOWN)
                : accept(new GoalAdded(c.goal(), c.text().strip()));
    }

    private static Decision editGoal(Room room, EditGoal c, Member me) {
        Optional<Refusal> no = refusal(room, me, Action.GOAL).or(() -> wrongText(c.text(), SENTENCE_LIMIT));
        if (no.isPresent()) {
            return refuse(no.get());
        }
        Optional<Entity.Goal> goal = room.goal(c.goal());
        if (goal.isEmpty()) {
            return refuse(Refusal.GOAL_UNKNOWN);
        }
        String text = c.text().strip();
        return text.equals(goal.get().text())
                ? nothing()
                : accept(new GoalReworded(c.goal(), text, goal.get().text()));
    }

    static Optional<Refusal> wrongText(String text, int limit) {
        if (!TextChanges.isWhole(text)) {
            return Optional.of(Refusal.MALFORMED);
        }
        if (text.isBlank()) {
            return Optional.of(Refusal.NOTE_EMPTY);
        }
        return text.strip().length() > limit ? Optional.of(Refusal.NOTE_TOO_LONG) : Optional.empty();
    }

    // Conducting

    private static Decision focusQuestion(Room room, FocusQuestion c) {
        Optional<Refusal> wrong = wrongText(c.text(), SENTENCE_LIMIT);
        if (wrong.isPresent()) {
            return refuse(wrong.get());
        }
        String text = c.text().strip();
        boolean asked =
                room.setting().focus().filter(f -> f.text().equals(text)).isPresent();
        return asked ? nothing() : accept(new FocusSet(text));
    }

    private static Decision startPhase(Room room, StartPhase c, Instant now, Presence there) {
        String id = c.phase();
        Optional<Refusal> wrong = Debriefing.wrong(c.reason());
        if (wrong.isPresent()) {
            return refuse(wrong.get());
        }
        Optional<Phase> target = room.pack().phase(id);
        if (target.isEmpty()) {
            return refuse(Refusal.PHASE_UNKNOWN);
        }
        if (room.setting().phase().filter(id::equals).isPresent()) {
            return refuse(Refusal.ALREADY_DONE);
        }
        Course course = new Course(room, now, there);
        Optional<Refusal> held = course.endCurrent(Debriefing.given(c.reason()));
        if (held.isPresent()) {
            return refuse(held.get());
        }
        return course.start(target.get()).map(Rulebook::refuse).orElseGet(course::accepted);
    }

    private static Decision endPhase(Room room, EndPhase c, Instant now) {
        if (room.setting().phase().filter(c.phase()::equals).isEmpty()) {
            return refuse(Refusal.PHASE_UNKNOWN);
        }
        Optional<Refusal> wrong = Debriefing.wrong(c.reason());
        if (wrong.isPresent()) {
            return refuse(wrong.get());
        }
        Course course = new Course(room, now);
        return course.endCurrent(Debriefing.given(c.reason()))
                .map(Rulebook::refuse)
                .orElseGet(course::accepted);
    }

    private static Decision closeRoom(Room room, CloseRoom c, Instant now) {
        Optional<String> reason = Debriefing.given(c.reason());
        Optional<Refusal> no = Debriefing.wrong(c.reason())
                .or(() -> Debriefing.closing(room, reason))
                .or(() -> Protecting.closing(room, reason, now));
        if (no.isPresent()) {
            return refuse(no.get());
        }
        Course course = new Course(room, now);
        course.endAnyhow(reason);
        course.happen(new RoomClosed(reason.filter(_ -> room.setting().status() == Status.WAITING
                || Debriefing.isBlank(room)
                || Protecting.isCutByClosing(room, now))));
        return course.accepted();
    }

    private static Decision timeUp(Room room, TimeUp c, Instant now, Presence there) {
        Optional<PhaseRun> run = room.current()
                .filter(r -> r.id().equals(c.phase())
                        && r.pausedAt().isEmpty()
                        && r.endsAt().filter(c.endsAt()::equals).isPresent()
                        && !r.locked());
        if (run.isEmpty() || now.isBefore(c.endsAt().plus(GRACE))) {
            return refuse(Refusal.ALREADY_DONE);
        }
        Expiry expiry = room.phaseOf(run.get()).expiry();
        if (expiry == Expiry.SIGNAL) {
            return refuse(Refusal.ALREADY_DONE);
        }
        if (expiry == Expiry.ADVANCE) {
            Course course = new Course(room, now, there);
            Optional<Phase> next = course.next();
            if (next.isPresent()
                    && course.endCurrent(Optional.empty()).isEmpty()
                    && course.start(next.get()).isEmpty()) {
                return course.accepted();
            }
        }
        return accept(new TimeRanOut(c.phase(), true));
    }

    private static Decision extendPhase(Room room, ExtendPhase c, Instant now) {
        if (c.minutes() < 1 || c.minutes() > MINUTES_LIMIT) {
            return refuse(Refusal.MINUTES_INVALID);
        }
        Optional<PhaseRun> run = room.current().filter(r -> r.id().equals(c.phase()));
        if (run.isEmpty()) {
            return refuse(Refusal.PHASE_UNKNOWN);
        }
        if (OwnTime.isRunning(room)) {
            return refuse(Refusal.OPEN_ENDED);
        }
        if (c.group() != null) {
            return SmallGroups.extend(room, c, run.get(), c.group(), now);
        }
        // Where the time is up already, the minutes count from now: two more minutes are two more minutes.
        Instant planned = run.get().endsAt().orElseThrow();
        Instant stands = run.get().pausedAt().orElse(now);
        Instant from = planned.isAfter(stands) ? planned : stands;
        return accept(new PhaseExtended(c.phase(), c.minutes(), from.plus(Duration.ofMinutes(c.minutes()))));
    }

    private static Decision pausePhase(Room room, PausePhase c) {
        Optional<PhaseRun> run = room.current().filter(r -> r.id().equals(c.phase()));
        if (run.isEmpty()) {
            return refuse(Refusal.PHASE_UNKNOWN);
        }
        if (OwnTime.isRunning(room)) {
            return refuse(Refusal.OPEN_ENDED);
        }
        return run.get().pausedAt().isPresent() ? nothing() : accept(new PhasePaused(c.phase()));
    }

    private static Decision resumePhase(Room room, ResumePhase c, Instant now) {
        Optional<PhaseRun> run = room.current().filter(r -> r.id().equals(c.phase()));
        if (run.isEmpty()) {
            return refuse(Refusal.PHASE_UNKNOWN);
        }
        if (OwnTime.isRunning(room) && run.get().endsAt().isEmpty()) {
            return refuse(Refusal.OPEN_ENDED);
        }
        return run.get()
                .pausedAt()
                .map(pausedAt -> accept(new PhaseResumed(
                        c.phase(), run.get().endsAt().orElseThrow().plus(Duration.between(pausedAt, now)))))
                .orElseGet(Rulebook::nothing);
    }

    private static Decision assignRole(Room room, AssignRole c, Member me) {
        Optional<Member> member = room.member(new MemberId(c.person()));
        if (member.isEmpty()) {
            return refuse(Refusal.PERSON_UNKNOWN);
        }
        Optional<Role> role = room.pack().roles().stream()
                .filter(r -> r.word().equals(c.role()))
                .findFirst();
        if (role.isEmpty()) {
            return refuse(Refusal.ROLE_UNKNOWN);
        }
        if (member.get().role() == role.get()) {
            return nothing();
        }
        if (role.get() == Role.FACILITATOR && me.role() != Role.FACILITATOR) {
            return refuse(Refusal.FACILITATOR_ONLY);
        }
        // A room is never left without a facilitator: facilitation is handed on, not put down.
        return member.get().role() == Role.FACILITATOR
                ? refuse(Refusal.ROLE_MAY_NOT)
                : accept(new RoleAssigned(member.get().id(), role.get(), Why.ASSIGNED));
    }

    private static Decision override(Room room, RoomCommand.Override c) {
        String reason = c.reason().strip();
        if (!TextChanges.isWhole(reason)) {
            return refuse(Refusal.MALFORMED);
        }
        if (reason.isEmpty() || reason.length() > SENTENCE_LIMIT) {
            return refuse(Refusal.REASON_MISSING);
        }
        Optional<Member> member = room.member(new MemberId(c.person()));
        if (member.isEmpty()) {
            return refuse(Refusal.PERSON_UNKNOWN);
        }
        if (room.current().isEmpty()) {
            return refuse(Refusal.PHASE_CLOSED);
        }
        if (c.action().equals("end")) {
            return accept(new Overridden(member.get().id(), Optional.empty(), reason));
        }
        for (Action action : Action.values()) {
            if (action.word().equals(c.action())) {
                return accept(new Overridden(member.get().id(), Optional.of(action), reason));
            }
        }
        return refuse(Refusal.MALFORMED);
    }

    // Answers

    /** An id that follows from what it names, so that the rulebook stays pure. */
    static UUID derived(Room room, String what, String which) {
        String name = room.id() + "/" + what + "/" + which;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Decision accept(RoomEvent event) {
        return new Accepted(List.of(event), List.of());
    }

    static Decision nothing() {
        return new Accepted(List.of(), List.of());
    }

    static Decision refuse(Refusal reason) {
        return new Refused(reason);
    }

    /** The least time the phases of {@code protection} have to have had together before the last of them ends. */
    static boolean isProtectedNow(Room room, Protection protection, Instant now) {
        Map<String, Duration> had = new HashMap<>();
        for (String phase : protection.phases()) {
            room.run(phase).ifPresent(run -> had.put(phase, run.elapsed(now)));
        }
        Duration together = had.values().stream().reduce(Duration.ZERO, Duration::plus);
        return together.compareTo(Duration.ofMinutes(protection.minMinutes())) < 0;
    }

    /** Whether {@code phase} is the kind that opens texts for people to write. */
    static boolean opensStatements(Phase phase) {
        return phase.instrument() == Instrument.STATEMENT;
    }

    /** The pack this room follows and where it stands in it; kept here so that {@link Course} stays small. */
    static int positionOf(Room room) {
        Setting setting = room.setting();
        if (setting.phase().isPresent()) {
            return room.pack()
                    .phases()
                    .indexOf(room.pack().phase(setting.phase().get()).orElseThrow());
        }
        int last = -1;
        for (int i = 0; i < room.pack().phases().size(); i++) {
            PhaseRun run = room.run(room.pack().phases().get(i).id()).orElseThrow();
            if (run.state() != PhaseRun.State.AHEAD) {
                last = i;
            }
        }
        return last;
    }
}
