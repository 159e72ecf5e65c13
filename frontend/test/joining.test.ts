/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Note, PhaseEntity } from '../room/entities.ts';
import { joinable, joining } from '../room/joining.ts';
import { overlay } from '../room/overlay.ts';
import { arrange } from '../room/sections.ts';
import { draftsOf } from '../room/talk.ts';

const note = (id: string, more: Partial<Note> = {}): Note => ({
  id,
  by: 'dee',
  text: id,
  kind: 'norm',
  phase: 'list',
  state: 'posted',
  x: 0,
  y: 0,
  ordinal: 0,
  ...more,
});
const board = (...notes: Note[]) =>
  overlay(new Map(notes.map((each) => [each.id, each])), new Map(), [], 'dee', () => 'posted');
const ids = (notes: Iterable<Note>): string[] => [...notes].map(({ id }) => id);

describe('notes that say the same', () => {
  const listen = note('listen');
  const hear = note('hear', { mergedInto: 'listen', ordinal: 2 });
  const time = note('time');
  const clock = note('clock', { mergedInto: 'time' });
  const late = note('late');

  it('are chosen among those of the common board that stand for themselves', () => {
    const all = [listen, hear, late, note('mine', { state: 'private' }), note('ours', { state: 'among' })];
    assert.deepEqual(ids(joinable(late, all, new Map(), undefined)), ['listen']);
  });

  it('are on the board: neither in the question log nor among the drafts of norms', () => {
    const phases = new Map(
      [
        { id: 'ask', instrument: 'questions' },
        { id: 'draft', instrument: 'norms' },
        { id: 'list', instrument: 'board' },
      ].map((phase) => [phase.id, phase as unknown as PhaseEntity]),
    );
    const idea = note('idea', { kind: 'idea' });
    const other = note('other', { kind: 'idea' });
    const asked = note('asked', { kind: 'probing', phase: 'ask' });
    const answer = note('answer', { kind: 'note', phase: 'ask', replyTo: 'asked' });
    const draft = note('draft', { phase: 'draft' });
    const all = [idea, other, asked, answer, draft];
    const list = phases.get('list');
    assert.deepEqual(ids(joinable(idea, all, phases, list)), ['other']);
    assert.deepEqual(joinable(asked, all, phases, list), []);
    assert.deepEqual(joinable(draft, all, phases, list), []);
  });

  it('go to the one others stand with already, whichever was chosen', () => {
    const all = [listen, hear, late];
    assert.deepEqual(joining('late', 'listen', all), { note: 'late', into: 'listen' });
    assert.deepEqual(joining('listen', 'late', all), { note: 'late', into: 'listen' });
  });

  it('never stand in chains: of two that carry others neither can go to the other', () => {
    assert.deepEqual(ids(joinable(listen, [listen, hear, time, clock, late], new Map(), undefined)), ['late']);
  });

  it('are shown with the one they stand with, in the order in which they were written', () => {
    const heed = note('heed', { mergedInto: 'listen', ordinal: 1 });
    const sections = arrange(board(listen, hear, heed, late), new Map(), undefined, undefined);
    assert.deepEqual(ids(sections.same.get('listen') ?? []), ['heed', 'hear']);
    assert.equal(sections.posted, 2);
  });

  it('are shown by themselves where the other is not on the board', () => {
    assert.equal(arrange(board(hear, late), new Map(), undefined, undefined).posted, 2);
  });

  it('are together, and apart again, before the server has answered', () => {
    const under = (into?: string) =>
      overlay(
        new Map([listen, into ? late : hear].map((each) => [each.id, each])),
        new Map(),
        [{ command: { id: 'c', type: 'join-note', note: into ? 'late' : 'hear', into }, sent: 0 } as never],
        'dee',
        () => 'posted',
      );
    assert.equal(under('listen').notes.get('late')!.mergedInto, 'listen');
    assert.equal(under().notes.get('hear')!.mergedInto, null);
  });

  it('are one draft of a norm, unless both were taken up before', () => {
    const norm = { id: 'hear', text: 'hear', hard: 0, ordinal: 0 };
    const drafts = (norms = new Map()) => ids(draftsOf([listen, hear, late], norms).map(({ draft }) => draft));
    assert.deepEqual(drafts(), ['listen', 'late']);
    assert.deepEqual(drafts(new Map([['hear', norm]])), ['listen', 'late', 'hear']);
  });
});
