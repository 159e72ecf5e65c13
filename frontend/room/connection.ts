import { Backoff, type Mood } from './backoff.ts';
import type { Person } from './entities.ts';
import type { Command, Frame } from './frames.ts';
import { newId } from './ids.ts';
import { fetchWithin, isAnswer, post } from './posting.ts';

/** How the seat stands to its room's server. */
export type Link =
  | 'connecting'
  | 'live'
  /** Was live, or never got there, and tries again. */
  | 'broken'
  /** Nobody is signed in any more; somebody has to sign in again. */
  | 'signed-out'
  /** Signed in, but not as somebody who may enter. */
  | 'forbidden'
  /** There is no such room. */
  | 'gone'
  /** Several people share this device, and nobody has shown a PIN for this line. */
  | 'covered';

/** What a connection tells its owner. */
export interface Listener {
  frame(frame: Frame): void;
  link(link: Link): void;
  /** The line is open: whatever is unanswered goes out again. */
  opened(): void;
}

/** What a connection needs of the browser; tests bring their own. */
export interface Doors {
  socket(url: string): WebSocket;
  events(url: string): EventSource;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  later(run: () => void, milliseconds: number): number;
  cancel(timer: number): void;
  now(): number;
  /** Whether anybody looks, and whether the browser knows of a network at all. */
  mood(): Mood;
  backoff: Backoff;
}

const utf8 = new TextDecoder();

/** What a message says; a server of before sends texts where bytes were asked for. */
function text(data: unknown): string {
  return data instanceof ArrayBuffer ? utf8.decode(data) : String(data);
}

/** The browser's own doors. */
export function browserDoors(): Doors {
  return {
    socket: (url) => new WebSocket(url),
    events: (url) => new EventSource(url, { withCredentials: true }),
    fetch: (url, init) => fetch(url, init),
    later: (run, milliseconds) => window.setTimeout(run, milliseconds),
    cancel: (timer) => window.clearTimeout(timer),
    now: () => Date.now(),
    mood: () => (!navigator.onLine ? 'offline' : document.visibilityState === 'hidden' ? 'hidden' : 'seen'),
    backoff: new Backoff(),
  };
}

/** What the page was given for a person who has shown the PIN: with it the line takes that person's seat. */
export interface Pass {
  person: Person;
  ticket: string;
}

export interface Address {
  /** The room's id. */
  room: string;
  /** Where the application lives, with a slash at the end. */
  base: string;
  /** Whose seat the line takes where several people share the device; without one it is the device's own. */
  pass?: Pass;
  csrfHeader?: string;
  csrfToken?: string;
}

/** So many handshakes in a row may fail before the reason is asked for. */
const PATIENCE = 2;
/** A handshake on a slow line takes a second or two; every second one gets more time, should the line be slower still. */
const HANDSHAKE = 4_000;
const PATIENT_HANDSHAKE = 8_000;
const REASON = 5_000;
/** While a handshake hangs for longer than this, it is asked whether there is a network at all, which is soon answered. */
const HANGS = 1_500;
const ASK_WITHIN = 2_000;
const ASK_AGAIN = 500;
/** One answer tells little of the time on a line that is slow, and slow to a different degree each time. */
const FIRST_BEATS = [400, 400, 800, 1_600, 3_200];
const BEAT_EVERY = 10_000;
/** A large snapshot on a narrow line takes seconds, too. */
const SILENCE = 8_000;
/** Who comes back to a page that may have slept does not want to wait; being wrong costs no more than a new handshake. */
const SILENCE_AFTER_SLEEP = 2_500;
/** The server breathes on its stream every five seconds. */
const BREATHLESS = 12_000;
const BREATH_MISSED = 7_000;
const POST_AGAIN = 4_000;
/** Hears nothing: the line of a device nobody has. */
const DEAF: Listener = {
  frame: () => undefined,
  link: () => undefined,
  opened: () => undefined,
};

