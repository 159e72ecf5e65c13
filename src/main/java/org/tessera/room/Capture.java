package org.tessera.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.tessera.protocol.Action;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Minutes;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.Phase;
import org.tessera.protocol.PhaseYield;
import org.tessera.protocol.Role;
import org.tessera.protocol.Visibility;
import org.tessera.room.Entity.Group;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.Entity.Statement;

/**
 * What an ending phase leaves behind: only what everybody in the room could see, as canonical JSON, with its hash.
 *
 * @param from the log position at which the phase started, {@code to} the one at which it ended
 * @param planned minutes it was given; 0 for one in people's own time, which has no clock
 */
record Capture(
        UUID artifact,
        String phase,
        PhaseYield yield,
        String content,
        String sha256,
        long from,
        long to,
        int planned,
        Duration actual,
        List<Part> parts,
        Instant at) {

    /** Somebody's part in the room when the phase ended. */
    record Part(MemberId member, Role role, boolean guest, Duration facilitated) {}

    /** Captures {@code phase} from {@code room}, in which it has just ended; {@code cut} is why before its time. */
    static Capture of(
            Room room, Phase phase, PhaseYield yield, UUID artifact, PhaseRun run, Instant now, Optional<String> cut) {
        PhaseRun ended = room.run(phase.id()).orElseThrow();
        Map<String, Object> content = new TreeMap<>();
        content.put("room", room.id().toString());
        content.put("title", room.setting().title());
        content.put("pack", room.pack().ref().toString());
        content.put("phase", phase.id());
        content.put("yield", yield.id());
        if (phase.isInMeeting()) {
            content.put("planned", Minutes.number(ended.planned()));
            content.put("actualSeconds", ended.elapsed(now).toSeconds());
        } else {
            content.put("timing", phase.timing().name().toLowerCase(Locale.ROOT));
            room.due(phase.id()).ifPresent(due -> content.put("due", due.toString()));
        }
        content.put("fromSeq", run.from());
        content.put("toSeq", room.seq());
        content.put("at", now.toString());
        room.setting().focus().ifPresent(focus -> content.put("focus", focus.text()));
        content.put(
                "people",
                room.members().stream()
                        .map(m ->
                                Map.of("id", m.id().toString(), "role", m.role().word()))
                        .toList());
        addContent(room, phase, content);
        cut.ifPresent(reason -> content.put("cut", reason));
        String json = CanonicalJson.write(content);
        return new Capture(
                artifact,
                phase.id(),
                yield,
                json,
                sha256(json),
                run.from(),
                room.seq(),
                phase.isInMeeting() ? (int) ended.planned().plusSeconds(59).toMinutes() : 0,
                ended.elapsed(now),
                parts(room, now),
                now);
    }

    private static List<Part> parts(Room room, Instant now) {
        List<Part> parts = new ArrayList<>();
        for (Member m : room.members()) {
            parts.add(new Part(m.id(), m.role(), m.guest(), m.facilitatedUntil(now)));
        }
        return List.copyOf(parts);
    }

    private static void addContent(Room room, Phase phase, Map<String, Object> content) {
        switch (phase.instrument()) {
            case BOARD -> addBoard(room, boardNotes(room, phase), content);
            case DOTS -> {
                addBoard(room, board(room), content);
                addTallies(room, content);
            }
            case STATEMENT -> addStatements(room, phase, content);
            case FINGERS -> {
                addVision(room, content);
                content.put(
                        "checks",
                        room.checks()
                                .map(check -> Map.of(
                                        "item", check.item().toString(),
                                        "counts", keyed(check.counts()),
                                        "passed", check.passed(),
                                        "voters", check.voters()))
                                .toList());
            }
            case GOALS -> {
                addVision(room, content);
                content.put(
                        "goals",
                        room.goals().stream()
                                .map(g -> Map.of("id", g.id().toString(), "text", g.text(), "by", g.by().toString()))
                                .toList());
            }
            case ITEMS -> content.put("items", InstrumentCapture.items(room, phase));
            case CHECKLIST -> content.put("checklist", InstrumentCapture.checklist(room, phase));
            case SCORES -> content.put("scores", InstrumentCapture.scores(room, phase));
            case AGREEMENT ->
                ScoreSheets.sheetsOf(room, phase).ifPresent(sheets -> {
                    content.put("scores", InstrumentCapture.scores(room, sheets));
                    content.put("agreed", InstrumentCapture.agreed(room, sheets));
                });
            case QUESTIONS -> addBoard(room, Spoken.questions(room, phase), content);
            case NORMS ->
                addBoard(
                        room,
                        posted(room)
                                .filter(note -> note.kind() == NoteKind.NORM)
                                .toList(),
                        content);
            case NONE -> addBoard(room, boardNotes(room, phase), content);
        }
        Spoken.add(room, phase, content);
    }

    /** A phase that only arranges yields the whole board; one that writes yields what was written in it. */
    private static List<Note> boardNotes(Room room, Phase phase) {
        boolean writes =
                !phase.may().getOrDefault(Action.POST, java.util.Set.of()).isEmpty()
                        || phase.visibility() != Visibility.OPEN;
        // Feedback that was put as a question has waited for this step.
        boolean takesFeedback = QuestionLog.isFeedbackStep(phase);
        return writes
                ? posted(room)
                        .filter(note -> note.phase().equals(phase.id())
                                || (takesFeedback && QuestionLog.isWaitingFeedback(room, note)))
                        .toList()
                : board(room);
    }

    /** The posted notes; of the reactions a reveal opened before the board was built only those sorted into it. */
    private static List<Note> board(Room room) {
        return posted(room)
                .filter(note -> !Rulebook.wasSealed(room, note) || note.group().isPresent())
                .filter(note -> Spoken.isOnBoard(room, note))
                .toList();
    }

    private static Stream<Note> posted(Room room) {
        return room.notes().stream().filter(Note::onBoard);
    }

    private static void addBoard(Room room, List<Note> notes, Map<String, Object> content) {
        content.put("notes", notes.stream().map(Capture::json).toList());
        List<Group> groups = room.groups().stream()
                .filter(group -> notes.stream()
                        .anyMatch(
                                note -> note.group().filter(group.id()::equals).isPresent()))
                .toList();
        if (!groups.isEmpty()) {
            content.put(
                    "groups",
                    groups.stream()
                            .map(g -> Map.of("id", g.id().toString(), "name", g.name()))
                            .toList());
        }
    }

    private static void addTallies(Room room, Map<String, Object> content) {
        Map<String, Object> tallies = new TreeMap<>();
        room.tallies().forEach(tally -> tally.counts().forEach((target, dots) -> tallies.put(target.toString(), dots)));
        if (!tallies.isEmpty()) {
            content.put("tallies", tallies);
        }
    }

    private static void addStatements(Room room, Phase phase, Map<String, Object> content) {
        List<Statement> written = room.statements().stream()
                .filter(s -> s.phase().equals(phase.id()))
                .toList();
        content.put("statements", written.stream().map(Capture::json).toList());
        boolean whole = written.stream().allMatch(s -> s.people().isEmpty());
        if (whole && !written.isEmpty()) {
            List<Statement> drafts = room.statements().stream()
                    .filter(s -> !s.people().isEmpty() && s.shared())
                    .toList();
            content.put("drafts", drafts.stream().map(Capture::json).toList());
            addBoard(room, board(room), content);
            addTallies(room, content);
            Lineage lineage = Lineage.of(written.getFirst().text(), drafts, board(room), room.groups());
            content.put("lineage", lineage.phrases());
            content.put("unused", lineage.unused());
        }
    }

    private static void addVision(Room room, Map<String, Object> content) {
        room.groupStatement().ifPresent(s -> content.put("statements", List.of(json(s))));
    }

    private static Map<String, Object> json(Statement s) {
        Map<String, Object> json = new TreeMap<>();
        json.put("id", s.id().toString());
        json.put("title", s.title());
        json.put("text", s.text());
        if (!s.people().isEmpty()) {
            json.put("people", s.people().stream().map(MemberId::toString).toList());
        }
        return json;
    }

    private static Map<String, Object> json(Note note) {
        Map<String, Object> json = new TreeMap<>();
        json.put("id", note.id().toString());
        if (!note.by().equals(MemberId.NOBODY)) {
            json.put("by", note.by().toString());
        }
        json.put("kind", note.kind().word());
        json.put("text", note.text());
        json.put("phase", note.phase());
        if (note.late()) {
            json.put("late", true);
        }
        note.group().ifPresent(group -> json.put("group", group.toString()));
        note.ties().replyTo().ifPresent(question -> json.put("replyTo", question.toString()));
        note.anchor()
                .ifPresent(a -> json.put(
                        "anchor",
                        Map.of(
                                "material", a.material().toString(),
                                "page", a.page(),
                                "x", a.x(),
                                "y", a.y(),
                                "w", a.w(),
                                "h", a.h())));
        return json;
    }

    private static Map<String, Object> keyed(Map<Integer, Integer> counts) {
        Map<String, Object> keyed = new TreeMap<>();
        counts.forEach((answer, count) -> keyed.put(String.valueOf(answer), count));
        return keyed;
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether this capture is of a phase that had a shared tool at all. */
    static boolean hasTool(Phase phase) {
        return phase.instrument() != Instrument.NONE;
    }
}
