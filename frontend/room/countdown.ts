/** How a phase stands in time. */
export type Pace =
  /** Time enough. */
  | 'calm'
  /** The last fifth. */
  | 'amber'
  /** The last twentieth. */
  | 'red'
  /** Past the end. */
  | 'over'
  /** Stopped for now. */
  | 'paused';

export interface Countdown {
  /** Whole seconds left; negative once the phase runs over. */
  left: number;
  pace: Pace;
  /** What is left of the whole, from 1 to 0. */
  share: number;
}

/**
 * Reads a deadline.
 *
 * @param endsAt when the phase ends, by the server's clock
 * @param now the server's time
 * @param pausedAt when it was paused, if it is
 * @param planned minutes planned for it; without, there is no share and no warning colour before the last minute
 */
export function countdown(endsAt: number, now: number, pausedAt: number | undefined, planned: number): Countdown {
  const left = Math.ceil((endsAt - (pausedAt ?? now)) / 1000);
  const total = planned * 60;
  const share = total > 0 ? Math.min(1, Math.max(0, left / total)) : left > 0 ? 1 : 0;
  if (pausedAt !== undefined) {
    return { left, pace: 'paused', share };
  }
  if (left < 0) {
    return { left, pace: 'over', share: 0 };
  }
  const amber = total > 0 ? total * 0.2 : 60;
  const red = total > 0 ? total * 0.05 : 15;
  return { left, pace: left <= red ? 'red' : left <= amber ? 'amber' : 'calm', share };
}

/** `7:05`, or `1:02:30` beyond an hour; the sign is left to the caller. */
export function asClock(seconds: number): string {
  const all = Math.abs(seconds);
  const hours = Math.floor(all / 3600);
  const minutes = Math.floor((all % 3600) / 60);
  const rest = String(all % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/**
 * What is worth saying aloud at this second: the minutes at five, two and one, and the end. Between them a clock is
 * silent, or nobody with a screen reader could follow the meeting.
 */
export function spokenAt(before: number, left: number): 'five' | 'two' | 'one' | 'end' | undefined {
  const crossed = (mark: number): boolean => before > mark && left <= mark;
  if (crossed(0)) {
    return 'end';
  }
  if (crossed(60)) {
    return 'one';
  }
  if (crossed(120)) {
    return 'two';
  }
  return crossed(300) ? 'five' : undefined;
}
