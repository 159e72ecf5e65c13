/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChangeSet, Text } from '@codemirror/state';
import { SharedText } from '../room/shared-text.ts';

/** The server's side of one text: one order, stale edits refused, edits known by their id. */
class Authority {
  text = Text.of(['']);
  version = 0;
  readonly taken = new Set<string>();
  readonly log: { version: number; changes: unknown; by: string; text: string }[] = [];

  take(by: string, id: string, base: number, changes: unknown): 'ack' | 'stale' {
    if (this.taken.has(id)) {
      return 'ack';
    }
    if (base !== this.version) {
      return 'stale';
    }
    this.text = ChangeSet.fromJSON(changes).apply(this.text);
    this.version++;
    this.taken.add(id);
    this.log.push({ version: this.version, changes, by, text: this.text.toString() });
    return 'ack';
  }
}

/** A person at a text field, with a network whose messages move only when told to. */
class Writer {
  readonly name: string;
  readonly server: Authority;
  readonly out: { id: string; base: number; changes: unknown }[] = [];
  shared: SharedText;
  seen = 0;
  private made = 0;

  constructor(name: string, server: Authority, unsaved?: SharedText['unsaved']) {
    this.name = name;
    this.server = server;
    this.seen = server.version;
    this.shared = new SharedText(server.text.toString(), server.version, this.send, unsaved);
  }

  send = (base: number, changes: unknown, id = `${this.name}-${++this.made}-${this.server.taken.size}`): string => {
    this.out.push({ id, base, changes });
    return id;
  };

  insert(at: number, words: string): void {
    const value = this.shared.value;
    this.shared.type(value.slice(0, at) + words + value.slice(at), at + words.length);
    this.shared.flush();
  }

  hear(upTo = this.server.version): void {
    while (this.seen < upTo) {
      const edit = this.server.log[this.seen++]!;
      this.shared.edited(edit.version, edit.changes, edit.text, edit.by === this.name);
    }
  }

  /** Delivers the oldest waiting edit and its answer. */
  deliver(): boolean {
    const next = this.out.shift();
    if (!next) {
      return false;
    }
    const answer = this.server.take(this.name, next.id, next.base, next.changes);
    this.hear();
    if (answer === 'ack') {
      this.shared.acked(next.id);
    } else {
      this.shared.stale(next.id);
    }
    this.shared.flush();
    return true;
  }

  settle(): void {
    while (this.deliver()) {
      // until nothing waits
    }
    this.hear();
  }
}

