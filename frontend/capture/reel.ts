import { WHOLE, type Drawer, type Take } from './drawer.ts';

/** Puts pieces into the drawer as they are made, in their order. What cannot be put there is held in memory and tried again. */
export class Reel {
  /** Whether pieces are held in memory only, because the browser takes no more. */
  full = false;
  private readonly drawer: Drawer;
  private readonly take: string;
  private readonly stretch: number;
  private n = 0;
  private waiting: { n: number; bytes: ArrayBuffer }[] = [];
  private line: Promise<void> = Promise.resolve();

  constructor(drawer: Drawer, take: string, stretch: number) {
    this.drawer = drawer;
    this.take = take;
    this.stretch = stretch;
  }

  /** The next piece. Pieces come in order although reading one may take longer than the next. */
  add(bytes: ArrayBuffer | Promise<ArrayBuffer>): void {
    const n = this.n++;
    this.line = this.line.then(async () => {
      this.waiting.push({ n, bytes: await bytes });
      await this.empty();
    });
  }

  /** Waits until all that was given is in the drawer, or is known not to go there. */
  async settled(): Promise<void> {
    await this.line;
    await this.empty();
  }

  /** The pieces that are in memory only. */
  held(): ArrayBuffer[] {
    return this.waiting.map((one) => one.bytes);
  }

  private async empty(): Promise<void> {
    while (this.waiting.length > 0) {
      const [next] = this.waiting;
      try {
        await this.drawer.put(this.take, this.stretch, next!.n, next!.bytes);
      } catch {
        this.full = true;
        return;
      }
      this.waiting.shift();
    }
    this.full = false;
  }
}

/** The stretches of a take that hold something, each as one file. */
export async function stretches(drawer: Drawer, take: Take): Promise<Blob[]> {
  const all: Blob[] = [];
  for (let n = 0; n < take.stretches; n++) {
    const pieces = await drawer.pieces(take.id, n);
    if (pieces.length > 0) {
      all.push(new Blob(pieces, { type: take.media }));
    }
  }
  return all;
}

/** Lays the file that is to be sent into the drawer; from now on it is this one and no other. */
export async function lay(drawer: Drawer, take: Take, file: Blob): Promise<void> {
  await drawer.put(take.id, WHOLE, 0, await file.arrayBuffer());
}

/** The file that was laid there, if it was. */
export async function laid(drawer: Drawer, take: Take): Promise<Blob | undefined> {
  const pieces = await drawer.pieces(take.id, WHOLE);
  return pieces.length > 0 ? new Blob(pieces, { type: take.media }) : undefined;
}
