/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Backoff } from '../room/backoff.ts';
import { Connection, type Doors, type Link, type Pass } from '../room/connection.ts';
import type { Frame } from '../room/frames.ts';

class FakeSocket {
  readonly url: string;
  readyState = 0;
  readonly sent: Record<string, unknown>[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor(url: string) {
    this.url = url;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = 3;
  }

  opens(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  says(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  breaks(): void {
    this.readyState = 3;
    this.onclose?.();
  }
}

class FakeEvents {
  readonly url: string;
  isClosed = false;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;

  constructor(url: string) {
    this.url = url;
  }

  addEventListener(): void {
    // this fake names no events
  }

  close(): void {
    this.isClosed = true;
  }
}

function stage(status: () => number = () => 200, pass?: Pass) {
  const sockets: FakeSocket[] = [];
  const sources: FakeEvents[] = [];
  const timers: { run: () => void; milliseconds: number; id: number }[] = [];
  const requests: { url: string; body?: string }[] = [];
  const frames: Frame[] = [];
  const links: Link[] = [];
  let opened = 0;
  let next = 1;
  const doors: Doors = {
    socket: (url) => {
      const socket = new FakeSocket(url);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    events: (url) => {
      const source = new FakeEvents(url);
      sources.push(source);
      return source as unknown as EventSource;
    },
    fetch: (url, init) => {
      requests.push({ url, body: init?.body as string | undefined });
      const answer = init?.method === 'POST' ? { frame: 'ack', id: JSON.parse(String(init.body)).id } : {};
      return Promise.resolve(new Response(JSON.stringify(answer), { status: init?.method === 'POST' ? 200 : status() }));
    },
    later: (run, milliseconds) => {
      timers.push({ run, milliseconds, id: next });
      return next++;
    },
    cancel: (id) => {
      const at = timers.findIndex((timer) => timer.id === id);
      if (at >= 0) {
        timers.splice(at, 1);
      }
    },
    now: () => 1_000,
    backoff: new Backoff(400, 15_000, () => 1),
  };
  const connection = new Connection(
    { room: 'r1', base: 'http://localhost/', pass, csrfHeader: 'X-CSRF', csrfToken: 't' },
    { frame: (frame) => frames.push(frame), link: (link) => links.push(link), opened: () => opened++ },
    doors,
  );
  const elapse = (milliseconds: number): void => {
    const due = timers.filter((timer) => timer.milliseconds <= milliseconds);
    due.forEach((timer) => {
      timers.splice(timers.indexOf(timer), 1);
      timer.run();
    });
  };
  return { connection, sockets, sources, timers, requests, frames, links, elapse, openedTimes: () => opened };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const snapshot = { frame: 'snapshot', n: 0, cursor: 'c0', you: 'me', room: {} };
const events = (n: number, cursor: string) => ({ frame: 'events', n, cursor, events: [] });

describe('the line to a room', () => {
  it('comes back with the last cursor', () => {
    const s = stage();
    s.connection.start();
    assert.equal(s.sockets[0]!.url, 'ws://localhost/live/rooms/r1');
    s.sockets[0]!.opens();
    s.sockets[0]!.says(snapshot);
    s.sockets[0]!.breaks();
    s.elapse(400);
    assert.equal(s.sockets[1]!.url, 'ws://localhost/live/rooms/r1?since=c0');
  });

  it('is live once it is open, and broken when it breaks', () => {
    const s = stage();
    s.connection.start();
    s.sockets[0]!.opens();
    assert.equal(s.openedTimes(), 1);
    s.sockets[0]!.breaks();
    assert.deepEqual(s.links, ['live', 'broken']);
  });

  it('reconnects from the last cursor when a frame is missing, and shows nothing of the rest', () => {
    const s = stage();
    s.connection.start();
    s.sockets[0]!.opens();
    s.sockets[0]!.says(snapshot);
    s.sockets[0]!.says(events(1, 'c1'));
    s.sockets[0]!.says(events(3, 'c3'));
    assert.equal(s.sockets.length, 2);
    assert.equal(s.sockets[1]!.url.endsWith('since=c1'), true);
    assert.equal(s.frames.length, 2);
    s.sockets[0]!.says(events(4, 'c4'));
    assert.equal(s.frames.length, 2);
  });

  it('takes the first number of a connection as it comes', () => {
    const s = stage();
    s.connection.start();
    s.sockets[0]!.opens();
    s.sockets[0]!.says(events(1, 'c1'));
    s.sockets[0]!.says(events(2, 'c2'));
    assert.equal(s.frames.length, 2);
  });

  for (const [status, link] of [
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'gone'],
  ] as const) {
    it(`says ${link} when the room's address answers ${status}, and stops knocking`, async () => {
      const s = stage(() => status);
      s.connection.start();
      s.sockets[0]!.breaks();
      s.elapse(800);
      s.sockets[1]!.breaks();
      await settled();
      assert.equal(s.links.at(-1), link);
      assert.equal(s.timers.length, 0);
      assert.equal(s.requests[0]!.url, 'http://localhost/api/rooms/r1');
    });
  }

  it('goes on knocking while the server is away', async () => {
    const s = stage(() => 503);
    s.connection.start();
    s.sockets[0]!.breaks();
    s.elapse(800);
    s.sockets[1]!.breaks();
    await settled();
    s.elapse(60_000);
    assert.equal(s.sockets.length, 3);
    assert.equal(s.sources.length, 0);
  });

  it('changes over to server-sent events where sockets are blocked, and posts its commands', async () => {
    const s = stage();
    s.connection.start();
    s.sockets[0]!.breaks();
    s.elapse(800);
    s.sockets[1]!.breaks();
    await settled();
    s.elapse(60_000);
    assert.equal(s.sources[0]!.url, 'http://localhost/live/rooms/r1/frames');
    s.sources[0]!.onopen!();
    s.sources[0]!.onmessage!({ data: JSON.stringify(snapshot) });
    assert.equal(s.links.at(-1), 'live');
    s.connection.command({ id: 'c1', type: 'ready' });
    await settled();
    const post = s.requests.at(-1)!;
    assert.equal(post.url, 'http://localhost/live/rooms/r1/commands');
    assert.deepEqual(s.frames.at(-1), { frame: 'ack', id: 'c1' });
    s.sources[0]!.onerror!();
    s.elapse(60_000);
    assert.equal(s.sources[1]!.url, 'http://localhost/live/rooms/r1/frames?since=c0');
  });

  it('comes back at once when the network does', () => {
    const s = stage();
    s.connection.start();
    s.sockets[0]!.breaks();
    s.connection.wake();
    assert.equal(s.sockets.length, 2);
  });

  it('notices a line that died without a word', () => {
    const s = stage();
    s.connection.start();
    s.sockets[0]!.opens();
    s.sockets[0]!.says(snapshot);
    s.connection.wake();
    s.elapse(10_000);
    assert.equal(s.sockets.length, 2);
  });

  it('stays quiet once stopped', async () => {
    const s = stage();
    s.connection.start();
    s.sockets[0]!.opens();
    s.connection.stop();
    s.sockets[0]!.breaks();
    s.connection.wake();
    await settled();
    assert.equal(s.sockets.length, 1);
    assert.equal(s.timers.length, 0);
  });
});

describe('the line of a device several people share', () => {
  const cho: Pass = { person: 'cho', ticket: 'shown' };
  const dee: Pass = { person: 'dee', ticket: 'shown-too' };
  const said = (socket: FakeSocket) => socket.sent.filter((message) => message.type !== 'beat');
  const takes = (socket: FakeSocket, frame: 'ack' | 'refused' = 'ack') => {
    const take = said(socket).findLast((message) => message.type === 'take-seat')!;
    socket.says({ frame, id: take.id, reason: 'PIN_WRONG', ...(frame === 'ack' ? { seat: take.person } : {}) });
    return take;
  };
  const of = (person: string, frame: object) => ({ ...frame, seat: person });

  it('takes the seat first, is live once it has it, and marks all it says', () => {
    const s = stage(() => 200, cho);
    s.connection.start();
    s.sockets[0]!.opens();
    assert.deepEqual(s.links, []);
    s.connection.command({ id: 'early', type: 'ready' });
    const { person, ticket } = takes(s.sockets[0]!);
    assert.deepEqual({ person, ticket }, cho);
    assert.deepEqual([s.links, s.openedTimes()], [['live'], 1]);
    s.connection.command({ id: 'c', type: 'ready' });
    assert.deepEqual(
      said(s.sockets[0]!).slice(1),
      [{ id: 'c', type: 'ready', seat: 'cho' }],
    );
  });

  it('hears only what is for its person', () => {
    const s = stage(() => 200, cho);
    s.connection.start();
    s.sockets[0]!.opens();
    takes(s.sockets[0]!);
    s.sockets[0]!.says({ frame: 'device', people: [] });
    s.sockets[0]!.says(of('dee', snapshot));
    s.sockets[0]!.says(snapshot);
    s.sockets[0]!.says(of('cho', snapshot));
    assert.deepEqual(s.frames, [of('cho', snapshot)]);
  });

  it('takes it again from the last cursor when the line comes back', () => {
    const s = stage(() => 200, cho);
    s.connection.start();
    s.sockets[0]!.opens();
    takes(s.sockets[0]!);
    s.sockets[0]!.says(of('cho', snapshot));
    s.sockets[0]!.breaks();
    s.elapse(400);
    s.sockets[1]!.opens();
    assert.equal(takes(s.sockets[1]!).since, 'c0');
    s.sockets[1]!.says(of('cho', { ...events(0, 'c1') }));
    assert.equal(s.frames.length, 2);
  });

  it('is covered when the ticket is not good any more, and does not try by itself', () => {
    const s = stage(() => 200, cho);
    s.connection.start();
    s.sockets[0]!.opens();
    takes(s.sockets[0]!, 'refused');
    s.connection.wake();
    assert.deepEqual([s.links, s.sockets.length], [['covered'], 1]);
  });

  it('is covered where the device came to be shared while it was away', () => {
    const s = stage();
    s.connection.start();
    s.sockets[0]!.opens();
    s.sockets[0]!.says({ frame: 'device', people: [] });
    assert.deepEqual(s.links, ['live', 'covered']);
  });

  it('goes from hand to hand without a break and without a word of the one before', () => {
    const s = stage(() => 200, cho);
    s.connection.start();
    s.sockets[0]!.opens();
    takes(s.sockets[0]!);
    s.sockets[0]!.says(of('cho', snapshot));
    s.connection.leave();
    assert.equal(said(s.sockets[0]!).at(-1)!.type, 'leave-seat');
    s.connection.command({ id: 'late', type: 'ready' });
    const heard: unknown[] = [];
    s.connection.take(dee, { frame: (frame) => heard.push(frame), link: () => undefined, opened: () => undefined });
    s.sockets[0]!.says(of('cho', events(1, 'c1')));
    assert.equal(takes(s.sockets[0]!).since, undefined);
    s.sockets[0]!.says(of('cho', events(2, 'c2')));
    s.sockets[0]!.says(of('dee', snapshot));
    assert.deepEqual(heard, [of('dee', snapshot)]);
    assert.equal(s.frames.length, 1);
    assert.equal(s.sockets.length, 1);
    assert.equal(said(s.sockets[0]!).some((message) => message.id === 'late'), false);
  });

  it('holds what it needs to come back where the device is shared from now on', () => {
    const s = stage();
    s.connection.start();
    s.sockets[0]!.opens();
    s.sockets[0]!.says(snapshot);
    s.connection.hold(cho);
    s.sockets[0]!.says({ frame: 'device', people: [] });
    s.connection.command({ id: 'c', type: 'ready' });
    assert.deepEqual(said(s.sockets[0]!), [{ id: 'c', type: 'ready' }]);
    s.sockets[0]!.breaks();
    s.elapse(400);
    s.sockets[1]!.opens();
    s.sockets[1]!.says({ frame: 'device', people: [] });
    takes(s.sockets[1]!);
    assert.deepEqual(s.links, ['live', 'broken', 'live']);
  });

  it('takes seats by posting where sockets are blocked', async () => {
    const s = stage(() => 200, cho);
    s.connection.start();
    s.sockets[0]!.breaks();
    s.elapse(400);
    s.sockets[1]!.breaks();
    await settled();
    s.elapse(15_000);
    s.sources[0]!.onopen?.();
    await settled();
    await settled();
    const [take] = s.requests.filter((request) => request.body).map((request) => JSON.parse(request.body!));
    assert.equal(take.type, 'take-seat');
    assert.equal(s.links.at(-1), 'live');
  });
});
