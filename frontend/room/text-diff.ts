import { ChangeSet, Text } from '@codemirror/state';

/** One stretch of a text that was replaced by another. */
export interface Replacement {
  from: number;
  to: number;
  insert: string;
}

/**
 * The one replacement that turns `before` into `after`, or `undefined` if they are the same. `caret` is where the
 * cursor stands in `after`: of several equal readings ("aa" to "aaa") it picks the one that happened there. Characters
 * outside the basic plane are never cut in two.
 */
export function difference(before: string, after: string, caret?: number): Replacement | undefined {
  if (before === after) {
    return undefined;
  }
  const shorter = Math.min(before.length, after.length);
  // What stands behind the caret was not touched: matching it first places the change at the caret.
  const behind = caret === undefined ? 0 : Math.max(0, Math.min(shorter, after.length - caret));
  let end = 0;
  while (end < behind && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end++;
  }
  let start = 0;
  while (start < shorter - end && before[start] === after[start]) {
    start++;
  }
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end++;
  }
  if (splitsPair(before, start) || splitsPair(after, start)) {
    start--;
  }
  if (splitsPair(before, before.length - end) || splitsPair(after, after.length - end)) {
    end--;
  }
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

function splitsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** {@link difference} as a CodeMirror change; empty if nothing changed. */
export function changeBetween(before: string, after: string, caret?: number): ChangeSet {
  const replaced = difference(before, after, caret);
  if (!replaced) {
    return ChangeSet.empty(before.length);
  }
  const { from, to, insert } = replaced;
  return ChangeSet.of({ from, to, insert: toText(insert) }, before.length);
}

/** Lines as CodeMirror counts them: a break is always one `\n`. */
export function toText(value: string): Text {
  return Text.of(value.split('\n'));
}

/**
 * Where a selection is once others have changed the text. What they put right at a cursor comes behind it: whoever has
 * just typed something there can take that back, and not what the others wrote.
 */
export function selectionAfter(theirs: ChangeSet, start: number, end: number): [number, number] {
  const from = theirs.mapPos(start, start === end ? -1 : 1);
  return [from, Math.max(from, theirs.mapPos(end, -1))];
}
