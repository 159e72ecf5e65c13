import type { ChangeSet } from '@codemirror/state';
import type {
  Action,
  Anchor,
  Ballot,
  Note,
  NoteState,
  Pair,
  Person,
  PersonEntity,
  PhaseEntity,
  RoomEntity,
  ShelfName,
  Shelves,
  Statement,
} from './entities.ts';
import type { Command, Frame, RefusedFrame, RoomEvent } from './frames.ts';
import { ClockOffset } from './clock-offset.ts';
import { Connection, browserDoors, type Address, type Doors, type Link, type Listener, type Pass } from './connection.ts';
import { keptOf } from './left-words.ts';
import { Drafts, type Returned } from './drafts.ts';
import { fold, fromSnapshot, shelfOf, type Known } from './fold.ts';
import { Gestures } from './gestures.ts';
import { newId } from './ids.ts';
import { browserKeep, read, type Keep } from './keep.ts';
import { isWork, Outbox, type Waiting } from './outbox.ts';
import { groupOf, haveBoards, isInGroups, stationOf } from './company.ts';
import { overlay, type Board } from './overlay.ts';
import { isOpenPhase, isSealedBoard, may, writing, type Standing, type Writing } from './rights.ts';
import type { Undertones } from './undertone.ts';
import { SharedText, type Unsaved } from './shared-text.ts';
import { Words } from './words.ts';

/** What the seat tells the element around it. */
export interface Surroundings {
  /** Events of a frame, after they were folded. */
  happened(events: readonly RoomEvent[], before: Known, after: Known): void;
  refused(refusal: RefusedFrame, command: Command | undefined): void;
  phaseChanged(phase: PhaseEntity | undefined): void;
  linkChanged(link: Link): void;
  clockChanged(offset: number): void;
  presenceChanged(here: readonly Person[]): void;
}

/** Commands that `undo` takes back. */
const UNDOABLE = new Set([
  'add-note',
  'edit-note',
  'remove-note',
  'post-note',
  'keep-note',
  'move-note',
  'group-notes',
  'join-note',
  'link-notes',
  'unlink-notes',
  'name-group',
  'cast-vote',
  'retract-vote',
  'add-goal',
  'edit-goal',
  'add-item',
  'edit-item',
  'remove-item',
  'reply-note',
  'retag-note',
  'adopt-norm',
  'drop-norm',
]);

/** Refusals that only mean "not this very moment". */
const PATIENT = new Set(['BUSY', 'TOO_FAST']);
const TRIES = 8;
/** Milliseconds between two tries: more each time, up to the slowest. */
const TRY_AFTER = 500;
const TRY_SLOWEST = 4_000;
/** After so many tries it is said that things wait. */
const HELD_UP = 3;
const VOTES = new Set(['cast-vote', 'retract-vote']);
const DOTS = new Set(['vote-cast', 'vote-retracted']);
const TYPING_PAUSE = 250;

/**
 * One person's place in a room on one device: what is known, what is under way, and the line to the server. Views read
 * it and are told when anything changed; they give commands and never change it themselves.
 */
export class Seat {
  words = new Words({}, 'en');
  undertones: Undertones = { advice: [], judgement: [] };
  link: Link = 'connecting';
  here: readonly Person[] = [];
  known: Known | undefined;
  drafts: Drafts | undefined;
  readonly gestures: Gestures;
  private readonly heldBack = new Set<string>();
  /** The note that is pointed at, in whichever view: its region lights up, and the other way round. */
  pointed: string | undefined;
  /** The region the next note will point at. */
  anchor: Anchor | undefined;
  /** The note the next one will answer. */
  answering: string | undefined;

