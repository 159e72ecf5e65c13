package org.tessera.room;

import static org.tessera.room.Commands.addGoal;
import static org.tessera.room.Commands.addNote;
import static org.tessera.room.Commands.addPrivateNote;
import static org.tessera.room.Commands.allow;
import static org.tessera.room.Commands.answer;
import static org.tessera.room.Commands.castVote;
import static org.tessera.room.Commands.edit;
import static org.tessera.room.Commands.existingText;
import static org.tessera.room.Commands.groupNotes;
import static org.tessera.room.Commands.moveNote;
import static org.tessera.room.Commands.postNote;
import static org.tessera.room.Ids.id;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.protocol.Visibility;
import org.tessera.room.Decision.Accepted;
import org.tessera.room.Decision.Refused;
import org.tessera.room.Entity.Statement;
import org.tessera.room.RightsTable.Cell;
import org.tessera.room.RoomCommand.AskTime;
import org.tessera.room.RoomCommand.ExtendPhase;
import org.tessera.room.RoomCommand.OfSeat;
import org.tessera.room.RoomCommand.RaiseHand;
import org.tessera.room.RoomCommand.Ready;

/** Tries in a real room, phase by phase and role by role, what the rulebook lets a person do. */
final class RightsTrial {

    /** The rights that are tried. */
    static final Set<String> TRIED = Set.of(
            "speak", "post", "arrange", "vote", "statement", "answer", "goal", "private_note", "signal", "conduct");

    private static final Set<Refusal> ABOUT_RIGHTS =
            Set.of(Refusal.PRESENTER_LISTENS, Refusal.ROLE_MAY_NOT, Refusal.FACILITATOR_ONLY);

    private final Map<String, Rehearsal> rooms = new LinkedHashMap<>();

    RightsTrial(Pack pack) {
        Rehearsal road = roomOf(pack);
        for (Phase phase : pack.phases()) {
            road = road.inPhase(phase.id());
            rooms.put(phase.id(), withEverythingToWorkOn(road));
        }
    }

    /** What every role may do in every phase. */
    RightsTable table() {
        Map<Cell, String> answers = new LinkedHashMap<>();
        rooms.values().forEach(room -> answers.putAll(triedIn(room)));
        return new RightsTable(answers);
    }

    /** What every role may do in {@code phase} if the room follows {@code other} from now on. */
    RightsTable table(String phase, Pack other) {
        return new RightsTable(triedIn(Objects.requireNonNull(rooms.get(phase)).under(other)));
    }

    private static Map<Cell, String> triedIn(Rehearsal room) {
        Map<Cell, String> answers = new LinkedHashMap<>();
        Phase phase = room.room().phaseOf(room.phase());
        for (Role role : room.room().pack().roles()) {
            tried(room, phase, role)
                    .forEach((right, answer) -> answers.put(new Cell(phase.id(), role.word(), right), answer));
        }
        return answers;
    }

    /** One person in each role, and two more who plant what the others work on. */
    private static Rehearsal roomOf(Pack pack) {
        RehearsalPlan plan =
                aRoom().of(pack).bringing(existingText("old vision", "Our vision", "Every child matters."));
        pack.roles().forEach(role -> plan.with(Part.in(role.word(), role)));
        Rehearsal waiting = plan.with(Part.participant("gardener"), Part.participant("neighbour"))
                .waiting();
        return waiting.facilitated(new RoomCommand.FormGroups(pairsOf(waiting)));
    }

    /** Everybody has a pair, the coach too, so that only the role can be the reason for a no. */
    private static List<List<UUID>> pairsOf(Rehearsal meeting) {
        List<UUID> people = meeting.room().members().stream()
                .map(member -> member.id().value())
                .toList();
        int last = people.size() - (people.size() % 2 == 0 ? 2 : 3);
        return Stream.iterate(0, first -> first <= last, first -> first + 2)
                .map(first -> people.subList(first, first == last ? people.size() : first + 2))
                .toList();
    }

