/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BrowserKeep, MemoryKeep } from '../room/keep.ts';
import { Outbox } from '../room/outbox.ts';
import { Drafts } from '../room/drafts.ts';

const add = (id: string) => ({ id, type: 'add-note', note: `n-${id}`, text: `text ${id}` });
const HOUR = 3_600_000;

describe('the outbox', () => {
  it('keeps a command until it is answered', () => {
    const outbox = new Outbox(new MemoryKeep(), 'r:p:');
    outbox.add(add('1'), 0, 'describe');
    assert.deepEqual(
      outbox.waiting.map((w) => w.command.id),
      ['1'],
    );
    assert.equal(outbox.answered('1')?.phase, 'describe');
    assert.equal(outbox.waiting.length, 0);
    assert.equal(outbox.answered('1'), undefined);
  });

  it('comes back after a reload with the same ids in the same order', () => {
    const keep = new MemoryKeep();
    const outbox = new Outbox(keep, 'r:p:');
    outbox.add(add('b'), 1);
    outbox.add(add('a'), 2);
    const again = new Outbox(keep, 'r:p:');
    assert.deepEqual(again.restore(3), []);
    assert.deepEqual(
      again.waiting.map((w) => w.command.id),
      ['b', 'a'],
    );
  });

  it('forgets what was answered also for the next page', () => {
    const keep = new MemoryKeep();
    const outbox = new Outbox(keep, 'r:p:');
    outbox.add(add('1'), 0);
    outbox.answered('1');
    const again = new Outbox(keep, 'r:p:');
    again.restore(1);
    assert.equal(again.waiting.length, 0);
  });

  it('does not carry commands of the moment over a reload', () => {
    const keep = new MemoryKeep();
    new Outbox(keep, 'r:p:').add({ id: '1', type: 'start-phase', phase: 'describe' }, 0);
    const again = new Outbox(keep, 'r:p:');
    again.restore(1);
    assert.equal(again.waiting.length, 0);
  });

  it('hands over what is too old to be sent by itself', () => {
    const keep = new MemoryKeep();
    new Outbox(keep, 'r:p:').add(add('1'), 0);
    const again = new Outbox(keep, 'r:p:');
    const old = again.restore(13 * HOUR);
    assert.equal(old[0]?.command.text, 'text 1');
    assert.equal(again.waiting.length, 0);
    assert.deepEqual(keep.keys('r:p:'), []);
  });

  it('never mixes two people or two rooms', () => {
    const keep = new MemoryKeep();
    new Outbox(keep, 'r:ana:').add(add('1'), 0);
    const ben = new Outbox(keep, 'r:ben:');
    ben.restore(1);
    assert.equal(ben.waiting.length, 0);
  });

  it('survives a damaged entry', () => {
    const keep = new MemoryKeep();
    keep.set('r:p:x', '{not json');
    keep.set('r:p:y', '{"at":1}');
    const outbox = new Outbox(keep, 'r:p:');
    outbox.restore(2);
    assert.equal(outbox.waiting.length, 0);
  });
});

describe('the browser’s storage', () => {
  it('goes on in memory when the disk is full', () => {
    const full = {
      length: 0,
      key: () => null,
      getItem: () => null,
      setItem: () => {
        throw new Error('quota');
      },
      removeItem: () => undefined,
      clear: () => undefined,
    } as unknown as Storage;
    const keep = new BrowserKeep(full);
    keep.set('draft', 'words');
    assert.equal(keep.get('draft'), 'words');
    assert.deepEqual(keep.keys('dr'), ['draft']);
    keep.remove('draft');
    assert.equal(keep.get('draft'), null);
  });
});

describe('drafts', () => {
  it('are kept by name and vanish when emptied', () => {
    const keep = new MemoryKeep();
    const drafts = new Drafts(keep, 'r:p:');
    drafts.set('note:1', 'half a');
    assert.equal(new Drafts(keep, 'r:p:').get('note:1'), 'half a');
    drafts.set('note:1', '');
    assert.deepEqual(keep.keys('r:p:'), []);
  });

  it('hold words that came back until their writer has decided', () => {
    const keep = new MemoryKeep();
    const drafts = new Drafts(keep, 'r:p:');
    drafts.giveBack({ id: '1', text: 'late', reason: 'PHASE_CLOSED' });
    drafts.giveBack({ id: '1', text: 'late', reason: 'PHASE_CLOSED' });
    assert.equal(new Drafts(keep, 'r:p:').returned.length, 1);
    drafts.settled('1');
    assert.deepEqual(drafts.returned, []);
  });
});
