/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MemoryKeep } from '../room/keep.ts';
import { Keeper, type Answer, type Kept, type Line } from '../writing/keeper.ts';

const PLACE = 'tessera:writing:ana:reflection';

/** A server that keeps one text, and everything it was ever given. */
class Server implements Line {
  now: Kept = { version: 0, text: '' };
  readonly beside = new Map<string, string>();
  trouble: 'signed-out' | 'unreachable' | undefined;

  put({ base, tab, text }: { base: number; tab: string; text: string }): Promise<Answer> {
    if (this.trouble) {
      return Promise.resolve({ is: this.trouble });
    }
    if (text === this.now.text) {
      return Promise.resolve({ is: 'kept', now: this.now });
    }
    if (base !== this.now.version) {
      this.beside.set(tab, text);
      return Promise.resolve({ is: 'overtaken', now: this.now });
    }
    this.now = { version: base + 1, text };
    return Promise.resolve({ is: 'kept', now: this.now });
  }

  get(): Promise<Kept | undefined> {
    return Promise.resolve(this.trouble ? undefined : this.now);
  }
}

/** Runs what was put off when told to. */
class Hand {
  private due: (() => void)[] = [];

  readonly later = (_: number, what: () => void) => {
    this.due.push(what);
    return () => {
      this.due = this.due.filter((other) => other !== what);
    };
  };

  async go(): Promise<void> {
    const due = this.due;
    this.due = [];
    due.forEach((what) => what());
    await new Promise((done) => setImmediate(done));
  }
}

let clock = 0;

function open(server: Server, keep: MemoryKeep, tab: string, hand = new Hand(), shown = server.now) {
  const keeper = new Keeper(shown, PLACE, tab, {
    keep,
    line: server,
    later: hand.later,
    now: () => ++clock,
    changed: () => undefined,
  });
  return { keeper, hand };
}