  private readonly address: Address;
  private readonly around: Surroundings;
  private readonly doors: Doors;
  private readonly keep: Keep;
  private readonly clock = new ClockOffset();
  private readonly connection: Connection;
  private readonly listener: Listener;
  private readonly adopted: boolean;
  private outbox: Outbox | undefined;
  private readonly texts = new Map<string, SharedText>();
  private readonly edits = new Map<string, string>();
  private readonly tries = new Map<string, number>();
  private readonly typed = new Map<string, number>();
  /** This person's commands that stand, the last one last: they can be taken back from there, one by one. */
  private done: { id: string; undoable: boolean }[] = [];
  private readonly watchers = new Set<() => void>();
  private readonly textWatchers = new Map<string, (moved: ChangeSet) => void>();
  /** How many of this person's unanswered dots have been counted already. */
  private dotsTold = 0;
  private laid: { of: unknown[]; board: Board } | undefined;

  /** @param line the line of a device that was handed on, on which this seat is taken; else it opens one of its own */
  constructor(
    address: Address,
    around: Surroundings,
    doors: Doors = browserDoors(),
    keep: Keep = browserKeep(),
    line?: Connection,
  ) {
    this.address = address;
    this.around = around;
    this.doors = doors;
    this.keep = keep;
    this.gestures = new Gestures(
      () => doors.now(),
      (message) => this.connection.whisper(message),
      () => this.changed(),
    );
    this.listener = {
      frame: (frame) => this.heard(frame),
      link: (link) => this.linked(link),
      opened: () => this.resend(),
    };
    this.adopted = line !== undefined;
    this.connection = line ?? new Connection(address, this.listener, doors);
  }

  start(): void {
    if (this.adopted && this.address.pass) {
      this.connection.take(this.address.pass, this.listener);
    } else {
      this.connection.start();
    }
  }

  stop(): void {
    this.connection.stop();
  }

  /** From now on several people share the device; with this pass the seat is found again when the line breaks. */
  hold(pass: Pass): void {
    this.connection.hold(pass);
  }

  /**
   * Waits until everything this person has given is answered; false if that cannot be now, because the line is broken or
   * the server takes too long.
   */
  settle(patience: number): Promise<boolean> {
    this.texts.forEach((_, statement) => this.flush(statement));
    return new Promise((resolve) => {
      const decide = (over: boolean): void => {
        const settled = this.isSettled;
        if (settled || over || this.link !== 'live') {
          unwatch();
          this.doors.cancel(timer);
          resolve(settled);
        }
      };
      const unwatch = this.watch(() => decide(false));
      const timer = this.doors.later(() => decide(true), patience);
      decide(false);
    });
  }

  private get isSettled(): boolean {
    const saved = [...this.texts.values()].every((text) => text.saved);
    return this.link === 'live' && this.known !== undefined && this.waiting.length === 0 && saved;
  }

  /** Leaves the seat and forgets all that was known on it. Gives back the line, on which nobody sits now. */
  release(): Connection {
    this.connection.leave();
    this.typed.forEach((timer) => this.doors.cancel(timer));
    this.watchers.clear();
    this.textWatchers.clear();
    this.texts.clear();
    this.edits.clear();
    this.done = [];
    this.known = undefined;
    this.laid = undefined;
    this.drafts = undefined;
    this.outbox = undefined;
    this.anchor = undefined;
    return this.connection;
  }

  wake(slept = false): void {
    if (slept) {
      this.clock.forget();
    }
    this.connection.wake();
  }

  /** Calls `watcher` after every change; the returned function ends it. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  changed(): void {
    this.watchers.forEach((watcher) => watcher());
  }

  // What is known

  all<S extends ShelfName>(name: S): ReadonlyMap<string, Shelves[S]> {
    return shelfOf(this.known, name);
  }

  get you(): Person {
    return this.known?.you ?? '';
  }

  get room(): RoomEntity | undefined {
    return this.all('room').values().next().value;
  }

  get me(): PersonEntity | undefined {
    return this.all('people').get(this.you);
  }

  get phase(): PhaseEntity | undefined {
    return this.all('phases').get(this.room?.phase ?? '');
  }

  get standing(): Standing {
    const { phase } = this;
    return {
      room: this.room,
      me: this.me,
      phase,
      turns: phase && this.all('turns').get(phase.id),
      group: this.group,
    };
  }

  /** The small group this person is in, while people work in groups. */
  get group(): Pair | undefined {
    return isInGroups(this.phase) ? groupOf(this.you, this.all('pairs')) : undefined;
  }

