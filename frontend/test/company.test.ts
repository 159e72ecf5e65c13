/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { groupOf, groupsOf, haveBoards, stationOf } from '../room/company.ts';
import type { Note, Pair, PersonEntity, PhaseEntity, RoomEntity } from '../room/entities.ts';
import type { Board } from '../room/overlay.ts';
import { writing } from '../room/rights.ts';
import { arrange } from '../room/sections.ts';

const phase = (id: string, fields: Partial<PhaseEntity> = {}): PhaseEntity => ({
  id,
  ordinal: 0,
  name: { en: id },
  mode: 'OPEN',
  grouping: 'quad',
  instrument: 'board',
  visibility: 'open',
  kinds: ['note'],
  may: { post: ['participant'], arrange: ['participant'] },
  state: 'running',
  ...fields,
});

const group = (id: string, people: string[], over = false): Pair => ({ id, people, over });
const pairs = (...all: Pair[]): Map<string, Pair> => new Map(all.map((each) => [each.id, each]));

const note = (id: string, fields: Partial<Note> = {}): Note => ({
  id,
  by: 'ana',
  text: id,
  kind: 'note',
  phase: 'talk',
  state: 'posted',
  x: 0,
  y: 0,
  group: null,
  ordinal: 0,
  ...fields,
});

const board = (...notes: Note[]): Board => ({
  notes: new Map(notes.map((each) => [each.id, each])),
  groups: new Map(),
  sending: new Set(),
  dots: new Map(),
});

const room: RoomEntity = { id: 'r', title: 'Room', status: 'running', phase: 'talk' };
const ana: PersonEntity = { id: 'ana', name: 'Ana', role: 'participant' };
const three = pairs(group('c', ['eli', 'fay']), group('a', ['ana', 'ben']), group('b', ['cho', 'dee']));

describe('a small group', () => {
  it('is the one a person is in now, not one that is over', () => {
    const all = pairs(group('old', ['ana', 'dee'], true), group('new', ['ana', 'ben']));
    assert.equal(groupOf('ana', all)?.id, 'new');
    assert.equal(groupOf('dee', all), undefined);
  });

  it('comes in the order of its id, however it arrived', () => {
    assert.deepEqual(
      groupsOf(three).map((each) => each.id),
      ['a', 'b', 'c'],
    );
  });

  it('has a board of its own only where notes are open', () => {
    assert.ok(haveBoards(phase('talk')));
    assert.ok(!haveBoards(phase('talk', { grouping: 'all' })));
    assert.ok(!haveBoards(phase('talk', { visibility: 'unrecorded', instrument: 'none' })));
    assert.ok(!haveBoards(phase('talk', { instrument: 'statement' })));
  });
});

describe('the plan a group writes at', () => {
  const at = (turn: number): string | undefined =>
    stationOf(groupOf('ana', three), phase('talk', { layout: 'quadrants', turn }), three)?.id;

  it('is another one’s, and another one every time until all were visited', () => {
    assert.deepEqual([at(1), at(2), at(3)], ['b', 'c', 'b']);
  });

  it('is its own where there is no other', () => {
    const alone = pairs(group('a', ['ana', 'ben']));
    assert.equal(stationOf(groupOf('ana', alone), phase('talk', { layout: 'quadrants', turn: 1 }), alone)?.id, 'a');
  });

  it('is nobody’s on any other board, and for who is in no group', () => {
    assert.equal(stationOf(groupOf('ana', three), phase('talk'), three), undefined);
    assert.equal(stationOf(undefined, phase('talk', { layout: 'quadrants', turn: 1 }), three), undefined);
  });
});