/**
 * The line to a room: a WebSocket, or Server-Sent Events with posted commands where sockets are blocked. It comes back
 * by itself from wherever it was cut, with the last cursor, and notices a missing frame by its number.
 */
export class Connection {
  private readonly address: Address;
  private listener: Listener;
  private readonly doors: Doors;
  private socket: WebSocket | undefined;
  private source: EventSource | undefined;
  private pass: Pass | undefined;
  /** Whose seat was taken on the open line; undefined for the device's own, and while nobody has the device. */
  private as: Person | undefined;
  /** The command that takes the seat, until it is answered. */
  private taking: string | undefined;
  private nobodys = false;
  private cursor: string | undefined;
  private lastNumber: number | undefined;
  private failures = 0;
  private unanswered = 0;
  private blocked = false;
  /** The room's address has answered since the last handshake that went well: what fails now is the way. */
  private serverIsThere = false;
  /** The stream has worked on this network, as far as anybody knows. */
  private streamWorks = false;
  private heardAt = 0;
  private stopped = true;
  private retry: number | undefined;
  private beat: number | undefined;
  private beats = 0;
  private silence: number | undefined;
  private handshake: number | undefined;
  private probe: number | undefined;
  private posting: Promise<void> = Promise.resolve();
  private generation = 0;
  private link: Link = 'connecting';

  constructor(address: Address, listener: Listener, doors: Doors = browserDoors()) {
    this.address = address;
    this.listener = listener;
    this.doors = doors;
    this.pass = address.pass;
  }

  /** A line on which nobody has a seat: it keeps the people of the device in the room while it is handed on. */
  static ofNobody(address: Address, doors: Doors = browserDoors()): Connection {
    const line = new Connection(address, DEAF, doors);
    line.nobodys = true;
    return line;
  }

  /** The seat is left; the line stays, and hears and tells nothing of anybody. */
  leave(): void {
    this.give({ id: newId(), type: 'leave-seat', ...(this.as ? { person: this.as } : {}) });
    this.listener = DEAF;
    this.nobodys = true;
    this.forget(undefined);
  }

  /** Somebody else has the device: the line takes that person's seat and tells `listener` from now on. */
  take(pass: Pass, listener: Listener): void {
    this.nobodys = false;
    this.forget(pass);
    const open = this.link === 'live';
    this.listener = listener;
    this.link = 'connecting';
    if (open) {
      this.takeSeat();
    }
  }

  /** From now on the device is shared: with this pass the seat is found again when the line breaks. */
  hold(pass: Pass): void {
    this.pass = pass;
  }

  private forget(pass: Pass | undefined): void {
    this.pass = pass;
    this.as = undefined;
    this.taking = undefined;
    this.cursor = undefined;
    this.lastNumber = undefined;
  }

  private takeSeat(): void {
    if (this.pass) {
      this.as = this.pass.person;
      this.taking = newId();
      this.lastNumber = undefined;
      const since = this.cursor ? { since: this.cursor } : {};
      this.give({ id: this.taking, type: 'take-seat', ...this.pass, ...since });
    }
  }

  start(): void {
    this.stopped = false;
    this.open();
  }

  stop(): void {
    this.stopped = true;
    this.close();
  }

  /** Whether frames can go out right now. */
  get isLive(): boolean {
    return this.link === 'live';
  }

  /** The network came back, or somebody looks at the page again: do not wait any longer. */
  wake(): void {
    if (this.stopped || this.link === 'covered') {
      return;
    }
    if (this.link !== 'live') {
      this.blocked = this.blocked && this.streamWorks;
      this.failures = 0;
      this.open();
    } else if (this.socket) {
      this.beats = 0;
      this.sendBeat(SILENCE_AFTER_SLEEP);
    } else if (Math.abs(this.doors.now() - this.heardAt) > BREATH_MISSED) {
      this.deadAir();
    }
  }