  /** The small group at whose plan this person's own writes now. */
  get station(): Pair | undefined {
    return stationOf(this.group, this.phase, this.all('pairs'));
  }

  /** Who is in a small group, by name. */
  namesOf(pair: Pair | undefined): string {
    return (pair?.people ?? []).map((person) => this.nameOf(person)).join(', ');
  }

  get writing(): Writing {
    return writing(this.standing);
  }

  /** Whether this person conducts: as the facilitator, or beside one. */
  get conducts(): boolean {
    const leading = this.all('leading').values().next().value;
    return this.me?.role === 'facilitator' || (leading?.co.includes(this.you) ?? false);
  }

  /** Whether this person conducts a meeting that is going on. */
  get leads(): boolean {
    return this.conducts && this.room?.status === 'running';
  }

  may(action: Action): boolean {
    return may(this.standing, action);
  }

  nameOf(person: Person | null | undefined): string {
    return (person && this.all('people').get(person)?.name) || '';
  }

  isMine(note: Note): boolean {
    return note.by === this.you;
  }

  /** Whether this person wrote a note that shows no writer; nobody else is told. */
  isClaimed(note: Note): boolean {
    return this.all('claims').has(note.id);
  }

  /** The board with this person's unanswered commands laid over it. */
  get board(): Board {
    const waiting = this.untold(this.outbox?.waiting ?? []);
    const of = [this.all('notes'), this.all('groups'), waiting.map((w) => w.command.id).join()];
    if (!this.laid || this.laid.of.some((each, i) => each !== of[i])) {
      const board = overlay(
        this.all('notes'),
        this.all('groups'),
        waiting,
        this.you,
        (phase) => this.stateOfNew(phase),
      );
      this.laid = { of, board };
    }
    return this.laid.board;
  }

  /** Without the dots that are counted already: their event comes a moment before their answer, and dots add up. */
  private untold(waiting: readonly Waiting[]): readonly Waiting[] {
    let told = this.dotsTold;
    return told === 0 ? waiting : waiting.filter(({ command }) => !VOTES.has(command.type) || told-- <= 0);
  }

  private tellDots(events: readonly RoomEvent[]): void {
    const mine = events.filter((event) => event.by === this.you && DOTS.has(event.type)).length;
    const open = this.waiting.filter(({ command }) => VOTES.has(command.type)).length;
    this.dotsTold = Math.min(open, this.dotsTold + mine);
  }

  private answeredDot(waiting: Waiting | undefined): void {
    if (waiting && VOTES.has(waiting.command.type)) {
      this.dotsTold = Math.max(0, this.dotsTold - 1);
    }
  }

  private stateOfNew(phase: string | undefined): NoteState {
    const written = this.all('phases').get(phase ?? '');
    if (!written || written.visibility === 'private') {
      return 'private';
    }
    if (isSealedBoard(written)) {
      return this.me?.role === 'coach' ? 'private' : 'sealed';
    }
    return haveBoards(written) ? 'among' : 'posted';
  }

  /** This person's dots in the running phase. */
  get ballot(): Ballot | undefined {
    const own = [...this.all('ballots').values()].filter((ballot) => ballot.by === this.you);
    return own.find((ballot) => ballot.phase === this.phase?.id) ?? own.find((ballot) => ballot.phase === undefined);
  }

  /** The text the five-finger check is about: the latest everybody wrote. */
  get groupStatement(): Statement | undefined {
    return [...this.all('statements').values()]
      .filter((statement) => !statement.fixed && !statement.people?.length)
      .sort((a, b) => (b.ordinal ?? 0) - (a.ordinal ?? 0))[0];
  }

  /** The server's time in milliseconds. */
  now(): number {
    return this.doors.now() + (this.clock.offset ?? 0);
  }

  // Commands

