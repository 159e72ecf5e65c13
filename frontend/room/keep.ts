/** A place that outlives the page: localStorage, or memory where the browser forbids it. */
export interface Keep {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(prefix: string): string[];
}

/** Keeps things in memory only. */
export class MemoryKeep implements Keep {
  private readonly entries = new Map<string, string>();

  get(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  set(key: string, value: string): void {
    this.entries.set(key, value);
  }

  remove(key: string): void {
    this.entries.delete(key);
  }

  keys(prefix: string): string[] {
    return [...this.entries.keys()].filter((key) => key.startsWith(prefix));
  }
}

/** Keeps things in localStorage; what does not fit there stays in memory, so a full disk never stops the typing. */
export class BrowserKeep implements Keep {
  private readonly spill = new MemoryKeep();
  private readonly storage: Storage;

  constructor(storage: Storage) {
    this.storage = storage;
  }

  get(key: string): string | null {
    return this.spill.get(key) ?? this.storage.getItem(key);
  }

  set(key: string, value: string): void {
    try {
      this.storage.setItem(key, value);
      this.spill.remove(key);
    } catch {
      // Storage is full or forbidden: memory still survives everything but a reload.
      this.spill.set(key, value);
    }
  }

  remove(key: string): void {
    this.spill.remove(key);
    this.storage.removeItem(key);
  }

  keys(prefix: string): string[] {
    const found = new Set(this.spill.keys(prefix));
    for (let i = 0; i < this.storage.length; i++) {
      const key = this.storage.key(i);
      if (key?.startsWith(prefix)) {
        found.add(key);
      }
    }
    return [...found];
  }
}

/** The browser's storage, or memory where there is none. */
export function browserKeep(): Keep {
  try {
    const probe = 'tessera:probe';
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return new BrowserKeep(localStorage);
  } catch {
    return new MemoryKeep();
  }
}

/** Reads what {@link Keep.set} stored as JSON; a damaged entry counts as none. */
export function read<T>(keep: Keep, key: string): T | undefined {
  const stored = keep.get(key);
  if (stored === null) {
    return undefined;
  }
  try {
    return JSON.parse(stored) as T;
  } catch {
    keep.remove(key);
    return undefined;
  }
}