  /** Gives a command to the server, now or not at all; its owner keeps it until it is answered. */
  command(command: Command): void {
    if (!this.taking && !this.nobodys && (this.socket || this.link === 'live')) {
      this.give(this.marked(command));
    }
  }

  /** What is said for a seat that was taken says whose it is. */
  private marked<T extends object>(message: T): T {
    return this.as ? { ...message, seat: this.as } : message;
  }

  private give(command: Command): void {
    if (this.socket?.readyState === 1) {
      this.socket.send(JSON.stringify(command));
    } else if (this.source) {
      this.post(command);
    }
  }

  /** Sends what may get lost: gestures. They are not worth a request of their own. */
  whisper(message: Record<string, unknown>): void {
    if (this.socket?.readyState === 1 && this.link === 'live') {
      this.socket.send(JSON.stringify(this.marked(message)));
    }
  }

  private open(): void {
    this.close();
    if (this.stopped) {
      return;
    }
    this.lastNumber = undefined;
    this.as = undefined;
    this.taking = undefined;
    this.tell(this.link === 'live' ? 'broken' : this.link === 'connecting' ? 'connecting' : 'broken');
    if (this.blocked) {
      this.openEvents();
    } else {
      this.openSocket();
    }
  }

  private openSocket(): void {
    const generation = ++this.generation;
    let opened = false;
    let socket: WebSocket;
    try {
      socket = this.doors.socket(this.url('').replace(/^http/, 'ws'));
      socket.binaryType = 'arraybuffer';
    } catch {
      // Forbidden outright, for example by the page's policy: the same as a handshake that failed.
      this.failed();
      return;
    }
    this.socket = socket;
    this.limitHandshake(generation);
    socket.onopen = () => {
      if (generation === this.generation) {
        opened = true;
        this.streamWorks = false;
        this.reached();
        this.beats = 0;
        this.sendBeat();
      }
    };
    socket.onmessage = (message) => {
      if (generation === this.generation) {
        this.received(text(message.data));
      }
    };
    socket.onclose = () => {
      if (generation === this.generation) {
        this.closed(opened);
      }
    };
  }

  private openEvents(): void {
    const generation = ++this.generation;
    const source = this.doors.events(this.url('/frames'));
    let opened = false;
    this.source = source;
    this.limitHandshake(generation);
    const hear = (message: Event): void => {
      if (generation === this.generation) {
        this.received(String((message as MessageEvent).data));
        this.awaitBreath(generation);
      }
    };
    source.onmessage = hear;
    ['snapshot', 'events', 'ack', 'refused', 'gesture', 'presence', 'clock', 'device', 'held'].forEach((type) =>
      source.addEventListener(type, hear),
    );
    source.onopen = () => {
      if (generation === this.generation && !opened) {
        opened = true;
        this.streamWorks = true;
        this.awaitBreath(generation);
        this.reached();
        void this.postBeat();
      }
    };
    source.onerror = () => {
      if (generation === this.generation) {
        // The browser would reconnect by itself, but with the old cursor.
        source.close();
        this.closed(opened);
      }
    };
  }

  /** A handshake that nobody answers would wait for minutes, and the page with it. */
  private limitHandshake(generation: number): void {
    const limit = this.unanswered % 2 === 0 ? HANDSHAKE : PATIENT_HANDSHAKE;
    this.probe = this.doors.later(() => void this.ask(generation, false), HANGS);
    this.handshake = this.doors.later(() => {
      if (generation === this.generation) {
        this.unanswered += 1;
        this.closed(false);
      }
    }, limit);
  }

  /** A network that was dead and has come back does not bring back the handshake that it swallowed. */
  private async ask(generation: number, wasDead: boolean): Promise<void> {
    if (this.doors.mood() !== 'seen') {
      return;
    }
    const isAnswered = (await this.askWhy(ASK_WITHIN)) !== 'unknown';
    if (generation !== this.generation || this.stopped) {
      return;
    }
    if (!isAnswered) {
      this.probe = this.doors.later(() => void this.ask(generation, true), ASK_AGAIN);
    } else if (wasDead) {
      this.open();
    }
  }

