package org.tessera.room;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tessera.account.TeamId;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;

/** What somebody wants to happen in a room. */
public sealed interface RoomCommand {

    /** A command a seat may send; its wire names stand in {@link RoomJson}. */
    sealed interface OfSeat extends RoomCommand {}

    /** A command only the product itself gives. */
    sealed interface OfHouse extends RoomCommand {}

    /** Where a note points, as a client says it. */
    record AnchorDraft(UUID material, int page, double x, double y, double w, double h) {
        public AnchorDraft {
            requireNonNull(material);
        }
    }

    record AgreeNorms() implements OfSeat {}

    /** Until when the work of a phase in people's own time is wanted; without a date from now on if that is null. */
    record SetDue(String phase, @Nullable Instant until) implements OfSeat {
        public SetDue {
            requireNonNull(phase);
        }
    }

    /**
     * @param speaker for whom a scribe writes in a round; null if it is one's own
     * @param replyTo the note it answers
     * @param phase the phase it was written for; one that arrives later is refused, never shown where it was not meant
     */
    record AddNote(
            UUID note,
            String text,
            @Nullable String kind,
            @Nullable AnchorDraft anchor,
            @Nullable UUID group,
            boolean isPrivate,
            @Nullable UUID speaker,
            @Nullable UUID replyTo,
            @Nullable String phase)
            implements OfSeat {
        public AddNote {
            requireNonNull(note);
            requireNonNull(text);
        }

        /** A note of one's own. */
        public AddNote(
                UUID note,
                String text,
                @Nullable String kind,
                @Nullable AnchorDraft anchor,
                @Nullable UUID group,
                boolean isPrivate) {
            this(note, text, kind, anchor, group, isPrivate, null, null, null);
        }

        /** A note that answers none. */
        public AddNote(
                UUID note,
                String text,
                @Nullable String kind,
                @Nullable AnchorDraft anchor,
                @Nullable UUID group,
                boolean isPrivate,
                @Nullable UUID speaker) {
            this(note, text, kind, anchor, group, isPrivate, speaker, null, null);
        }
    }

    record EditNote(UUID note, String text) implements OfSeat {
        public EditNote {
            requireNonNull(note);
            requireNonNull(text);
        }
    }

    record RemoveNote(UUID note) implements OfSeat {
        public RemoveNote {
            requireNonNull(note);
        }
    }

    record PostNote(UUID note) implements OfSeat {
        public PostNote {
            requireNonNull(note);
        }
    }

    record KeepNote(UUID note) implements OfSeat {
        public KeepNote {
            requireNonNull(note);
        }
    }

    record MoveNote(UUID note, double x, double y, @Nullable UUID group) implements OfSeat {
        public MoveNote {
            requireNonNull(note);
        }
    }

    record GroupNotes(UUID group, List<UUID> notes) implements OfSeat {
        public GroupNotes {
            requireNonNull(group);
            notes = List.copyOf(notes);
        }
    }

    /** {@code note} says the same as {@code into} and stands with it from now on; by itself again if that is null. */
    record JoinNote(UUID note, @Nullable UUID into) implements OfSeat {
        public JoinNote {
            requireNonNull(note);
        }
    }

    /** A line from one note of the board to another. */
    record LinkNotes(UUID from, UUID to) implements OfSeat {
        public LinkNotes {
            requireNonNull(from);
            requireNonNull(to);
        }
    }

    record UnlinkNotes(UUID from, UUID to) implements OfSeat {
        public UnlinkNotes {
            requireNonNull(from);
            requireNonNull(to);
        }
    }

    record NameGroup(UUID group, String name) implements OfSeat {
        public NameGroup {
            requireNonNull(group);
            requireNonNull(name);
        }
    }

    record CastVote(UUID target) implements OfSeat {
        public CastVote {
            requireNonNull(target);
        }
    }

    record RetractVote(UUID target) implements OfSeat {
        public RetractVote {
            requireNonNull(target);
        }
    }

    /** {@code changes} is the JSON text of a CodeMirror ChangeSet made against version {@code base}. */
    record EditStatement(UUID statement, int base, String changes) implements OfSeat {
        public EditStatement {
            requireNonNull(statement);
            requireNonNull(changes);
        }
    }

    record AnswerCheck(UUID item, int answer) implements OfSeat {
        public AnswerCheck {
            requireNonNull(item);
        }
    }

    record AddGoal(UUID goal, String text) implements OfSeat {
        public AddGoal {
            requireNonNull(goal);
            requireNonNull(text);
        }
    }

    record EditGoal(UUID goal, String text) implements OfSeat {
        public EditGoal {
            requireNonNull(goal);
            requireNonNull(text);
        }
    }

    record AddItem(UUID item, String text) implements OfSeat {
        public AddItem {
            requireNonNull(item);
            requireNonNull(text);
        }
    }

