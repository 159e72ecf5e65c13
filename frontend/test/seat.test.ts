/// <reference types="node" />
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { actsOf, dotsOf } from '../room/acts.ts';
import { Backoff } from '../room/backoff.ts';
import type { Connection, Doors } from '../room/connection.ts';
import type { Entity } from '../room/entities.ts';
import type { Command, RefusedFrame } from '../room/frames.ts';
import { MemoryKeep } from '../room/keep.ts';
import { Seat } from '../room/seat.ts';

/** A socket whose other end is this test. */
class Wire {
  readyState = 1;
  sent: Command[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  n = 0;

  send(text: string): void {
    const message = JSON.parse(text) as Command;
    if (message.type !== 'beat') {
      this.sent.push(message);
    }
  }

  close(): void {
    this.readyState = 3;
  }

  says(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  tells(...events: object[]): void {
    this.says({ frame: 'events', n: ++this.n, cursor: `c${this.n}`, events });
  }

  welcomes(room: Record<string, Record<string, Entity>>): void {
    this.onopen?.();
    this.says({ frame: 'snapshot', n: 0, cursor: 'c0', now: new Date(5_000).toISOString(), you: 'me', room });
  }
}

const describing = {
  id: 'describe',
  ordinal: 0,
  name: { en: 'Describe' },
  mode: 'OPEN-G',
  instrument: 'board',
  visibility: 'open',
  kinds: ['observation'],
  may: { post: ['participant'], arrange: ['participant'], statement: ['participant'] },
  state: 'running',
};
const statement = { id: 's', title: '', phase: 'describe', people: null, text: 'We', version: 1, shared: true };

const room = (more: Record<string, Record<string, Entity>> = {}): Record<string, Record<string, Entity>> => ({
  room: { r: { id: 'r', title: 'Room', status: 'running', phase: 'describe' } as Entity },
  people: { me: { id: 'me', name: 'Me', role: 'participant' } as Entity },
  phases: { describe: describing as unknown as Entity },
  notes: {},
  statements: { s: statement as unknown as Entity },
  ...more,
});

describe('a seat', () => {
  let keep: MemoryKeep;
  let wires: Wire[];
  let timers: { run: () => void; at: number; id: number }[];
  let now: number;
  let refusals: { frame: RefusedFrame; type?: string }[];
  let phases: (string | undefined)[];

  const elapse = (milliseconds: number): void => {
    now += milliseconds;
    for (const timer of timers.filter((each) => each.at <= now)) {
      timers = timers.filter((each) => each !== timer);
      timer.run();
    }
  };

  const sit = (line?: Connection): Seat => {
    let ids = 1;
    const doors: Doors = {
      socket: () => {
        const wire = new Wire();
        wires.push(wire);
        return wire as unknown as WebSocket;
      },
      events: () => {
        throw new Error('not in this test');
      },
      fetch: () => Promise.reject(new Error('not in this test')),
      later: (run, milliseconds) => {
        timers.push({ run, at: now + milliseconds, id: ids });
        return ids++;
      },
      cancel: (id) => {
        timers = timers.filter((timer) => timer.id !== id);
      },
      now: () => now,
      mood: () => 'seen',
      backoff: new Backoff(400, 2_000, () => 1),
    };
    const seat = new Seat(
      { room: 'r', base: 'http://localhost/', pass: line && { person: 'dee', ticket: 'shown' } },
      {
        happened: () => undefined,
        refused: (frame, command) => refusals.push({ frame, type: command?.type }),
        phaseChanged: (phase) => phases.push(phase?.id),
        linkChanged: () => undefined,
        clockChanged: () => undefined,
        presenceChanged: () => undefined,
      },
      doors,
      keep,
      line,
    );
    seat.start();
    return seat;
  };

  beforeEach(() => {
    keep = new MemoryKeep();
    wires = [];
    timers = [];
    now = 1_000;
    refusals = [];
    phases = [];
  });

  it('shows its person’s note at once and calls it saved only when it is acknowledged', () => {
    const seat = sit();
    wires[0]!.welcomes(room());
    const id = seat.send('add-note', { note: 'n', text: 'I see' });
    assert.equal(seat.board.sending.has('n'), true);
    wires[0]!.tells({
      type: 'note-added',
      by: 'me',
      put: { notes: [{ id: 'n', by: 'me', text: 'I see', kind: 'observation', phase: 'describe', state: 'posted' }] },
    });
    assert.equal(seat.board.sending.has('n'), true);
    wires[0]!.says({ frame: 'ack', id });
    assert.equal(seat.board.sending.has('n'), false);
    assert.equal(seat.board.notes.get('n')?.text, 'I see');
  });

  it('sends what is unanswered again after a reconnect, under the same id', () => {
    const seat = sit();
    wires[0]!.welcomes(room());
    const id = seat.send('add-note', { note: 'n', text: 'I see' });
    wires[0]!.onclose?.();
    elapse(400);
    wires[1]!.onopen?.();
    assert.deepEqual(
      wires[1]!.sent.map((command) => command.id),
      [id],
    );
  });

  it('sends what an earlier page of the same person left behind', () => {
    const before = sit();
    wires[0]!.welcomes(room());
    const id = before.send('add-note', { note: 'n', text: 'I see' });
    before.stop();
    sit();
    wires[1]!.welcomes(room());
    assert.deepEqual(
      wires[1]!.sent.map((command) => command.id),
      [id],
    );
  });

  it('gives refused words back and says why', () => {
    const seat = sit();
    wires[0]!.welcomes(room());
    const id = seat.send('add-note', { note: 'n', text: 'too late', kind: 'observation' });
    wires[0]!.says({ frame: 'refused', id, reason: 'PHASE_CLOSED', message: 'The step is over.' });
    assert.equal(seat.board.notes.has('n'), false);
    assert.deepEqual(seat.drafts?.returned, [
      { id, text: 'too late', kind: 'observation', phase: 'describe', reason: 'PHASE_CLOSED', message: 'The step is over.' },
    ]);
    assert.equal(refusals[0]?.type, 'add-note');
  });

  it('tries again by itself when the room is only busy', () => {
    const seat = sit();
    wires[0]!.welcomes(room());
    const id = seat.send('add-note', { note: 'n', text: 'I see' });
    wires[0]!.says({ frame: 'refused', id, reason: 'BUSY' });
    assert.equal(refusals.length, 0);
    assert.equal(seat.board.sending.has('n'), true);
    elapse(500);
    assert.deepEqual(
      wires[0]!.sent.map((command) => command.id),
      [id, id],
    );
  });

  it('never gives up work that a busy server cannot take, and says that it waits', () => {
    const seat = sit();
    wires[0]!.welcomes(room());
    const id = seat.send('add-note', { note: 'n', text: 'I see' });
    for (let time = 0; time < 40; time++) {
      wires[0]!.says({ frame: 'refused', id, reason: 'BUSY' });
      assert.equal(seat.heldUp, time >= 2);
      elapse(4_000);
    }
    assert.equal(refusals.length, 0);
    assert.equal(wires[0]!.sent.length, 41);
    wires[0]!.says({ frame: 'ack', id, seq: 3 });
    assert.equal(seat.heldUp, false);
    assert.equal(seat.waiting.length, 0);
  });

  it('gives up what was of the moment when the server stays busy', () => {
    const seat = sit();
    wires[0]!.welcomes(room());
    const id = seat.send('raise-hand', {});
    for (let time = 0; time < 9; time++) {
      wires[0]!.says({ frame: 'refused', id, reason: 'BUSY' });
      elapse(4_000);
    }
    assert.equal(refusals.length, 1);
    assert.equal(wires[0]!.sent.length, 9);
  });

  it('takes back that two notes say the same, and lines between notes', () => {
    const seat = sit();
    wires[0]!.welcomes(room());
    for (const type of ['join-note', 'link-notes', 'unlink-notes']) {
      const id = seat.send(type, { note: 'a', into: 'b', from: 'a', to: 'b' });
      seat.undo();
      assert.equal(wires[0]!.sent.at(-1)?.command, id);
    }
  });

  it('offers to put a note with another only to those who arrange, and where there is another', () => {
    const note = (id: string) =>
      ({ id, by: 'dee', text: id, kind: 'observation', phase: 'describe', state: 'posted' }) as unknown as Entity;
    const names = (seat: Seat) => actsOf(seat.board.notes.get('a')!, seat).map(({ name }) => name);
    const alone = sit();
    wires[0]!.welcomes(room({ notes: { a: note('a') } }));
    assert.deepEqual(names(alone), ['move', 'group', 'insert']);
    const two = sit();
    wires[1]!.welcomes(room({ notes: { a: note('a'), b: note('b') } }));
    assert.deepEqual(names(two), ['move', 'group', 'join', 'insert']);
    const watching = sit();
    const coach = { me: { id: 'me', name: 'Me', role: 'coach' } as Entity };
    wires[2]!.welcomes(room({ notes: { a: note('a'), b: note('b') }, people: coach }));
    assert.deepEqual(names(watching), []);
  });

  it('knows who conducts beside the facilitator', () => {
    const leading = (...co: string[]) => ({ l: { id: 'l', co, deputy: null, owed: null } as unknown as Entity });
    const beside = sit();
    wires[0]!.welcomes(room({ leading: leading('me') }));
    assert.equal(beside.leads, true);
    const other = sit();
    wires[1]!.welcomes(room({ leading: leading('dee') }));
    assert.equal(other.leads, false);
    const over = { r: { id: 'r', title: 'Room', status: 'closed', phase: null } as unknown as Entity };
    const after = sit();
    wires[2]!.welcomes(room({ leading: leading('me'), room: over }));
    assert.equal(after.leads, false);
  });

  it('takes back its last own command first, and none that was refused', () => {
    const seat = sit();
    wires[0]!.welcomes(room());
    const first = seat.send('add-note', { note: 'a', text: 'one' });
    const second = seat.send('add-note', { note: 'b', text: 'two' });
    wires[0]!.says({ frame: 'refused', id: second, reason: 'PHASE_CLOSED' });
    seat.undo();
    assert.equal(wires[0]!.sent.at(-1)?.type, 'undo');
    assert.equal(wires[0]!.sent.at(-1)?.command, first);
    assert.equal(seat.canUndo, false);
  });

  it('takes back one command after the other', () => {
    const seat = sit();
    wires[0]!.welcomes(room());
    const first = seat.send('add-note', { note: 'a', text: 'one' });
    const second = seat.send('edit-note', { note: 'a', text: 'two' });
    seat.undo();
    assert.equal(seat.lastCommand, first);
    seat.undo();
    seat.undo();
    assert.deepEqual(
      wires[0]!.sent.filter((command) => command.type === 'undo').map((command) => command.command),
      [second, first],
    );
    assert.equal(seat.canUndo, false);
  });

  it('does not offer to take back what cannot be', () => {
    const seat = sit();
    wires[0]!.welcomes(room());
    assert.equal(seat.canUndo, false);
    seat.send('add-note', { note: 'a', text: 'one' });
    assert.equal(seat.canUndo, true);
    seat.send('ready');
    assert.equal(seat.canUndo, false);
    seat.undo();
    assert.equal(wires[0]!.sent.at(-1)?.type, 'ready');
  });

  it('says when the phase changes', () => {
    sit();
    wires[0]!.welcomes(room());
    wires[0]!.tells({ type: 'phase-ended', put: { room: [{ id: 'r', title: 'Room', status: 'running', phase: null }] } });
    assert.deepEqual(phases, ['describe', undefined]);
  });

  it('knows the server’s time from the snapshot until a beat was answered', () => {
    const seat = sit();
    wires[0]!.welcomes(room());
    assert.equal(seat.now(), 5_000);
    wires[0]!.says({ frame: 'clock', t0: 900, now: new Date(3_000).toISOString() });
    assert.equal(seat.now(), 3_050);
  });

  it('sends typing in a shared text after a pause, rebases it when it came too late, and is saved in the end', () => {
    const seat = sit();
    const wire = (): Wire => wires[0]!;
    wire().welcomes(room());
    const known = () => seat.all('statements').get('s')!;
    seat.type(known(), 'We learn', 8);
    elapse(250);
    const edit = wire().sent[0]!;
    assert.deepEqual([edit.type, edit.base, edit.changes], ['edit-statement', 1, [2, [0, ' learn']]]);
    wire().tells({
      type: 'statement-edited',
      by: 'ben',
      statement: 's',
      version: 2,
      changes: [[0, 'All of '], 2],
      put: { statements: [{ ...statement, text: 'All of We', version: 2 }] },
    });
    assert.equal(seat.textOf(known()), 'All of We learn');
    wire().says({ frame: 'refused', id: edit.id, reason: 'STALE' });
    const again = wire().sent[1]!;
    assert.deepEqual([again.base, again.changes], [2, [9, [0, ' learn']]]);
    assert.equal(seat.isTextSaved('s'), false);
    wire().tells({
      type: 'statement-edited',
      by: 'me',
      statement: 's',
      version: 3,
      changes: again.changes,
      put: { statements: [{ ...statement, text: 'All of We learn', version: 3 }] },
    });
    wire().says({ frame: 'ack', id: again.id });
    assert.equal(seat.isTextSaved('s'), true);
    assert.equal(refusals.length, 0);
    assert.deepEqual(keep.keys('tessera:r:me:text:'), []);
  });

  it('goes on with unsaved typing after a reload', () => {
    const before = sit();
    wires[0]!.welcomes(room());
    before.type(before.all('statements').get('s')!, 'We learn', 8);
    before.stop();
    const after = sit();
    wires[1]!.welcomes(room());
    assert.equal(after.textOf(after.all('statements').get('s')!), 'We learn');
    assert.deepEqual(wires[1]!.sent[0]?.changes, [2, [0, ' learn']]);
  });

  it('whispers what its person does in open phases only', () => {
    const seat = sit();
    wires[0]!.welcomes(room());
    seat.gesture('type');
    assert.deepEqual(wires[0]!.sent, [{ type: 'gesture', kind: 'type' }]);
    wires[0]!.tells({ type: 'phase-started', put: { phases: [{ ...describing, visibility: 'sealed' }] } });
    now += 5_000;
    seat.gesture('type');
    assert.equal(wires[0]!.sent.length, 1);
  });

  it('knows at once that a material was stopped, and asks for its pages again when told to', () => {
    const seat = sit();
    wires[0]!.welcomes(room());
    assert.equal(seat.isHeld('m1'), false);
    wires[0]!.says({ frame: 'held', material: 'm1' });
    assert.equal(seat.isHeld('m1'), true);
    assert.equal(seat.isHeld('m2'), false);
    seat.askAgain('m1');
    assert.equal(seat.isHeld('m1'), false);
  });

  it('counts a dot once, also between its event and its answer', () => {
    const seat = sit();
    wires[0]!.welcomes(
      room({
        phases: {
          vote: { ...describing, id: 'vote', instrument: 'vote', budget: 3, may: { vote: ['participant'] } } as unknown as Entity,
        },
        room: { r: { id: 'r', title: 'Room', status: 'running', phase: 'vote' } as Entity },
      }),
    );
    const shown = (): number => {
      const { given, underWay } = dotsOf(seat, 't');
      return given + underWay;
    };
    const first = seat.send('cast-vote', { target: 't' });
    const second = seat.send('cast-vote', { target: 't' });
    assert.equal(shown(), 2);

    const told = (dots: number): void =>
      wires[0]!.tells({
        event: `e${dots}`,
        at: '',
        by: 'me',
        type: 'vote-cast',
        put: { ballots: [{ id: 'me:vote', by: 'me', phase: 'vote', marks: { t: dots } }] },
      });
    told(1);
    assert.equal(shown(), 2);
    wires[0]!.says({ frame: 'ack', id: first });
    assert.equal(shown(), 2);
    told(2);
    assert.equal(shown(), 2);
    wires[0]!.says({ frame: 'ack', id: second });
    assert.equal(shown(), 2);
  });

  describe('that is handed on', () => {
    const planted = 'plum tree';
    const texts = (thing: unknown, seen = new Set<unknown>()): string[] => {
      if (typeof thing === 'string') {
        return [thing];
      }
      if (typeof thing !== 'object' || thing === null || seen.has(thing)) {
        return [];
      }
      seen.add(thing);
      const inside = thing instanceof Map ? [...thing.entries()].flat() : thing instanceof Set ? [...thing] : [];
      return [...inside, ...Object.values(thing)].flatMap((each) => texts(each, seen));
    };

    it('is settled once everything given is answered', async () => {
      const seat = sit();
      wires[0]!.welcomes(room());
      const id = seat.send('add-note', { note: 'n', text: planted, private: true });
      const settled = seat.settle(8_000);
      wires[0]!.says({ frame: 'ack', id });
      assert.equal(await settled, true);
    });

    it('is not settled while the line is broken, or when the server takes too long', async () => {
      const seat = sit();
      wires[0]!.welcomes(room());
      seat.send('add-note', { note: 'n', text: planted, private: true });
      const late = seat.settle(8_000);
      elapse(8_000);
      assert.equal(await late, false);
      wires[0]!.onclose?.();
      assert.equal(await seat.settle(8_000), false);
    });

    it('knows nothing of its person any more, whatever still comes', () => {
      const seat = sit();
      wires[0]!.welcomes(
        room({ notes: { n: { id: 'n', by: 'me', text: planted, state: 'private', phase: 'describe' } as unknown as Entity } }),
      );
      seat.drafts!.set('describe', planted);
      seat.send('add-note', { note: 'm', text: planted, private: true });
      seat.type(seat.all('statements').get('s') as never, planted);
      assert.ok(texts(seat).some((text) => text.includes(planted)));
      keep = new MemoryKeep();
      const line = seat.release();
      wires[0]!.tells({ type: 'note-added', put: { notes: [{ id: 'k', by: 'me', text: planted }] } });
      elapse(10_000);
      assert.deepEqual(
        // the fake socket remembers what was sent; a real one does not
        texts({ ...seat, keep: null, doors: null, around: null, connection: { ...line, socket: null, doors: null } }).filter((text) => text.includes(planted)),
        [],
      );
      assert.equal(line.isLive, true);
      assert.equal(wires[0]!.sent.at(-1)!.type, 'leave-seat');
    });

    it('keeps what was given under its own name where another page has taken the device', () => {
      const seat = sit();
      wires[0]!.welcomes(room());
      const id = seat.send('add-note', { note: 'n', text: planted, private: true });
      wires[0]!.says({ frame: 'refused', id, reason: 'SEAT_NOT_TAKEN' });
      assert.equal(seat.link, 'covered');
      assert.equal(seat.waiting.length, 1);
      assert.deepEqual(refusals, []);
    });

    it('is followed by another on the same line', () => {
      const first = sit();
      wires[0]!.welcomes(room());
      const second = sit(first.release());
      const take = wires[0]!.sent.at(-1)!;
      assert.deepEqual([take.type, take.person, take.ticket], ['take-seat', 'dee', 'shown']);
      wires[0]!.says({ frame: 'ack', id: take.id, seat: 'dee' });
      wires[0]!.says({ frame: 'snapshot', n: 0, cursor: 'd0', you: 'dee', seat: 'dee', room: room() });
      second.send('ready');
      assert.equal(second.you, 'dee');
      assert.equal(wires[0]!.sent.at(-1)!.seat, 'dee');
      assert.equal(wires.length, 1);
    });
  });
});
