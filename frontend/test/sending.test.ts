import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindOf, metadata, Sending } from '../upload/sending.ts';

/** A server that keeps what it is sent, and a line that breaks when told. */
class Server {
  kept = 0;
  breaks: number[] = [];
  refuses: { status: number; body: string } | undefined;
  token = 'first';
  asked: string[] = [];

  readonly fetch = (async (input: RequestInfo | URL, init?: RequestInit) => {
    const address = String(input);
    if (address === 'api/csrf') {
      return Response.json({ headerName: 'X-CSRF-TOKEN', token: this.token });
    }
    const headers = new Headers(init?.headers);
    this.asked.push(`${init?.method} ${headers.get('Upload-Offset') ?? ''}`.trim());
    if (headers.get('X-CSRF-TOKEN') !== this.token) {
      return Response.json({ reason: 'CSRF' }, { status: 403 });
    }
    if (this.refuses) {
      return new Response(this.refuses.body, { status: this.refuses.status });
    }
    if (init?.method === 'POST') {
      return new Response(null, { status: 201, headers: { Location: '/api/uploads/1' } });
    }
    if (init?.method === 'HEAD') {
      return new Response(null, { status: 200, headers: { 'Upload-Offset': String(this.kept) } });
    }
    const body = init?.body as Blob;
    const after = this.breaks.shift();
    if (after !== undefined) {
      this.kept += Math.min(after, body.size);
      throw new TypeError('network');
    }
    this.kept += body.size;
    return new Response(null, { status: 204, headers: { 'Upload-Offset': String(this.kept) } });
  }) as typeof fetch;
}

const file = new Blob([new Uint8Array(20 * 1024 * 1024)]);

function sending(server: Server): { sending: Sending; waits: number[]; came: number[] } {
  const waits: number[] = [];
  const came: number[] = [];
  const line = {
    fetch: server.fetch,
    wait: (ms: number) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
  return { sending: new Sending(line, { came: (n) => came.push(n), waiting: () => undefined }), waits, came };
}

describe('a file on its way', () => {
  it('goes on from what the server has, however often the line breaks', async () => {
    const server = new Server();
    server.breaks = [3_000_000, 0];
    const { sending: one, waits, came } = sending(server);
    const address = await one.begin(file.size, { title: 'Ñandú' });
    assert.equal(address, 'api/uploads/1');
    assert.deepEqual(await one.send('api/uploads/1', file), { is: 'arrived' });
    assert.equal(server.kept, file.size);
    assert.equal(waits.length, 2);
    assert.ok(came.includes(3_000_000));
  });

  it('says that somebody is signed out, and takes a new token where the old one is stale', async () => {
    const server = new Server();
    const { sending: one } = sending(server);
    await one.begin(10, {});
    server.token = 'second';
    assert.deepEqual(await one.send('api/uploads/1', file), { is: 'arrived' });
    server.refuses = { status: 401, body: '{"reason":"NOT_SIGNED_IN"}' };
    assert.deepEqual(await one.send('api/uploads/1', file), { is: 'signed-out' });
  });

  it('tells why it was refused and does not try again', async () => {
    const server = new Server();
    server.refuses = { status: 507, body: '{"reason":"DISK_FULL"}' };
    const { sending: one, waits } = sending(server);
    assert.deepEqual(await one.begin(10, {}), { is: 'refused', reason: 'DISK_FULL' });
    assert.deepEqual(waits, []);
  });

  it('spells what it says as the protocol does', () => {
    assert.equal(metadata({ title: 'Ñ', kind: 'video' }), 'title w5E=,kind dmlkZW8=');
    assert.deepEqual(
      ['application/pdf', 'image/png', 'video/mp4', 'audio/mpeg', 'text/html', ''].map(kindOf),
      ['document', 'picture', 'video', 'audio', undefined, undefined],
    );
  });
});
