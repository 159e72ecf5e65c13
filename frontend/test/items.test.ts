/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Consensus, GridRow, Item, PhaseEntity, Score } from '../room/entities.ts';
import { checklistFor, endOf, itemsOf, outcomes, share, sheetsFor, tallyOf } from '../room/items.ts';

const byId = <E extends { id: string }>(...all: E[]): Map<string, E> => new Map(all.map((each) => [each.id, each]));

const phase = (id: string, ordinal: number, instrument: PhaseEntity['instrument']): PhaseEntity => ({
  id,
  ordinal,
  name: { en: id },
  mode: 'OPEN',
  instrument,
  visibility: 'open',
  kinds: [],
  may: {},
  state: 'done',
});
const item = (id: string, of: string, ordinal = 0): Item => ({ id, phase: of, text: { en: id }, ordinal });
const consensus = (yes: number, no: number, entitled = 5): Consensus => ({
  id: 'check:a',
  phase: 'check',
  item: 'a',
  open: true,
  yes,
  no,
  answered: yes + no,
  entitled,
  percent: 0,
  settled: null,
  rationale: '',
  whys: [],
});
const row: GridRow = { item: 'a', counts: {}, lowest: 2, highest: 4, modal: [3], exact: 0, adjacent: 50 };

const phases = byId(
  phase('rows', 0, 'items'),
  phase('score', 1, 'scores'),
  phase('check', 2, 'checklist'),
  phase('again', 3, 'checklist'),
);

describe('what a phase goes through', () => {
  const items = byId(item('b', 'rows', 1), item('a', 'rows', 0), item('c', 'check'));

  it('is its own list in order, else the latest earlier one', () => {
    const names = (of: string) => itemsOf(phases.get(of)!, phases, items).map(({ id }) => id);
    assert.deepEqual(names('rows'), ['a', 'b']);
    assert.deepEqual(names('score'), ['a', 'b']);
    assert.deepEqual(names('check'), ['c']);
    assert.deepEqual(names('again'), ['a', 'b']);
  });

  it('is nothing where nobody has listed anything', () => {
    assert.deepEqual(itemsOf(phases.get('score')!, phases, new Map()), []);
  });
});

describe('a checklist', () => {
  it('can be settled at exactly the threshold, and below it only as no consensus', () => {
    assert.deepEqual(outcomes(consensus(4, 1), 80), { yes: true, no: false, none: false, missing: 0 });
    assert.deepEqual(outcomes(consensus(3, 1), 80), { yes: false, no: false, none: true, missing: 1 });
    assert.deepEqual(outcomes(consensus(0, 5), 80), { yes: false, no: true, none: false, missing: 0 });
    assert.deepEqual(outcomes(consensus(0, 0), 80), { yes: false, no: false, none: true, missing: 5 });
  });

  it('rounds its share down', () => {
    assert.equal(share(4, 5), 80);
    assert.equal(share(7, 9), 77);
    assert.equal(share(0, 0), 0);
  });

  it('stays to be read after its phase', () => {
    const of = byId(consensus(4, 1));
    assert.equal(checklistFor(phases.get('score'), phases, of)?.id, 'check');
    assert.equal(checklistFor(phases.get('again'), phases, of)?.id, 'again');
    assert.equal(checklistFor(undefined, phases, new Map()), undefined);
  });
});

describe('a tally', () => {
  const score = (by: string, level: number, open = true): Score => ({
    id: `${by}:score:a`,
    by,
    phase: 'score',
    item: 'a',
    level,
    evidence: '',
    open,
  });
  const grid = { id: 'score', raters: 2, exact: 0, adjacent: 0, kappa: null, rows: [row] };

  it('has a row for each item with everybody’s open scores', () => {
    const items = byId(item('a', 'rows'), item('b', 'rows', 1));
    const rows = tallyOf(
      phases.get('score')!,
      phases,
      items,
      byId(score('ana', 2), score('ben', 4), score('eva', 3, false)),
      grid,
      byId({ id: 'score:a', phase: 'score', item: 'a', level: 3, rationale: 'both' }),
    );
    assert.deepEqual([...rows[0]!.scores.keys()], ['ana', 'ben']);
    assert.equal(rows[0]!.agreed?.level, 3);
    assert.equal(rows[0]!.figures, row);
    assert.equal(rows[1]!.figures, undefined);
    assert.equal(sheetsFor(phases, byId(grid))?.id, 'score');
  });

  it('marks the ends of a spread, and none where all agree', () => {
    assert.equal(endOf(2, row), 'lowest');
    assert.equal(endOf(4, row), 'highest');
    assert.equal(endOf(3, row), undefined);
    assert.equal(endOf(2, { ...row, highest: 2 }), undefined);
    assert.equal(endOf(2, undefined), undefined);
  });
});