  /** A stream on which nothing comes any more is dead, though no browser says so. */
  private awaitBreath(generation: number): void {
    if (generation === this.generation) {
      this.heardAt = this.doors.now();
      this.doors.cancel(this.silence ?? 0);
      this.silence = this.doors.later(() => this.deadAir(), BREATHLESS);
    }
  }

  /** The line is open. Where a seat must be taken, it is live only once it is. */
  private reached(): void {
    this.doors.cancel(this.handshake ?? 0);
    this.doors.cancel(this.probe ?? 0);
    this.serverIsThere = false;
    this.unanswered = 0;
    if (this.pass && !this.nobodys) {
      this.failures = 0;
      this.takeSeat();
    } else {
      this.succeeded();
    }
  }

  private succeeded(): void {
    this.failures = 0;
    this.doors.backoff.reset();
    this.tell('live');
    this.listener.opened();
  }

  private closed(wasOpen: boolean): void {
    this.close();
    if (this.stopped) {
      return;
    }
    this.tell('broken');
    if (wasOpen) {
      this.again();
    } else {
      this.failed();
    }
  }

  private failed(): void {
    const generation = this.generation;
    this.failures += 1;
    this.tell('broken');
    if (this.failures < PATIENCE) {
      this.again();
      return;
    }
    void this.askWhy().then((answer) => {
      if (this.stopped || this.generation !== generation) {
        return;
      }
      if (answer === 'open') {
        // Perhaps the server was only away, and is back: then there is nothing wrong with the way.
        if (this.serverIsThere) {
          this.blocked = !this.blocked;
          this.failures = 0;
        }
        this.serverIsThere = !this.serverIsThere;
        this.open();
      } else if (answer === 'unknown') {
        this.again();
      } else {
        this.tell(answer);
      }
    });
  }

  /** Why a handshake failed: the browser does not say, the room's address does. */
  private async askWhy(within = REASON): Promise<'open' | 'unknown' | 'signed-out' | 'forbidden' | 'gone'> {
    try {
      const address = `${this.address.base}api/rooms/${this.address.room}`;
      const answer = await fetchWithin(this.doors, within, address, {
        headers: { accept: 'application/json' },
        credentials: 'same-origin',
      });
      switch (answer.status) {
        case 200:
          return 'open';
        case 401:
          return 'signed-out';
        case 403:
          return 'forbidden';
        case 404:
          return 'gone';
        default:
          return 'unknown';
      }
    } catch {
      // No network at all: nothing to learn, and the next attempt may do better.
      return 'unknown';
    }
  }

  private again(): void {
    this.doors.cancel(this.retry ?? 0);
    this.retry = this.doors.later(() => this.open(), this.doors.backoff.next(this.doors.mood()));
  }

  private close(): void {
    this.doors.cancel(this.retry ?? 0);
    this.doors.cancel(this.beat ?? 0);
    this.doors.cancel(this.silence ?? 0);
    this.doors.cancel(this.handshake ?? 0);
    this.doors.cancel(this.probe ?? 0);
    this.silence = undefined;
    this.generation++;
    const socket = this.socket;
    this.socket = undefined;
    if (socket) {
      socket.onclose = null;
      socket.onmessage = null;
      socket.close();
    }
    this.source?.close();
    this.source = undefined;
  }

  private received(data: string): void {
    let frame: Frame;
    try {
      frame = JSON.parse(data) as Frame;
    } catch {
      return;
    }
    this.doors.cancel(this.silence ?? 0);
    this.silence = undefined;
    if (this.source && frame.frame === 'clock') {
      void this.postBeat();
    }
    this.heard(frame);
  }

