import { newId } from '../room/ids.ts';
import { read, type Keep } from '../room/keep.ts';

/** A text as the server keeps it. */
export interface Kept {
  version: number;
  text: string;
}

/** What the server says to a text: kept, or that another window saved something in between. */
export type Answer =
  | { is: 'kept'; now: Kept }
  | { is: 'overtaken'; now: Kept }
  | { is: 'signed-out' | 'unreachable' | 'too-long' | 'gone' };

/** The way to the server. It never throws. */
export interface Line {
  put(given: { base: number; tab: string; text: string }): Promise<Answer>;
  get(): Promise<Kept | undefined>;
}

/** Calls something later; what it returns calls that off. */
export type Later = (milliseconds: number, what: () => void) => () => void;

/** How it stands with what was typed. */
export type Standing = 'kept' | 'typing' | 'overtaken' | 'signed-out' | 'unreachable' | 'too-long' | 'gone';

/** What stands in the browser's store until the server has it. */
interface Unsent {
  base: number;
  text: string;
  at: number;
}

const PAUSE = 600;
/** Whoever types on without a pause is saved all the same. */
const LONGEST = 1_000;
const FIRST_RETRY = 1_000;
const LAST_RETRY = 15_000;

/**
 * Keeps what a person types: in the browser at every keystroke, on the server within a second. It outlives a reload, a
 * crash, a sign-out and a dead network, and never lets one window write over another: of two texts both are kept, and the
 * person decides.
 */
export class Keeper {
  text: string;
  standing: Standing = 'kept';
  /** The other text, while there are two. */
  theirs: Kept | undefined;
  /** Whether words came back that a window had not delivered. */
  restored = false;

  private base: number;
  /** What the server got last from here, in this window's own text or beside it. */
  private given: string;
  private readonly keep: Keep;
  private readonly place: string;
  private readonly tab: string;
  private readonly line: Line;
  private readonly later: Later;
  private readonly now: () => number;
  private readonly changed: () => void;
  private left: string[] = [];
  private sending: Promise<void> | undefined;
  private callOff: (() => void) | undefined;
  private retry = FIRST_RETRY;
  /** When the oldest words were typed that have not been sent. */
  private typedSince: number | undefined;

  /**
   * @param place a key of its own for each person and text
   * @param tab tells this window from others
   * @param changed is called when something other than the text is different
   */
  constructor(
    shown: Kept,
    place: string,
    tab: string,
    outside: { keep: Keep; line: Line; later: Later; now: () => number; changed: () => void },
  ) {
    this.base = shown.version;
    this.text = shown.text;
    this.given = shown.text;
    this.place = place;
    this.tab = tab;
    this.keep = outside.keep;
    this.line = outside.line;
    this.later = outside.later;
    this.now = outside.now;
    this.changed = outside.changed;
    this.bringBack();
  }

  /** The person has typed. */
  typed(text: string): void {
    if (text === this.text) {
      return;
    }
    this.text = text;
    this.restored = false;
    this.remember();
    if (this.standing === 'kept' || this.standing === 'too-long') {
      this.standing = 'typing';
      this.changed();
    }
    if (this.standing === 'typing' || this.standing === 'overtaken') {
      this.sendSoon();
    }
  }

  /** Delivers what is left at once: the page may go away, or the network has come back. */
  async flush(): Promise<void> {
    if (this.text !== this.given || this.standing !== 'kept') {
      await this.send();
    }
  }

  /** Looks whether another window has gone on with the text, as long as nothing is typed here. */
  async look(): Promise<void> {
    if (this.standing !== 'kept' || this.text !== this.given) {
      return;
    }
    const there = await this.line.get();
    if (there && there.version > this.base && this.standing === 'kept' && this.text === this.given) {
      this.show(there);
    }
  }

  /** Another text stands there now, and the person knows. */
  show(now: Kept): void {
    this.base = now.version;
    this.text = now.text;
    this.given = now.text;
    this.theirs = undefined;
    this.forget();
    this.standing = 'kept';
    this.changed();
  }