  /** Gives a command and returns its id. It is kept until the server has answered. */
  send(type: string, fields: Record<string, unknown> = {}, id: string = newId()): string {
    const command: Command = { ...fields, id, type };
    this.outbox?.add(command, this.doors.now(), this.phase?.id);
    if (type !== 'undo') {
      this.remember(id, UNDOABLE.has(type));
    }
    this.connection.command(command);
    this.changed();
    return id;
  }

  /** Whether this person's last command is one that can be taken back. */
  get canUndo(): boolean {
    return this.done.at(-1)?.undoable ?? false;
  }

  /** The id of this person's last command. */
  get lastCommand(): string | undefined {
    return this.done.at(-1)?.id;
  }

  /** Takes back this person's last own command; asked again, the one before. */
  undo(): void {
    const last = this.done.at(-1);
    if (last?.undoable) {
      this.done = this.done.slice(0, -1);
      this.send('undo', { command: last.id });
    }
  }

  private remember(id: string, undoable: boolean): void {
    this.done = [...this.done, { id, undoable }].slice(-20);
  }

  /** Commands that are not answered yet. */
  get waiting(): readonly Waiting[] {
    return this.outbox?.waiting ?? [];
  }

  /** Says what this person is just doing, where the phase is open for all to see it. */
  gesture(kind: string, fields: Record<string, unknown> = {}): void {
    if (isOpenPhase(this.phase)) {
      this.gestures.show(kind, fields);
    }
  }

  point(note: string | undefined): void {
    if (this.pointed !== note) {
      this.pointed = note;
      this.changed();
    }
  }

  aim(anchor: Anchor | undefined): void {
    this.anchor = anchor;
    this.changed();
  }

  /** The next note answers this one; none where it is left out. */
  answer(note: string | undefined): void {
    this.answering = note;
    this.changed();
  }

  // Texts written together

  /** Whether this person writes in the text now. */
  mayWrite(statement: Statement): boolean {
    return (
      this.may('statement') &&
      !statement.fixed &&
      statement.phase === this.phase?.id &&
      (!statement.people?.length || statement.people.includes(this.you))
    );
  }

  /** What the person sees of a text, with their own unsaved typing. */
  textOf(statement: Statement): string {
    return this.texts.get(statement.id)?.value ?? statement.text;
  }

  isTextSaved(statement: string): boolean {
    return this.texts.get(statement)?.saved ?? true;
  }

  /** The person typed in a text; it goes out after a short pause. */
  type(statement: Statement, value: string, caret?: number): void {
    const shared = this.shared(statement);
    shared.type(value, caret);
    this.stored(statement.id);
    this.doors.cancel(this.typed.get(statement.id) ?? 0);
    this.typed.set(
      statement.id,
      this.doors.later(() => this.flush(statement.id), TYPING_PAUSE),
    );
    this.changed();
  }

  /** Calls `moved` whenever others changed the text, before the views are told. */
  watchText(statement: string, moved: (changes: ChangeSet) => void): () => void {
    this.textWatchers.set(statement, moved);
    return () => {
      if (this.textWatchers.get(statement) === moved) {
        this.textWatchers.delete(statement);
      }
    };
  }

  private shared(statement: Statement, unsaved?: Unsaved): SharedText {
    let shared = this.texts.get(statement.id);
    if (!shared) {
      const send = (base: number, changes: unknown, id: string = newId()): string => {
        this.edits.set(id, statement.id);
        this.remember(id, false);
        this.connection.command({ id, type: 'edit-statement', statement: statement.id, base, changes });
        return id;
      };
      shared = new SharedText(statement.text, statement.version, send, unsaved);
      this.texts.set(statement.id, shared);
    }
    return shared;
  }

  private flush(statement: string): void {
    if (this.connection.isLive) {
      this.texts.get(statement)?.flush();
      this.stored(statement);
      this.changed();
    }
  }