    /** The room with a note and a group on the board, and a private note of everybody's. */
    private static Rehearsal withEverythingToWorkOn(Rehearsal meeting) {
        String phase = meeting.phase().id();
        Rehearsal planted = meeting.facilitated(allow("gardener", "post", "a trial of rights"))
                .facilitated(allow("gardener", "arrange", "a trial of rights"))
                .does("gardener", addPrivateNote(phase + " seed", "seed"))
                .does("gardener", postNote(phase + " seed"))
                .does("gardener", groupNotes(phase + " bed", phase + " seed"));
        for (Role role : meeting.room().pack().roles()) {
            planted = planted.does(role.word(), addPrivateNote(phase + " thought of " + role.word(), "a thought"));
        }
        return planted;
    }

    private static Map<String, String> tried(Rehearsal meeting, Phase phase, Role role) {
        Map<String, String> answers = new LinkedHashMap<>();
        String who = role.word();
        String seed = phase.id() + " seed";
        answers.put("speak", phase.speak().contains(role) ? "yes" : "no");
        answers.put("post", posting(meeting, phase, who));
        answers.put("arrange", agreed(meeting, who, moveNote(seed, 10, 10), groupNotes("another bed", seed)));
        answers.put("vote", agreed(meeting, who, castVote(phase.id() + " bed"), castVote(seed)));
        answers.put("statement", agreed(meeting, who, adding(" and more", statementFor(meeting, who))));
        answers.put("answer", agreed(meeting, who, answer(checked(meeting), 4)));
        answers.put("goal", agreed(meeting, who, addGoal("goal", "Two rubrics by May")));
        answers.put("private_note", keeping(meeting, who));
        answers.put("signal", agreed(meeting, who, new Ready(), new RaiseHand(), new AskTime()));
        answers.put("conduct", agreed(meeting, who, new ExtendPhase(phase.id(), 2)));
        return answers;
    }

    /**
     * Posting is a note that comes to the board, new or out of one's own drawer. On a board that is private or sealed a
     * new note is one's own, whatever the protocol grants.
     */
    private static String posting(Rehearsal meeting, Phase phase, String who) {
        String drawer = answerTo(meeting, who, postNote(phase.id() + " thought of " + who));
        boolean own = phase.instrument() == Instrument.BOARD && phase.visibility() != Visibility.OPEN;
        if (!own) {
            return both(drawer, answerTo(meeting, who, addNote("fresh", "a fresh note")));
        }
        Entity.Note fresh = meeting.does(who, addNote("fresh", "a fresh note")).note("fresh");
        return fresh.onBoard() ? "posted where everybody works alone" : drawer;
    }

    private static String keeping(Rehearsal meeting, String who) {
        OfSeat keep = addPrivateNote("kept", "for myself");
        return answerTo(meeting, who, keep).equals("yes")
                        && meeting.does(who, keep).note("kept").state() == Entity.Note.State.PRIVATE
                ? "yes"
                : "not private";
    }

    /** The one answer all these commands get. */
    private static String agreed(Rehearsal meeting, String who, OfSeat... commands) {
        return Stream.of(commands)
                .map(command -> answerTo(meeting, who, command))
                .reduce(RightsTrial::both)
                .orElseThrow();
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : one + " and " + other;
    }

    /** {@code no} only where the reason is the person's role, else the reason. */
    private static String answerTo(Rehearsal meeting, String who, OfSeat command) {
        return switch (meeting.when(command, who).decision()) {
            case Accepted accepted -> accepted.events().isEmpty() ? "nothing happens" : "yes";
            case Refused refused when ABOUT_RIGHTS.contains(refused.reason()) -> "no";
            case Refused refused -> refused.reason().name();
        };
    }

    private static Statement statementFor(Rehearsal meeting, String who) {
        List<Statement> mine = meeting.room().statements().stream()
                .filter(statement ->
                        statement.people().isEmpty() || statement.people().contains(Ids.person(who)))
                .toList();
        return mine.stream()
                .filter(statement -> statement.phase().equals(meeting.phase().id()))
                .findFirst()
                .orElse(mine.getFirst());
    }

    private static OfSeat adding(String text, Statement statement) {
        int length = statement.text().length();
        String insertion = "[0,\"" + text + "\"]";
        return edit(
                statement.id(),
                statement.version(),
                length == 0 ? "[" + insertion + "]" : "[" + length + "," + insertion + "]");
    }

    private static UUID checked(Rehearsal meeting) {
        return meeting.room().groupStatement().map(Statement::id).orElse(id("no statement yet"));
    }
}
