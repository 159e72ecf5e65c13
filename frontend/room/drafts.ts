import { read, type Keep } from './keep.ts';

/** Words that could not be saved where they were meant for, kept until their writer has decided. */
export interface Returned {
  id: string;
  text: string;
  /** The kind of note, where it was one. */
  kind?: string;
  /** The phase the words were written in. */
  phase?: string;
  /** Why the server said no, as on the wire; `LEFT` for a draft its phase left behind. */
  reason: string;
  /** A sentence of the server's for people. */
  message?: string;
}

/**
 * What a person has typed and not yet given: a draft for each phase, one for each note being reworded, and words that
 * came back. Written at every keystroke, so that neither a reload nor a closed lid loses one.
 */
export class Drafts {
  private readonly keep: Keep;
  private readonly prefix: string;

  /** @param prefix a key of its own for each room and person */
  constructor(keep: Keep, prefix: string) {
    this.keep = keep;
    this.prefix = prefix;
  }

  get(name: string): string {
    return this.keep.get(`${this.prefix}draft:${name}`) ?? '';
  }

  set(name: string, text: string): void {
    if (text) {
      this.keep.set(`${this.prefix}draft:${name}`, text);
    } else {
      this.keep.remove(`${this.prefix}draft:${name}`);
    }
  }

  get returned(): Returned[] {
    return read<Returned[]>(this.keep, `${this.prefix}returned`) ?? [];
  }

  giveBack(words: Returned): void {
    this.store([...this.returned.filter((other) => other.id !== words.id), words]);
  }

  settled(id: string): void {
    this.store(this.returned.filter((words) => words.id !== id));
  }

  private store(words: Returned[]): void {
    if (words.length === 0) {
      this.keep.remove(`${this.prefix}returned`);
    } else {
      this.keep.set(`${this.prefix}returned`, JSON.stringify(words));
    }
  }
}
