/** One measurement of the server's clock: `rtt` and `offset` in milliseconds. */
interface Sample {
  rtt: number;
  offset: number;
}

const KEPT = 16;
/** Clocks that nobody sets run apart by less than this within a few answers. */
const DRIFT = 250;

/** Whether both can be true of the same two clocks: else one of the clocks was set between them. */
function agree(one: Sample, other: Sample): boolean {
  return Math.abs(one.offset - other.offset) <= (one.rtt + other.rtt) / 2 + DRIFT;
}

/**
 * How far the server's clock is ahead of this device's. Of the last few answers the one that travelled fastest is
 * believed: the less time on the way, the less room for a lopsided journey.
 */
export class ClockOffset {
  private samples: Sample[] = [];

  /**
   * An answer to a beat.
   *
   * @param sentAt local time when the beat left
   * @param serverNow the server's time in the answer
   * @param receivedAt local time when the answer came
   */
  measured(sentAt: number, serverNow: number, receivedAt: number): void {
    const rtt = receivedAt - sentAt;
    if (!Number.isFinite(rtt) || rtt < 0 || !Number.isFinite(serverNow)) {
      return;
    }
    const sample = { rtt, offset: serverNow + rtt / 2 - receivedAt };
    this.samples = [...this.samples.filter((other) => agree(sample, other)), sample].slice(-KEPT);
  }

  /** A time said without being asked, as in a snapshot: better than nothing, until a beat was answered. */
  told(serverNow: number, receivedAt: number): void {
    if (this.samples.length === 0 && Number.isFinite(serverNow)) {
      // Nobody knows how long it was under way: on a device that is busy loading the page it can be many seconds.
      this.samples = [{ rtt: Infinity, offset: serverNow - receivedAt }];
    }
  }

  /** The device slept or its clock was set: what was measured before may be wrong. */
  forget(): void {
    this.samples = this.samples.slice(-1).map((sample) => ({ ...sample, rtt: Math.max(sample.rtt, 2_000) }));
  }

  /** Milliseconds to add to local time, or `undefined` before anything was measured. */
  get offset(): number | undefined {
    if (this.samples.length === 0) {
      return undefined;
    }
    return Math.round(this.samples.reduce((best, sample) => (sample.rtt < best.rtt ? sample : best)).offset);
  }
}
