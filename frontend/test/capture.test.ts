/// <reference types="node" />
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { MemoryDrawer, type Take } from '../capture/drawer.ts';
import { handOver, type Way } from '../capture/handing.ts';
import { laid, lay, Reel, stretches } from '../capture/reel.ts';
import { clock, level, loudness, wav } from '../capture/sound.ts';
import { Sketch } from '../capture/strokes.ts';
import { ends } from '../upload/ends.ts';
import type { Outcome } from '../upload/sending.ts';

const bytes = (...numbers: number[]): ArrayBuffer => new Uint8Array(numbers).buffer;
const text = async (blob: Blob | undefined): Promise<string> =>
  blob ? [...new Uint8Array(await blob.arrayBuffer())].join(' ') : 'nothing';

const take = (what: Partial<Take> = {}): Take => ({
  id: 'one',
  shelf: 'ana reflection voice',
  begun: 1,
  millis: 0,
  media: 'audio/webm',
  stretches: 1,
  state: 'making',
  description: '',
  transcript: '',
  team: 't',
  ...what,
});

describe('a reel', () => {
  it('puts pieces into the drawer in the order in which they were made', async () => {
    const drawer = new MemoryDrawer();
    const reel = new Reel(drawer, 'one', 0);
    reel.add(new Promise((resolve) => setTimeout(() => resolve(bytes(1)), 5)));
    reel.add(bytes(2));
    reel.add(Promise.resolve(bytes(3)));
    await reel.settled();
    assert.equal(await text((await stretches(drawer, take()))[0]), '1 2 3');
  });

  it('has every piece in the drawer before the next is made, whatever becomes of the page', async () => {
    const drawer = new MemoryDrawer();
    const reel = new Reel(drawer, 'one', 0);
    reel.add(bytes(1));
    await reel.settled();
    assert.equal(await text((await stretches(drawer, take()))[0]), '1');
  });

  it('holds what the browser does not take, says so, and puts it there in order once it can', async () => {
    const drawer = new MemoryDrawer();
    const put = drawer.put.bind(drawer);
    let isFull = true;
    drawer.put = (...piece) => (isFull ? Promise.reject(new Error('full')) : put(...piece));
    const reel = new Reel(drawer, 'one', 0);
    reel.add(bytes(1));
    reel.add(bytes(2));
    await reel.settled();
    assert.equal(reel.full, true);
    assert.equal(reel.held().length, 2);
    isFull = false;
    reel.add(bytes(3));
    await reel.settled();
    assert.equal(reel.full, false);
    assert.equal(await text((await stretches(drawer, take()))[0]), '1 2 3');
  });

  it('gives each time recording began a stretch of its own, and leaves out those in which nothing came', async () => {
    const drawer = new MemoryDrawer();
    for (const [stretch, piece] of [
      [0, 1],
      [2, 3],
    ] as const) {
      const reel = new Reel(drawer, 'one', stretch);
      reel.add(bytes(piece));
      await reel.settled();
    }
    const all = await stretches(drawer, take({ stretches: 3 }));
    assert.deepEqual(await Promise.all(all.map(text)), ['1', '3']);
  });
});

/** A server that can fail at each step. */
class Server implements Way {
  calls: string[] = [];
  fails = new Map<string, Outcome>();
  private answer(step: string): Promise<Outcome> {
    this.calls.push(step);
    return Promise.resolve(this.fails.get(step) ?? { is: 'arrived' });
  }
  async begin(length: number): Promise<string | Outcome> {
    const outcome = await this.answer(`begin ${length}`);
    return outcome.is === 'arrived' ? 'api/uploads/e1' : outcome;
  }
  send(address: string): Promise<Outcome> {
    return this.answer(`send ${address}`);
  }
  settled(): Promise<Outcome> {
    return this.answer('settled');
  }
  attach(exhibit: string): Promise<Outcome> {
    return this.answer(`attach ${exhibit}`);
  }
}

