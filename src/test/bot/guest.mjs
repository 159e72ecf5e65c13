// A guest who takes part: does what there is to do, one thing after the other, until the room closes.

import { setTimeout as pause } from 'node:timers/promises';
import { insertion, rebased } from './changes.mjs';
import { Breach } from './fold.mjs';
import { View } from './view.mjs';
import { wishes } from './wishes.mjs';

/** Why something the room allowed a moment ago may be refused: the phase ended, or somebody was quicker. */
const UNLUCKY = new Set(['PHASE_CLOSED', 'ROOM_CLOSED', 'STALE', 'NOTE_UNKNOWN', 'TARGET_UNKNOWN', 'NOTHING_TO_UNDO']);
/** Not this very moment: the same command again, under the same id. */
const LATER = new Set(['TOO_FAST', 'BUSY']);
const PNG = [0x89, 0x50, 0x4e, 0x47];

export class Guest {
  name;

  #seat;
  #view;
  #page;
  #say;
  #done = new Set();
  #ids = new Map();
  #wake = () => {};

  /** `page(material, number)` gives the bytes of a picture. */
  constructor(seat, name, page, say) {
    this.name = name;
    this.#seat = seat;
    this.#view = new View(seat);
    this.#page = page;
    this.#say = say;
  }

  /** To be told after every frame. */
  changed() {
    this.#wake();
  }

  /** Takes part until the room closes. */
  async takePart() {
    while (!this.#seat.fold.closed) {
      const news = new Promise((wake) => (this.#wake = wake));
      const wish = this.#next();
      if (wish) {
        this.#done.add(wish.key);
        await wish.act();
      } else {
        await news;
      }
    }
  }

  #next() {
    if (!this.#view.me || !this.#view.phase) {
      return undefined;
    }
    for (const wish of wishes(this.#view, this)) {
      if (!this.#done.has(wish.key)) {
        return wish;
      }
    }
    return undefined;
  }

  /** An id of this guest's own making, the same for the same key. */
  id(key) {
    if (!this.#ids.has(key)) {
      this.#ids.set(key, crypto.randomUUID());
    }
    return this.#ids.get(key);
  }

  /** Gives a command and answers its id; `seen` says whether what it does is in the room. Undefined if it was refused. */
  async send(command, seen) {
    const id = crypto.randomUUID();
    const run = this.#view.run;
    for (;;) {
      const answer = await this.#seat.send({ id, ...command });
      const same = this.#view.run === run;
      if (answer.frame === 'ack') {
        if (!answer.told && !seen?.()) {
          throw new Breach(`${command.type} was acknowledged before its own events came`);
        }
        if (same && seen && !seen()) {
          throw new Breach(`${command.type} was acknowledged and has not happened`);
        }
        this.#say('acked', { type: command.type, run });
        return id;
      }
      this.#say('refused', { type: command.type, reason: answer.reason, message: answer.message, run });
      if (LATER.has(answer.reason)) {
        await pause(250);
      } else if (same && !UNLUCKY.has(answer.reason)) {
        throw new Breach(`${command.type} is allowed by the page and was refused: ${answer.reason}`);
      } else {
        return undefined;
      }
    }
  }

  /** Tries what this guest may not do. */
  async isRefused(command, reason) {
    const run = this.#view.run;
    const answer = await this.#seat.send(command);
    if (answer.frame === 'ack') {
      throw new Breach(`${command.type} was acknowledged, against the page`);
    }
    if (answer.reason !== reason && this.#view.run === run) {
      throw new Breach(`${command.type} was refused for ${answer.reason} instead of ${reason}`);
    }
    this.#say('forbidden', { type: command.type, reason: answer.reason, message: answer.message });
  }

  /** Does something and takes it back. */
  async takesBack(command) {
    const id = await this.send(command);
    if (id) {
      await this.send({ type: 'undo', command: id });
    }
  }

  /** Looks at the first page of some material. */
  async looksAt(material) {
    const bytes = await this.#page(material, 1);
    if (PNG.some((byte, place) => bytes[place] !== byte)) {
      throw new Breach('a page of material is no picture');
    }
    this.#say('looked', { material });
  }

  /** Two edits made for the same version: the second has to be rebased over the first, and over whatever else came. */
  async writes(statement) {
    const { version, text } = this.#view.one('statements', statement);
    const { length } = text;
    await Promise.all([
      this.#changes(statement, version, insertion(0, `${this.name} begins 🙂\n`, length)),
      this.#changes(statement, version, insertion(length, `\nand ${this.name} ends.`, length)),
    ]);
  }

  async #changes(statement, base, changes) {
    const snapshots = this.#seat.snapshots;
    if ((await this.send({ type: 'edit-statement', statement, base, changes })) || !this.#isOpen(statement)) {
      return;
    }
    if (this.#seat.snapshots > snapshots) {
      // What others changed meanwhile was not told one by one, so there is nothing to rebase over.
      this.#say('given up', { statement });
      return;
    }
    const { version } = this.#view.one('statements', statement);
    if (version <= base) {
      throw new Breach('an edit was stale, but no newer version had been sent');
    }
    let moved = changes;
    for (let next = base + 1; next <= version; next++) {
      const theirs = this.#seat.edits.get(statement)?.get(next);
      if (!theirs) {
        throw new Breach(`version ${next} of a text came without its changes`);
      }
      moved = rebased(moved, theirs);
    }
    this.#say('rebased', { statement, from: base, to: version });
    await this.#changes(statement, version, moved);
  }

  #isOpen(statement) {
    return Boolean(this.#view.phase) && this.#view.texts().some(({ id }) => id === statement);
  }

  /** Nothing more to do in this phase, as far as can be seen. */
  async isDone() {
    const { id, runs, visibility } = this.#view.phase;
    if (visibility === 'open') {
      this.#seat.gesture({ kind: 'nod', x: 1, y: 2 });
    }
    this.#say('settled', { phase: id, run: runs });
  }
}
