import type { Person } from './entities.ts';
import type { Keep } from './keep.ts';

/** What people of one device have typed and not yet given, by person and then by the name it is kept under. */
export type LeftWords = Record<Person, Record<string, string>>;

/** Under which keys everything of one person in one room is kept in this browser. */
export function keptOf(room: string, person: Person): string {
  return `tessera:${room}:${person}:`;
}

/** All that this browser keeps for `people` in `room`; who has nothing is left out. */
export function wordsOf(keep: Keep, room: string, people: readonly Person[]): LeftWords {
  const words: LeftWords = {};
  for (const person of people) {
    const prefix = keptOf(room, person);
    for (const key of keep.keys(prefix)) {
      const value = keep.get(key);
      if (value !== null) {
        (words[person] ??= {})[key.slice(prefix.length)] = value;
      }
    }
  }
  return words;
}

/** Nothing of `people` is kept in this browser any more. */
export function sweep(keep: Keep, room: string, people: readonly Person[]): void {
  for (const person of people) {
    keep.keys(keptOf(room, person)).forEach((key) => keep.remove(key));
  }
}

/** Puts back what the person had left; what this browser knows by now is newer. */
export function putBack(keep: Keep, room: string, person: Person, words: Record<string, string>): void {
  for (const [name, value] of Object.entries(words)) {
    const key = keptOf(room, person) + name;
    if (keep.get(key) === null) {
      keep.set(key, value);
    }
  }
}
