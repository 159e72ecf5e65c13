import type { Note, Norm, Person, PhaseEntity, Pick } from './entities.ts';
import type { RoomEvent } from './frames.ts';

/** A question of the log with the short answers under it. */
export interface Asked {
  question: Note;
  answers: Note[];
}

/** The kinds of what is given back to somebody who showed something. */
export const FEEDBACK: ReadonlySet<string> = new Set(['warm', 'cool', 'feedback', 'idea']);

type Phases = ReadonlyMap<string, PhaseEntity>;

/** Whether a note came into being in a phase of questions. */
function isOfLog(note: Note, phases: Phases): boolean {
  return phases.get(note.phase)?.instrument === 'questions';
}

/** The question log as it stands: feedback that was put as a question has left it. */
export function questionsOf(notes: Iterable<Note>, phases: Phases): Asked[] {
  const posted = [...notes].filter((note) => note.state === 'posted').sort((a, b) => a.ordinal - b.ordinal);
  return posted
    .filter((note) => isOfLog(note, phases) && !note.replyTo && note.kind !== 'feedback')
    .map((question) => ({ question, answers: posted.filter((note) => note.replyTo === question.id) }));
}

/** Whether a step that takes feedback is still to come: only then can something be kept for it. */
export function takesFeedbackLater(phases: Phases, current: PhaseEntity | undefined): boolean {
  return [...phases.values()].some(
    (phase) =>
      current !== undefined &&
      phase.ordinal > current.ordinal &&
      phase.instrument === 'board' &&
      phase.kinds.some((kind) => FEEDBACK.has(kind)),
  );
}

/** Whether a note has its place elsewhere than on the board: in the question log, or among the drafts of norms. */
export function isOffBoard(note: Note, phases: Phases, current: PhaseEntity | undefined): boolean {
  if (note.replyTo) {
    return isOfLog(note, phases);
  }
  if (isOfLog(note, phases)) {
    return note.kind !== 'feedback' || current?.instrument === 'questions';
  }
  return phases.get(note.phase)?.instrument === 'norms' || (note.kind === 'norm' && current?.instrument === 'norms');
}

/** Drafts of norms in the order in which they came, with what became of each. */
export function draftsOf(notes: Iterable<Note>, norms: ReadonlyMap<string, Norm>): { draft: Note; norm: Norm | undefined }[] {
  const drafts = [...notes].filter((note) => note.state === 'posted' && note.kind === 'norm');
  const there = new Set(drafts.map((draft) => draft.id));
  // What says the same as another draft stands with it.
  return drafts
    .filter((note) => norms.has(note.id) || !there.has(note.mergedInto ?? ''))
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((draft) => ({ draft, norm: norms.get(draft.id) }));
}

/** Whether an event took this person's own question out of the log: its writer hears of it, and nobody else. */
export function isKeptForFeedback(event: RoomEvent, you: Person): boolean {
  return (
    event.type === 'note-retagged' &&
    event.by !== you &&
    ((event.put?.notes ?? []) as Note[]).some((note) => note.by === you && note.kind === 'feedback')
  );
}

/** Who chose what in a phase, by choice. */
export function chosen(picks: Iterable<Pick>, phase: string): Map<string, Person[]> {
  const by = new Map<string, Person[]>();
  for (const pick of picks) {
    if (pick.phase === phase) {
      by.set(pick.choice, [...(by.get(pick.choice) ?? []), pick.by]);
    }
  }
  return by;
}

/** Whether a phase looks back at how the group worked. */
export function isDebrief(phase: PhaseEntity | undefined): boolean {
  return Boolean(phase?.kinds.includes('helped') && phase.kinds.includes('change'));
}
