/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Note } from '../room/entities.ts';
import { stepped, type Moving } from '../room/moving.ts';
import type { Sections } from '../room/sections.ts';

const note = (id: string, x: number): Note => ({
  id,
  text: id,
  kind: 'note',
  phase: 'sort',
  state: 'posted',
  x,
  y: 40,
  ordinal: 0,
});

const board: Sections = {
  clusters: [
    { group: { id: 'g1', name: '', ordinal: 0 }, notes: [note('a', 40), note('b', 240)] },
    { group: { id: 'g2', name: '', ordinal: 1 }, notes: [note('c', 40)] },
  ],
  columns: [{ notes: [note('d', 40), note('e', 240)] }],
  earlier: [],
  same: new Map(),
  hidden: { private: [], sealed: [], aside: [] },
  posted: 5,
};

const journey = (start: Moving, by: 1 | -1, steps: number): string[] => {
  const seen: string[] = [];
  let moving = start;
  for (let i = 0; i < steps; i++) {
    const next = stepped(moving, by, board);
    if (!next) {
      seen.push('end');
      break;
    }
    moving = next.moving;
    seen.push(`${moving.group ?? 'loose'} ${next.at}/${next.of}`);
  }
  return seen;
};

describe('moving a note by keyboard', () => {
  it('goes through every place, group by group, to the loose notes', () => {
    assert.deepEqual(journey({ id: 'a', x: 40, y: 40, group: 'g1' }, 1, 9), [
      'g1 2/2',
      'g2 1/2',
      'g2 2/2',
      'loose 1/3',
      'loose 2/3',
      'loose 3/3',
      'end',
    ]);
  });

  it('and all the way back', () => {
    assert.deepEqual(journey({ id: 'e', x: 240, y: 40, group: null }, -1, 9), [
      'loose 1/2',
      'g2 2/2',
      'g2 1/2',
      'g1 3/3',
      'g1 2/3',
      'g1 1/3',
      'end',
    ]);
  });
});