describe('handing over', () => {
  const begin = async (): Promise<{ drawer: MemoryDrawer; server: Server; one: Take; file: Blob }> => {
    const drawer = new MemoryDrawer();
    const one = take({ state: 'made' });
    const file = new Blob([bytes(1, 2, 3)]);
    await drawer.save(one);
    await lay(drawer, one, file);
    return { drawer, server: new Server(), one, file };
  };

  it('lets go of a take once it stands beside the text, and not before', async () => {
    const { drawer, server, one, file } = await begin();
    server.fails.set('attach e1', { is: 'signed-out' });
    assert.deepEqual(await handOver(one, file, {}, drawer, server), { is: 'signed-out' });
    assert.equal((await drawer.takes(one.shelf)).length, 1);
    server.fails.clear();
    assert.deepEqual(await handOver(one, file, {}, drawer, server), { is: 'arrived' });
    assert.deepEqual(await drawer.takes(one.shelf), []);
    assert.equal(await laid(drawer, one), undefined);
  });

  it('goes on after a crash where it was, without announcing the file again', async () => {
    const { drawer, server, one, file } = await begin();
    server.fails.set('send api/uploads/e1', { is: 'stopped' });
    await handOver(one, file, {}, drawer, server);
    const [kept] = await drawer.takes(one.shelf);
    assert.equal(kept?.state, 'handing');
    server.fails.clear();
    server.calls = [];
    await handOver(kept!, (await laid(drawer, kept!))!, {}, drawer, server);
    assert.deepEqual(server.calls, ['send api/uploads/e1', 'settled', 'attach e1']);
  });

  it('begins anew with what the server let go of', async () => {
    const { drawer, server, one, file } = await begin();
    server.fails.set('settled', { is: 'refused', reason: 'DAMAGED' });
    await handOver(one, file, {}, drawer, server);
    const [kept] = await drawer.takes(one.shelf);
    assert.equal(kept?.state, 'made');
    assert.equal(kept?.address, undefined);
    server.fails.clear();
    server.calls = [];
    await handOver(kept!, file, {}, drawer, server);
    assert.equal(server.calls[0], 'begin 3');
  });
});

describe('a sketch', () => {
  const line = (sketch: Sketch, ...xs: number[]): void => {
    xs.forEach((x, i) => (i === 0 ? sketch.begin({ x, y: 0 }, 'black', 4) : sketch.go({ x, y: 0 })));
    sketch.end();
  };
  const shown = (sketch: Sketch): number[][] => sketch.strokes().map(({ points }) => points.map(({ x }) => x));

  it('undoes and does again stroke by stroke', () => {
    const sketch = new Sketch();
    line(sketch, 1, 2);
    line(sketch, 3);
    sketch.undo();
    assert.deepEqual(shown(sketch), [[1, 2]]);
    sketch.redo();
    assert.deepEqual(shown(sketch), [[1, 2], [3]]);
    sketch.undo();
    line(sketch, 9);
    sketch.redo();
    assert.deepEqual(shown(sketch), [[1, 2], [9]]);
  });

  it('brings everything back that was cleared', () => {
    const sketch = new Sketch();
    line(sketch, 1);
    line(sketch, 2);
    sketch.clear();
    assert.equal(sketch.isEmpty, true);
    line(sketch, 3);
    sketch.undo();
    sketch.undo();
    assert.deepEqual(shown(sketch), [[1], [2]]);
  });

  it('does not clear what is empty', () => {
    const sketch = new Sketch();
    sketch.clear();
    assert.equal(sketch.mayUndo, false);
  });

  it('comes back after a crash with all that can be undone and done again, and with the stroke that was being drawn', () => {
    const sketch = new Sketch();
    line(sketch, 1);
    line(sketch, 2);
    line(sketch, 3);
    sketch.undo();
    const again = Sketch.of(sketch.kept());
    again.redo();
    assert.deepEqual(shown(again), [[1], [2], [3]]);
    sketch.begin({ x: 7, y: 0 }, 'black', 4);
    assert.deepEqual(shown(Sketch.of(sketch.kept())), [[1], [2], [7]]);
  });

  it('is an empty sheet where what was kept is damaged', () => {
    assert.equal(Sketch.of('{').isEmpty, true);
    assert.equal(Sketch.of('{"deeds":1}').isEmpty, true);
    assert.equal(Sketch.of(undefined).isEmpty, true);
  });

  it('does not move a pen that is up', () => {
    const sketch = new Sketch();
    sketch.go({ x: 1, y: 1 });
    assert.equal(sketch.isEmpty, true);
  });
});

