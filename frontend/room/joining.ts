import type { Note, PhaseEntity } from './entities.ts';
import { isOffBoard } from './talk.ts';

/** A command that has one note stand with another. */
export interface Joining {
  note: string;
  into: string;
}

/**
 * The notes `note` may be put with because they say the same: both lie on the board. What carries others stays where it is,
 * so of two such none.
 */
export function joinable(
  note: Note,
  notes: Iterable<Note>,
  phases: ReadonlyMap<string, PhaseEntity>,
  current: PhaseEntity | undefined,
): Note[] {
  const all = [...notes];
  if (isOffBoard(note, phases, current)) {
    return [];
  }
  const carries = carriers(all);
  return all.filter(
    (other) =>
      other.id !== note.id &&
      other.state === 'posted' &&
      !other.mergedInto &&
      !isOffBoard(other, phases, current) &&
      !(carries.has(note.id) && carries.has(other.id)),
  );
}

/** Which of two notes then stands with which: the one that stands for others already remains, else the one chosen. */
export function joining(note: string, chosen: string, notes: Iterable<Note>): Joining {
  return carriers(notes).has(note) ? { note: chosen, into: note } : { note, into: chosen };
}

/** The notes others stand with, seen or not. */
function carriers(notes: Iterable<Note>): Set<string> {
  return new Set([...notes].flatMap((note) => note.mergedInto ?? []));
}
