/** Waiting times between attempts to connect: doubling, with jitter so that a room full of people does not knock at once. */
export class Backoff {
  private failures = 0;
  private readonly first: number;
  private readonly most: number;
  private readonly random: () => number;

  constructor(first = 400, most = 15_000, random: () => number = Math.random) {
    this.first = first;
    this.most = most;
    this.random = random;
  }

  /** Milliseconds to wait before the next attempt. */
  next(): number {
    const ceiling = Math.min(this.most, this.first * 2 ** Math.min(this.failures, 16));
    this.failures += 1;
    return Math.round(ceiling / 2 + (this.random() * ceiling) / 2);
  }

  /** An attempt succeeded. */
  reset(): void {
    this.failures = 0;
  }
}