    record EditItem(UUID item, String text) implements OfSeat {
        public EditItem {
            requireNonNull(item);
            requireNonNull(text);
        }
    }

    record RemoveItem(UUID item) implements OfSeat {
        public RemoveItem {
            requireNonNull(item);
        }
    }

    /** {@code answer} is {@code yes} or {@code no}. */
    record AnswerItem(UUID item, String answer, @Nullable String why) implements OfSeat {
        public AnswerItem {
            requireNonNull(item);
            requireNonNull(answer);
        }
    }

    record OpenItem(UUID item) implements OfSeat {
        public OpenItem {
            requireNonNull(item);
        }
    }

    /** {@code agreed} is {@code yes}, {@code no} or {@code none}. */
    record SettleItem(UUID item, String agreed, @Nullable String rationale) implements OfSeat {
        public SettleItem {
            requireNonNull(item);
            requireNonNull(agreed);
        }
    }

    record SubmitScore(UUID item, int level, @Nullable String evidence) implements OfSeat {
        public SubmitScore {
            requireNonNull(item);
        }
    }

    record SettleScore(UUID item, int level, @Nullable String rationale) implements OfSeat {
        public SettleScore {
            requireNonNull(item);
        }
    }

    record FocusQuestion(String text) implements OfSeat {
        public FocusQuestion {
            requireNonNull(text);
        }
    }

    record Ready() implements OfSeat {}

    record NotReady() implements OfSeat {}

    record RaiseHand() implements OfSeat {}

    record LowerHand() implements OfSeat {}

    /** Nothing to say, or nothing more. */
    record PassTurn() implements OfSeat {}

    /** Said what there was to say. */
    record EndTurn() implements OfSeat {}

    /** In open talk: the floor goes to {@code person}, or to the hand that has been up longest. */
    record GiveFloor(@Nullable UUID person) implements OfSeat {}

    /** The order in which turns go round. */
    record OrderTurns(List<UUID> people) implements OfSeat {
        public OrderTurns {
            people = List.copyOf(people);
        }
    }

    /** Whether the team may see one's own figures of voice, if everybody says so. */
    record ShareVoice(boolean agreed) implements OfSeat {}

    record AskTime() implements OfSeat {}

    /** Take back one's own last command that still stands, named by its id; or the last of all, if that was an undo. */
    record Undo(UUID command) implements OfSeat {
        public Undo {
            requireNonNull(command);
        }
    }

    /** {@code reason} says why a debrief that this ends was left blank. */
    record StartPhase(String phase, @Nullable String reason) implements OfSeat {
        public StartPhase {
            requireNonNull(phase);
        }

        public StartPhase(String phase) {
            this(phase, null);
        }
    }

    /** What a meeting that has not begun is called, when it is, where its video call is, and its norms: all of it anew. */
    record ChangeMeeting(
            String title,
            @Nullable String meetingUrl,
            List<String> norms,
            @Nullable Instant scheduledAt) implements OfSeat {
        public ChangeMeeting {
            requireNonNull(title);
            norms = List.copyOf(norms);
        }
    }

    /** How long the meeting is to be and how many people will be there, the coach not counted. */
    record FitAgenda(int minutes, int people) implements OfSeat {}

    /** {@code plan} is the word of one of the ways on that a late meeting has, {@link WayOn.Kind#word}. */
    record Rebalance(String plan) implements OfSeat {
        public Rebalance {
            requireNonNull(plan);
        }
    }

    /** {@code group} is the small group that gets the minutes, all if there is none. */
    record ExtendPhase(String phase, int minutes, @Nullable UUID group) implements OfSeat {
        public ExtendPhase {
            requireNonNull(phase);
        }

        public ExtendPhase(String phase, int minutes) {
            this(phase, minutes, null);
        }
    }

    record PausePhase(String phase) implements OfSeat {
        public PausePhase {
            requireNonNull(phase);
        }
    }

    record ResumePhase(String phase) implements OfSeat {
        public ResumePhase {
            requireNonNull(phase);
        }
    }

    /** {@code reason} says why a debrief that this ends was left blank. */
    record EndPhase(String phase, @Nullable String reason) implements OfSeat {
        public EndPhase {
            requireNonNull(phase);
        }

        public EndPhase(String phase) {
            this(phase, null);
        }
    }

    /** {@code random}: the room forms them, in the size the next phase in groups asks for. */
    record FormGroups(List<List<UUID>> groups, boolean random) implements OfSeat {
        public FormGroups {
            groups = groups.stream().map(List::copyOf).toList();
        }

        public FormGroups(List<List<UUID>> groups) {
            this(groups, false);
        }
    }

    /** Adds one person, who is in none, to a small group there is; nobody else moves. */
    record AddToGroup(UUID person, UUID group) implements OfSeat {
        public AddToGroup {
            requireNonNull(person);
            requireNonNull(group);
        }
    }

    record AssignRole(UUID person, String role) implements OfSeat {
        public AssignRole {
            requireNonNull(person);
            requireNonNull(role);
        }
    }

