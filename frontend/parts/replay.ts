/** Something that happened in a step, so many milliseconds after it began. */
export interface Moment {
  at: number;
  who: string;
  what: string;
  text: string;
}

/** How many of the moments, which are in order, have happened by `at`. */
export function happened(moments: readonly Moment[], at: number): number {
  let count = 0;
  while (count < moments.length && (moments[count]?.at ?? 0) <= at) {
    count++;
  }
  return count;
}

/** Minutes and seconds. */
export function asTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