  private stored(statement: string): void {
    const unsaved = this.texts.get(statement)?.unsaved;
    const key = `${this.prefix}text:${statement}`;
    if (unsaved) {
      this.keep.set(key, JSON.stringify(unsaved));
    } else {
      this.keep.remove(key);
    }
  }

  private moved(statement: string, changes: ChangeSet): void {
    this.stored(statement);
    if (!changes.empty) {
      this.textWatchers.get(statement)?.(changes);
    }
  }

  private get prefix(): string {
    return keptOf(this.address.room, this.you);
  }

  /** Whether somebody stopped the material while this page was open. */
  isHeld(material: string): boolean {
    return this.heldBack.has(material);
  }

  /** Asks for the pages of a stopped material again: they come if it was let go. */
  askAgain(material: string): void {
    this.heldBack.delete(material);
    this.changed();
  }

  // What the server says

  private heard(frame: Frame): void {
    switch (frame.frame) {
      case 'snapshot':
        if (frame.now) {
          this.clock.told(Date.parse(frame.now), this.doors.now());
          this.tellClock();
        }
        this.arrived(fromSnapshot(frame));
        break;
      case 'events':
        if (this.known) {
          const before = this.known;
          const phase = this.phase;
          this.known = fold(before, frame);
          frame.events.forEach((event) => this.foldText(event));
          this.tellDots(frame.events);
          this.gestures.end(frame.events);
          this.around.happened(frame.events, before, this.known);
          this.phaseMayHaveChanged(phase);
        }
        break;
      case 'ack':
        this.acked(frame.id);
        break;
      case 'refused':
        this.refused(frame);
        break;
      case 'presence':
        this.here = frame.here;
        this.around.presenceChanged(frame.here);
        break;
      case 'gesture':
        this.gestures.seen(frame);
        break;
      case 'clock':
        if (typeof frame.t0 === 'number') {
          this.clock.measured(frame.t0, Date.parse(frame.now), this.doors.now());
        } else {
          this.clock.told(Date.parse(frame.now), this.doors.now());
        }
        this.tellClock();
        return;
      case 'device':
        return;
      case 'held':
        this.heldBack.add(frame.material);
        break;
    }
    this.changed();
  }

  private arrived(known: Known): void {
    const phase = this.phase;
    const first = this.known?.you !== known.you;
    this.known = known;
    this.dotsTold = 0;
    if (first) {
      this.takeSeat();
    }
    for (const statement of this.all('statements').values()) {
      const unsaved = first ? read<Unsaved>(this.keep, `${this.prefix}text:${statement.id}`) : undefined;
      const shared = this.texts.get(statement.id) ?? (unsaved && this.shared(statement, unsaved));
      if (shared) {
        this.moved(statement.id, shared.replaced(statement.text, statement.version));
      }
    }
    this.phaseMayHaveChanged(phase);
    if (first) {
      this.resend();
    }
    this.texts.forEach((_, statement) => this.flush(statement));
  }

  /** Now it is known who sits here: what this person had left in the browser comes back. */
  private takeSeat(): void {
    this.texts.clear();
    this.done = [];
    this.drafts = new Drafts(this.keep, this.prefix);
    this.outbox = new Outbox(this.keep, `${this.prefix}out:`);
    for (const old of this.outbox.restore(this.doors.now())) {
      this.giveBack(old, { frame: 'refused', id: old.command.id, reason: 'LEFT' });
    }
  }

  private phaseMayHaveChanged(before: PhaseEntity | undefined): void {
    const after = this.phase;
    if (before?.id !== after?.id || before?.state !== after?.state) {
      this.around.phaseChanged(after);
    }
  }

  private foldText(event: RoomEvent): void {
    for (const entity of (event.put?.statements ?? []) as Statement[]) {
      const shared = this.texts.get(entity.id);
      if (!shared) {
        continue;
      }
      const edited = event.type === 'statement-edited' && event.statement === entity.id && event.changes !== undefined;
      this.moved(
        entity.id,
        edited
          ? shared.edited(entity.version, event.changes, entity.text, event.by === this.you)
          : shared.replaced(entity.text, entity.version),
      );
    }
  }

