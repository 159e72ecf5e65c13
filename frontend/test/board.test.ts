/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Group, Note, PhaseEntity, PersonEntity, RoomEntity } from '../room/entities.ts';
import { newId } from '../room/ids.ts';
import { byPlace, placeBetween } from '../room/order.ts';
import type { Waiting } from '../room/outbox.ts';
import { overlay } from '../room/overlay.ts';
import { isOpenPhase, may, writing, type Standing } from '../room/rights.ts';
import { fill, Words } from '../room/words.ts';

const note = (id: string, fields: Partial<Note> = {}): Note => ({
  id,
  by: 'ana',
  text: id,
  kind: 'note',
  phase: 'sort',
  state: 'posted',
  x: 0,
  y: 0,
  group: null,
  ordinal: 0,
  ...fields,
});

const given = (type: string, fields: Record<string, unknown>): Waiting => ({
  command: { id: `${type}-${JSON.stringify(fields)}`, type, ...fields },
  at: 0,
  phase: 'sort',
});

const lay = (notes: Note[], groups: Group[], ...waiting: Waiting[]) =>
  overlay(new Map(notes.map((n) => [n.id, n])), new Map(groups.map((g) => [g.id, g])), waiting, 'ana', () => 'posted');

describe('a person’s own doing, before the server has answered', () => {
  it('shows a new note as being sent', () => {
    const board = lay([], [], given('add-note', { note: 'n', text: 'hello', kind: 'question' }));
    assert.equal(board.notes.get('n')?.text, 'hello');
    assert.equal(board.notes.get('n')?.state, 'posted');
    assert.equal(board.sending.has('n'), true);
  });

  it('keeps a private note private from the first moment', () => {
    const board = lay([], [], given('add-note', { note: 'n', text: 'hello', private: true }));
    assert.equal(board.notes.get('n')?.state, 'private');
  });

  it('does not double a note the server has told of already', () => {
    const board = lay([note('n', { text: 'told' })], [], given('add-note', { note: 'n', text: 'told' }));
    assert.equal(board.notes.size, 1);
    assert.equal(board.notes.get('n')?.ordinal, 0);
    assert.equal(board.sending.has('n'), true);
  });

  it('rewords, moves, groups, posts and removes at once', () => {
    const board = lay(
      [note('a'), note('b'), note('c', { state: 'private' }), note('d')],
      [],
      given('edit-note', { note: 'a', text: 'new' }),
      given('move-note', { note: 'b', x: 5, y: 6, group: null }),
      given('group-notes', { group: 'g', notes: ['a', 'b'] }),
      given('name-group', { group: 'g', name: 'Together' }),
      given('post-note', { note: 'c' }),
      given('remove-note', { note: 'd' }),
    );
    assert.equal(board.notes.get('a')?.text, 'new');
    assert.equal(board.notes.get('b')?.x, 5);
    assert.equal(board.notes.get('a')?.group, 'g');
    assert.equal(board.groups.get('g')?.name, 'Together');
    assert.equal(board.notes.get('c')?.state, 'posted');
    assert.equal(board.notes.has('d'), false);
  });

  it('counts dots that are under way apart', () => {
    const board = lay([], [], given('cast-vote', { target: 't' }), given('cast-vote', { target: 't', again: 1 }));
    assert.equal(board.dots.get('t'), 2);
  });

  it('leaves alone what is gone', () => {
    const board = lay([], [], given('edit-note', { note: 'gone', text: 'x' }), given('name-group', { group: 'no', name: 'x' }));
    assert.equal(board.notes.size, 0);
    assert.equal(board.groups.size, 0);
  });
});

describe('the order of notes', () => {
  it('reads row by row', () => {
    const notes = [note('c', { y: 180 }), note('b', { x: 240 }), note('a', { x: 40 })];
    assert.deepEqual(notes.sort(byPlace).map((n) => n.id), ['a', 'b', 'c']);
  });

  it('settles equal places by when they were put on the board', () => {
    const notes = [note('b', { ordinal: 2 }), note('a', { ordinal: 1 })];
    assert.deepEqual(notes.sort(byPlace).map((n) => n.id), ['a', 'b']);
  });

  it('always finds a place between two neighbours', () => {
    const rows = [note('a', { x: 40, y: 40 }), note('b', { x: 240, y: 40 }), note('c', { x: 40, y: 180 })];
    for (let at = 0; at <= rows.length; at++) {
      const moved = note('m', { ...placeBetween(rows[at - 1], rows[at]), ordinal: 99 });
      const order = [...rows, moved].sort(byPlace).map((n) => n.id);
      assert.equal(order.indexOf('m'), at, `at ${at}`);
    }
  });
});

