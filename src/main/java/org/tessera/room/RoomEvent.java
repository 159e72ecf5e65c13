package org.tessera.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.TeamId;
import org.tessera.protocol.Action;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;

/**
 * What has happened in a room. Stored for good under fixed type names ({@link RoomJson}): fields are only ever added.
 * Where undoing needs it, an event also says what was before. No event names a person; people are pseudonyms.
 */
sealed interface RoomEvent {

    record RoomPrepared(
            TeamId team,
            String title,
            PackRef pack,
            Optional<String> meetingUrl,
            List<Text> norms,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> scheduledAt)
            implements RoomEvent {
        RoomPrepared(TeamId team, String title, PackRef pack, Optional<String> meetingUrl, List<Text> norms) {
            this(team, title, pack, meetingUrl, norms, Optional.empty());
        }
    }

    /** A meeting that had not begun was arranged anew: this is what it is called, when it is, and what it agrees to. */
    record MeetingChanged(String title, Optional<String> meetingUrl, List<Text> norms, Optional<Instant> scheduledAt)
            implements RoomEvent {}

    record MemberJoined(MemberId member, Role role, boolean guest) implements RoomEvent {}

    record NormsAgreed(MemberId member) implements RoomEvent {}

    record FocusSet(String text) implements RoomEvent {}

    record MaterialBrought(UUID material, String kind, String title, int pages) implements RoomEvent {}

    record MaterialTakenAway(UUID material) implements RoomEvent {}

    record TextBrought(UUID statement, String title, String text) implements RoomEvent {}

    /**
     * The agenda was fitted to the group, or to the time that is left.
     *
     * @param times how often what repeats is held
     * @param lengths the new length of phases ahead; nothing for one that is left out
     * @param meeting how long the meeting is to be, where that is new
     * @param people for how many people it was fitted, where it was
     */
    record AgendaFitted(
            List<Integer> times,
            Map<String, Duration> lengths,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Duration> meeting,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> people)
            implements RoomEvent {}

    /** The order in which turns go round is fixed. */
    record CircleSet(List<MemberId> people) implements RoomEvent {}

    /** Turns go round in a phase, in this order of parties. */
    record TurnsOpened(String phase, List<List<MemberId>> order) implements RoomEvent {
        public TurnsOpened {
            order = order.stream().map(List::copyOf).toList();
        }
    }

    /** It is the turn of the party at this place; beyond the last the round is over. */
    record TurnCame(String phase, int at, Optional<Instant> until) implements RoomEvent {}

    /** Whoever had the floor has left it, having nothing more to say if they passed. */
    record FloorLeft(String phase, boolean passed) implements RoomEvent {}

    /** In open talk a person was given the floor. */
    record FloorGiven(String phase, MemberId person) implements RoomEvent {}

    /**
     * A person agrees that the team sees how much voice everybody had, or does not agree any more.
     *
     * @param there who took part then and was there, where that was known
     */
    record VoiceAgreed(
            MemberId member,
            boolean agreed,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<MemberId>> there)
            implements RoomEvent {
        VoiceAgreed(MemberId member, boolean agreed) {
            this(member, agreed, Optional.empty());
        }
    }

    /**
     * A phase begins.
     *
     * @param endsAt when its time is up; a phase in people's own time has no such time
     * @param there who took part then and was there, where that was known
     */
    record PhaseStarted(
            String phase,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> endsAt,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<MemberId>> there)
            implements RoomEvent {
        PhaseStarted(String phase, Instant endsAt) {
            this(phase, Optional.of(endsAt));
        }

        PhaseStarted(String phase, Optional<Instant> endsAt) {
            this(phase, endsAt, Optional.empty());
        }
    }

    /** Until when the work of a phase in people's own time is wanted; no date from now on if empty. */
    record DueSet(
            String phase,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> at) implements RoomEvent {}

    record PhasePaused(String phase) implements RoomEvent {}

    record PhaseResumed(String phase, Instant endsAt) implements RoomEvent {}

    record PhaseExtended(String phase, int minutes, Instant endsAt) implements RoomEvent {}

    record TimeRanOut(String phase, boolean locked) implements RoomEvent {}

    /**
     * The phase is over: what was sealed in it opens to everybody at this one moment.
     *
     * @param reason why it was left blank, if it is a debrief and was
     * @param cut why it ended before the time the protocol protects, if it did
     */
    record PhaseEnded(
            String phase,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reason,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> cut)
            implements RoomEvent {
        PhaseEnded(String phase) {
            this(phase, Optional.empty(), Optional.empty());
        }

        PhaseEnded(String phase, Optional<String> reason) {
            this(phase, reason, Optional.empty());
        }
    }

    record PhaseSkipped(String phase) implements RoomEvent {}

