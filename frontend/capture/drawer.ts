/** What is being recorded, drawn or photographed, until the server has all of it. It outlives the page. */

export interface Take {
  id: string;
  /** Whose it is, beside which text, and made in which way. */
  shelf: string;
  begun: number;
  /** How long a voice is, so far. */
  millis: number;
  media: string;
  /** How often recording began: each time a stretch of its own. */
  stretches: number;
  state: 'making' | 'made' | 'handing';
  description: string;
  transcript: string;
  team: string;
  /** The exhibit whose place it takes. */
  instead?: string;
  /** The strokes of a drawing. */
  strokes?: string;
  /** Where the server takes it, once that has begun. */
  address?: string;
}

/** A place that keeps takes and the pieces they are made of. */
export interface Drawer {
  takes(shelf: string): Promise<Take[]>;
  save(take: Take): Promise<void>;
  /** Pieces of one stretch are numbered from 0; a piece put twice stands there once. */
  put(take: string, stretch: number, n: number, bytes: ArrayBuffer): Promise<void>;
  /** The pieces of a stretch, in order. */
  pieces(take: string, stretch: number): Promise<ArrayBuffer[]>;
  drop(take: string): Promise<void>;
}

/** The stretch in which the file lies that is sent: what was begun to be sent never changes. */
export const WHOLE = -1;

/** Keeps things in memory only: where a browser keeps nothing, and in tests. */
export class MemoryDrawer implements Drawer {
  private readonly kept = new Map<string, Take>();
  private readonly parts = new Map<string, Map<number, ArrayBuffer>>();

  takes(shelf: string): Promise<Take[]> {
    return Promise.resolve([...this.kept.values()].filter((take) => take.shelf === shelf).map((take) => ({ ...take })));
  }

  save(take: Take): Promise<void> {
    this.kept.set(take.id, { ...take });
    return Promise.resolve();
  }

  put(take: string, stretch: number, n: number, bytes: ArrayBuffer): Promise<void> {
    const key = `${take}:${stretch}`;
    const parts = this.parts.get(key) ?? new Map<number, ArrayBuffer>();
    this.parts.set(key, parts.set(n, bytes));
    return Promise.resolve();
  }

  pieces(take: string, stretch: number): Promise<ArrayBuffer[]> {
    const parts = this.parts.get(`${take}:${stretch}`) ?? new Map<number, ArrayBuffer>();
    return Promise.resolve([...parts].sort(([a], [b]) => a - b).map(([, bytes]) => bytes));
  }

  drop(take: string): Promise<void> {
    this.kept.delete(take);
    [...this.parts.keys()].filter((key) => key.startsWith(`${take}:`)).forEach((key) => this.parts.delete(key));
    return Promise.resolve();
  }
}
