import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PhaseEntity } from '../room/entities.ts';
import { slotOf } from '../room/slots.ts';

const start = Date.parse('2026-03-02T15:00:00Z');
const phase = (more: Partial<PhaseEntity> = {}): PhaseEntity =>
  ({
    id: 'speakers.1',
    startedAt: '2026-03-02T15:00:00Z',
    round: { seconds: 120, rotate: true, noRepeats: false },
    turn: 1,
    ...more,
  }) as PhaseEntity;
const triad = ['ana', 'ben', 'eva'];
const at = (seconds: number): number => start + seconds * 1_000;

test('the first question goes 1-2-3, each for the same time', () => {
  assert.deepEqual(slotOf(phase(), triad, at(0)), { speaker: 'ana', next: 'ben', left: 120 });
  assert.deepEqual(slotOf(phase(), triad, at(119.5)), { speaker: 'ana', next: 'ben', left: 1 });
  assert.deepEqual(slotOf(phase(), triad, at(120)), { speaker: 'ben', next: 'eva', left: 120 });
  assert.deepEqual(slotOf(phase(), triad, at(300)), { speaker: 'eva', next: undefined, left: 60 });
});

test('the second goes 2-3-1 and the third 3-1-2', () => {
  const order = (turn: number): (string | undefined)[] =>
    [0, 120, 240].map((seconds) => slotOf(phase({ turn }), triad, at(seconds))?.speaker);

  assert.deepEqual(order(2), ['ben', 'eva', 'ana']);
  assert.deepEqual(order(3), ['eva', 'ana', 'ben']);
});

test('after the last turn nobody speaks', () => {
  assert.deepEqual(slotOf(phase(), triad, at(360)), { speaker: undefined, next: undefined, left: 0 });
});

test('a pause takes nothing from a turn', () => {
  const paused = phase({ pausedAt: '2026-03-02T15:00:30Z' });
  assert.equal(slotOf(paused, triad, at(500))?.left, 90);
  assert.deepEqual(slotOf(phase({ pausedSeconds: 60 }), triad, at(180)), { speaker: 'ben', next: 'eva', left: 120 });
});

test('without equal turns there are no slots', () => {
  assert.equal(slotOf(phase({ round: null }), triad, at(0)), undefined);
});
