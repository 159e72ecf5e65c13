/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ClockOffset } from '../room/clock-offset.ts';

describe('the offset of the server’s clock', () => {
  it('is unknown at first', () => {
    assert.equal(new ClockOffset().offset, undefined);
  });

  it('takes half the journey off', () => {
    const clock = new ClockOffset();
    clock.measured(1_000, 6_050, 1_100);
    assert.equal(clock.offset, 5_000);
  });

  it('believes the fastest answer', () => {
    const clock = new ClockOffset();
    clock.measured(0, 6_000, 2_000);
    clock.measured(3_000, 8_010, 3_020);
    clock.measured(5_000, 10_700, 5_900);
    assert.equal(clock.offset, 5_000);
  });

  it('believes the first answer after the device’s clock was set, though a faster one came before', () => {
    for (const set of [600_000, -600_000]) {
      const clock = new ClockOffset();
      clock.measured(1_000_000, 1_000_010, 1_000_020);
      clock.measured(1_010_000 + set, 1_010_100, 1_010_200 + set);
      assert.equal(clock.offset, -set);
    }
  });

  it('keeps to the fastest answer where a slower one agrees with it', () => {
    const clock = new ClockOffset();
    clock.measured(0, 5_010, 20);
    clock.measured(10_000, 15_700, 10_900);
    assert.equal(clock.offset, 5_000);
  });

  it('knows more from two lopsided journeys than from either', () => {
    const clock = new ClockOffset();
    clock.measured(0, 5_500, 600);
    clock.measured(10_000, 15_100, 10_600);
    assert.equal(clock.offset, 5_000);
  });

  it('believes the first answer after the device slept', () => {
    const clock = new ClockOffset();
    clock.measured(0, 5_010, 20);
    clock.forget();
    clock.measured(10_000, 15_410, 10_020);
    assert.equal(clock.offset, 5_400);
  });

  it('forgets answers that are long gone', () => {
    const clock = new ClockOffset();
    clock.measured(0, 1_001, 2);
    for (let i = 0; i < 16; i++) {
      clock.measured(i * 1_000, i * 1_000 + 7_010, i * 1_000 + 20);
    }
    assert.equal(clock.offset, 7_000);
  });

  it('trusts a measurement over a time that was only told', () => {
    const clock = new ClockOffset();
    clock.told(9_000, 0);
    assert.equal(clock.offset, 9_000);
    clock.measured(1_000, 6_050, 1_100);
    assert.equal(clock.offset, 5_000);
    clock.told(99_000, 0);
    assert.equal(clock.offset, 5_000);
  });

  it('trusts even a slow measurement over a time that was only told', () => {
    const clock = new ClockOffset();
    clock.told(0, 23_000);
    clock.measured(23_000, 25_000, 27_000);
    assert.equal(clock.offset, 0);
  });

  it('ignores answers from before the device’s clock was set', () => {
    const clock = new ClockOffset();
    clock.measured(5_000, 1, 4_000);
    clock.measured(0, Number.NaN, 10);
    assert.equal(clock.offset, undefined);
  });
});
