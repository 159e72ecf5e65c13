/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Errand, fetchLeaflet } from '../room/leaflet.ts';

const LEAFLET = { messages: { 'board.a': 'A' }, undertones: { advice: [], judgement: [] } };

/** A browser whose line gives these answers one after the other; `broken` is none at all. */
function errand(...answers: ('broken' | 'error' | 'garbled' | 'leaflet')[]): Errand & { waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    async fetch() {
      const answer = answers.shift();
      if (answer === undefined || answer === 'broken') {
        throw new TypeError('Failed to fetch');
      }
      return {
        ok: answer !== 'error',
        async json() {
          if (answer === 'garbled') {
            throw new SyntaxError('Unexpected end of JSON input');
          }
          return LEAFLET;
        },
      };
    },
    async wait(milliseconds) {
      waits.push(milliseconds);
    },
    backoff: { next: () => 7 },
  };
}

describe('the leaflet', () => {
  it('is fetched until it is there', async () => {
    const line = errand('broken', 'error', 'garbled', 'leaflet');

    assert.deepEqual(await fetchLeaflet('words', () => true, line), LEAFLET);
    assert.deepEqual(line.waits, [7, 7, 7]);
  });

  it('is not fetched any more when another one is wanted', async () => {
    const line = errand('broken', 'broken', 'leaflet');
    let asked = 0;

    assert.equal(await fetchLeaflet('words', () => ++asked < 2, line), undefined);
    assert.equal(line.waits.length, 1);
  });

  it('that comes too late is put away', async () => {
    let asked = 0;

    assert.equal(await fetchLeaflet('words', () => ++asked < 2, errand('leaflet')), undefined);
  });
});