  private heard(frame: Frame): void {
    if (this.nobodys || this.settlesTaking(frame)) {
      return;
    }
    if (frame.frame === 'device') {
      if (!this.as && this.lastNumber === undefined) {
        // The device came to be shared elsewhere: its own seat is behind a PIN, too.
        this.tell('covered');
      }
      return;
    }
    if (frame.seat !== this.as && frame.frame !== 'clock') {
      return;
    }
    if (frame.frame === 'snapshot' || frame.frame === 'events') {
      const expected = this.lastNumber === undefined ? frame.n : this.lastNumber + 1;
      if (frame.n !== expected) {
        this.doors.backoff.reset();
        this.tell('broken');
        this.open();
        return;
      }
      this.lastNumber = frame.n;
      this.listener.frame(frame);
      this.cursor = frame.cursor;
      return;
    }
    this.listener.frame(frame);
  }

  private settlesTaking(frame: Frame): boolean {
    if (!this.taking || !isAnswer(frame) || frame.id !== this.taking) {
      return false;
    }
    this.taking = undefined;
    if (frame.frame === 'ack') {
      this.succeeded();
    } else {
      this.tell('covered');
    }
    return true;
  }

  /** @param patience how long the line may be silent upon it, in milliseconds */
  private sendBeat(patience = SILENCE): void {
    if (this.socket?.readyState !== 1) {
      return;
    }
    this.socket.send(JSON.stringify({ type: 'beat', t0: this.doors.now() }));
    if (patience < SILENCE) {
      this.doors.cancel(this.silence ?? 0);
      this.silence = undefined;
    }
    this.silence ??= this.doors.later(() => this.deadAir(), patience);
    this.sendBeatSoon(FIRST_BEATS[this.beats++] ?? BEAT_EVERY);
  }

  private sendBeatSoon(milliseconds: number): void {
    const due = this.doors.now() + milliseconds;
    this.doors.cancel(this.beat ?? 0);
    this.beat = this.doors.later(() => {
      // A beat that comes late comes from a device that slept, or from a tab the browser holds back.
      this.sendBeat(this.doors.now() - due > SILENCE ? SILENCE_AFTER_SLEEP : SILENCE);
    }, milliseconds);
  }

  /** Nothing came back: the line is dead though nobody has said so, as after a laptop slept. */
  private deadAir(): void {
    this.tell('broken');
    this.open();
  }

  private post(command: Command): void {
    const generation = this.generation;
    this.posting = this.posting.then(() => this.postOnce(command, generation));
  }

  private async postOnce(command: Command, generation: number): Promise<void> {
    if (generation !== this.generation) {
      return;
    }
    const answer = await post(this.doors, this.address, this.url('/commands'), command);
    if (isAnswer(answer)) {
      // Whatever has become of the line meanwhile, this is what became of the command.
      this.heard(answer);
    } else if (generation === this.generation) {
      if (answer === 'no-seat') {
        this.closed(true);
      } else {
        // The command stays in the outbox, too; the network may be back in a moment.
        this.doors.later(() => generation === this.generation && this.post(command), POST_AGAIN);
      }
    }
  }

  /** The server cannot tell a stream nobody reads from one that is read: whoever reads answers its breath. */
  private async postBeat(): Promise<void> {
    const generation = this.generation;
    const beat = { type: 'beat', t0: this.doors.now() };
    const answer = await post(this.doors, this.address, this.url('/commands'), beat);
    if (generation !== this.generation) {
      return;
    }
    if (answer === 'no-seat') {
      this.closed(true);
    } else if (answer !== 'unknown' && answer.frame === 'clock') {
      this.heard(answer);
    }
  }

  private url(path: string): string {
    const url = new URL(`live/rooms/${this.address.room}${path}`, this.address.base);
    if (path === '') {
      url.searchParams.set('as', 'bytes');
    }
    if (path !== '/commands' && this.cursor && !this.pass) {
      url.searchParams.set('since', this.cursor);
    }
    return url.href;
  }

  private tell(link: Link): void {
    if (this.link !== link) {
      this.link = link;
      this.listener.link(link);
    }
  }
}