describe('what a person may do', () => {
  const room = (status: RoomEntity['status']): RoomEntity => ({ id: 'r', title: 'Room', status });
  const me = (role: PersonEntity['role']): PersonEntity => ({ id: 'me', name: 'Me', role });
  const phase = (fields: Partial<PhaseEntity> = {}): PhaseEntity => ({
    id: 'describe',
    ordinal: 0,
    name: { en: 'Describe' },
    mode: 'OPEN-G',
    instrument: 'board',
    visibility: 'open',
    kinds: ['observation'],
    may: { post: ['participant'] },
    state: 'running',
    ...fields,
  });
  const standing = (over: Partial<Standing> = {}): Standing => ({
    room: room('running'),
    me: me('participant'),
    phase: phase(),
    ...over,
  });

  for (const [name, of, expected] of [
    ['a participant writes openly', standing(), 'open'],
    ['a presenter listens', standing({ me: me('presenter') }), 'listening'],
    ['nobody writes before the room begins', standing({ room: room('waiting') }), 'waiting'],
    ['nobody writes after it closed', standing({ room: room('closed') }), 'closed'],
    ['nothing runs between two phases', standing({ phase: undefined }), 'between'],
    ['a private phase is private for everybody', standing({ phase: phase({ visibility: 'private' }) }), 'private'],
    ['a sealed phase seals', standing({ phase: phase({ visibility: 'sealed', may: {} }) }), 'sealed'],
    [
      'a watching coach writes for themselves',
      standing({ me: me('coach'), phase: phase({ visibility: 'sealed', may: {} }) }),
      'listening',
    ],
    ['writing closes with the time', standing({ phase: phase({ locked: true }) }), 'locked'],
    [
      'an override lets a listener speak',
      standing({ me: me('presenter'), phase: phase({ grants: { me: ['post'] } }) }),
      'open',
    ],
  ] as const) {
    it(name, () => assert.equal(writing(of), expected));
  }

  it('ends with the phase', () => {
    assert.equal(may(standing(), 'post'), true);
    assert.equal(may(standing({ phase: phase({ state: 'done' }) }), 'post'), false);
    assert.equal(may(standing({ phase: phase({ locked: true }) }), 'post'), false);
    assert.equal(may(standing(), 'arrange'), false);
  });

  it('shows signs of life in open phases only', () => {
    assert.equal(isOpenPhase(phase()), true);
    assert.equal(isOpenPhase(phase({ visibility: 'private' })), false);
    assert.equal(isOpenPhase(phase({ visibility: 'sealed' })), false);
    assert.equal(isOpenPhase(undefined), false);
  });
});

describe('wording', () => {
  it('fills in numbered places', () => {
    assert.equal(fill('{1} before {0}, {2}', ['a', 'b']), 'b before a, {2}');
  });

  it('tells one from many', () => {
    const words = new Words({ 'board.notes.one': '{0} note', 'board.notes.many': '{0} notes' }, 'en');
    assert.equal(words.count('notes', 1), '1 note');
    assert.equal(words.count('notes', 3), '3 notes');
  });

  it('prefers the person’s language and falls back to English', () => {
    assert.equal(new Words({}, 'es').of({ en: 'Describe', es: 'Describir' }), 'Describir');
    assert.equal(new Words({}, 'es').of({ en: 'Describe' }), 'Describe');
    assert.equal(new Words({}, 'es').of(undefined), '');
  });
});

describe('a new id', () => {
  it('is a random UUID, and another one each time', () => {
    const ids = new Set(Array.from({ length: 200 }, newId));
    assert.equal(ids.size, 200);
    for (const id of ids) {
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});
