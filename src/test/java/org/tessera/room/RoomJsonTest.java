package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.account.TeamId;
import org.tessera.protocol.Action;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.Entity.Anchor;
import org.tessera.room.Entity.Note.State;
import org.tessera.room.RoomCommand.*;
import org.tessera.room.RoomEvent.*;
import org.tessera.room.RoomJson.Arrived;
import tools.jackson.databind.json.JsonMapper;

/** The words of the log, which are never changed, and of the wire. */
class RoomJsonTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID A = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID B = UUID.fromString("00000000-0000-0000-0000-00000000000b");
    private static final UUID C = UUID.fromString("00000000-0000-0000-0000-00000000000c");
    private static final MemberId ANA = new MemberId(A);
    private static final MemberId BEN = new MemberId(B);
    private static final NoteId NOTE = new NoteId(C);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.250Z");

    /**
     * Every event as a log of the first release holds it. Old logs must stay readable: add a sample when a field is added,
     * and never change one.
     */
    static Stream<Arguments> storedEvents() {
        NoteAdded added = new NoteAdded(
                NOTE,
                ANA,
                "blue \"lines\" ñ",
                NoteKind.OBSERVATION,
                Optional.of(new Anchor(B, 3, 0.1, 0.2, 0.3, 0.4)),
                "describe",
                State.POSTED,
                40,
                180.5,
                Optional.of(A),
                2,
                Optional.empty());
        return Stream.of(
                Arguments.of(
                        """
                        {"type":"room-prepared","team":"00000000-0000-0000-0000-00000000000a","title":"Thursday",
                         "pack":{"id":"post-it-vision","version":"1.0"},"meetingUrl":"https://meet.example/1",
                         "norms":[{"byLanguage":{"en":"We listen.","es":"Escuchamos."}}]}""",
                        new RoomPrepared(
                                new TeamId(A),
                                "Thursday",
                                new PackRef("post-it-vision", "1.0"),
                                Optional.of("https://meet.example/1"),
                                List.of(new Text(Map.of("en", "We listen.", "es", "Escuchamos."))))),
                Arguments.of(
                        """
                        {"type":"room-prepared","team":"00000000-0000-0000-0000-00000000000a","title":"Thursday",
                         "pack":{"id":"post-it-vision","version":"1.0"},"meetingUrl":null,"norms":[],
                         "scheduledAt":"2026-03-05T15:30:00Z"}""",
                        new RoomPrepared(
                                new TeamId(A),
                                "Thursday",
                                new PackRef("post-it-vision", "1.0"),
                                Optional.empty(),
                                List.of(),
                                Optional.of(Instant.parse("2026-03-05T15:30:00Z")))),
                Arguments.of(
                        """
                        {"type":"meeting-changed","title":"Friday","meetingUrl":"https://meet.example/2",
                         "norms":[{"byLanguage":{"en":"We listen."}}],"scheduledAt":"2026-03-06T15:30:00Z"}""",
                        new MeetingChanged(
                                "Friday",
                                Optional.of("https://meet.example/2"),
                                List.of(Text.of("We listen.")),
                                Optional.of(Instant.parse("2026-03-06T15:30:00Z")))),
                Arguments.of("""
                        {"type":"material-taken-away","material":"00000000-0000-0000-0000-00000000000a"}""", new MaterialTakenAway(A)),
                Arguments.of("""
                        {"type":"member-joined","member":"00000000-0000-0000-0000-00000000000a",
                         "role":"TIMEKEEPER","guest":true}""", new MemberJoined(ANA, Role.TIMEKEEPER, true)),
                Arguments.of("""
                        {"type":"norms-agreed","member":"00000000-0000-0000-0000-00000000000a"}""", new NormsAgreed(ANA)),
                Arguments.of("""
                        {"type":"focus-set","text":"What do they know?"}""", new FocusSet("What do they know?")),
                Arguments.of("""
                        {"type":"material-brought","material":"00000000-0000-0000-0000-00000000000a","kind":"work",
                         "title":"Essay","pages":3}""", new MaterialBrought(A, "work", "Essay", 3)),
                Arguments.of("""
                        {"type":"text-brought","statement":"00000000-0000-0000-0000-00000000000a",
                         "title":"Our vision","text":"Every child."}""", new TextBrought(A, "Our vision", "Every child.")),
                Arguments.of(
                        """
                        {"type":"agenda-fitted","times":[4,2],"lengths":{"pause.1":"PT30S"}}""",
                        new AgendaFitted(
                                List.of(4, 2),
                                Map.of("pause.1", Duration.ofSeconds(30)),
                                Optional.empty(),
                                Optional.empty())),
                Arguments.of(
                        """
                        {"type":"agenda-fitted","times":[4],"lengths":{"pause.1":"PT30S"},"meeting":"PT45M","people":4}""",
                        new AgendaFitted(
                                List.of(4),
                                Map.of("pause.1", Duration.ofSeconds(30)),
                                Optional.of(Duration.ofMinutes(45)),
                                Optional.of(4))),
                Arguments.of("""
                        {"type":"circle-set","people":["00000000-0000-0000-0000-00000000000a"]}""", new CircleSet(List.of(ANA))),
                Arguments.of("""
                        {"type":"cofacilitator-named","member":"00000000-0000-0000-0000-00000000000a","on":true}""", new CofacilitatorNamed(ANA, true)),
                Arguments.of("""
                        {"type":"deputy-named","member":"00000000-0000-0000-0000-00000000000a"}""", new DeputyNamed(Optional.of(ANA))),
                Arguments.of("""
                        {"type":"turns-opened","phase":"list","order":[["00000000-0000-0000-0000-00000000000a"]]}""", new TurnsOpened("list", List.of(List.of(ANA)))),
                Arguments.of("""
                        {"type":"turn-came","phase":"list","at":2,"until":"2026-03-02T12:00:00.250Z"}""", new TurnCame("list", 2, Optional.of(NOON))),
                Arguments.of("""
                        {"type":"floor-left","phase":"list","passed":true}""", new FloorLeft("list", true)),
                Arguments.of("""
                        {"type":"floor-given","phase":"talk","person":"00000000-0000-0000-0000-00000000000a"}""", new FloorGiven("talk", ANA)),
                Arguments.of("""
                        {"type":"voice-agreed","member":"00000000-0000-0000-0000-00000000000a","agreed":true}""", new VoiceAgreed(ANA, true)),
                Arguments.of("""
                        {"type":"voice-agreed","member":"00000000-0000-0000-0000-00000000000a","agreed":true,
                         "there":["00000000-0000-0000-0000-00000000000a"]}""", new VoiceAgreed(ANA, true, Optional.of(List.of(ANA)))),
                Arguments.of("""
                        {"type":"note-joined","note":"00000000-0000-0000-0000-00000000000c",
                         "into":"00000000-0000-0000-0000-00000000000b","was":null}""", new NoteJoined(NOTE, Optional.of(new NoteId(B)), Optional.empty())),
                Arguments.of("""
                        {"type":"phase-started","phase":"describe","endsAt":"2026-03-02T12:00:00.250Z"}""", new PhaseStarted("describe", NOON)),
                Arguments.of("""
                        {"type":"phase-started","phase":"read"}""", new PhaseStarted("read", Optional.empty())),
                Arguments.of("""
                        {"type":"phase-started","phase":"describe","endsAt":"2026-03-02T12:00:00.250Z",
                         "there":["00000000-0000-0000-0000-00000000000a"]}""", new PhaseStarted("describe", Optional.of(NOON), Optional.of(List.of(ANA)))),
                Arguments.of("""
                        {"type":"due-set","phase":"read","at":"2026-03-02T12:00:00.250Z"}""", new DueSet("read", Optional.of(NOON))),
                Arguments.of("""
                        {"type":"due-set","phase":"read"}""", new DueSet("read", Optional.empty())),
                Arguments.of(
                        """
                        {"type":"note-removed","note":"00000000-0000-0000-0000-00000000000c","was":{"type":"note-added",
                         "note":"00000000-0000-0000-0000-00000000000c",
                         "author":"00000000-0000-0000-0000-00000000000a","text":"green",
                         "kind":"OBSERVATION","anchor":null,"phase":"read","state":"PRIVATE","x":1.0,"y":2.0,
                         "group":null,"ordinal":0,"late":true}}""",
                        new NoteRemoved(
                                NOTE, plain("read", State.PRIVATE, 1, 2, 0).asLateAs(lateNote()))),
                Arguments.of("""
                        {"type":"phase-paused","phase":"describe"}""", new PhasePaused("describe")),
                Arguments.of("""
                        {"type":"phase-resumed","phase":"describe","endsAt":"2026-03-02T12:00:00.250Z"}""", new PhaseResumed("describe", NOON)),
                Arguments.of("""
                        {"type":"phase-extended","phase":"describe","minutes":5,"endsAt":"2026-03-02T12:00:00.250Z"}""", new PhaseExtended("describe", 5, NOON)),
                Arguments.of("""
                        {"type":"time-ran-out","phase":"react","locked":true}""", new TimeRanOut("react", true)),
                Arguments.of("""
                        {"type":"phase-ended","phase":"describe"}""", new PhaseEnded("describe")),
                Arguments.of("""
                        {"type":"phase-skipped","phase":"react"}""", new PhaseSkipped("react")),
                Arguments.of("""
                        {"type":"artifact-yielded","artifact":"00000000-0000-0000-0000-00000000000a",
                         "phase":"describe","name":{"byLanguage":{"en":"Observations"}},"sha256":"ab12"}""", new ArtifactYielded(A, "describe", Text.of("Observations"), "ab12")),
                Arguments.of("""
                        {"type":"note-added","note":"00000000-0000-0000-0000-00000000000c",
                         "author":"00000000-0000-0000-0000-00000000000a","text":"blue \\"lines\\" ñ",
                         "kind":"OBSERVATION","anchor":{"material":"00000000-0000-0000-0000-00000000000b","page":3,
                         "x":0.1,"y":0.2,"w":0.3,"h":0.4},"phase":"describe","state":"POSTED","x":40.0,"y":180.5,
                         "group":"00000000-0000-0000-0000-00000000000a","ordinal":2}""", added),
                Arguments.of("""
                        {"type":"note-edited","note":"00000000-0000-0000-0000-00000000000c","text":"green","was":"blue"}""", new NoteEdited(NOTE, "green", "blue")),
                Arguments.of("""
                        {"type":"note-removed","note":"00000000-0000-0000-0000-00000000000c","was":{"type":"note-added",
                         "note":"00000000-0000-0000-0000-00000000000c",
                         "author":"00000000-0000-0000-0000-00000000000a","text":"blue \\"lines\\" ñ",
                         "kind":"OBSERVATION","anchor":{"material":"00000000-0000-0000-0000-00000000000b","page":3,
                         "x":0.1,"y":0.2,"w":0.3,"h":0.4},"phase":"describe","state":"POSTED","x":40.0,"y":180.5,
                         "group":"00000000-0000-0000-0000-00000000000a","ordinal":2}}""", new NoteRemoved(NOTE, added)),
                Arguments.of("""
                        {"type":"note-posted","note":"00000000-0000-0000-0000-00000000000c","ordinal":4,"x":640.0,
                         "y":40.0,"was":"PRIVATE","from":{"type":"note-added",
                         "note":"00000000-0000-0000-0000-00000000000c",
                         "author":"00000000-0000-0000-0000-00000000000a","text":"blue \\"lines\\" ñ",
                         "kind":"OBSERVATION","anchor":{"material":"00000000-0000-0000-0000-00000000000b","page":3,
                         "x":0.1,"y":0.2,"w":0.3,"h":0.4},"phase":"describe","state":"POSTED","x":40.0,"y":180.5,
                         "group":"00000000-0000-0000-0000-00000000000a","ordinal":2}}""", new NotePosted(NOTE, 4, 640, 40, State.PRIVATE, Optional.of(added))),
                Arguments.of("""
                        {"type":"note-kept","note":"00000000-0000-0000-0000-00000000000c","was":"POSTED"}""", new NoteKept(NOTE, State.POSTED)),
                Arguments.of(
                        """
                        {"type":"note-restored","note":"00000000-0000-0000-0000-00000000000c","is":{"type":"note-added",
                         "note":"00000000-0000-0000-0000-00000000000c",
                         "author":"00000000-0000-0000-0000-00000000000a","text":"green",
                         "kind":"OBSERVATION","anchor":null,"phase":"describe","state":"PRIVATE","x":1.0,"y":2.0,
                         "group":null,"ordinal":0},"was":{"type":"note-added",
                         "note":"00000000-0000-0000-0000-00000000000c",
                         "author":"00000000-0000-0000-0000-00000000000a","text":"green",
                         "kind":"OBSERVATION","anchor":null,"phase":"interpret","state":"POSTED","x":40.0,"y":40.0,
                         "group":null,"ordinal":3}}""",
                        new NoteRestored(
                                NOTE,
                                plain("describe", State.PRIVATE, 1, 2, 0),
                                plain("interpret", State.POSTED, 40, 40, 3))),
                Arguments.of("""
                        {"type":"note-moved","note":"00000000-0000-0000-0000-00000000000c","x":1.0,"y":2.5,
                         "group":"00000000-0000-0000-0000-00000000000a","wasX":40.0,"wasY":40.0,"wasGroup":null}""", new NoteMoved(NOTE, 1, 2.5, Optional.of(A), 40, 40, Optional.empty())),
                Arguments.of("""
                        {"type":"notes-grouped","group":"00000000-0000-0000-0000-00000000000a",
                         "notes":["00000000-0000-0000-0000-00000000000c"],"x":40.0,"y":40.0,
                         "was":{"00000000-0000-0000-0000-00000000000c":"00000000-0000-0000-0000-00000000000b"}}""", new NotesGrouped(A, List.of(NOTE), 40, 40, Map.of(C, B))),
                Arguments.of("""
                        {"type":"group-dissolved","group":"00000000-0000-0000-0000-00000000000a","x":40.0,"y":180.5}""", new GroupDissolved(A, 40, 180.5)),
                Arguments.of("""
                        {"type":"group-named","group":"00000000-0000-0000-0000-00000000000a","name":"Growing","was":""}""", new GroupNamed(A, "Growing", "")),
                Arguments.of("""
                        {"type":"vote-cast","voter":"00000000-0000-0000-0000-00000000000a","phase":"vote",
                         "target":"00000000-0000-0000-0000-00000000000b"}""", new VoteCast(ANA, "vote", B)),
                Arguments.of("""
                        {"type":"vote-retracted","voter":"00000000-0000-0000-0000-00000000000a","phase":"vote",
                         "target":"00000000-0000-0000-0000-00000000000b"}""", new VoteRetracted(ANA, "vote", B)),
                Arguments.of("""
                        {"type":"statement-opened","statement":"00000000-0000-0000-0000-00000000000c","title":"1",
                         "phase":"pairs","people":["00000000-0000-0000-0000-00000000000a",
                         "00000000-0000-0000-0000-00000000000b"]}""", new StatementOpened(C, "1", "pairs", List.of(ANA, BEN))),
                Arguments.of("""
                        {"type":"statement-edited","statement":"00000000-0000-0000-0000-00000000000c",
                         "changes":"[3,[0,\\"x\\"]]","version":2}""", new StatementEdited(C, "[3,[0,\"x\"]]", 2)),
                Arguments.of("""
                        {"type":"check-answered","member":"00000000-0000-0000-0000-00000000000a",
                         "item":"00000000-0000-0000-0000-00000000000c","answer":4}""", new CheckAnswered(ANA, C, 4)),
                Arguments.of("""
                        {"type":"goal-added","goal":"00000000-0000-0000-0000-00000000000a","text":"Two rubrics"}""", new GoalAdded(A, "Two rubrics")),
                Arguments.of("""
                        {"type":"goal-reworded","goal":"00000000-0000-0000-0000-00000000000a","text":"Three rubrics",
                         "was":"Two rubrics"}""", new GoalReworded(A, "Three rubrics", "Two rubrics")),
                Arguments.of("""
                        {"type":"goal-removed","goal":"00000000-0000-0000-0000-00000000000a","was":"Two rubrics"}""", new GoalRemoved(A, "Two rubrics")),
                Arguments.of("""
                        {"type":"item-added","item":"00000000-0000-0000-0000-00000000000c","phase":"rows",
                         "text":{"byLanguage":{"en":"Uses evidence"}},"ordinal":2}""", new ItemAdded(C, "rows", Text.of("Uses evidence"), 2)),
                Arguments.of(
                        """
                        {"type":"item-reworded","item":"00000000-0000-0000-0000-00000000000c",
                         "text":{"byLanguage":{"en":"Cites evidence"}},
                         "was":{"byLanguage":{"en":"Uses evidence","es":"Usa evidencia"}}}""",
                        new ItemReworded(
                                C,
                                Text.of("Cites evidence"),
                                new Text(Map.of("en", "Uses evidence", "es", "Usa evidencia")))),
                Arguments.of("""
                        {"type":"item-removed","item":"00000000-0000-0000-0000-00000000000c",
                         "was":{"type":"item-added","item":"00000000-0000-0000-0000-00000000000c","phase":"rows",
                         "text":{"byLanguage":{"en":"Uses evidence"}},"ordinal":2}}""", new ItemRemoved(C, new ItemAdded(C, "rows", Text.of("Uses evidence"), 2))),
                Arguments.of("""
                        {"type":"item-answered","member":"00000000-0000-0000-0000-00000000000a","phase":"check",
                         "item":"00000000-0000-0000-0000-00000000000c","yes":true,"why":"the prompt says so"}""", new ItemAnswered(ANA, "check", C, true, "the prompt says so")),
                Arguments.of("""
                        {"type":"item-opened","phase":"check","item":"00000000-0000-0000-0000-00000000000c"}""", new ItemOpened("check", C)),
                Arguments.of("""
                        {"type":"item-settled","phase":"check","item":"00000000-0000-0000-0000-00000000000c",
                         "agreed":"NONE","rationale":"we read it in two ways"}""", new ItemSettled("check", C, Entity.Consensus.Agreed.NONE, "we read it in two ways")),
                Arguments.of("""
                        {"type":"score-given","member":"00000000-0000-0000-0000-00000000000a","phase":"score",
                         "item":"00000000-0000-0000-0000-00000000000c","level":3,"evidence":"page 2"}""", new ScoreGiven(ANA, "score", C, 3, "page 2")),
                Arguments.of("""
                        {"type":"score-settled","phase":"score","item":"00000000-0000-0000-0000-00000000000c",
                         "level":3,"rationale":"two sources are named"}""", new ScoreSettled("score", C, 3, "two sources are named")),
                Arguments.of("""
                        {"type":"ready-set","member":"00000000-0000-0000-0000-00000000000a","ready":true}""", new ReadySet(ANA, true)),
                Arguments.of("""
                        {"type":"hand-set","member":"00000000-0000-0000-0000-00000000000a","up":false,
                         "since":"2026-03-02T12:00:00.250Z"}""", new HandSet(ANA, false, Optional.of(NOON))),
                Arguments.of("""
                        {"type":"taken-back","command":"00000000-0000-0000-0000-00000000000b"}""", new TakenBack(B)),
                Arguments.of("""
                        {"type":"time-asked","member":"00000000-0000-0000-0000-00000000000a"}""", new TimeAsked(ANA)),
                Arguments.of("""
                        {"type":"role-assigned","member":"00000000-0000-0000-0000-00000000000a","role":"FACILITATOR",
                         "why":"SUCCESSION"}""", new RoleAssigned(ANA, Role.FACILITATOR, Why.SUCCESSION)),
                Arguments.of(
                        """
                        {"type":"notes-uncovered","phase":"write","notes":[
                         {"note":"00000000-0000-0000-0000-00000000000c","text":"green","kind":"OBSERVATION","anchor":null,
                          "x":40.0,"y":180.0,"ordinal":2}]}""",
                        new NotesUncovered(
                                "write",
                                List.of(new Uncovered(
                                        NOTE, "green", NoteKind.OBSERVATION, Optional.empty(), 40, 180, 2)))),
                Arguments.of("""
                        {"type":"notes-linked","from":"00000000-0000-0000-0000-00000000000c",
                         "to":"00000000-0000-0000-0000-00000000000b"}""", new NotesLinked(NOTE, new NoteId(B))),
                Arguments.of("""
                        {"type":"notes-unlinked","from":"00000000-0000-0000-0000-00000000000c",
                         "to":"00000000-0000-0000-0000-00000000000b"}""", new NotesUnlinked(NOTE, new NoteId(B))),
                Arguments.of("""
                        {"type":"group-extended","phase":"pairs","group":"00000000-0000-0000-0000-00000000000a",
                         "minutes":5,"endsAt":"2026-03-02T12:00:00.250Z"}""", new GroupExtended("pairs", A, 5, NOON)),
                Arguments.of("""
                        {"type":"pairs-formed","pairs":{"00000000-0000-0000-0000-00000000000c":
                         ["00000000-0000-0000-0000-00000000000a","00000000-0000-0000-0000-00000000000b"]}}""", new PairsFormed(Map.of(C, List.of(ANA, BEN)))),
                Arguments.of("""
                        {"type":"group-joined","pair":"00000000-0000-0000-0000-00000000000c",
                         "member":"00000000-0000-0000-0000-00000000000a"}""", new GroupJoined(C, ANA)),
                Arguments.of("""
                        {"type":"overridden","member":"00000000-0000-0000-0000-00000000000a","action":"POST",
                         "reason":"because"}""", new Overridden(ANA, Optional.of(Action.POST), "because")),
                Arguments.of("""
                        {"type":"room-closed"}""", new RoomClosed()),
                Arguments.of("""
                        {"type":"meeting-cancelled"}""", new MeetingCancelled(Optional.empty())),
                Arguments.of("""
                        {"type":"meeting-cancelled","reason":"Snow."}""", new MeetingCancelled(Optional.of("Snow."))),
                Arguments.of("""
                        {"type":"room-closed","reason":"The bell rang."}""", new RoomClosed(Optional.of("The bell rang."))),
                Arguments.of("""
                        {"type":"phase-ended","phase":"debrief","reason":"The bell rang."}""", new PhaseEnded("debrief", Optional.of("The bell rang."))),
                Arguments.of("""
                        {"type":"phase-ended","phase":"debrief","cut":"The bell rang."}""", new PhaseEnded("debrief", Optional.empty(), Optional.of("The bell rang."))),
                Arguments.of("""
                        {"type":"note-retagged","note":"00000000-0000-0000-0000-00000000000c","kind":"FEEDBACK",
                         "was":"CLARIFYING"}""", new NoteRetagged(NOTE, NoteKind.FEEDBACK, NoteKind.CLARIFYING)),
                Arguments.of("""
                        {"type":"norm-adopted","norm":"00000000-0000-0000-0000-00000000000a","text":"We listen.",
                         "was":"Listen"}""", new NormAdopted(A, "We listen.", Optional.of("Listen"))),
                Arguments.of("""
                        {"type":"norm-dropped","norm":"00000000-0000-0000-0000-00000000000a","was":"We listen."}""", new NormDropped(A, "We listen.")),
                Arguments.of("""
                        {"type":"norm-flagged","member":"00000000-0000-0000-0000-00000000000a",
                         "norm":"00000000-0000-0000-0000-00000000000b","hard":true}""", new NormFlagged(ANA, B, true)),
                Arguments.of("""
                        {"type":"norms-checked","member":"00000000-0000-0000-0000-00000000000a","phase":"debrief",
                         "kept":"MOST","hard":1}""", new NormsChecked(ANA, "debrief", Entity.Kept.MOST, Optional.of(1))),
                Arguments.of("""
                        {"type":"choice-made","member":"00000000-0000-0000-0000-00000000000a","phase":"choose",
                         "choice":"north","was":"south"}""", new ChoiceMade(ANA, "choose", "north", Optional.of("south"))),
                Arguments.of("""
                        {"type":"payload-erased"}""", new PayloadErased()));
    }

    @Nested
    class A_stored_event {

        @ParameterizedTest
        @MethodSource("org.tessera.room.RoomJsonTest#storedEvents")
        void is_read_and_written_as_it_always_was(String event, RoomEvent expected) {
            String payload = """
                    {"id":"00000000-0000-0000-0000-00000000000c","at":"2026-03-02T12:00:00.250Z",
                     "by":"00000000-0000-0000-0000-00000000000a","event":%s}""".formatted(event);
            Recorded recorded = new Recorded(7, C, NOON, Optional.of(ANA), expected);

            assertThat(RoomJson.recorded(7, payload)).isEqualTo(recorded);
            assertThat(JSON.readTree(RoomJson.payload(recorded))).isEqualTo(JSON.readTree(payload));
        }

        @Test
        void has_a_sample_for_every_kind_there_is() {
            Set<Class<?>> sampled =
                    storedEvents().map(each -> each.get()[1].getClass()).collect(Collectors.toSet());

            assertThat(sampled)
                    .isEqualTo(Arrays.stream(RoomEvent.class.getPermittedSubclasses())
                            .filter(Class::isRecord)
                            .collect(Collectors.toSet()));
        }

        @Test
        void has_a_name_of_its_own() {
            Collection<String> names = storedEvents()
                    .map(each -> (RoomEvent) each.get()[1])
                    .collect(Collectors.toMap(Object::getClass, RoomJson::typeOf, (one, same) -> one))
                    .values();

            assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
        }

        @Test
        void of_the_clock_or_the_house_names_nobody() {
            Recorded closed = new Recorded(7, C, NOON, Optional.empty(), new RoomClosed());

            assertThat(JSON.readTree(RoomJson.payload(closed)).get("by").isNull())
                    .isTrue();
            assertThat(RoomJson.recorded(7, RoomJson.payload(closed))).isEqualTo(closed);
        }

        @Test
        void may_lack_a_field_that_was_optional_and_have_one_that_is_not_known_yet() {
            Recorded moved = RoomJson.recorded(7, """
                    {"id":"00000000-0000-0000-0000-00000000000c","at":"2026-03-02T12:00:00Z","by":null,"weather":"fine",
                     "event":{"type":"note-moved","note":"00000000-0000-0000-0000-00000000000c","x":1,"y":2,"wasX":3,
                     "wasY":4,"z":5}}""");

            assertThat(moved.event()).isEqualTo(new NoteMoved(NOTE, 1, 2, Optional.empty(), 3, 4, Optional.empty()));
        }
    }

    private static Entity.Note lateNote() {
        return new Entity.Note(
                        NOTE,
                        ANA,
                        "green",
                        NoteKind.OBSERVATION,
                        Optional.empty(),
                        "read",
                        State.PRIVATE,
                        1,
                        2,
                        Optional.empty(),
                        0,
                        Entity.Ties.NONE)
                .late(true);
    }

    private static NoteAdded plain(String phase, State state, double x, double y, int ordinal) {
        return new NoteAdded(
                NOTE,
                ANA,
                "green",
                NoteKind.OBSERVATION,
                Optional.empty(),
                phase,
                state,
                x,
                y,
                Optional.empty(),
                ordinal,
                Optional.empty());
    }

    /** Each command as a client sends it, without its id. */
    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("{'type':'agree-norms'}", new AgreeNorms()),
                Arguments.of(
                        "{'type':'add-note','note':'@c','text':'blue'}",
                        new AddNote(C, "blue", null, null, null, false)),
                Arguments.of(
                        "{'type':'add-note','note':'@c','text':'blue','kind':'question','group':'@a','private':true,"
                                + "'anchor':{'material':'@b','page':2,'x':0,'y':0.5,'w':1,'h':0.25}}",
                        new AddNote(C, "blue", "question", new AnchorDraft(B, 2, 0, 0.5, 1, 0.25), A, true)),
                Arguments.of(
                        "{'type':'add-note','note':'@c','text':'blue','kind':null,'anchor':null,'group':null,'private':false}",
                        new AddNote(C, "blue", null, null, null, false)),
                Arguments.of(
                        "{'type':'add-note','note':'@c','text':'blue','speaker':'@a'}",
                        new AddNote(C, "blue", null, null, null, false, A)),
                Arguments.of("{'type':'join-note','note':'@c','into':'@b'}", new JoinNote(C, B)),
                Arguments.of("{'type':'join-note','note':'@c'}", new JoinNote(C, null)),
                Arguments.of("{'type':'pass-turn'}", new PassTurn()),
                Arguments.of("{'type':'name-cofacilitator','person':'@a','on':true}", new NameCofacilitator(A, true)),
                Arguments.of("{'type':'name-deputy','person':'@a'}", new NameDeputy(A)),
                Arguments.of("{'type':'take-facilitation'}", new TakeFacilitation()),
                Arguments.of("{'type':'end-turn'}", new EndTurn()),
                Arguments.of("{'type':'give-floor'}", new GiveFloor(null)),
                Arguments.of("{'type':'give-floor','person':'@a'}", new GiveFloor(A)),
                Arguments.of("{'type':'order-turns','people':['@a','@b']}", new OrderTurns(List.of(A, B))),
                Arguments.of("{'type':'share-voice','agreed':true}", new ShareVoice(true)),
                Arguments.of("{'type':'edit-note','note':'@c','text':'green'}", new EditNote(C, "green")),
                Arguments.of("{'type':'remove-note','note':'@c'}", new RemoveNote(C)),
                Arguments.of("{'type':'post-note','note':'@c'}", new PostNote(C)),
                Arguments.of("{'type':'keep-note','note':'@c'}", new KeepNote(C)),
                Arguments.of("{'type':'move-note','note':'@c','x':1,'y':-2.5}", new MoveNote(C, 1, -2.5, null)),
                Arguments.of("{'type':'move-note','note':'@c','x':1,'y':2,'group':'@a'}", new MoveNote(C, 1, 2, A)),
                Arguments.of(
                        "{'type':'group-notes','group':'@a','notes':['@b','@c']}", new GroupNotes(A, List.of(B, C))),
                Arguments.of("{'type':'name-group','group':'@a','name':'Growing'}", new NameGroup(A, "Growing")),
                Arguments.of(
                        "{'type':'add-note','note':'@c','text':'blue','replyTo':'@b','phase':'write'}",
                        new AddNote(C, "blue", null, null, null, false, null, B, "write")),
                Arguments.of("{'type':'link-notes','from':'@b','to':'@c'}", new LinkNotes(B, C)),
                Arguments.of("{'type':'unlink-notes','from':'@b','to':'@c'}", new UnlinkNotes(B, C)),
                Arguments.of("{'type':'form-groups','random':true}", new FormGroups(List.of(), true)),
                Arguments.of(
                        "{'type':'extend-phase','phase':'work','minutes':5,'group':'@a'}",
                        new ExtendPhase("work", 5, A)),
                Arguments.of("{'type':'cast-vote','target':'@a'}", new CastVote(A)),
                Arguments.of("{'type':'retract-vote','target':'@a'}", new RetractVote(A)),
                Arguments.of(
                        "{'type':'edit-statement','statement':'@a','base':3,'changes':[5,[0,'x']]}",
                        new EditStatement(A, 3, "[5,[0,\"x\"]]")),
                Arguments.of("{'type':'answer-check','item':'@a','answer':0}", new AnswerCheck(A, 0)),
                Arguments.of("{'type':'add-goal','goal':'@a','text':'Two'}", new AddGoal(A, "Two")),
                Arguments.of("{'type':'edit-goal','goal':'@a','text':'Three'}", new EditGoal(A, "Three")),
                Arguments.of("{'type':'add-item','item':'@a','text':'A row'}", new AddItem(A, "A row")),
                Arguments.of("{'type':'edit-item','item':'@a','text':'The row'}", new EditItem(A, "The row")),
                Arguments.of("{'type':'remove-item','item':'@a'}", new RemoveItem(A)),
                Arguments.of("{'type':'answer-item','item':'@a','answer':'no'}", new AnswerItem(A, "no", null)),
                Arguments.of(
                        "{'type':'answer-item','item':'@a','answer':'yes','why':'it says so'}",
                        new AnswerItem(A, "yes", "it says so")),
                Arguments.of("{'type':'open-item','item':'@a'}", new OpenItem(A)),
                Arguments.of("{'type':'settle-item','item':'@a','agreed':'yes'}", new SettleItem(A, "yes", null)),
                Arguments.of(
                        "{'type':'settle-item','item':'@a','agreed':'none','rationale':'two readings'}",
                        new SettleItem(A, "none", "two readings")),
                Arguments.of("{'type':'submit-score','item':'@a','level':3}", new SubmitScore(A, 3, null)),
                Arguments.of(
                        "{'type':'submit-score','item':'@a','level':1,'evidence':'page 2'}",
                        new SubmitScore(A, 1, "page 2")),
                Arguments.of(
                        "{'type':'settle-score','item':'@a','level':2,'rationale':'two sources'}",
                        new SettleScore(A, 2, "two sources")),
                Arguments.of("{'type':'focus-question','text':'Why?'}", new FocusQuestion("Why?")),
                Arguments.of("{'type':'ready'}", new Ready()),
                Arguments.of("{'type':'not-ready'}", new NotReady()),
                Arguments.of("{'type':'raise-hand'}", new RaiseHand()),
                Arguments.of("{'type':'lower-hand'}", new LowerHand()),
                Arguments.of("{'type':'ask-time'}", new AskTime()),
                Arguments.of("{'type':'undo','command':'@a'}", new Undo(A)),
                Arguments.of("{'type':'start-phase','phase':'work'}", new StartPhase("work")),
                Arguments.of("{'type':'extend-phase','phase':'work','minutes':5}", new ExtendPhase("work", 5)),
                Arguments.of(
                        "{'type':'set-due','phase':'read','until':'2026-03-02T12:00:00.250Z'}",
                        new SetDue("read", NOON)),
                Arguments.of("{'type':'set-due','phase':'read','until':null}", new SetDue("read", null)),
                Arguments.of("{'type':'set-due','phase':'read'}", new SetDue("read", null)),
                Arguments.of(
                        "{'type':'change-meeting','title':'Friday','norms':['We listen.'],"
                                + "'meetingUrl':'https://meet.example/2','scheduledAt':'2026-03-06T15:30:00Z'}",
                        new ChangeMeeting(
                                "Friday",
                                "https://meet.example/2",
                                List.of("We listen."),
                                Instant.parse("2026-03-06T15:30:00Z"))),
                Arguments.of(
                        "{'type':'change-meeting','title':'Friday','norms':[]}",
                        new ChangeMeeting("Friday", null, List.of(), null)),
                Arguments.of("{'type':'fit-agenda','minutes':45,'people':6}", new FitAgenda(45, 6)),
                Arguments.of("{'type':'rebalance','plan':'shorten'}", new RoomCommand.Rebalance("shorten")),
                Arguments.of("{'type':'pause-phase','phase':'work'}", new PausePhase("work")),
                Arguments.of("{'type':'resume-phase','phase':'work'}", new ResumePhase("work")),
                Arguments.of("{'type':'end-phase','phase':'work'}", new EndPhase("work")),
                Arguments.of(
                        "{'type':'form-groups','groups':[['@a','@b'],['@c']]}",
                        new FormGroups(List.of(List.of(A, B), List.of(C)))),
                Arguments.of("{'type':'assign-role','person':'@a','role':'recorder'}", new AssignRole(A, "recorder")),
                Arguments.of(
                        "{'type':'override','person':'@a','action':'post','reason':'because'}",
                        new RoomCommand.Override(A, "post", "because")),
                Arguments.of("{'type':'add-to-group','person':'@a','group':'@c'}", new AddToGroup(A, C)),
                Arguments.of("{'type':'close-room'}", new CloseRoom()),
                Arguments.of("{'type':'cancel-meeting','reason':'Snow.'}", new CancelMeeting("Snow.")),
                Arguments.of("{'type':'start-phase','phase':'work','reason':'Late.'}", new StartPhase("work", "Late.")),
                Arguments.of("{'type':'end-phase','phase':'work','reason':'Late.'}", new EndPhase("work", "Late.")),
                Arguments.of("{'type':'close-room','reason':'Late.'}", new CloseRoom("Late.")),
                Arguments.of("{'type':'reply-note','note':'@c','to':'@b','text':'Two.'}", new ReplyNote(C, B, "Two.")),
                Arguments.of("{'type':'retag-note','note':'@c','kind':'feedback'}", new RetagNote(C, "feedback")),
                Arguments.of("{'type':'adopt-norm','note':'@c','text':'We listen.'}", new AdoptNorm(C, "We listen.")),
                Arguments.of("{'type':'drop-norm','norm':'@c'}", new DropNorm(C)),
                Arguments.of("{'type':'flag-norm','norm':'@c','hard':true}", new FlagNorm(C, true)),
                Arguments.of("{'type':'check-norms','kept':'all'}", new CheckNorms("all", null)),
                Arguments.of("{'type':'check-norms','kept':'few','hard':2}", new CheckNorms("few", 2)),
                Arguments.of("{'type':'choose','choice':'north'}", new Choose("north")));
    }

    @Nested
    class A_command {

        @ParameterizedTest
        @MethodSource("org.tessera.room.RoomJsonTest#commands")
        void is_read_as_the_wire_says(String sent, OfSeat expected) {
            assertThat(arrived(sent)).isEqualTo(new Arrived.Read(B, expected));
        }

        @ParameterizedTest
        @MethodSource("org.tessera.room.RoomJsonTest#commands")
        void may_have_fields_nobody_knows(String sent, OfSeat expected) {
            assertThat(arrived(sent.replace("'type'", "'colour':{'deep':['blue']},'type'")))
                    .isEqualTo(new Arrived.Read(B, expected));
        }

        @Test
        void has_a_sample_for_every_name() {
            Set<String> sampled = commands()
                    .map(each -> JSON.readTree(json((String) each.get()[0]))
                            .get("type")
                            .stringValue())
                    .collect(Collectors.toSet());

            assertThat(sampled).isEqualTo(RoomJson.commandNames());
        }

        @ParameterizedTest
        @MethodSource("org.tessera.room.RoomJsonTest#mutilated")
        void is_malformed_where_a_field_is_missing_or_of_another_type(String sent) {
            assertThat(arrived(sent)).isEqualTo(new Arrived.Unreadable(Optional.of(B), Refusal.MALFORMED));
        }

        /** One such id in a batch would keep all of it from being stored. */
        @Test
        void is_malformed_with_an_id_the_database_does_not_keep() {
            String id = "c72bd002-c36f-81a7-1d70-73133362e6b8";
            assertThat(arrived("{'type':'remove-note','note':'%s'}".formatted(id)))
                    .isEqualTo(new Arrived.Unreadable(Optional.of(B), Refusal.MALFORMED));
            assertThat(arrived("{'type':'group-notes','group':'@a','notes':['%s']}".formatted(id)))
                    .isEqualTo(new Arrived.Unreadable(Optional.of(B), Refusal.MALFORMED));
            assertThat(RoomJson.command(JSON.readTree(json("{'type':'ready','id':'%s'}".formatted(id)))))
                    .isEqualTo(new Arrived.Unreadable(Optional.empty(), Refusal.MALFORMED));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{'type':'dance'}", "{'type':'note-added'}", "{'type':null}", "{'type':7}", "{}"})
        void is_unknown_under_any_other_name(String sent) {
            assertThat(arrived(sent)).isEqualTo(new Arrived.Unreadable(Optional.of(B), Refusal.COMMAND_UNKNOWN));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'type':'ready'}",
                    "{'type':'ready','id':7}",
                    "{'type':'ready','id':'7'}",
                    "{'type':'ready','id':null}",
                    "[]",
                    "7",
                    "null",
                })
        void without_an_id_is_malformed_and_cannot_be_answered_by_one(String sent) {
            assertThat(RoomJson.command(JSON.readTree(json(sent))))
                    .isEqualTo(new Arrived.Unreadable(Optional.empty(), Refusal.MALFORMED));
        }
    }

    /** Every command with a field left out, and with a field of a type it cannot have. */
    /** Some words are fields of several commands, and optional in some of them. */
    private static boolean isOptionalHere(String name, String sent) {
        return (name.equals("phase") && sent.contains("add-note"))
                || (name.equals("group") && sent.contains("extend-phase"));
    }

    static Stream<String> mutilated() {
        Set<String> optional = Set.of(
                "type",
                "kind",
                "anchor",
                "private",
                "group",
                "speaker",
                "into",
                "why",
                "evidence",
                "rationale",
                "replyTo",
                "random",
                "until",
                "meetingUrl",
                "scheduledAt");
        Stream<String> without = commands()
                .map(each -> (String) each.get()[0])
                .filter(sent -> !sent.contains("null"))
                .flatMap(sent -> {
                    var whole = JSON.readTree(json(sent));
                    return whole.propertyNames().stream()
                            .filter(name -> !sent.contains("give-floor") && !sent.contains("name-deputy"))
                            .filter(name -> !optional.contains(name) || name.equals("group") && !sent.contains("note'"))
                            .filter(name -> !name.equals("reason") || sent.contains("override"))
                            .filter(name -> !name.equals("hard") || sent.contains("flag-norm"))
                            .filter(name -> !isOptionalHere(name, sent))
                            .map(name ->
                                    whole.deepCopy().asObject().without(name).toString());
                });
        Stream<String> otherTypes = Stream.of(
                "{'type':'add-note','note':'c','text':'blue'}",
                "{'type':'add-note','note':7,'text':'blue'}",
                "{'type':'add-note','note':'@c','text':7}",
                "{'type':'add-note','note':'@c','text':null}",
                "{'type':'add-note','note':'@c','text':['blue']}",
                "{'type':'add-note','note':'@c','text':'blue','private':'yes'}",
                "{'type':'add-note','note':'@c','text':'blue','private':'true'}",
                "{'type':'add-note','note':'@c','text':'blue','private':1}",
                "{'type':'add-note','note':'@c','text':'blue','private':null}",
                "{'type':'add-note','note':'@c','text':'blue','group':'g'}",
                "{'type':'add-note','note':'@c','text':'blue','kind':4}",
                "{'type':'add-note','note':'@c','text':'blue','anchor':'here'}",
                "{'type':'add-note','note':'@c','text':'blue','anchor':{'page':1,'x':0,'y':0,'w':1,'h':1}}",
                "{'type':'add-note','note':'@c','text':'blue','anchor':{'material':'@a','x':0,'y':0,'w':1,'h':1}}",
                "{'type':'move-note','note':'@c','x':'1','y':2}",
                "{'type':'move-note','note':'@c','x':null,'y':2}",
                "{'type':'group-notes','group':'@a','notes':'@b'}",
                "{'type':'group-notes','group':'@a','notes':['@b',null]}",
                "{'type':'edit-statement','statement':'@a','base':'3','changes':[]}",
                "{'type':'edit-statement','statement':'@a','base':3.5,'changes':[]}",
                "{'type':'edit-statement','statement':'@a','base':3,'changes':null}",
                "{'type':'answer-check','item':'@a','answer':'4'}",
                "{'type':'answer-check','item':'@a','answer':3.9}",
                "{'type':'answer-check','item':'@a','answer':99999999999}",
                "{'type':'extend-phase','phase':'work','minutes':true}",
                "{'type':'start-phase','phase':3}",
                "{'type':'set-due','phase':'read','until':1772452800}",
                "{'type':'set-due','phase':'read','until':true}",
                "{'type':'set-due','phase':'read','until':'Thursday'}",
                "{'type':'set-due','phase':'read','until':''}",
                "{'type':'set-due','until':'2026-03-02T12:00:00Z'}",
                "{'type':'change-meeting','title':'Friday'}",
                "{'type':'change-meeting','norms':[]}",
                "{'type':'change-meeting','title':3,'norms':[]}",
                "{'type':'change-meeting','title':'Friday','norms':[null]}",
                "{'type':'change-meeting','title':'Friday','norms':'We listen.'}",
                "{'type':'change-meeting','title':'Friday','norms':[],'scheduledAt':1772452800}",
                "{'type':'change-meeting','title':'Friday','norms':[],'scheduledAt':'Friday'}",
                "{'type':'form-groups','groups':['@a','@b']}",
                "{'type':'form-groups','groups':[['@a',null]]}");
        return Stream.concat(without, otherTypes);
    }

    private static Arrived arrived(String sent) {
        return RoomJson.command(JSON.readTree(json(sent)).deepCopy().asObject().put("id", B.toString()));
    }

    /** Samples are written with single quotes, and with {@code @a} for an id. */
    private static String json(String sample) {
        return sample.replace('\'', '"').replaceAll("@([abc])", "00000000-0000-0000-0000-00000000000$1");
    }

    /** The page that tells outsiders how to talk to a room. */
    @Nested
    class The_wire_document {

        private final String page = read(Path.of("docs/wire.md"));

        @Test
        void names_every_command_and_no_other() {
            Set<String> named = new TreeSet<>();
            Pattern.compile("(?m)^\\| (`[a-z-]+`(?:, `[a-z-]+`)*) \\|")
                    .matcher(section("### Commands", "### Rights and rules"))
                    .results()
                    .forEach(row ->
                            named.addAll(List.of(row.group(1).replace("`", "").split(", "))));

            assertThat(named).isEqualTo(new TreeSet<>(RoomJson.commandNames()));
        }

        @Test
        void names_every_reason_for_a_no() {
            Set<String> named = Pattern.compile("`([A-Z_]+)`")
                    .matcher(section("### Reasons", "\n## "))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());

            assertThat(named)
                    .isEqualTo(Arrays.stream(Refusal.values()).map(Enum::name).collect(Collectors.toSet()));
        }

        private String section(String from, String to) {
            String rest = page.substring(page.indexOf(from));
            return rest.substring(0, rest.indexOf(to));
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
