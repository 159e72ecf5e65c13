import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asTime, happened } from '../parts/replay.ts';

const moments = [0, 1_000, 1_000, 61_500].map((at) => ({ at, who: '', what: '', text: '' }));

test('nothing has happened before the first moment', () => {
  assert.equal(happened(moments, -1), 0);
  assert.equal(happened([], 5), 0);
});

test('what happened at the same time appears at the same time', () => {
  assert.equal(happened(moments, 0), 1);
  assert.equal(happened(moments, 999), 1);
  assert.equal(happened(moments, 1_000), 3);
});

test('at the end everything has happened', () => {
  assert.equal(happened(moments, 61_500), 4);
  assert.equal(happened(moments, 1_000_000), 4);
});

test('time is told in minutes and whole seconds', () => {
  assert.equal(asTime(0), '0:00');
  assert.equal(asTime(61_999), '1:01');
  assert.equal(asTime(3_600_000), '60:00');
});
