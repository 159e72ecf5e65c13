/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Group, Note, PhaseEntity, Tally } from '../room/entities.ts';
import type { Board } from '../room/overlay.ts';
import { arrange, latestTally, postedBy } from '../room/sections.ts';

const note = (id: string, fields: Partial<Note> = {}): Note => ({
  id,
  by: 'ana',
  text: id,
  kind: 'note',
  phase: 'words',
  state: 'posted',
  x: 0,
  y: 0,
  group: null,
  ordinal: 0,
  ...fields,
});

const phase = (id: string, ordinal: number, fields: Partial<PhaseEntity> = {}): PhaseEntity => ({
  id,
  ordinal,
  name: { en: id },
  mode: 'OPEN',
  instrument: 'board',
  visibility: 'open',
  kinds: [],
  may: {},
  state: 'running',
  ...fields,
});

const board = (notes: Note[], groups: Group[] = []): Board => ({
  notes: new Map(notes.map((n) => [n.id, n])),
  groups: new Map(groups.map((g) => [g.id, g])),
  sending: new Set(),
  dots: new Map(),
});

const describing = phase('describe', 0, { kinds: ['observation'] });
const interpreting = phase('interpret', 1, { kinds: ['interpretation', 'question'], may: { post: ['participant'] } });
const words = phase('words', 0, { kinds: ['note'], visibility: 'private' });
const sorting = phase('sort', 2, { may: { arrange: ['participant'] } });
const pairing = phase('pairs', 4, { instrument: 'statement', may: { statement: ['participant'] } });
const phases = new Map([describing, interpreting, words, sorting, pairing].map((p) => [p.id, p]));
const ids = (notes: Note[]): string[] => notes.map((n) => n.id);

describe('the board’s sections', () => {
  it('put this step’s kinds first, in a column each, and keep the earlier ones below', () => {
    const sections = arrange(
      board([
        note('o', { kind: 'observation', phase: 'describe' }),
        note('i', { kind: 'interpretation', phase: 'interpret' }),
        note('q', { kind: 'question', phase: 'interpret' }),
      ]),
      phases,
      interpreting,
      undefined,
    );
    assert.deepEqual(
      sections.columns.map((column) => [column.kind, ids(column.notes)]),
      [
        ['interpretation', ['i']],
        ['question', ['q']],
      ],
    );
    assert.deepEqual(
      sections.earlier.map((earlier) => [earlier.phase?.id, ids(earlier.columns.flatMap((column) => column.notes))]),
      [['describe', ['o']]],
    );
    assert.equal(sections.posted, 3);
  });

  it('let a sorting step work on the plain notes of whichever step', () => {
    const sections = arrange(
      board([note('w'), note('r', { kind: 'works', phase: 'describe' })]),
      phases,
      sorting,
      undefined,
    );
    assert.deepEqual(ids(sections.columns[0]!.notes), ['w']);
    assert.deepEqual(ids(sections.earlier[0]!.columns[0]!.notes), ['r']);
  });

  it('show groups with what is in them, and nothing of empty ones', () => {
    const sections = arrange(
      board([note('a', { group: 'g' }), note('b')], [
        { id: 'g', name: 'Known', ordinal: 0 },
        { id: 'empty', name: 'Empty', ordinal: 1 },
      ]),
      phases,
      sorting,
      undefined,
    );
    assert.deepEqual(
      sections.clusters.map((cluster) => [cluster.group.id, ids(cluster.notes)]),
      [['g', ['a']]],
    );
    assert.deepEqual(ids(sections.columns[0]!.notes), ['b']);
  });

  it('treat a note whose group is gone as loose', () => {
    const sections = arrange(board([note('a', { group: 'gone' })]), phases, sorting, undefined);
    assert.deepEqual(ids(sections.columns[0]!.notes), ['a']);
  });

  it('order the groups by their dots once the vote is over and nobody moves them any more', () => {
    const groups: Group[] = [
      { id: 'few', name: '', ordinal: 0 },
      { id: 'many', name: '', ordinal: 1 },
    ];
    const notes = [note('a', { group: 'few' }), note('b', { group: 'many' })];
    const tally: Tally = { id: 'vote', counts: { many: 5, few: 1 }, voters: 3 };
    const order = (current: PhaseEntity) =>
      arrange(board(notes, groups), phases, current, tally).clusters.map((cluster) => cluster.group.id);
    assert.deepEqual(order(pairing), ['many', 'few']);
    assert.deepEqual(order(sorting), ['few', 'many']);
  });

  it('keep one’s own hidden words apart from the board', () => {
    const sections = arrange(
      board([note('p', { state: 'private' }), note('s', { state: 'sealed' }), note('a', { state: 'aside' })]),
      phases,
      words,
      undefined,
    );
    assert.deepEqual(
      [ids(sections.hidden.private), ids(sections.hidden.sealed), ids(sections.hidden.aside)],
      [['p'], ['s'], ['a']],
    );
    assert.equal(sections.posted, 0);
  });

  it('lose nothing between two steps', () => {
    const sections = arrange(
      board([note('a', { group: 'g' }), note('b')], [{ id: 'g', name: '', ordinal: 0 }]),
      phases,
      undefined,
      undefined,
    );
    const shown = sections.earlier.flatMap((earlier) => [...earlier.columns.flatMap((column) => column.notes), ...earlier.clusters.flatMap((c) => c.notes)]);
    assert.deepEqual(ids(shown).sort(), ['a', 'b']);
  });
});

describe('the posting limit', () => {
  it('counts one’s notes on the board, but not what a reveal opened', () => {
    const sealed = phase('react', 0, { visibility: 'sealed' });
    const notes = board([
      note('mine'),
      note('revealed', { phase: 'react' }),
      note('theirs', { by: 'ben' }),
      note('kept', { state: 'aside' }),
    ]).notes;
    assert.equal(postedBy('ana', notes, new Map([...phases, ['react', sealed]])), 1);
  });
});

describe('the latest tally', () => {
  it('is that of the later phase', () => {
    const tallies = new Map<string, Tally>([
      ['pairs', { id: 'pairs', counts: {}, voters: 1 }],
      ['words', { id: 'words', counts: {}, voters: 2 }],
    ]);
    assert.equal(latestTally(tallies, phases)?.id, 'pairs');
    assert.equal(latestTally(new Map(), phases), undefined);
  });
});
