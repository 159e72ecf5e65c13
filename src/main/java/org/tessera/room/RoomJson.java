package org.tessera.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tessera.account.TeamId;
import org.tessera.room.RoomCommand.*;
import org.tessera.room.RoomEvent.*;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.jdk.UUIDDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * Events as they are stored, and commands as they arrive. The names below are written into every log and spoken by
 * every client: a name never changes, and fields are only added.
 */
final class RoomJson {

    private static final Map<Class<? extends RoomEvent>, String> EVENTS = Map.ofEntries(
            Map.entry(RoomPrepared.class, "room-prepared"),
            Map.entry(MemberJoined.class, "member-joined"),
            Map.entry(NormsAgreed.class, "norms-agreed"),
            Map.entry(FocusSet.class, "focus-set"),
            Map.entry(MaterialBrought.class, "material-brought"),
            Map.entry(MaterialTakenAway.class, "material-taken-away"),
            Map.entry(MeetingChanged.class, "meeting-changed"),
            Map.entry(TextBrought.class, "text-brought"),
            Map.entry(AgendaFitted.class, "agenda-fitted"),
            Map.entry(CircleSet.class, "circle-set"),
            Map.entry(TurnsOpened.class, "turns-opened"),
            Map.entry(TurnCame.class, "turn-came"),
            Map.entry(FloorLeft.class, "floor-left"),
            Map.entry(FloorGiven.class, "floor-given"),
            Map.entry(VoiceAgreed.class, "voice-agreed"),
            Map.entry(DueSet.class, "due-set"),
            Map.entry(PhaseStarted.class, "phase-started"),
            Map.entry(PhasePaused.class, "phase-paused"),
            Map.entry(PhaseResumed.class, "phase-resumed"),
            Map.entry(PhaseExtended.class, "phase-extended"),
            Map.entry(TimeRanOut.class, "time-ran-out"),
            Map.entry(PhaseEnded.class, "phase-ended"),
            Map.entry(PhaseSkipped.class, "phase-skipped"),
            Map.entry(ArtifactYielded.class, "artifact-yielded"),
            Map.entry(NoteAdded.class, "note-added"),
            Map.entry(NoteEdited.class, "note-edited"),
            Map.entry(NoteRemoved.class, "note-removed"),
            Map.entry(NotePosted.class, "note-posted"),
            Map.entry(NoteKept.class, "note-kept"),
            Map.entry(NoteRestored.class, "note-restored"),
            Map.entry(NoteMoved.class, "note-moved"),
            Map.entry(NoteJoined.class, "note-joined"),
            Map.entry(NotesGrouped.class, "notes-grouped"),
            Map.entry(GroupDissolved.class, "group-dissolved"),
            Map.entry(GroupNamed.class, "group-named"),
            Map.entry(VoteCast.class, "vote-cast"),
            Map.entry(VoteRetracted.class, "vote-retracted"),
            Map.entry(StatementOpened.class, "statement-opened"),
            Map.entry(StatementEdited.class, "statement-edited"),
            Map.entry(CheckAnswered.class, "check-answered"),
            Map.entry(GoalAdded.class, "goal-added"),
            Map.entry(GoalReworded.class, "goal-reworded"),
            Map.entry(GoalRemoved.class, "goal-removed"),
            Map.entry(ItemAdded.class, "item-added"),
            Map.entry(ItemReworded.class, "item-reworded"),
            Map.entry(ItemRemoved.class, "item-removed"),
            Map.entry(ItemAnswered.class, "item-answered"),
            Map.entry(ItemOpened.class, "item-opened"),
            Map.entry(ItemSettled.class, "item-settled"),
            Map.entry(ScoreGiven.class, "score-given"),
            Map.entry(ScoreSettled.class, "score-settled"),
            Map.entry(ReadySet.class, "ready-set"),
            Map.entry(HandSet.class, "hand-set"),
            Map.entry(TimeAsked.class, "time-asked"),
            Map.entry(RoleAssigned.class, "role-assigned"),
            Map.entry(CofacilitatorNamed.class, "cofacilitator-named"),
            Map.entry(DeputyNamed.class, "deputy-named"),
            Map.entry(PairsFormed.class, "pairs-formed"),
            Map.entry(GroupJoined.class, "group-joined"),
            Map.entry(NotesUncovered.class, "notes-uncovered"),
            Map.entry(NotesLinked.class, "notes-linked"),
            Map.entry(NotesUnlinked.class, "notes-unlinked"),
            Map.entry(GroupExtended.class, "group-extended"),
            Map.entry(Overridden.class, "overridden"),
            Map.entry(TakenBack.class, "taken-back"),
            Map.entry(RoomClosed.class, "room-closed"),
            Map.entry(MeetingCancelled.class, "meeting-cancelled"),
            Map.entry(NoteRetagged.class, "note-retagged"),
            Map.entry(NormAdopted.class, "norm-adopted"),
            Map.entry(NormDropped.class, "norm-dropped"),
            Map.entry(NormFlagged.class, "norm-flagged"),
            Map.entry(NormsChecked.class, "norms-checked"),
            Map.entry(ChoiceMade.class, "choice-made"),
            Map.entry(PayloadErased.class, "payload-erased"));

