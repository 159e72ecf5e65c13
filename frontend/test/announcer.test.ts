/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Announcer } from '../room/announcer.ts';
import { fold, fromSnapshot, type Known } from '../room/fold.ts';
import type { RoomEvent } from '../room/frames.ts';
import { Words } from '../room/words.ts';

const MESSAGES = {
  'board.say.revealed.many': 'Revealed: {0}',
  'board.say.note': 'New note by {0}: {1}',
  'board.say.settled.yes': 'Settled as yes: “{0}”.',
  'board.say.item': 'Now: “{0}”.',
  'board.say.agreed': 'Agreed on {0}: {1}.',
  'board.say.norm': 'Norm: {0}',
  'board.say.sheets': 'Sheets open.',
  'board.say.sheets.exact': 'Sheets open: {0} %.',
  'board.turns.mine': 'It is your turn',
  'board.turns.theirs': 'It is {0}’s turn',
  'board.turns.floor.mine': 'You have the floor',
  'board.turns.floor': '{0} has the floor',
};

const room: Known = fromSnapshot({
  frame: 'snapshot',
  n: 0,
  cursor: 'c',
  you: 'ana',
  room: {
    people: { ana: { id: 'ana', name: 'Ana' } as never, ben: { id: 'ben', name: 'Ben' } as never },
    items: { i1: { id: 'i1', text: { en: 'Targets' } } as never, i2: { id: 'i2', text: { en: 'Access' } } as never },
  },
});

/** What somebody hears, as Ana, of events that reach her together. */
function heard(...events: RoomEvent[]): string[] {
  const said: string[] = [];
  const announcer = new Announcer(
    () => new Words(MESSAGES, 'en'),
    (sentence) => said.push(sentence),
    () => 0,
    (run) => run(),
  );
  announcer.happened(events, room, fold(room, { frame: 'events', n: 1, cursor: 'd', events }));
  return said;
}

const consensus = (item: string, fields: object) => ({ consensus: [{ id: `p:${item}`, item, phase: 'p', ...fields } as never] });

describe('what is said aloud', () => {
  it('says in one breath what was settled and where the group goes', () => {
    assert.deepEqual(
      heard(
        { type: 'item-settled', by: 'ben', put: consensus('i1', { settled: 'yes', open: false }) },
        { type: 'item-opened', by: 'ben', put: consensus('i2', { settled: null, open: true }) },
      ),
      ['Settled as yes: “Targets”. Now: “Access”.'],
    );
  });

  it('leaves what somebody settled to their own board, and still says where the group goes', () => {
    assert.deepEqual(
      heard(
        { type: 'item-settled', by: 'ana', put: consensus('i1', { settled: 'yes', open: false }) },
        { type: 'item-opened', by: 'ana', put: consensus('i2', { settled: null, open: true }) },
      ),
      ['Now: “Access”.'],
    );
  });

  it('says that the sheets are open and how far they agree', () => {
    const grid = (exact: number | null) => ({ grids: [{ id: 'score', exact } as never] });
    assert.deepEqual(heard({ type: 'phase-ended', by: 'ben', put: grid(60) }), ['Sheets open: 60 %.']);
    assert.deepEqual(heard({ type: 'phase-ended', by: 'ana', put: grid(null) }), ['Sheets open.']);
  });

  it('says which score the others have agreed on, and which norm they took up', () => {
    assert.deepEqual(heard({ type: 'score-settled', by: 'ben', put: { settled: [{ id: 'x', item: 'i1', level: 3 } as never] } }), [
      'Agreed on Targets: 3.',
    ]);
    assert.deepEqual(heard({ type: 'norm-adopted', by: 'ben', put: { norms: [{ id: 'n', text: 'On time' } as never] } }), [
      'Norm: On time',
    ]);
    assert.deepEqual(heard({ type: 'norm-adopted', by: 'ana', put: { norms: [{ id: 'n', text: 'On time' } as never] } }), []);
  });

  it('tells whose turn it is, and everybody their own', () => {
    const turns = (...speaking: string[]) => ({ turns: [{ id: 'p', order: [], at: 0, passed: [], speaking } as never] });
    assert.deepEqual(heard({ type: 'turn-came', by: null, put: turns('ana') }), ['It is your turn.']);
    assert.deepEqual(heard({ type: 'turn-came', by: null, put: turns('ben') }), ['It is Ben’s turn.']);
    assert.deepEqual(heard({ type: 'floor-given', by: 'ben', put: turns('ana') }), ['You have the floor.']);
    assert.deepEqual(heard({ type: 'turn-came', by: null, put: turns() }), []);
  });

  it('says of notes whose writers nobody knows how many there are, and no more', () => {
    const notes = [1, 2].map((n) => ({ id: `n${n}`, by: null, text: `draft ${n}`, state: 'posted' }) as never);
    assert.deepEqual(heard({ type: 'notes-uncovered', by: null, put: { notes } }), ['Revealed: 2']);
  });
});
