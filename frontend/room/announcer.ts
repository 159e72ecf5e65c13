import type { Note, Person } from './entities.ts';
import { shelfOf, type Known } from './fold.ts';
import type { RoomEvent } from './frames.ts';
import type { Words } from './words.ts';

const QUIET = 8_000;
/** What opens many notes at once. */
const REVEALS = new Set(['phase-ended', 'notes-uncovered']);

/**
 * Decides what is worth saying aloud to somebody who does not see the board. A reveal at once; notes of others gathered to
 * one sentence every few seconds, so that a lively board does not talk over the meeting. The page around the board says
 * which step begins.
 */
export class Announcer {
  private readonly words: () => Words;
  private readonly say: (sentence: string, urgent: boolean) => void;
  private readonly later: (run: () => void, milliseconds: number) => void;
  private readonly now: () => number;
  private gathered: { by: string; text: string }[] = [];
  private lastSaid = -Infinity;
  private planned = false;

  constructor(
    words: () => Words,
    say: (sentence: string, urgent: boolean) => void,
    now: () => number,
    later: (run: () => void, milliseconds: number) => void,
  ) {
    this.words = words;
    this.say = say;
    this.now = now;
    this.later = later;
  }

  happened(events: readonly RoomEvent[], before: Known, after: Known): void {
    for (const event of events) {
      const fresh = ((event.put?.notes ?? []) as Note[]).filter(
        (note) => isShown(note) && !wasShown(before, note),
      );
      if (REVEALS.has(event.type) && fresh.length > 0) {
        this.say(this.words().count('say.revealed', fresh.length), false);
      } else if (event.by !== after.you) {
        fresh.forEach((note) => this.gather(nameOf(after, note.by), note.text));
      }
      if (event.type === 'time-asked' && event.by && event.by !== after.you) {
        this.say(this.words().say('say.timeAsked', nameOf(after, event.by)), false);
      }
    }
  }

  private gather(by: string, text: string): void {
    this.gathered.push({ by, text });
    const wait = this.lastSaid + QUIET - this.now();
    if (wait <= 0) {
      this.speak();
    } else if (!this.planned) {
      this.planned = true;
      this.later(() => this.speak(), wait);
    }
  }

  private speak(): void {
    this.planned = false;
    const [first, ...more] = this.gathered;
    this.gathered = [];
    if (!first) {
      return;
    }
    this.lastSaid = this.now();
    const words = this.words();
    this.say(
      more.length === 0 ? words.say('say.note', first.by, first.text) : words.say('say.notes', more.length + 1),
      false,
    );
  }
}

function isShown(note: Note | undefined): boolean {
  return note?.state === 'posted' || note?.state === 'among';
}

function wasShown(before: Known, note: Note): boolean {
  return isShown(shelfOf(before, 'notes').get(note.id));
}

function nameOf(known: Known, person: Person | null | undefined): string {
  return (person && shelfOf(known, 'people').get(person)?.name) || '';
}