    private static final Map<String, Class<? extends OfSeat>> COMMANDS = Map.ofEntries(
            Map.entry("agree-norms", AgreeNorms.class),
            Map.entry("add-note", AddNote.class),
            Map.entry("edit-note", EditNote.class),
            Map.entry("remove-note", RemoveNote.class),
            Map.entry("post-note", PostNote.class),
            Map.entry("keep-note", KeepNote.class),
            Map.entry("move-note", MoveNote.class),
            Map.entry("group-notes", GroupNotes.class),
            Map.entry("join-note", JoinNote.class),
            Map.entry("name-group", NameGroup.class),
            Map.entry("link-notes", LinkNotes.class),
            Map.entry("unlink-notes", UnlinkNotes.class),
            Map.entry("cast-vote", CastVote.class),
            Map.entry("retract-vote", RetractVote.class),
            Map.entry("edit-statement", EditStatement.class),
            Map.entry("answer-check", AnswerCheck.class),
            Map.entry("add-goal", AddGoal.class),
            Map.entry("edit-goal", EditGoal.class),
            Map.entry("add-item", AddItem.class),
            Map.entry("edit-item", EditItem.class),
            Map.entry("remove-item", RemoveItem.class),
            Map.entry("answer-item", AnswerItem.class),
            Map.entry("open-item", OpenItem.class),
            Map.entry("settle-item", SettleItem.class),
            Map.entry("submit-score", SubmitScore.class),
            Map.entry("settle-score", SettleScore.class),
            Map.entry("focus-question", FocusQuestion.class),
            Map.entry("ready", Ready.class),
            Map.entry("not-ready", NotReady.class),
            Map.entry("raise-hand", RaiseHand.class),
            Map.entry("lower-hand", LowerHand.class),
            Map.entry("ask-time", AskTime.class),
            Map.entry("pass-turn", PassTurn.class),
            Map.entry("end-turn", EndTurn.class),
            Map.entry("give-floor", GiveFloor.class),
            Map.entry("order-turns", OrderTurns.class),
            Map.entry("share-voice", ShareVoice.class),
            Map.entry("undo", Undo.class),
            Map.entry("start-phase", StartPhase.class),
            Map.entry("set-due", SetDue.class),
            Map.entry("change-meeting", ChangeMeeting.class),
            Map.entry("fit-agenda", FitAgenda.class),
            Map.entry("rebalance", RoomCommand.Rebalance.class),
            Map.entry("extend-phase", ExtendPhase.class),
            Map.entry("pause-phase", PausePhase.class),
            Map.entry("resume-phase", ResumePhase.class),
            Map.entry("end-phase", EndPhase.class),
            Map.entry("form-groups", FormGroups.class),
            Map.entry("add-to-group", AddToGroup.class),
            Map.entry("assign-role", AssignRole.class),
            Map.entry("name-cofacilitator", NameCofacilitator.class),
            Map.entry("name-deputy", NameDeputy.class),
            Map.entry("take-facilitation", TakeFacilitation.class),
            Map.entry("override", RoomCommand.Override.class),
            Map.entry("close-room", CloseRoom.class),
            Map.entry("cancel-meeting", CancelMeeting.class),
            Map.entry("reply-note", ReplyNote.class),
            Map.entry("retag-note", RetagNote.class),
            Map.entry("adopt-norm", AdoptNorm.class),
            Map.entry("drop-norm", DropNorm.class),
            Map.entry("flag-norm", FlagNorm.class),
            Map.entry("check-norms", CheckNorms.class),
            Map.entry("choose", Choose.class));

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(RoomEvent.class, Typed.class)
            .addMixIn(MemberId.class, Id.class)
            .addMixIn(NoteId.class, Id.class)
            .addMixIn(RoomId.class, Id.class)
            .addMixIn(TeamId.class, Id.class)
            .registerSubtypes(EVENTS.entrySet().stream()
                    .map(entry -> new NamedType(entry.getKey(), entry.getValue()))
                    .toArray(NamedType[]::new))
            .build();