    record ArtifactYielded(UUID artifact, String phase, Text name, String sha256) implements RoomEvent {}

    /**
     * @param late whether the note was late before it came back; a new one is by the time at which it was written
     */
    record NoteAdded(
            NoteId note,
            MemberId author,
            String text,
            NoteKind kind,
            Optional<Entity.Anchor> anchor,
            String phase,
            Entity.Note.State state,
            double x,
            double y,
            Optional<UUID> group,
            int ordinal,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Entity.Ties> ties,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> late)
            implements RoomEvent {

        NoteAdded(
                NoteId note,
                MemberId author,
                String text,
                NoteKind kind,
                Optional<Entity.Anchor> anchor,
                String phase,
                Entity.Note.State state,
                double x,
                double y,
                Optional<UUID> group,
                int ordinal,
                Optional<Entity.Ties> ties) {
            this(note, author, text, kind, anchor, phase, state, x, y, group, ordinal, ties, Optional.empty());
        }

        /** What would bring {@code note} here as it is. */
        static NoteAdded of(Entity.Note note) {
            return new NoteAdded(
                    note.id(),
                    note.by(),
                    note.text(),
                    note.kind(),
                    note.anchor(),
                    note.phase(),
                    note.state(),
                    note.x(),
                    note.y(),
                    note.group(),
                    note.ordinal(),
                    Optional.of(note.ties()).filter(ties -> !ties.equals(Entity.Ties.NONE)),
                    Optional.of(true).filter(_ -> note.late()));
        }

        /** The note coming back: it is as late as it was, whatever the time is by now. */
        NoteAdded asLateAsItWas() {
            return late(Optional.of(late.orElse(false)));
        }

        NoteAdded asLateAs(Entity.Note other) {
            return late(Optional.of(true).filter(_ -> other.late()));
        }

        private NoteAdded late(Optional<Boolean> so) {
            return new NoteAdded(note, author, text, kind, anchor, phase, state, x, y, group, ordinal, ties, so);
        }

        NoteAdded reading(String words) {
            return new NoteAdded(note, author, words, kind, anchor, phase, state, x, y, group, ordinal, ties, late);
        }

        NoteAdded pointingAt(Optional<Entity.Anchor> place) {
            return new NoteAdded(note, author, text, kind, place, phase, state, x, y, group, ordinal, ties, late);
        }

        NoteAdded in(Optional<UUID> other) {
            return new NoteAdded(note, author, text, kind, anchor, phase, state, x, y, other, ordinal, ties, late);
        }
    }

    record NoteEdited(NoteId note, String text, String was) implements RoomEvent {}

    record NoteRemoved(NoteId note, NoteAdded was) implements RoomEvent {}

    /** {@code from} is the note as it was before, which logs of earlier days do not say. */
    record NotePosted(
            NoteId note,
            int ordinal,
            double x,
            double y,
            Entity.Note.State was,
            Optional<NoteAdded> from,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Entity.Ties> ties)
            implements RoomEvent {

        NotePosted(NoteId note, int ordinal, double x, double y, Entity.Note.State was, Optional<NoteAdded> from) {
            this(note, ordinal, x, y, was, from, Optional.empty());
        }
    }

    record NoteKept(NoteId note, Entity.Note.State was) implements RoomEvent {}

    /** A note went back to where it had been, because somebody took back what had brought it elsewhere. */
    record NoteRestored(NoteId note, NoteAdded is, NoteAdded was) implements RoomEvent {}

    /** A note on the board moved; {@code was…} say from where. */
    record NoteMoved(
            NoteId note, double x, double y, Optional<UUID> group, double wasX, double wasY, Optional<UUID> wasGroup)
            implements RoomEvent {}

    /** A note stands with another that says the same, or by itself again. */
    record NoteJoined(NoteId note, Optional<NoteId> into, Optional<NoteId> was) implements RoomEvent {}

    record NotesGrouped(UUID group, List<NoteId> notes, double x, double y, Map<UUID, UUID> was) implements RoomEvent {}

    /** A group that had been made by mistake went without a trace: no name, no notes, no dots. */
    record GroupDissolved(UUID group, double x, double y) implements RoomEvent {}

    record GroupNamed(UUID group, String name, String was) implements RoomEvent {}

    record VoteCast(MemberId voter, String phase, UUID target) implements RoomEvent {}

    record VoteRetracted(MemberId voter, String phase, UUID target) implements RoomEvent {}

    record StatementOpened(UUID statement, String title, String phase, List<MemberId> people) implements RoomEvent {}

    /** {@code changes} is a CodeMirror ChangeSet as JSON; {@code version} the one the statement has after it. */
    record StatementEdited(UUID statement, String changes, int version) implements RoomEvent {}

    record CheckAnswered(MemberId member, UUID item, int answer) implements RoomEvent {}

