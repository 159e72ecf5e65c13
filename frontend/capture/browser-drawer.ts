import { MemoryDrawer, type Drawer, type Take } from './drawer.ts';

const TAKES = 'takes';
const PIECES = 'pieces';

/** Keeps things in the browser's own database. */
class BrowserDrawer implements Drawer {
  private readonly base: IDBDatabase;

  constructor(base: IDBDatabase) {
    this.base = base;
  }

  async takes(shelf: string): Promise<Take[]> {
    const all = await done<Take[]>(this.store(TAKES, 'readonly').getAll());
    return all.filter((take) => take.shelf === shelf).sort((one, other) => one.begun - other.begun);
  }

  async save(take: Take): Promise<void> {
    await done(this.store(TAKES, 'readwrite').put({ ...take }));
  }

  async put(take: string, stretch: number, n: number, bytes: ArrayBuffer): Promise<void> {
    await done(this.store(PIECES, 'readwrite').put(bytes, [take, stretch, n]));
  }

  async pieces(take: string, stretch: number): Promise<ArrayBuffer[]> {
    const those = IDBKeyRange.bound([take, stretch, 0], [take, stretch, Number.MAX_SAFE_INTEGER]);
    return await done<ArrayBuffer[]>(this.store(PIECES, 'readonly').getAll(those));
  }

  async drop(take: string): Promise<void> {
    const all = IDBKeyRange.bound([take, -1, 0], [take, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]);
    await done(this.store(PIECES, 'readwrite').delete(all));
    await done(this.store(TAKES, 'readwrite').delete(take));
  }

  private store(name: string, mode: IDBTransactionMode): IDBObjectStore {
    return this.base.transaction(name, mode).objectStore(name);
  }
}

function done<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'));
  });
}

/** The browser's database, or memory where there is none; `lasts` tells which. */
export async function openDrawer(): Promise<{ drawer: Drawer; lasts: boolean }> {
  try {
    const request = indexedDB.open('tessera-capture', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(TAKES, { keyPath: 'id' });
      request.result.createObjectStore(PIECES);
    };
    return { drawer: new BrowserDrawer(await done<IDBDatabase>(request)), lasts: true };
  } catch {
    return { drawer: new MemoryDrawer(), lasts: false };
  }
}