describe('where one writes', () => {
  const standing = (running: PhaseEntity, mine?: Pair) =>
    writing({ room, me: ana, phase: running, group: mine });

  it('is the board of the own group, or nowhere but for oneself without one', () => {
    assert.equal(standing(phase('talk'), three.get('a')), 'group');
    assert.equal(standing(phase('talk')), 'groupless');
  });

  it('is anonymous, and never an ordinary sealed note', () => {
    assert.equal(standing(phase('talk', { grouping: 'all', visibility: 'anonymous' })), 'anonymous');
  });

  it('is nowhere where nothing is kept, not even for oneself', () => {
    assert.equal(standing(phase('talk', { visibility: 'unrecorded', instrument: 'none' })), 'unrecorded');
  });
});

describe('a board of a group', () => {
  const before = phase('before', { ordinal: -1, grouping: 'all', state: 'done' });

  it('shows what the group writes, and what was written before apart', () => {
    const running = phase('talk');
    const phases = new Map([before, running].map((each) => [each.id, each]));
    const sections = arrange(
      board(note('ours', { state: 'among', pair: 'a' }), note('earlier', { phase: 'before' })),
      phases,
      running,
      undefined,
      { group: three.get('a') },
    );
    assert.deepEqual(
      sections.columns.flatMap((column) => column.notes.map((each) => each.id)),
      ['ours'],
    );
    assert.deepEqual(
      sections.earlier[0]!.columns[0]!.notes.map((each) => each.id),
      ['earlier'],
    );
  });

  it('comes together with the others’, a column for each group', () => {
    const done = phase('talk', { state: 'done' });
    const report = phase('report', { ordinal: 1, grouping: 'all' });
    const phases = new Map([done, report].map((each) => [each.id, each]));
    const sections = arrange(
      board(note('one', { pair: 'a' }), note('two', { pair: 'b' }), note('said', { phase: 'report' })),
      phases,
      report,
      undefined,
      {},
    );
    assert.deepEqual(
      sections.columns.map((column) => [column.pair, column.notes.map((each) => each.id)]),
      [
        ['a', ['one']],
        ['b', ['two']],
        [undefined, ['said']],
      ],
    );
  });

  it('in quadrants shows what others left at the same plan, in its four fields', () => {
    const kinds = ['clarifying', 'probing', 'idea', 'resource'];
    const first = phase('rotation.1', { layout: 'quadrants', turn: 1, kinds, state: 'done' });
    const second = phase('rotation.2', { layout: 'quadrants', turn: 2, kinds, ordinal: 1 });
    const phases = new Map([first, second].map((each) => [each.id, each]));
    const mine = three.get('a');
    const sections = arrange(
      board(
        note('here', { phase: 'rotation.1', kind: 'idea', pair: 'b', station: 'c' }),
        note('now', { phase: 'rotation.2', kind: 'probing', pair: 'a', station: 'c', state: 'among' }),
        note('elsewhere', { phase: 'rotation.1', kind: 'idea', pair: 'c', station: 'a' }),
      ),
      phases,
      second,
      undefined,
      { group: mine, station: stationOf(mine, second, three) },
    );
    assert.deepEqual(
      sections.columns.map((column) => [column.kind, column.notes.map((each) => each.id)]),
      [
        ['clarifying', []],
        ['probing', ['now']],
        ['idea', ['here']],
        ['resource', []],
      ],
    );
    assert.deepEqual(
      sections.earlier.map((earlier) => earlier.station),
      ['a'],
    );
  });

  it('brings everybody back to the own plan first', () => {
    const kinds = ['clarifying', 'idea'];
    const rotation = phase('rotation', { layout: 'quadrants', turn: 1, kinds, state: 'done' });
    const read = phase('read', { ordinal: 1, grouping: 'all', visibility: 'private' });
    const phases = new Map([rotation, read].map((each) => [each.id, each]));
    const sections = arrange(
      board(
        note('theirs', { phase: 'rotation', kind: 'idea', station: 'b', pair: 'a' }),
        note('ours', { phase: 'rotation', kind: 'idea', station: 'a', pair: 'b', ordinal: 1 }),
      ),
      phases,
      read,
      undefined,
      { group: three.get('a') },
    );
    assert.deepEqual(
      sections.earlier.map((earlier) => earlier.station),
      ['a', 'b'],
    );
  });
});