    /** Has a person conduct beside oneself, or not any more. */
    record NameCofacilitator(UUID person, boolean on) implements OfSeat {
        public NameCofacilitator {
            requireNonNull(person);
        }
    }

    /** Names who is the first to follow, or nobody in particular. */
    record NameDeputy(@Nullable UUID person) implements OfSeat {}

    /** Lead in the place of a facilitator who is not there, or again after having been away oneself. */
    record TakeFacilitation() implements OfSeat {}

    /** {@code action} is an action word of the packs, or {@code end} to close a protected phase early. */
    record Override(UUID person, String action, String reason) implements OfSeat {
        public Override {
            requireNonNull(person);
            requireNonNull(action);
            requireNonNull(reason);
        }
    }

    /**
     * {@code reason} says why the meeting closes with a blank debrief or without one, or before protected minutes were had,
     * or why it is cancelled before it has begun.
     */
    record CloseRoom(@Nullable String reason) implements OfSeat {
        public CloseRoom() {
            this(null);
        }
    }

    /** The meeting is off; {@code reason} says why, if somebody wants to. Refused once the meeting has begun. */
    record CancelMeeting(@Nullable String reason) implements OfSeat {
        public CancelMeeting() {
            this(null);
        }
    }

    /** A short answer to a question of the log. */
    record ReplyNote(UUID note, UUID to, String text) implements OfSeat {
        public ReplyNote {
            requireNonNull(note);
            requireNonNull(to);
            requireNonNull(text);
        }
    }

    /** Says what a question of the log really is; one that is feedback waits for the feedback step. */
    record RetagNote(UUID note, String kind) implements OfSeat {
        public RetagNote {
            requireNonNull(note);
            requireNonNull(kind);
        }
    }

    /** Takes a drafted norm into the norms, in these words; one taken already is reworded. */
    record AdoptNorm(UUID note, String text) implements OfSeat {
        public AdoptNorm {
            requireNonNull(note);
            requireNonNull(text);
        }
    }

    record DropNorm(UUID norm) implements OfSeat {
        public DropNorm {
            requireNonNull(norm);
        }
    }

    /** Says, without a name, that an adopted norm is a hard one to keep; or that it is not. */
    record FlagNorm(UUID norm, boolean hard) implements OfSeat {
        public FlagNorm {
            requireNonNull(norm);
        }
    }

    /** How well the norms were kept; {@code hard} is the place of the one that was hard, in the room's norms from 0. */
    record CheckNorms(String kept, @Nullable Integer hard) implements OfSeat {
        public CheckNorms {
            requireNonNull(kept);
        }
    }

    record Choose(String choice) implements OfSeat {
        public Choose {
            requireNonNull(choice);
        }
    }

    record Prepare(
            TeamId team,
            String title,
            PackRef pack,
            Optional<String> meetingUrl,
            List<Text> norms,
            Optional<Instant> scheduledAt)
            implements OfHouse {
        Prepare(TeamId team, String title, PackRef pack, Optional<String> meetingUrl, List<Text> norms) {
            this(team, title, pack, meetingUrl, norms, Optional.empty());
        }
    }

    record Admit(MemberId member, Role role, boolean guest) implements OfHouse {}

    /** Gives a meeting that has not begun the time to which the plan it was prepared from has moved. */
    record Reschedule(Instant at) implements OfHouse {}

    /** The plan it was prepared from has no such meeting any more. Refused once the meeting has begun. */
    record CallOff() implements OfHouse {}

    record BringMaterial(UUID material, String kind, String title, int pages) implements OfHouse {}

    /** {@code own} says whether it is who takes it away that had brought it. */
    record TakeAwayMaterial(UUID material, boolean own) implements OfHouse {}

    record BringText(UUID statement, String title, String text) implements OfHouse {}

    /**
     * An {@link Undo} with what the shell found in the log.
     *
     * @param done what the named command did
     * @param since what others have done after it
     */
    record TakeBack(UUID command, List<RoomEvent> done, List<RoomEvent> since) implements OfHouse {}

    /** A {@link SettleItem} with who is there, whose answers it waits for. */
    record Settle(SettleItem command, Set<MemberId> present) implements OfHouse {}

    /** A command whose rules depend on who is there, with who that is. */
    record Among(RoomCommand command, Set<MemberId> present) implements OfHouse {}

    /** The time of this run of the phase is up. */
    record TimeUp(String phase, Instant endsAt) implements OfHouse {}

    /** A {@link TakeFacilitation} with who is there. */
    record TakeOver(Set<MemberId> present) implements OfHouse {}

    /** The time of this turn is up. */
    record TurnUp(String phase, int at, Instant until) implements OfHouse {}

    /** The facilitator has been gone too long; {@code present} are the people who are there. */
    record Succeed(MemberId facilitator, Set<MemberId> present) implements OfHouse {}
}
