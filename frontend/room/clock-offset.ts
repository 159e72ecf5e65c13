/** Between which two numbers of milliseconds the offset lies. */
interface Sample {
  least: number;
  most: number;
}

const KEPT = 16;
/** Clocks that nobody sets run apart by less than this within a few answers. */
const DRIFT = 250;
/** How little is still believed of an answer from before the device slept. */
const LEAST_WIDTH = 2_000;

/** Whether both can be true of the same two clocks: else one of the clocks was set between them. */
function agree(one: Sample, other: Sample): boolean {
  return one.least - other.most <= DRIFT && other.least - one.most <= DRIFT;
}

function middle({ least, most }: Sample): number {
  return (least + most) / 2;
}

/**
 * How far the server's clock is ahead of this device's. The server said its time after the question had left and before
 * the answer came, however lopsided the journey was: so each answer sets two bounds, and the last few together narrower
 * ones than the fastest of them (K. Marzullo and S. Owicki, "Maintaining the time in a distributed system", 1983).
 */
export class ClockOffset {
  private samples: Sample[] = [];
  private said: number | undefined;

  /**
   * An answer to a beat.
   *
   * @param sentAt local time when the beat left
   * @param serverNow the server's time in the answer
   * @param receivedAt local time when the answer came
   */
  measured(sentAt: number, serverNow: number, receivedAt: number): void {
    if (!Number.isFinite(receivedAt - sentAt) || receivedAt < sentAt || !Number.isFinite(serverNow)) {
      return;
    }
    const sample = { least: serverNow - receivedAt, most: serverNow - sentAt };
    this.samples = [...this.samples.filter((other) => agree(sample, other)), sample].slice(-KEPT);
  }

  /** A time said without being asked, as in a snapshot: better than nothing, until a beat was answered. */
  told(serverNow: number, receivedAt: number): void {
    if (this.said === undefined && Number.isFinite(serverNow)) {
      // Nobody knows how long it was under way: on a device that is busy loading the page it can be many seconds.
      this.said = serverNow - receivedAt;
    }
  }

  /** The device slept or its clock was set: what was measured before may be wrong. */
  forget(): void {
    this.samples = this.samples.slice(-1).map((sample) => {
      const half = Math.max(sample.most - sample.least, LEAST_WIDTH) / 2;
      return { least: middle(sample) - half, most: middle(sample) + half };
    });
  }

  /** Milliseconds to add to local time, or `undefined` before anything was measured. */
  get offset(): number | undefined {
    if (this.samples.length === 0) {
      return this.said;
    }
    const least = Math.max(...this.samples.map((sample) => sample.least));
    const most = Math.min(...this.samples.map((sample) => sample.most));
    return Math.round(middle({ least, most }));
  }
}
