package org.tessera.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tessera.protocol.Action;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.Phase;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.Ties;
import org.tessera.room.RoomCommand.ReplyNote;
import org.tessera.room.RoomCommand.RetagNote;
import org.tessera.room.RoomEvent.NoteAdded;
import org.tessera.room.RoomEvent.NoteRetagged;

/**
 * The rules of the question log. A question is a note of a phase of questions; short answers stand under it and are not
 * discussed; what turns out to be feedback leaves the log and waits for the step in which feedback is given.
 */
final class QuestionLog {

    private static final Set<NoteKind> TAGS = Set.of(NoteKind.CLARIFYING, NoteKind.PROBING, NoteKind.FEEDBACK);
    private static final Set<NoteKind> FEEDBACK =
            Set.of(NoteKind.FEEDBACK, NoteKind.WARM, NoteKind.COOL, NoteKind.IDEA);

    private QuestionLog() {}

    static Decision reply(Room room, ReplyNote c, Member me) {
        Optional<Refusal> no = Rulebook.refusal(room, me, Action.REPLY)
                .or(() -> Rulebook.wrongText(c.text(), Rulebook.SENTENCE_LIMIT));
        if (no.isPresent()) {
            return Rulebook.refuse(no.get());
        }
        NoteId id = new NoteId(c.note());
        Optional<Note> question = room.note(new NoteId(c.to())).filter(Note::onBoard);
        if (question.isEmpty() || room.note(id).isPresent()) {
            return Rulebook.refuse(Refusal.NOTE_UNKNOWN);
        }
        if (!isQuestion(room, question.get())) {
            return Rulebook.refuse(Refusal.TARGET_UNKNOWN);
        }
        int place = Rulebook.nextOnBoard(room);
        Ties under = new Ties(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(question.get().id()),
                Optional.empty());
        return Rulebook.accept(new NoteAdded(
                id,
                me.id(),
                c.text().strip(),
                NoteKind.NOTE,
                Optional.empty(),
                Rulebook.latestPhase(room).id(),
                Note.State.POSTED,
                Places.x(place),
                Places.y(place),
                Optional.empty(),
                place,
                Optional.of(under)));
    }

    /** Retagging is no judgement on the writer: it is done quietly, and its event names nobody else. */
    static Decision retag(Room room, RetagNote c) {
        Optional<Note> found = room.note(new NoteId(c.note())).filter(Note::onBoard);
        if (found.isEmpty()) {
            return Rulebook.refuse(Refusal.NOTE_UNKNOWN);
        }
        Note note = found.get();
        if (!isOfLog(room, note) || isAnswer(note)) {
            return Rulebook.refuse(Refusal.TARGET_UNKNOWN);
        }
        return TAGS.stream()
                .filter(tag -> tag.word().equals(c.kind()))
                .findFirst()
                .map(tag -> retag(room, note, tag))
                .orElseGet(() -> Rulebook.refuse(Refusal.KIND_CLOSED));
    }

    private static Decision retag(Room room, Note note, NoteKind tag) {
        if (tag == note.kind()) {
            return Rulebook.nothing();
        }
        return tag == NoteKind.FEEDBACK && !takesFeedbackLater(room)
                ? Rulebook.refuse(Refusal.NO_FEEDBACK_STEP)
                : Rulebook.accept(new NoteRetagged(note.id(), tag, note.kind()));
    }

    /** Whether a step of feedback is still to come: what waited for none would never be seen again. */
    private static boolean takesFeedbackLater(Room room) {
        return room.pack().phases().stream()
                .skip(Rulebook.positionOf(room) + 1L)
                .anyMatch(QuestionLog::isFeedbackStep);
    }

    /** Whether {@code note} came into being in a phase of questions, as a question or an answer. */
    static boolean isOfLog(Room room, Note note) {
        return room.pack()
                .phase(note.phase())
                .filter(phase -> phase.instrument() == Instrument.QUESTIONS)
                .isPresent();
    }

    /** Whether {@code note} stands in the log as a question. */
    static boolean isQuestion(Room room, Note note) {
        return note.onBoard() && isOfLog(room, note) && !isAnswer(note) && note.kind() != NoteKind.FEEDBACK;
    }

    /** Whether {@code note} stands in the log, as a question or an answer, and on no board. */
    static boolean stands(Room room, Note note) {
        return isQuestion(room, note) || isOfLog(room, note) && isAnswer(note);
    }

    static boolean isAnswer(Note note) {
        return note.ties().replyTo().isPresent();
    }

    /** Whether somebody has answered {@code note}: then it stays as it was asked. */
    static boolean isAnswered(Room room, Note note) {
        return isOfLog(room, note) && answersTo(room, note).findAny().isPresent();
    }

    static java.util.stream.Stream<Note> answersTo(Room room, Note question) {
        return room.notes().stream()
                .filter(note -> note.onBoard()
                        && note.ties().replyTo().filter(question.id()::equals).isPresent());
    }

    /** What one needs to be allowed for writing, changing and taking away {@code note}. */
    static Action writing(Room room, String phase, Ties ties) {
        boolean answer = ties.replyTo().isPresent()
                && room.pack()
                        .phase(phase)
                        .filter(written -> written.instrument() == Instrument.QUESTIONS)
                        .isPresent();
        return answer ? Action.REPLY : Action.POST;
    }

    /** Whether {@code note} was put as a question and waits for a step of feedback, or came from there. */
    static boolean isWaitingFeedback(Room room, Note note) {
        return note.onBoard() && note.kind() == NoteKind.FEEDBACK && isOfLog(room, note);
    }

    static boolean isFeedbackStep(Phase phase) {
        return phase.instrument() == Instrument.BOARD && phase.kinds().stream().anyMatch(FEEDBACK::contains);
    }
}