describe('a text two people type in', () => {
  it('takes what one person types', () => {
    const server = new Authority();
    const ana = new Writer('ana', server);
    ana.insert(0, 'We learn');
    assert.equal(ana.shared.saved, false);
    ana.settle();
    assert.equal(server.text.toString(), 'We learn');
    assert.equal(ana.shared.saved, true);
  });

  it('rebases an edit that came too late and sends it again', () => {
    const server = new Authority();
    const ana = new Writer('ana', server);
    const ben = new Writer('ben', server);
    ana.insert(0, 'We learn together');
    ana.settle();
    ben.hear();
    ana.insert(3, 'all ');
    ben.insert(17, ' by doing');
    ana.deliver();
    ben.deliver();
    assert.equal(ben.shared.saved, false);
    ben.settle();
    ana.settle();
    assert.equal(server.text.toString(), 'We all learn together by doing');
    assert.equal(ana.shared.value, server.text.toString());
    assert.equal(ben.shared.value, server.text.toString());
  });

  it('shows what is typed while an edit is on its way and sends it afterwards', () => {
    const server = new Authority();
    const ana = new Writer('ana', server);
    ana.insert(0, 'one');
    ana.insert(3, ' two');
    ana.insert(7, ' three');
    assert.equal(ana.out.length, 1);
    assert.equal(ana.shared.value, 'one two three');
    ana.settle();
    assert.equal(server.text.toString(), 'one two three');
    assert.equal(server.version, 2);
  });

  it('tells how the shown text moved so that the cursor can stay where it was', () => {
    const server = new Authority();
    const ana = new Writer('ana', server);
    const ben = new Writer('ben', server);
    ana.insert(0, 'vision');
    ana.settle();
    ben.hear();
    ben.insert(0, 'our ');
    ben.settle();
    const edit = server.log[1]!;
    const moved = ana.shared.edited(edit.version, edit.changes, edit.text, false);
    assert.equal(moved.mapPos(6, 1), 10);
  });

  it('keeps typing that a reconnect found unsent', () => {
    const server = new Authority();
    const ana = new Writer('ana', server);
    const ben = new Writer('ben', server);
    ben.insert(0, 'Base. ');
    ben.settle();
    ana.insert(0, 'Mine. ');
    ana.out.length = 0;
    ana.shared.replaced(server.text.toString(), server.version);
    ana.seen = server.version;
    ana.shared.resend();
    ana.settle();
    assert.equal(server.text.toString().includes('Mine. '), true);
    assert.equal(server.text.toString().includes('Base. '), true);
    assert.equal(ana.shared.value, server.text.toString());
  });

  it('does not repeat an edit that had arrived before the connection broke', () => {
    const server = new Authority();
    const ana = new Writer('ana', server);
    const ben = new Writer('ben', server);
    ana.insert(0, 'Mine. ');
    const sent = ana.out.shift()!;
    assert.equal(server.take('ana', sent.id, sent.base, sent.changes), 'ack');
    ben.hear();
    ben.insert(6, 'Theirs. ');
    ben.settle();
    ana.insert(6, 'More. ');
    ana.shared.replaced(server.text.toString(), server.version);
    ana.seen = server.version;
    ana.shared.resend();
    ana.settle();
    ben.hear();
    assert.equal(server.text.toString().split('Mine. ').length, 2);
    assert.equal(server.text.toString().includes('More. '), true);
    assert.equal(ana.shared.value, server.text.toString());
    assert.equal(ben.shared.value, server.text.toString());
  });

  it('goes on after a reload with what was not yet durable', () => {
    const server = new Authority();
    const ana = new Writer('ana', server);
    ana.insert(0, 'first ');
    ana.insert(6, 'second');
    const unsaved = JSON.parse(JSON.stringify(ana.shared.unsaved));
    const ben = new Writer('ben', server);
    ben.insert(0, 'Other. ');
    ben.settle();
    const again = new Writer('ana', server, unsaved);
    again.shared.resend();
    again.settle();
    assert.equal(server.text.toString().includes('first second'), true);
    assert.equal(server.text.toString().includes('Other. '), true);
  });

  it('gives the words back when the edit is refused for good', () => {
    const server = new Authority();
    const ana = new Writer('ana', server);
    ana.insert(0, 'too late');
    const back = ana.shared.refused(ana.out[0]!.id);
    assert.equal(back?.lost, 'too late');
    assert.equal(ana.shared.value, '');
    assert.equal(ana.shared.saved, true);
  });

  for (let seed = 1; seed <= 60; seed++) {
    it(`ends with one text for everybody, whatever the network does (seed ${seed})`, () => {
      const random = lcg(seed);
      const server = new Authority();
      const people = ['ana', 'ben', 'cho'].map((name) => new Writer(name, server));
      for (let step = 0; step < 120; step++) {
        const i = Math.floor(random() * people.length);
        const who = people[i]!;
        const what = random();
        const length = who.shared.value.length;
        if (what < 0.45) {
          who.insert(Math.floor(random() * (length + 1)), ['a', 'mosaic ', '\n', '🎈', 'é'][Math.floor(random() * 5)]!);
        } else if (what < 0.55 && length > 0) {
          const from = Math.floor(random() * length);
          const characters = [...who.shared.value];
          characters.splice(Math.min(from, characters.length - 1), 1);
          who.shared.type(characters.join(''));
          who.shared.flush();
        } else if (what < 0.8) {
          who.deliver();
        } else if (what < 0.92) {
          who.hear(who.seen + Math.floor(random() * (server.version - who.seen + 1)));
        } else if (what < 0.97) {
          // The connection breaks: what is under way may or may not have arrived; a snapshot follows.
          const next = who.out.shift();
          if (next && random() < 0.5) {
            server.take(who.name, next.id, next.base, next.changes);
          }
          who.out.length = 0;
          who.shared.replaced(server.text.toString(), server.version);
          who.seen = server.version;
          who.shared.resend();
        } else {
          // The page is reloaded.
          const next = who.out.shift();
          if (next && random() < 0.5) {
            server.take(who.name, next.id, next.base, next.changes);
          }
          const unsaved = who.shared.unsaved && JSON.parse(JSON.stringify(who.shared.unsaved));
          people[i] = new Writer(who.name + 'x', server, unsaved);
          people[i]!.shared.resend();
        }
      }
      for (let round = 0; round < 6; round++) {
        people.forEach((who) => {
          who.shared.flush();
          who.settle();
        });
      }
      people.forEach((who) => {
        who.hear();
        assert.equal(who.shared.value, server.text.toString(), who.name);
        assert.equal(who.shared.saved, true, who.name);
      });
    });
  }
});

function lcg(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