    record GoalAdded(UUID goal, String text) implements RoomEvent {}

    record GoalReworded(UUID goal, String text, String was) implements RoomEvent {}

    record GoalRemoved(UUID goal, String was) implements RoomEvent {}

    record ItemAdded(UUID item, String phase, Text text, int ordinal) implements RoomEvent {}

    record ItemReworded(UUID item, Text text, Text was) implements RoomEvent {}

    record ItemRemoved(UUID item, ItemAdded was) implements RoomEvent {}

    record ItemAnswered(MemberId member, String phase, UUID item, boolean yes, String why) implements RoomEvent {}

    /** The group is at this item of the checklist now; what it had come to about it is open again. */
    record ItemOpened(String phase, UUID item) implements RoomEvent {}

    record ItemSettled(String phase, UUID item, Entity.Consensus.Agreed agreed, String rationale)
            implements RoomEvent {}

    record ScoreGiven(MemberId member, String phase, UUID item, int level, String evidence) implements RoomEvent {}

    /** The group agreed on a score for a row of the sheets of {@code phase}. */
    record ScoreSettled(String phase, UUID item, int level, String rationale) implements RoomEvent {}

    record ReadySet(MemberId member, boolean ready) implements RoomEvent {}

    /** {@code since} is when the hand had gone up, where that is not now. */
    record HandSet(MemberId member, boolean up, Optional<Instant> since) implements RoomEvent {}

    record TimeAsked(MemberId member) implements RoomEvent {}

    record RoleAssigned(MemberId member, Role role, Why why) implements RoomEvent {}

    /** Why a role changed hands. */
    enum Why {
        ASSIGNED,
        /** The facilitator had vanished and the room went on with somebody who was there. */
        SUCCESSION,
        /** The former facilitator came back and leads again. */
        TAKEN_BACK
    }

    /** A person conducts beside the facilitator, or does not any more. */
    record CofacilitatorNamed(MemberId member, boolean on) implements RoomEvent {}

    /** Who is the first to follow a facilitator that vanishes; nobody in particular if empty. */
    record DeputyNamed(Optional<MemberId> member) implements RoomEvent {}

    /** The anonymous notes of {@code phase} as everybody sees them from now on, in an order that tells nothing. */
    record NotesUncovered(String phase, List<Uncovered> notes) implements RoomEvent {}

    /** An anonymous note under its new id. There is no author here, and none anywhere else in the log. */
    record Uncovered(
            NoteId note, String text, NoteKind kind, Optional<Entity.Anchor> anchor, double x, double y, int ordinal) {}

    record NotesLinked(NoteId from, NoteId to) implements RoomEvent {}

    record NotesUnlinked(NoteId from, NoteId to) implements RoomEvent {}

    /** One small group has more time than the others. */
    record GroupExtended(String phase, UUID group, int minutes, Instant endsAt) implements RoomEvent {}

    record PairsFormed(Map<UUID, List<MemberId>> pairs) implements RoomEvent {}

    /** One person has come into a small group that was there already. */
    record GroupJoined(UUID pair, MemberId member) implements RoomEvent {}

    /** The facilitator lets a person do what the protocol does not grant, for the rest of the phase. */
    record Overridden(MemberId member, Optional<Action> action, String reason) implements RoomEvent {}

    /** The events before this one took back what {@code command}, one of the same person's, had done. */
    record TakenBack(UUID command) implements RoomEvent {}

    /**
     * {@code reason} is why there was no debrief, or a blank one, or less time for a step than the protocol protects; or why
     * a meeting that had not begun was cancelled.
     */
    record RoomClosed(
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reason) implements RoomEvent {
        RoomClosed() {
            this(Optional.empty());
        }
    }

    /** The meeting was cancelled before it began, though people may have worked alone for it; {@code reason} is why. */
    record MeetingCancelled(
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reason) implements RoomEvent {}

    /** A question of the log is of another kind than its writer took it for. */
    record NoteRetagged(NoteId note, NoteKind kind, NoteKind was) implements RoomEvent {}

    /** A norm was taken up, or worded anew; {@code was} are its words before. */
    record NormAdopted(UUID norm, String text, Optional<String> was) implements RoomEvent {}

    record NormDropped(UUID norm, String was) implements RoomEvent {}

    record NormFlagged(MemberId member, UUID norm, boolean hard) implements RoomEvent {}

    /** Somebody said how well the norms were kept; {@code hard} is the place of one that was not easy. */
    record NormsChecked(MemberId member, String phase, Entity.Kept kept, Optional<Integer> hard) implements RoomEvent {}

    record ChoiceMade(MemberId member, String phase, String choice, Optional<String> was) implements RoomEvent {}

    /** The tombstone of an event whose payload was erased: its commitment still stands in the chain. */
    record PayloadErased() implements RoomEvent {}
}
