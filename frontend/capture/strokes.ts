/** A drawing as what the hand did, one after the other: so it can be undone, and comes back after a crash. */

export interface Point {
  x: number;
  y: number;
}

export interface Stroke {
  colour: string;
  width: number;
  points: Point[];
}

type Deed = { stroke: Stroke } | { clear: true };

export class Sketch {
  private deeds: Deed[] = [];
  private undone: Deed[] = [];
  private open: Stroke | undefined;

  /** Puts the pen down. What was undone cannot be done again from here on. */
  begin(at: Point, colour: string, width: number): void {
    this.end();
    this.open = { colour, width, points: [at] };
    this.undone = [];
  }

  /** Moves the pen; nothing happens while it is up. */
  go(to: Point): void {
    const last = this.open?.points.at(-1);
    if (last && (last.x !== to.x || last.y !== to.y)) {
      this.open?.points.push(to);
    }
  }

  /** Lifts the pen. */
  end(): void {
    if (this.open) {
      this.deeds.push({ stroke: this.open });
      this.open = undefined;
    }
  }

  /** Whether the pen is down. */
  get isDown(): boolean {
    return this.open !== undefined;
  }

  /** An empty sheet; that, too, can be undone. */
  clear(): void {
    this.end();
    if (!this.isEmpty) {
      this.deeds.push({ clear: true });
      this.undone = [];
    }
  }

  undo(): void {
    this.end();
    const last = this.deeds.pop();
    if (last) {
      this.undone.push(last);
    }
  }

  redo(): void {
    const next = this.undone.pop();
    if (next) {
      this.deeds.push(next);
    }
  }

  get mayUndo(): boolean {
    return this.deeds.length > 0 || this.open !== undefined;
  }

  get mayRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Whether the sheet shows nothing. */
  get isEmpty(): boolean {
    return this.strokes().length === 0;
  }

  /** What is on the sheet now. */
  strokes(): Stroke[] {
    const from = this.deeds.findLastIndex((deed) => 'clear' in deed) + 1;
    const strokes = this.deeds.slice(from).flatMap((deed) => ('stroke' in deed ? [deed.stroke] : []));
    return this.open ? [...strokes, this.open] : strokes;
  }

  /** All of it, with what can be undone and done again, as text. A stroke that is being drawn counts as drawn. */
  kept(): string {
    const deeds = this.open ? [...this.deeds, { stroke: this.open }] : this.deeds;
    return JSON.stringify({ deeds, undone: this.undone });
  }

  /** A drawing from its text; what cannot be read is an empty sheet. */
  static of(kept: string | undefined): Sketch {
    const sketch = new Sketch();
    try {
      const { deeds, undone } = JSON.parse(kept ?? '') as { deeds: Deed[]; undone: Deed[] };
      if (Array.isArray(deeds) && Array.isArray(undone)) {
        sketch.deeds = deeds;
        sketch.undone = undone;
      }
    } catch {
      // nothing was kept, or it was damaged
    }
    return sketch;
  }
}
