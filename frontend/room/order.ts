import type { Note } from './entities.ts';

/** A place on the board in board units. */
export interface Place {
  x: number;
  y: number;
}

/** How far apart neighbours are put where there is room. */
const STEP = 100;

/** Reading order: row by row, in a row from left to right; the ordinal settles what lies on one spot. */
export function byPlace(a: Note, b: Note): number {
  return a.y - b.y || a.x - b.x || a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1);
}

/** A place that reads after `before` and before `after`; either may be missing at an end. */
export function placeBetween(before: Place | undefined, after: Place | undefined): Place {
  if (!before && !after) {
    return { x: 40, y: 40 };
  }
  if (!before) {
    return { x: after!.x - STEP, y: after!.y };
  }
  if (!after || after.y !== before.y) {
    return { x: before.x + STEP, y: before.y };
  }
  return { x: (before.x + after.x) / 2, y: before.y };
}
