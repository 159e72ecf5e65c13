import type { Person, PhaseEntity } from './entities.ts';

/** Where a small group stands in its equal turns. */
export interface Slot {
  /** Who speaks; nobody once every turn is over. */
  speaker: Person | undefined;
  next: Person | undefined;
  /** Whole seconds left of this turn. */
  left: number;
}

/**
 * Whose slot it is by the clock alone, since nothing of such talk is recorded: everybody the same length, beginning one
 * person further on with each repetition where the protocol rotates. An extended phase has its silence at the end.
 *
 * @param people the group, in the order of its forming
 * @param now the server's time in milliseconds
 */
export function slotOf(phase: PhaseEntity, people: readonly Person[], now: number): Slot | undefined {
  const seconds = phase.round?.seconds;
  if (!seconds || !phase.startedAt || people.length === 0) {
    return undefined;
  }
  const order = people.map((_, i) => people[(i + (phase.round!.rotate ? Math.max(0, (phase.turn ?? 1) - 1) : 0)) % people.length]!);
  const until = phase.pausedAt ? Date.parse(phase.pausedAt) : now;
  const elapsed = Math.max(0, (until - Date.parse(phase.startedAt)) / 1_000 - (phase.pausedSeconds ?? 0));
  const place = Math.floor(elapsed / seconds);
  return {
    speaker: order[place],
    next: order[place + 1],
    left: place < order.length ? Math.ceil((place + 1) * seconds - elapsed) : 0,
  };
}
