import type { Consensus, Grid, Norm, Note, Person, Settled, TurnsEntity } from './entities.ts';
import { shelfOf, type Known } from './fold.ts';
import type { RoomEvent } from './frames.ts';
import type { Words } from './words.ts';

const QUIET = 8_000;
/** What opens many notes at once. */
const REVEALS = new Set(['phase-ended', 'notes-uncovered']);

/**
 * Decides what is worth saying aloud to somebody who does not see the board. A reveal, a turn and what the group has settled
 * at once; notes of others gathered to one sentence every few seconds, so that a lively board does not talk over the
 * meeting. The page around the board says which step begins.
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
    const sentences: string[] = [];
    for (const event of events) {
      const fresh = ((event.put?.notes ?? []) as Note[]).filter(
        (note) => isShown(note) && !wasShown(before, note),
      );
      if (REVEALS.has(event.type) && fresh.length > 0) {
        sentences.push(this.words().count('say.revealed', fresh.length));
      } else if (event.by !== after.you) {
        fresh.forEach((note) => this.gather(nameOf(after, note.by), note.text));
      }
      sentences.push(...this.sentencesOf(event, after));
    }
    // A live region reads what it holds last, so what happened together is said together.
    if (sentences.length > 0) {
      this.say(sentences.join(' '), false);
    }
  }

  private sentencesOf(event: RoomEvent, after: Known): string[] {
    const words = this.words();
    const others = event.by !== after.you;
    switch (event.type) {
      case 'time-asked':
        return event.by && others ? [words.say('say.timeAsked', nameOf(after, event.by))] : [];
      case 'turn-came':
      case 'floor-given':
        return this.turn(event, after);
      case 'item-settled':
        return put<Consensus>(event, 'consensus')
          .filter((item) => item.settled && others)
          .map((item) => words.say(`say.settled.${item.settled}`, itemOf(after, words, item.item)));
      case 'item-opened':
        return put<Consensus>(event, 'consensus')
          .filter((item) => item.open)
          .map((item) => words.say('say.item', itemOf(after, words, item.item)));
      case 'score-settled':
        return put<Settled>(event, 'settled')
          .filter(() => others)
          .map((row) => words.say('say.agreed', itemOf(after, words, row.item), row.level));
      case 'norm-adopted':
        return put<Norm>(event, 'norms')
          .filter(() => others)
          .map((norm) => words.say('say.norm', norm.text));
      default:
        return put<Grid>(event, 'grids').map((grid) =>
          grid.exact === null ? words.say('say.sheets') : words.say('say.sheets.exact', grid.exact),
        );
    }
  }

  /** Whose turn it is, or who was given the floor: first of all for the person themselves. */
  private turn(event: RoomEvent, after: Known): string[] {
    const words = this.words();
    const key = event.type === 'turn-came' ? { mine: 'turns.mine', theirs: 'turns.theirs' } : { mine: 'turns.floor.mine', theirs: 'turns.floor' };
    return put<TurnsEntity>(event, 'turns')
      .filter((turns) => turns.speaking.length > 0)
      .map((turns) =>
        turns.speaking.includes(after.you)
          ? `${words.say(key.mine)}.`
          : `${words.say(key.theirs, turns.speaking.map((person) => nameOf(after, person)).join(', '))}.`,
      );
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

function put<E>(event: RoomEvent, shelf: string): E[] {
  return (event.put?.[shelf] ?? []) as unknown as E[];
}

function itemOf(known: Known, words: Words, item: string): string {
  return words.of(shelfOf(known, 'items').get(item)?.text);
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
