/// <reference types="node" />
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Backoff, type Mood } from '../room/backoff.ts';
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

  says(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  close(): void {
    this.isClosed = true;
  }
}

function answering(body: string): object {
  const { id, type, t0 } = JSON.parse(body);
  return type === 'beat' ? { frame: 'clock', now: '2026-09-01T10:00:00Z', t0 } : { frame: 'ack', id };
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
  const world = { now: 1_000, mood: 'seen' as Mood, post: 200, silent: false };
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
      if (world.silent) {
        return new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
      }
      if (init?.method !== 'POST') {
        return Promise.resolve(new Response('{}', { status: status() }));
      }
      const answer = world.post === 200 ? JSON.stringify(answering(String(init.body))) : '';
      return Promise.resolve(new Response(answer, { status: world.post }));
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
    now: () => world.now,
    mood: () => world.mood,
    backoff: new Backoff(400, 2_000, () => 1),
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
  const blockSockets = async (): Promise<void> => {
    sockets[0]!.breaks();
    elapse(400);
    sockets[1]!.breaks();
    await settled();
    sockets[2]!.breaks();
    await settled();
  };
  const posted = () => requests.filter((request) => request.body).map((request) => JSON.parse(request.body!));
  return {
    connection,
    sockets,
    sources,
    timers,
    requests,
    frames,
    links,
    elapse,
    world,
    blockSockets,
    posted,
    openedTimes: () => opened,
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const snapshot = { frame: 'snapshot', n: 0, cursor: 'c0', you: 'me', room: {} };
const events = (n: number, cursor: string) => ({ frame: 'events', n, cursor, events: [] });

describe('the line to a room', () => {
  it('comes back with the last cursor', () => {
    const s = stage();
    s.connection.start();
    assert.equal(s.sockets[0]!.url, 'ws://localhost/live/rooms/r1?as=bytes');
    s.sockets[0]!.opens();
    s.sockets[0]!.says(snapshot);
    s.sockets[0]!.breaks();
    s.elapse(400);
    assert.equal(s.sockets[1]!.url, 'ws://localhost/live/rooms/r1?as=bytes&since=c0');
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
    s.elapse(2_000);
    assert.equal(s.sockets.length, 3);
    assert.equal(s.sources.length, 0);
  });

  it('changes over to server-sent events where sockets are blocked, and posts its commands', async () => {
    const s = stage();
    s.connection.start();
    await s.blockSockets();
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
    s.elapse(2_000);
    assert.equal(s.sources[1]!.url, 'http://localhost/live/rooms/r1/frames?since=c0');
  });

  it('tries the socket once more where the server has just come back, before it takes sockets to be blocked', async () => {
    const s = stage();
    s.connection.start();
    s.sockets[0]!.breaks();
    s.elapse(400);
    s.sockets[1]!.breaks();
    await settled();
    assert.deepEqual([s.sockets.length, s.sources.length], [3, 0]);
    s.sockets[2]!.opens();
    assert.equal(s.links.at(-1), 'live');
  });

  it('gives up a handshake that nobody answers', () => {
    const s = stage();
    s.connection.start();
    s.elapse(5_000);
    s.elapse(400);
    assert.equal(s.sockets.length, 2);
    s.elapse(5_000);
    assert.equal(s.sockets.length, 2, 'and is more patient the next time');
  });

  it('tries anew as soon as a network that was dead is there again, though the handshake would wait longer', async () => {
    const s = stage();
    s.connection.start();
    s.world.silent = true;
    s.elapse(1_500);
    await settled();
    s.elapse(2_000);
    await settled();
    assert.equal(s.sockets.length, 1);
    s.world.silent = false;
    s.elapse(500);
    await settled();
    await settled();
    assert.equal(s.sockets.length, 2);
    s.sockets[1]!.opens();
    assert.equal(s.links.at(-1), 'live');
  });

  it('leaves a handshake alone that takes its time on a network that is only slow', async () => {
    const s = stage();
    s.connection.start();
    s.elapse(1_500);
    await settled();
    await settled();
    s.elapse(2_000);
    await settled();
    assert.equal(s.sockets.length, 1);
    s.sockets[0]!.opens();
    assert.equal(s.links.at(-1), 'live');
  });

  it('does not ask for a page nobody looks at', async () => {
    const s = stage();
    s.world.mood = 'hidden';
    s.connection.start();
    s.elapse(1_500);
    await settled();
    assert.equal(s.requests.length, 0);
  });

  it('is not held up by a question for the reason that nobody answers', async () => {
    const s = stage();
    s.connection.start();
    s.world.silent = true;
    s.sockets[0]!.breaks();
    s.elapse(400);
    s.sockets[1]!.breaks();
    await settled();
    s.elapse(6_000);
    await settled();
    s.elapse(2_000);
    assert.equal(s.sockets.length, 3);
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
    s.elapse(400);
    s.elapse(10_000);
    assert.equal(s.sockets.length, 2);
  });

  it('asks a line that was perhaps slept through for a sign of life at once', () => {
    const s = stage();
    s.connection.start();
    s.sockets[0]!.opens();
    s.sockets[0]!.says(snapshot);
    s.connection.wake();
    assert.equal(s.sockets[0]!.sent.at(-1)!.type, 'beat');
    s.elapse(2_500);
    assert.equal(s.sockets.length, 2);
  });

  it('asks for the time a few times soon, because one answer on a slow line tells little, and then seldom', () => {
    const s = stage();
    s.connection.start();
    s.sockets[0]!.opens();
    s.sockets[0]!.says(snapshot);
    const waits: number[] = [];
    for (let beat = 0; beat < 6; beat++) {
      const next = s.timers.at(-1)!;
      waits.push(next.milliseconds);
      s.elapse(next.milliseconds);
      s.sockets[0]!.says({ frame: 'clock', now: '2026-09-01T10:00:00Z', t0: 1_000 });
    }
    assert.deepEqual(waits, [400, 400, 800, 1_600, 3_200, 10_000]);
    assert.equal(s.sockets.length, 1);
  });

  it('notices by its own late beat that the device slept', () => {
    const s = stage();
    s.connection.start();
    s.sockets[0]!.opens();
    s.sockets[0]!.says(snapshot);
    s.world.now += 30 * 60_000;
    s.elapse(400);
    s.elapse(2_500);
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

describe('the line where sockets are blocked', () => {
  const streaming = async () => {
    const s = stage();
    s.connection.start();
    await s.blockSockets();
    s.sources[0]!.onopen!();
    s.sources[0]!.says(snapshot);
    await settled();
    return s;
  };
  const breath = { frame: 'clock', now: '2026-09-01T10:00:00Z' };

  it('answers the breath of the server, which is how the server knows that somebody is there', async () => {
    const s = await streaming();
    const before = s.posted().length;
    s.sources[0]!.says(breath);
    await settled();
    assert.deepEqual(s.posted().slice(before), [{ type: 'beat', t0: 1_000 }]);
    assert.deepEqual(s.frames.at(-1), { ...breath, t0: 1_000 });
  });

  it('notices a stream that has stopped breathing', async () => {
    const s = await streaming();
    s.sources[0]!.says(breath);
    s.elapse(12_000);
    assert.equal(s.sources[0]!.isClosed, true);
    assert.equal(s.sources[1]!.url.endsWith('since=c0'), true);
  });

  it('opens the stream anew when somebody looks again after it was silent', async () => {
    const s = await streaming();
    s.connection.wake();
    assert.equal(s.sources.length, 1);
    s.world.now += 20_000;
    s.connection.wake();
    assert.equal(s.sources.length, 2);
  });

  it('opens the stream anew when the server says that it has no seat, and not the command again and again', async () => {
    const s = await streaming();
    s.world.post = 409;
    s.connection.command({ id: 'c1', type: 'ready' });
    await settled();
    assert.equal(s.links.at(-1), 'broken');
    s.elapse(2_000);
    assert.equal(s.sources.length, 2);
    s.world.post = 200;
    s.sources[1]!.onopen!();
    assert.equal(s.openedTimes(), 2, 'its owner gives it again');
  });

  it('sends a command again that was posted into nothing', async () => {
    const s = await streaming();
    s.world.silent = true;
    s.connection.command({ id: 'c1', type: 'ready' });
    await settled();
    const post = s.timers.find((timer) => timer.milliseconds > 12_000)!;
    s.world.silent = false;
    post.run();
    await settled();
    s.elapse(4_000);
    await settled();
    assert.equal(s.posted().filter((command) => command.id === 'c1').length, 2);
    assert.deepEqual(s.frames.at(-1), { frame: 'ack', id: 'c1' });
  });

  it('stays with the stream when the network comes back', async () => {
    const s = await streaming();
    s.sources[0]!.onerror!();
    s.connection.wake();
    assert.deepEqual([s.sockets.length, s.sources.length], [3, 2]);
  });
});

describe('the waits between two tries', () => {
  const waits = (mood: Mood, times: number, random = 1) => {
    const backoff = new Backoff(400, 2_000, () => random);
    return Array.from({ length: times }, () => backoff.next(mood));
  };

  it('stay short while somebody looks', () => {
    assert.deepEqual(waits('seen', 5), [400, 800, 1_600, 2_000, 2_000]);
  });

  it('are drawn from the whole of it, so that a room full of people does not knock at once', () => {
    assert.deepEqual(waits('seen', 4, 0.25), [100, 200, 400, 500]);
    assert.equal(waits('seen', 1, 0)[0]! > 0, true);
  });

  it('are longer where nobody looks, and where the browser knows that there is no network', () => {
    assert.equal(waits('hidden', 9).at(-1), 5_000);
    assert.equal(waits('offline', 9).at(-1), 15_000);
  });

  it('grow after many minutes, and are short again once it worked', () => {
    const backoff = new Backoff(400, 2_000, () => 1);
    for (let waited = 0; waited < 10 * 60_000; ) {
      waited += backoff.next('seen');
    }
    assert.equal(backoff.next('seen'), 8_000);
    backoff.reset();
    assert.equal(backoff.next('seen'), 400);
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
    await s.blockSockets();
    s.sources[0]!.onopen?.();
    await settled();
    await settled();
    const [take] = s.posted().filter((message) => message.type !== 'beat');
    assert.equal(take.type, 'take-seat');
    assert.equal(s.links.at(-1), 'live');
  });
});
