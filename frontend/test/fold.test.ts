/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Note } from '../room/entities.ts';
import { fold, fromSnapshot, shelfOf } from '../room/fold.ts';
import type { EventsFrame, RoomEvent, SnapshotFrame } from '../room/frames.ts';

const note = (id: string, text: string): Note => ({
  id,
  text,
  by: 'ana',
  kind: 'note',
  phase: 'words',
  state: 'posted',
  x: 0,
  y: 0,
  ordinal: 0,
});

const snapshot: SnapshotFrame = {
  frame: 'snapshot',
  n: 0,
  cursor: 'c0',
  you: 'ana',
  room: { notes: { a: note('a', 'one') }, groups: {} },
};

const events = (...of: RoomEvent[]): EventsFrame => ({ frame: 'events', n: 1, cursor: 'c1', events: of });

describe('folding', () => {
  it('begins with what the snapshot holds', () => {
    const known = fromSnapshot(snapshot);
    assert.equal(known.you, 'ana');
    assert.equal(known.cursor, 'c0');
    assert.deepEqual([...shelfOf(known, 'notes').keys()], ['a']);
    assert.equal(shelfOf(known, 'goals').size, 0);
  });

  it('gives each entity what is the same for its collection, and lets its own words win', () => {
    const known = fromSnapshot({
      ...snapshot,
      same: { notes: { text: 'one', state: 'posted', group: null } },
      room: { notes: { a: { x: 4 }, b: { text: 'two', group: 'g' } } },
    });
    assert.deepEqual(shelfOf(known, 'notes').get('a'), { id: 'a', text: 'one', state: 'posted', group: null, x: 4 });
    assert.deepEqual(shelfOf(known, 'notes').get('b'), { id: 'b', text: 'two', state: 'posted', group: 'g' });
  });

  it('puts whole entities in the place of older ones and moves the cursor', () => {
    const known = fold(fromSnapshot(snapshot), events({ type: 'note-edited', put: { notes: [note('a', 'two')] } }));
    assert.equal(shelfOf(known, 'notes').get('a')?.text, 'two');
    assert.equal(known.cursor, 'c1');
  });

  it('drops before it puts, so that an entity may come back under its id', () => {
    const known = fold(
      fromSnapshot(snapshot),
      events({ type: 'phase-ended', drop: { notes: ['a'] }, put: { notes: [note('a', 'again')] } }),
    );
    assert.equal(shelfOf(known, 'notes').get('a')?.text, 'again');
  });

  it('takes the events of a frame in their order', () => {
    const known = fold(
      fromSnapshot(snapshot),
      events({ type: 'note-added', put: { notes: [note('b', 'new')] } }, { type: 'note-removed', drop: { notes: ['b'] } }),
    );
    assert.deepEqual([...shelfOf(known, 'notes').keys()], ['a']);
  });

  it('leaves earlier knowledge and untouched collections as they were', () => {
    const before = fromSnapshot(snapshot);
    const after = fold(before, events({ type: 'note-removed', drop: { notes: ['a'] } }));
    assert.equal(shelfOf(before, 'notes').size, 1);
    assert.equal(shelfOf(after, 'notes').size, 0);
    assert.equal(shelfOf(after, 'groups'), shelfOf(before, 'groups'));
  });

  it('makes room for collections it has never heard of', () => {
    const known = fold(fromSnapshot(snapshot), events({ type: 'new', put: { novelties: [{ id: 'x' }] } }));
    assert.equal(known.shelves.novelties?.size, 1);
  });
});