  /** Whether the server has been unable to take something for a while, though the line stands. */
  get heldUp(): boolean {
    return [...this.tries.values()].some((tries) => tries >= HELD_UP);
  }

  private acked(id: string): void {
    this.answeredDot(this.outbox?.answered(id));
    this.tries.delete(id);
    const statement = this.edits.get(id);
    if (statement !== undefined) {
      this.edits.delete(id);
      const shared = this.texts.get(statement);
      if (shared) {
        this.moved(statement, shared.acked(id));
        this.flush(statement);
      }
    }
  }

  private refused(frame: RefusedFrame): void {
    const id = frame.id ?? '';
    if (this.triesAgain(id, frame.reason)) {
      return;
    }
    this.tries.delete(id);
    if (frame.reason === 'SEAT_NOT_TAKEN') {
      // The device was handed on elsewhere. What was given stays under this person's name until the person has it again.
      this.linked('covered');
      return;
    }
    const statement = this.edits.get(id);
    if (statement !== undefined) {
      this.refusedText(statement, frame);
      return;
    }
    const waiting = this.outbox?.answered(id);
    this.done = this.done.filter((done) => done.id !== id);
    if (waiting) {
      this.giveBack(waiting, frame);
    }
    this.around.refused(frame, waiting?.command);
  }

  /**
   * What the server cannot take at the moment is given again. Work waits as long as it takes, as it does without a line: the
   * server's disk may be full for an hour, and nobody knows whether what it could not answer for has happened.
   */
  private triesAgain(id: string, reason: string): boolean {
    const waiting = this.outbox?.get(id);
    const isText = this.edits.has(id);
    const tries = this.tries.get(id) ?? 0;
    const isPatient = reason === 'BUSY' && (isText || (waiting !== undefined && isWork(waiting.command)));
    if (!PATIENT.has(reason) || !(waiting || isText) || !(isPatient || tries < TRIES)) {
      return false;
    }
    this.tries.set(id, tries + 1);
    this.doors.later(() => this.sendAgain(id), Math.min(TRY_AFTER * (tries + 1), TRY_SLOWEST));
    return true;
  }

  private refusedText(statement: string, frame: RefusedFrame): void {
    const id = frame.id ?? '';
    this.edits.delete(id);
    const shared = this.texts.get(statement);
    if (frame.reason === 'STALE') {
      if (shared) {
        this.moved(statement, shared.stale(id));
        this.flush(statement);
      }
      return;
    }
    const back = shared?.refused(id);
    if (back) {
      this.moved(statement, back.moved);
      this.drafts?.giveBack({ id, text: back.lost, reason: frame.reason, message: frame.message, phase: this.phase?.id });
    }
    this.around.refused(frame, { id, type: 'edit-statement', statement });
  }

  private giveBack(waiting: Waiting, frame: RefusedFrame): void {
    const { command, phase } = waiting;
    if (typeof command.text !== 'string' || !command.text.trim()) {
      return;
    }
    const back: Returned = {
      id: command.id,
      text: command.text,
      kind: command.type === 'add-note' ? String(command.kind ?? 'note') : undefined,
      phase,
      reason: frame.reason,
      message: frame.message,
    };
    this.drafts?.giveBack(back);
  }

  private resend(): void {
    this.outbox?.waiting.forEach((waiting) => this.connection.command(waiting.command));
    this.texts.forEach((shared, statement) => {
      shared.resend();
      this.flush(statement);
    });
  }

  private sendAgain(id: string): void {
    const waiting = this.outbox?.get(id);
    if (waiting) {
      this.connection.command(waiting.command);
    }
    const statement = this.edits.get(id);
    if (statement !== undefined) {
      this.texts.get(statement)?.resend();
    }
  }

  private linked(link: Link): void {
    this.link = link;
    this.around.linkChanged(link);
    this.changed();
  }

  private tellClock(): void {
    if (this.clock.offset !== undefined) {
      this.around.clockChanged(this.clock.offset);
    }
  }
}
