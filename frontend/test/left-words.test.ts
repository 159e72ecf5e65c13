/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MemoryKeep } from '../room/keep.ts';
import { keptOf, putBack, sweep, wordsOf } from '../room/left-words.ts';

describe('what people of one device have typed', () => {
  const kept = (): MemoryKeep => {
    const keep = new MemoryKeep();
    keep.set(keptOf('r', 'cho') + 'draft:describe', 'half a word');
    keep.set(keptOf('r', 'cho') + 'out:1', '{}');
    keep.set(keptOf('r', 'dee') + 'draft:describe', 'of dee');
    keep.set(keptOf('other', 'cho') + 'draft:describe', 'elsewhere');
    keep.set('tessera:view', 'outline');
    return keep;
  };

  it('is told for the people asked about, in this room only', () => {
    assert.deepEqual(wordsOf(kept(), 'r', ['cho', 'ana']), {
      cho: { 'draft:describe': 'half a word', 'out:1': '{}' },
    });
  });

  it('leaves the browser with them, and nothing else does', () => {
    const keep = kept();
    sweep(keep, 'r', ['cho']);
    assert.deepEqual(wordsOf(keep, 'r', ['cho', 'dee']), { dee: { 'draft:describe': 'of dee' } });
    assert.equal(keep.get('tessera:view'), 'outline');
    assert.equal(keep.get(keptOf('other', 'cho') + 'draft:describe'), 'elsewhere');
  });

  it('comes back, but never over what is newer', () => {
    const keep = kept();
    putBack(keep, 'r', 'cho', { 'draft:describe': 'older', 'draft:examine': 'left' });
    assert.equal(keep.get(keptOf('r', 'cho') + 'draft:describe'), 'half a word');
    assert.equal(keep.get(keptOf('r', 'cho') + 'draft:examine'), 'left');
  });
});
