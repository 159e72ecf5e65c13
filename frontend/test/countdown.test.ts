/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asClock, countdown, spokenAt } from '../room/countdown.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('the countdown of a ten-minute phase', () => {
  for (const [name, left, pace] of [
    ['begins calmly', 10 * MINUTE, 'calm'],
    ['is calm until the last fifth', 2 * MINUTE + SECOND, 'calm'],
    ['is amber in the last fifth', 2 * MINUTE, 'amber'],
    ['is red in the last twentieth', 30 * SECOND, 'red'],
    ['is still red at zero', 0, 'red'],
    ['runs over after that', -SECOND, 'over'],
  ] as const) {
    it(name, () => assert.equal(countdown(left, 0, undefined, 10).pace, pace));
  }

  it('counts whole seconds, rounding what is left up', () => {
    assert.equal(countdown(1_001, 0, undefined, 10).left, 2);
    assert.equal(countdown(1_000, 0, undefined, 10).left, 1);
    assert.equal(countdown(-1_500, 0, undefined, 10).left, -1);
  });

  it('stands still while paused, whatever the time', () => {
    assert.deepEqual(countdown(5 * MINUTE, 99 * MINUTE, MINUTE, 10), { left: 240, pace: 'paused', share: 0.4 });
  });

  it('says how much is left of the whole', () => {
    assert.equal(countdown(5 * MINUTE, 0, undefined, 10).share, 0.5);
    assert.equal(countdown(15 * MINUTE, 0, undefined, 10).share, 1);
    assert.equal(countdown(-MINUTE, 0, undefined, 10).share, 0);
  });
});

describe('a clock’s face', () => {
  for (const [seconds, face] of [
    [0, '0:00'],
    [5, '0:05'],
    [425, '7:05'],
    [3_750, '1:02:30'],
    [-32, '0:32'],
  ] as const) {
    it(`shows ${seconds} s as ${face}`, () => assert.equal(asClock(seconds), face));
  }
});

describe('what a clock says aloud', () => {
  it('speaks at five, two and one minute and at the end, once each', () => {
    const said: string[] = [];
    for (let left = 400; left >= -5; left--) {
      const moment = spokenAt(left + 1, left);
      if (moment) {
        said.push(`${moment}@${left}`);
      }
    }
    assert.deepEqual(said, ['five@300', 'two@120', 'one@60', 'end@0']);
  });

  it('says only the latest of what was slept through', () => {
    assert.equal(spokenAt(400, 30), 'one');
    assert.equal(spokenAt(400, -10), 'end');
  });
});