    /** What clients send is taken by the letter: a number is no text, and only true and false are truth values. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().addDeserializer(UUID.class, new StorableIds()))
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private RoomJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private abstract static class Id {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Id(UUID value) {}

        @JsonValue
        abstract UUID value();
    }

    /** An event with its circumstances, as the log's payload holds it. */
    private record Stored(UUID id, Instant at, Optional<MemberId> by, RoomEvent event) {}

    /** The fixed name of an event's type. */
    static String typeOf(RoomEvent event) {
        return Objects.requireNonNull(EVENTS.get(event.getClass()), () -> "no name for " + event.getClass());
    }

    /** The names of all commands a seat may send. */
    static java.util.Set<String> commandNames() {
        return COMMANDS.keySet().stream().collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalStateException if the event would name the writer of an anonymous note */
    static String payload(Recorded recorded) {
        if (recorded.event() instanceof NoteAdded e && e.state() == Entity.Note.State.ANONYMOUS) {
            throw new IllegalStateException("anonymous writing is no part of the log");
        }
        return JSON.writeValueAsString(new Stored(recorded.id(), recorded.at(), recorded.by(), recorded.event()));
    }

    static Recorded recorded(long seq, String payload) {
        Stored stored = JSON.readValue(payload, Stored.class);
        return new Recorded(seq, stored.id(), stored.at(), stored.by(), stored.event());
    }

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T read(String json, tools.jackson.core.type.TypeReference<T> type) {
        return JSON.readValue(json, type);
    }

    static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    /** A command as it arrived: readable, or the reason why not; the id wherever one could be read. */
    sealed interface Arrived {
        record Read(UUID id, OfSeat command) implements Arrived {}

        record Unreadable(Optional<UUID> id, Refusal reason) implements Arrived {}
    }

    /** Reads what a seat sent. */
    static Arrived command(JsonNode frame) {
        Optional<UUID> id = uuid(frame.path("id"));
        if (id.isEmpty()) {
            return new Arrived.Unreadable(id, Refusal.MALFORMED);
        }
        if (!isStorable(frame)) {
            return new Arrived.Unreadable(id, Refusal.MALFORMED);
        }
        Class<? extends OfSeat> type = COMMANDS.get(frame.path("type").asString(""));
        if (type == null) {
            return new Arrived.Unreadable(id, Refusal.COMMAND_UNKNOWN);
        }
        try {
            return new Arrived.Read(id.get(), STRICT.treeToValue(asRecord(type, (ObjectNode) frame), type));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return new Arrived.Unreadable(id, Refusal.MALFORMED);
        }
    }

    /** Half a surrogate pair and NUL are no text: what is stored would not be what was sent. */
    private static boolean isStorable(JsonNode node) {
        return node.isString() ? isText(node.stringValue()) : node.valueStream().allMatch(RoomJson::isStorable);
    }

    private static boolean isText(String value) {
        return value.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /** Where a field of the wire cannot be a component's name, or is JSON that stays text. */
    private static ObjectNode asRecord(Class<? extends OfSeat> type, ObjectNode frame) {
        ObjectNode record = frame.deepCopy();
        if (type == AddNote.class) {
            record.set("isPrivate", frame.has("private") ? frame.get("private") : BooleanNode.FALSE);
        }
        if (type == FormGroups.class && record.path("random").asBoolean(false)) {
            record.putArray("groups");
        }
        if (type == FormGroups.class && !record.has("random")) {
            record.put("random", false);
        }
        JsonNode time = frame.path(type == SetDue.class ? "until" : "scheduledAt");
        boolean holdsTime = type == SetDue.class || type == ChangeMeeting.class;
        if (holdsTime && !time.isString() && !time.isNull() && !time.isMissingNode()) {
            throw new IllegalArgumentException("a time is written as text");
        }
        if (type == EditStatement.class) {
            record.put("changes", frame.required("changes").asArray().toString());
        }
        return record;
    }

    /**
     * Whether MariaDB keeps such a UUID: from version 8 on it does not in the oldest variant. Nobody makes those but by
     * hand, and one of them would keep everybody's commands of the same batch from being stored.
     */
    private static boolean isStorable(UUID id) {
        return id.version() < 8 || id.getLeastSignificantBits() < 0;
    }

    private static final class StorableIds extends UUIDDeserializer {
        @java.lang.Override
        protected UUID _deserialize(String value, DeserializationContext context) {
            UUID id = super._deserialize(value, context);
            return isStorable(id)
                    ? id
                    : (UUID) context.handleWeirdStringValue(UUID.class, value, "an id the database does not keep");
        }
    }

    private static Optional<UUID> uuid(JsonNode node) {
        try {
            return node.isString()
                    ? Optional.of(UUID.fromString(node.stringValue())).filter(RoomJson::isStorable)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
