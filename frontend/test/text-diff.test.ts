/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changeBetween, difference, selectionAfter, toText } from '../room/text-diff.ts';

describe('the difference of two texts', () => {
  it('is nothing between equal texts', () => {
    assert.equal(difference('same', 'same'), undefined);
    assert.equal(changeBetween('same', 'same').empty, true);
  });

  for (const [before, after, from, to, insert] of [
    ['', 'new', 0, 0, 'new'],
    ['gone', '', 0, 4, ''],
    ['we learn', 'we all learn', 3, 3, 'all '],
    ['we all learn', 'we learn', 3, 7, ''],
    ['one two', 'one three', 5, 7, 'hree'],
    ['line', 'line\nnext', 4, 4, '\nnext'],
  ] as const) {
    it(`of “${before}” and “${after}” is one stretch`, () => {
      assert.deepEqual(difference(before, after), { from, to, insert });
    });
  }

  it('is found where the cursor is when several readings fit', () => {
    assert.deepEqual(difference('aaa', 'aaaa', 1), { from: 0, to: 0, insert: 'a' });
    assert.deepEqual(difference('aaa', 'aaaa', 3), { from: 2, to: 2, insert: 'a' });
    assert.deepEqual(difference('aaa', 'aaaa', 4), { from: 3, to: 3, insert: 'a' });
  });

  it('never cuts a character in two', () => {
    for (const [before, after] of [
      ['🎈', '🎉'],
      ['a🎈b', 'a🎉b'],
      ['🎈🎈', '🎈'],
      ['🎈', '🎈🎈'],
    ] as const) {
      const found = difference(before, after)!;
      for (const [text, at] of [
        [before, found.from],
        [before, found.to],
        [found.insert, found.insert.length],
      ] as const) {
        assert.equal(/[\ud800-\udbff]$/.test(text.slice(0, at)), false, `${before} → ${after}`);
      }
      assert.equal(before.slice(0, found.from) + found.insert + before.slice(found.to), after);
    }
  });

  it('is a ChangeSet of the form the server reads', () => {
    assert.deepEqual(changeBetween('we learn', 'we all\nlearn').toJSON(), [3, [0, 'all', ''], 5]);
    assert.equal(changeBetween('we learn', 'we all learn').apply(toText('we learn')).toString(), 'we all learn');
  });

  it('turns any text into any other', () => {
    let state = 7;
    const random = (n: number) => (state = (state * 48_271) % 2_147_483_647) % n;
    const word = () => Array.from({ length: random(12) }, () => ['a', 'b', '\n', '🎈', 'é'][random(5)]).join('');
    for (let i = 0; i < 2_000; i++) {
      const before = word();
      const after = word();
      const caret = random(after.length + 1);
      assert.equal(changeBetween(before, after, caret).apply(toText(before)).toString(), after);
    }
  });
});

describe('a selection in a text others change', () => {
  const text = 'ab cd';
  const at = (position: number, insert: string) =>
    changeBetween(text, text.slice(0, position) + insert + text.slice(position));

  it('moves with what stands before it', () => {
    assert.deepEqual(selectionAfter(at(0, 'we '), 2, 2), [5, 5]);
    assert.deepEqual(selectionAfter(at(0, 'we '), 2, 4), [5, 7]);
  });

  it('stays behind what its person has just typed when others write at the same place', () => {
    assert.deepEqual(selectionAfter(at(2, 'XY'), 2, 2), [2, 2]);
    assert.deepEqual(selectionAfter(at(5, 'XY'), 5, 5), [5, 5]);
  });

  it('does not grow over what others put at its ends', () => {
    assert.deepEqual(selectionAfter(at(3, 'X'), 3, 5), [4, 6]);
    assert.deepEqual(selectionAfter(at(5, 'X'), 3, 5), [3, 5]);
  });

  it('closes where all of it was taken away', () => {
    assert.deepEqual(selectionAfter(changeBetween('ab cd', 'ab '), 3, 5), [3, 3]);
  });
});