describe('the keeper', () => {
  it('has every keystroke in the browser at once and on the server after a pause', async () => {
    const server = new Server();
    const keep = new MemoryKeep();
    const { keeper, hand } = open(server, keep, 'a');
    keeper.typed('I');
    keeper.typed('I l');
    assert.match(keep.get(`${PLACE}:a`) ?? '', /I l/);
    assert.equal(keeper.standing, 'typing');
    await hand.go();
    assert.equal(server.now.text, 'I l');
    assert.equal(keeper.standing, 'kept');
    assert.deepEqual(keep.keys(PLACE), []);
  });

  it('sends at least once a second while somebody types on without a pause', () => {
    const server = new Server();
    const waits: number[] = [];
    let time = 0;
    const keeper = new Keeper(server.now, PLACE, 'a', {
      keep: new MemoryKeep(),
      line: server,
      later: (milliseconds) => {
        waits.push(milliseconds);
        return () => undefined;
      },
      now: () => time,
      changed: () => undefined,
    });
    for (const [at, text] of [
      [0, 'T'],
      [300, 'Ty'],
      [600, 'Typ'],
      [900, 'Type'],
      [1_100, 'Typed'],
    ] as const) {
      time = at;
      keeper.typed(text);
    }
    assert.deepEqual(waits, [600, 600, 400, 100, 0]);
  });

  it('brings back what a page that was reloaded or crashed had not delivered', async () => {
    const server = new Server();
    const keep = new MemoryKeep();
    open(server, keep, 'a').keeper.typed('Half a thought');
    const { keeper, hand } = open(server, keep, 'b');
    assert.equal(keeper.text, 'Half a thought');
    assert.equal(keeper.restored, true);
    await hand.go();
    assert.equal(server.now.text, 'Half a thought');
    assert.deepEqual(keep.keys(PLACE), []);
  });

  it('goes on trying while the network is dead and while nobody is signed in', async () => {
    for (const trouble of ['unreachable', 'signed-out'] as const) {
      const server = new Server();
      const keep = new MemoryKeep();
      const { keeper, hand } = open(server, keep, 'a');
      server.trouble = trouble;
      keeper.typed('On the train');
      await hand.go();
      assert.equal(keeper.standing, trouble);
      keeper.typed('On the train, in a tunnel');
      await hand.go();
      assert.match(keep.get(`${PLACE}:a`) ?? '', /tunnel/);
      server.trouble = undefined;
      await hand.go();
      assert.equal(server.now.text, 'On the train, in a tunnel');
      assert.equal(keeper.standing, 'kept');
    }
  });

  it('tells of another window and keeps both texts', async () => {
    const server = new Server();
    const keep = new MemoryKeep();
    const one = open(server, keep, 'a');
    const other = open(server, keep, 'b');
    one.keeper.typed('From one');
    await one.hand.go();
    other.keeper.typed('From the other');
    await other.hand.go();
    assert.equal(other.keeper.standing, 'overtaken');
    assert.equal(other.keeper.theirs?.text, 'From one');
    assert.equal(other.keeper.text, 'From the other');
    assert.equal(server.now.text, 'From one');
    other.keeper.typed('From the other, and on');
    await other.hand.go();
    assert.equal(server.beside.get('b'), 'From the other, and on');
  });

  it('lets the person go on with either of two texts', async () => {
    const server = new Server();
    const keep = new MemoryKeep();
    const one = open(server, keep, 'a');
    const other = open(server, keep, 'b');
    one.keeper.typed('From one');
    await one.hand.go();
    other.keeper.typed('From the other');
    await other.hand.go();
    await other.keeper.decide('mine');
    assert.equal(server.now.text, 'From the other');
    assert.equal(other.keeper.standing, 'kept');

    one.keeper.typed('From one again');
    await one.hand.go();
    assert.equal(one.keeper.standing, 'overtaken');
    one.keeper.typed('From one again!');
    await one.keeper.decide('theirs');
    assert.equal(one.keeper.text, 'From the other');
    assert.equal(one.keeper.standing, 'kept');
    assert.equal(server.beside.get('a'), 'From one again!');
  });

  it('never lets go of words it could not deliver for another text', async () => {
    const server = new Server();
    const keep = new MemoryKeep();
    const one = open(server, keep, 'a');
    const other = open(server, keep, 'b');
    one.keeper.typed('From one');
    await one.hand.go();
    other.keeper.typed('From the other');
    await other.hand.go();
    other.keeper.typed('From the other, more');
    server.trouble = 'unreachable';
    await other.keeper.decide('theirs');
    assert.equal(other.keeper.text, 'From the other, more');
    assert.match(keep.get(`${PLACE}:b`) ?? '', /more/);
  });

  it('delivers what several windows left behind, each to a place of its own', async () => {
    const server = new Server();
    const keep = new MemoryKeep();
    open(server, keep, 'a').keeper.typed('Older');
    open(server, new MemoryKeep(), 'x');
    keep.set(`${PLACE}:c`, JSON.stringify({ base: 0, text: 'Newer', at: 1e9 }));
    const { keeper, hand } = open(server, keep, 'd');
    await hand.go();
    assert.equal(keeper.text, 'Newer');
    const everywhere = [server.now.text, ...server.beside.values()].sort();
    assert.deepEqual(everywhere, ['Newer', 'Older']);
    assert.ok(keep.keys(PLACE).every((key) => key === `${PLACE}:d`));
  });

  it('brings a window up to date that has nothing of its own', async () => {
    const server = new Server();
    const keep = new MemoryKeep();
    const one = open(server, keep, 'a');
    const other = open(server, keep, 'b');
    one.keeper.typed('From one');
    await one.hand.go();
    await other.keeper.look();
    assert.equal(other.keeper.text, 'From one');
    other.keeper.typed('From one, and the other');
    await other.keeper.look();
    assert.equal(other.keeper.text, 'From one, and the other');
    await other.hand.go();
    assert.equal(other.keeper.standing, 'kept');
  });

  it('passes over a damaged entry', () => {
    const keep = new MemoryKeep();
    keep.set(`${PLACE}:a`, '{not json');
    keep.set(`${PLACE}:b`, '{}');
    assert.equal(open(new Server(), keep, 'c').keeper.text, '');
  });
});
