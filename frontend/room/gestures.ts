import type { Person } from './entities.ts';
import type { GestureFrame, RoomEvent } from './frames.ts';

/** What somebody is just doing: dragging a note, or typing one. */
export interface Doing {
  kind: string;
  note?: string;
  until: number;
}

const SHOWN = 4_000;
const EVERY = 700;

/** Signs of life that are never stored and may be lost. */
export class Gestures {
  private readonly doing = new Map<Person, Doing>();
  private readonly now: () => number;
  private readonly whisper: (message: Record<string, unknown>) => void;
  private readonly changed: () => void;
  private lastKind = '';
  private lastAt = 0;

  constructor(now: () => number, whisper: (message: Record<string, unknown>) => void, changed: () => void) {
    this.now = now;
    this.whisper = whisper;
    this.changed = changed;
  }

  /** Tells others what this person does, a few times a second at most. */
  show(kind: string, fields: Record<string, unknown> = {}): void {
    const now = this.now();
    if (kind === this.lastKind && now - this.lastAt < EVERY) {
      return;
    }
    this.lastKind = kind;
    this.lastAt = now;
    this.whisper({ ...fields, type: 'gesture', kind });
  }

  seen(frame: GestureFrame): void {
    if (!frame.by) {
      return;
    }
    const until = this.now() + SHOWN;
    this.doing.set(frame.by, { kind: String(frame.kind ?? ''), note: frame.note as string | undefined, until });
    setTimeout(() => this.changed(), SHOWN + 50);
  }

  /** What somebody has done they are no longer doing. */
  end(events: readonly RoomEvent[]): void {
    events.forEach((event) => event.by && this.doing.delete(event.by));
  }

  /** Who is dragging the note, if anybody. */
  dragging(note: string): Person | undefined {
    return this.current().find(([, doing]) => doing.kind === 'drag' && doing.note === note)?.[0];
  }

  typing(): Person[] {
    return this.current()
      .filter(([, doing]) => doing.kind === 'type')
      .map(([person]) => person);
  }

  private current(): [Person, Doing][] {
    const now = this.now();
    return [...this.doing].filter(([, doing]) => doing.until > now);
  }
}