  /** Goes on with one of two texts; the other stays among the versions. */
  async decide(whose: 'mine' | 'theirs'): Promise<void> {
    await this.sending;
    // the last words typed here must be on the server before another text takes their place
    if (this.text !== this.given) {
      await this.send();
    }
    const { theirs } = this;
    if (!theirs || (whose === 'theirs' && this.text !== this.given)) {
      return;
    }
    if (whose === 'theirs') {
      this.show(theirs);
      return;
    }
    this.base = theirs.version;
    this.theirs = undefined;
    this.standing = 'typing';
    this.given = '\u0000';
    this.remember();
    await this.send();
  }

  private bringBack(): void {
    const found = this.keep
      .keys(`${this.place}:`)
      .map((key) => ({ key, unsent: read<Unsent>(this.keep, key) }))
      .filter((entry): entry is { key: string; unsent: Unsent } => typeof entry.unsent?.text === 'string')
      .sort((one, other) => other.unsent.at - one.unsent.at);
    const [newest, ...older] = found;
    for (const entry of older) {
      void this.deliver(entry.key, entry.unsent);
    }
    if (!newest) {
      return;
    }
    if (newest.unsent.text === this.text) {
      this.keep.remove(newest.key);
      return;
    }
    this.left = [newest.key];
    this.base = newest.unsent.base;
    this.text = newest.unsent.text;
    this.restored = true;
    this.standing = 'typing';
    this.remember();
    this.sendIn(0);
  }

  /** What yet another window left behind goes to the server, which keeps it in the text or beside it. */
  private async deliver(key: string, unsent: Unsent): Promise<void> {
    const answer = await this.line.put({ base: unsent.base, tab: newId(), text: unsent.text });
    if (answer.is === 'kept' || answer.is === 'overtaken') {
      this.keep.remove(key);
    }
  }

  private sendSoon(): void {
    this.typedSince ??= this.now();
    this.sendIn(Math.max(0, Math.min(PAUSE, this.typedSince + LONGEST - this.now())));
  }

  private sendIn(milliseconds: number): void {
    this.callOff?.();
    this.callOff = this.later(milliseconds, () => void this.send());
  }

  private async send(): Promise<void> {
    this.callOff?.();
    if (this.sending) {
      await this.sending;
    }
    this.sending = this.sendOnce();
    try {
      await this.sending;
    } finally {
      this.sending = undefined;
    }
  }

  private async sendOnce(): Promise<void> {
    const { text } = this;
    this.typedSince = undefined;
    const answer = await this.line.put({ base: this.base, tab: this.tab, text });
    switch (answer.is) {
      case 'kept':
        this.base = answer.now.version;
        this.delivered(text);
        this.theirs = undefined;
        this.standing = this.text === text ? 'kept' : 'typing';
        break;
      case 'overtaken':
        this.delivered(text);
        this.theirs = answer.now;
        this.standing = 'overtaken';
        break;
      case 'signed-out':
      case 'unreachable':
        this.standing = answer.is;
        this.sendIn(this.retry);
        this.retry = Math.min(this.retry * 2, LAST_RETRY);
        break;
      default:
        this.standing = answer.is;
    }
    this.changed();
    if (this.text !== text && (this.standing === 'typing' || this.standing === 'overtaken')) {
      this.remember();
      this.sendSoon();
    }
  }

  private delivered(text: string): void {
    this.given = text;
    this.retry = FIRST_RETRY;
    for (const key of this.left) {
      this.keep.remove(key);
    }
    this.left = [];
    if (this.text === text) {
      this.forget();
    }
  }

  private remember(): void {
    const unsent: Unsent = { base: this.base, text: this.text, at: this.now() };
    this.keep.set(`${this.place}:${this.tab}`, JSON.stringify(unsent));
  }

  private forget(): void {
    this.keep.remove(`${this.place}:${this.tab}`);
  }
}
