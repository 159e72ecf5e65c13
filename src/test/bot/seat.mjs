// One seat in one room: the socket, its frames in order, the cursor to come back with, and the commands under way.

import { setTimeout as pause } from 'node:timers/promises';
import { applied } from './changes.mjs';
import { Breach, Fold } from './fold.mjs';

const PATIENCE = 40;

export class Seat {
  fold = new Fold();
  you = null;
  /** Every edit of a statement seen since the last snapshot, by statement and the version it made. */
  edits = new Map();
  snapshots = 0;

  #door;
  #room;
  #on;
  #cursor = null;
  #socket = null;
  #next = 0;
  #pending = new Map();
  #mine = 0;
  #away = false;
  #over = false;
  #beats = new Map();

  /** `on` is told: snapshot(), event(event), changed(), open(), shut(code), broken(error). */
  constructor(door, room, on) {
    this.#door = door;
    this.#room = room;
    this.#on = on;
  }

  get busy() {
    return this.#pending.size > 0;
  }

  get open() {
    return this.#socket !== null && this.#next > 0;
  }

  /** Opens the socket and keeps it open until `end()`. */
  start() {
    this.#connect(0);
  }

  end() {
    this.#over = true;
    this.#socket?.close();
    this.#socket = null;
  }

  /** Drops the socket as a lost network would: whatever comes on it from now on is not heard. */
  leave() {
    this.#away = true;
    const lost = this.#socket;
    this.#socket = null;
    lost?.close();
  }

  comeBack() {
    this.#away = false;
    this.#connect(0);
  }

  /** What is lost without harm: never answered, never sent again. */
  gesture(fields) {
    if (this.open) {
      this.#socket.send(JSON.stringify({ type: 'gesture', ...fields }));
    }
  }

  /**
   * Sends a command; the promise answers its `ack` or `refused` frame, however many sockets it takes, with `told`: whether
   * anything this person did was told since.
   */
  send(command) {
    const whole = { id: crypto.randomUUID(), ...command };
    return new Promise((answer) => {
      this.#pending.set(whole.id, { command: whole, answer, mine: this.#mine });
      if (this.open) {
        this.#socket.send(JSON.stringify(whole));
      }
    });
  }

  /** Asks for the server's time; the promise answers the `clock` frame. */
  beat() {
    const t0 = performance.now();
    return new Promise((answer) => {
      this.#beats.set(t0, answer);
      if (this.open) {
        this.#socket.send(JSON.stringify({ type: 'beat', t0 }));
      }
    });
  }

  #connect(failures) {
    if (this.#over || this.#away) {
      return;
    }
    const socket = new WebSocket(this.#door.live(this.#room, this.#cursor), {
      headers: { cookie: this.#door.cookie },
    });
    this.#socket = socket;
    this.#next = 0;
    let opened = false;
    socket.addEventListener('open', () => {
      opened = true;
    });
    socket.addEventListener('message', ({ data }) => this.#guarded(socket, () => this.#frame(data)));
    socket.addEventListener('error', () => {
      // A 'close' event follows, and there the seat decides what to do.
    });
    socket.addEventListener('close', ({ code }) =>
      this.#guarded(socket, async () => {
        this.#socket = null;
        this.#on.shut(code);
        const status = opened ? 200 : await this.#door.status(this.#room);
        if ([401, 403, 404].includes(status) || failures >= PATIENCE) {
          throw new Error(`the room does not open any more: ${status}`);
        }
        await pause(opened ? 50 : 250);
        this.#connect(opened ? 0 : failures + 1);
      }),
    );
  }

  async #guarded(socket, work) {
    if (this.#over || socket !== this.#socket) {
      return;
    }
    try {
      await work();
    } catch (error) {
      this.end();
      this.#on.broken(error);
    }
  }

  #frame(data) {
    if (typeof data !== 'string') {
      throw new Breach('a frame was not text');
    }
    const frame = JSON.parse(data);
    if (this.#next === 0 && frame.frame !== 'snapshot' && frame.frame !== 'events') {
      throw new Breach(`the first frame was ${frame.frame}`);
    }
    switch (frame.frame) {
      case 'snapshot':
      case 'events':
        this.#counted(frame);
        break;
      case 'ack':
      case 'refused':
        this.#answered(frame);
        break;
      case 'clock':
        this.#clock(frame);
        break;
      case 'presence':
        if (!Array.isArray(frame.here)) {
          throw new Breach('a presence frame does not say who is here');
        }
        break;
      case 'gesture':
        break;
      default:
        throw new Breach(`a frame of no kind on the page: ${data.slice(0, 200)}`);
    }
  }

  #counted(frame) {
    // A program in use would come back with its cursor; this one is here to find out.
    if (frame.n !== this.#next) {
      throw new Breach(`frame ${this.#next} was missing before frame ${frame.n}`);
    }
    if (typeof frame.cursor !== 'string') {
      throw new Breach(`a frame of type ${frame.frame} without a cursor`);
    }
    if (frame.frame === 'snapshot') {
      this.you = frame.you;
      this.fold.snapshot(frame);
      this.edits.clear();
      this.snapshots++;
      this.#mine++;
      this.#on.snapshot();
    } else if (this.#cursor === null) {
      throw new Breach('events came before any snapshot');
    } else {
      frame.events.forEach((event) => this.#event(event));
    }
    this.#cursor = frame.cursor;
    this.#next++;
    if (this.#next === 1) {
      this.#on.open(frame.frame);
      for (const { command } of this.#pending.values()) {
        this.#socket.send(JSON.stringify(command));
      }
      for (const t0 of this.#beats.keys()) {
        this.#socket.send(JSON.stringify({ type: 'beat', t0 }));
      }
    }
    this.#on.changed();
  }

  #event(event) {
    if (typeof event.event !== 'string' || typeof event.type !== 'string' || typeof event.at !== 'string') {
      throw new Breach(`an event without event, type or at: ${JSON.stringify(event).slice(0, 200)}`);
    }
    const before = event.statement && this.fold.one('statements', event.statement);
    this.fold.fold(event);
    if (event.type === 'statement-edited') {
      this.#edited(event, before);
    }
    if (event.by === this.you) {
      this.#mine++;
    }
    this.#on.event(event);
  }

  #edited(event, before) {
    const after = this.fold.one('statements', event.statement);
    if (!after || after.version !== event.version) {
      throw new Breach('statement-edited does not put the statement in the version it names');
    }
    if (before && applied(event.changes, before.text) !== after.text) {
      throw new Breach('the changes of statement-edited do not make the text it puts');
    }
    const log = this.edits.get(event.statement) ?? new Map();
    log.set(event.version, event.changes);
    this.edits.set(event.statement, log);
  }

  #answered(frame) {
    const pending = this.#pending.get(frame.id);
    if (!pending) {
      throw new Breach(`${frame.frame} of a command that was not under way: ${JSON.stringify(frame)}`);
    }
    if (frame.frame === 'refused' && (typeof frame.reason !== 'string' || typeof frame.message !== 'string')) {
      throw new Breach('a refusal without a reason and a sentence');
    }
    this.#pending.delete(frame.id);
    pending.answer({ ...frame, told: pending.mine !== this.#mine });
  }

  #clock(frame) {
    const answer = this.#beats.get(frame.t0);
    if (!answer || Number.isNaN(Date.parse(frame.now))) {
      throw new Breach('a clock frame answers no beat of this seat');
    }
    this.#beats.delete(frame.t0);
    answer(frame);
  }
}