describe('sound', () => {
  const tone = (volume: number): Float32Array => Float32Array.from({ length: 480 }, (_, i) => volume * Math.sin(i / 5));

  it('is silent, quiet, good or loud', () => {
    assert.deepEqual(
      [0, 0.01, 0.1, 0.9].map((volume) => loudness(level(tone(volume)))),
      ['silent', 'quiet', 'good', 'loud'],
    );
  });

  it('counts minutes and seconds as people read them', () => {
    assert.deepEqual([0, 7_999, 750_000, 3_723_000].map(clock), ['0:00', '0:07', '12:30', '1:02:03']);
  });

  it('of several stretches is one file with all of their samples', () => {
    const file = new DataView(wav([Float32Array.of(0, 1), Float32Array.of(-1)], 24_000));
    assert.equal(String.fromCharCode(...new Uint8Array(file.buffer, 0, 4)), 'RIFF');
    assert.equal(file.getUint32(24, true), 24_000);
    assert.equal(file.getUint32(40, true), 6);
    assert.deepEqual([44, 46, 48].map((at) => file.getInt16(at, true)), [0, 32_767, -32_767]);
    assert.equal(file.byteLength, 50);
  });
});

describe('the ends of a file', () => {
  const file = (change?: number): Blob => {
    const all = new Uint8Array(300_000).fill(7);
    if (change !== undefined) {
      all[change] = 8;
    }
    return new Blob([all]);
  };

  it('tell another file of equal length by its first and its last part', async () => {
    const digest = await ends(file());
    assert.match(digest, /^[0-9a-f]{16}$/);
    assert.equal(await ends(file()), digest);
    assert.notEqual(await ends(file(0)), digest);
    assert.notEqual(await ends(file(299_999)), digest);
  });

  it('are told of a file that is shorter than its parts', async () => {
    assert.notEqual(await ends(new Blob(['a'])), await ends(new Blob(['b'])));
    assert.notEqual(await ends(new Blob([])), await ends(new Blob(['a'])));
  });
});

describe('the words of the pages for speaking, drawing and photographing', () => {
  const FRONTEND = join(import.meta.dirname, '..');
  const words = (file: string): Set<string> =>
    new Set(
      readFileSync(join(FRONTEND, '..', 'src', 'main', 'resources', 'messages', file), 'utf8')
        .split('\n')
        .filter((one) => one.includes('='))
        .map((one) => one.slice(0, one.indexOf('='))),
    );

  it('are all there in both languages', () => {
    const code = ['tessera-recorder.ts', 'tessera-sketch.ts', 'tessera-photo.ts']
      .concat(readdirSync(join(FRONTEND, 'capture')).map((file) => join('capture', file)))
      .map((file) => readFileSync(join(FRONTEND, file), 'utf8'))
      .join('\n');
    const said = [...code.matchAll(/\bsay\(\s*'([\w.-]+)'/g)].map((match) => `capture.${match[1]}`);
    assert.ok(said.length > 40);
    for (const bundle of ['capture.properties', 'capture_es.properties']) {
      const known = words(bundle);
      assert.deepEqual(
        said.filter((key) => !known.has(key)),
        [],
        bundle,
      );
    }
  });
});
