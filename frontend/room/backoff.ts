/** Who would see that the line is back: `offline` is what the browser says of the network. */
export type Mood = 'seen' | 'hidden' | 'offline';

/** Not zero: whoever hung up may need a moment. */
const LEAST = 50;
const HIDDEN = 5_000;
const OFFLINE = 15_000;
/** So long waited in vain, in milliseconds, it is no hiccup any more. */
const LONG = 10 * 60_000;
const AFTER_LONG = 8_000;

/**
 * Waiting times between attempts to connect: doubling up to a limit that somebody who looks at the page bears, and drawn
 * by lot from the whole of it, so that a room full of people does not knock at once.
 */
export class Backoff {
  private failures = 0;
  private waited = 0;
  private readonly first: number;
  private readonly most: number;
  private readonly random: () => number;

  constructor(first = 400, most = 1_500, random: () => number = Math.random) {
    this.first = first;
    this.most = most;
    this.random = random;
  }

  /** Milliseconds to wait before the next attempt. */
  next(mood: Mood = 'seen'): number {
    const ceiling = Math.min(this.limit(mood), this.first * 2 ** Math.min(this.failures, 16));
    this.failures += 1;
    const wait = Math.max(LEAST, Math.round(this.random() * ceiling));
    this.waited += wait;
    return wait;
  }

  private limit(mood: Mood): number {
    const usual = mood === 'offline' ? OFFLINE : mood === 'hidden' ? HIDDEN : this.most;
    return this.waited < LONG ? usual : Math.max(usual, AFTER_LONG);
  }

  /** An attempt succeeded. */
  reset(): void {
    this.failures = 0;
    this.waited = 0;
  }
}
