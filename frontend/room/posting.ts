import type { ClockFrame, AckFrame, RefusedFrame } from './frames.ts';

/** What posting needs of the browser. */
export interface PostDoors {
  fetch(url: string, init?: RequestInit): Promise<Response>;
  later(run: () => void, milliseconds: number): number;
  cancel(timer: number): void;
}

/** Where the application lives, and the token that goes with every post; it may be renewed. */
export interface Postbox {
  base: string;
  csrfHeader?: string;
  csrfToken?: string;
}

/** The answer of the server; `no-seat` where there is no stream any more, `unknown` where nobody knows what came of it. */
export type Posted = AckFrame | RefusedFrame | ClockFrame | 'no-seat' | 'unknown';

/** A server whose database is stalled may take this long; beyond, the request has been lost. */
const LIMIT = 15_000;

/** Fetches, and gives up when nobody answers within so many milliseconds: a dead network may keep a request for ever. */
export async function fetchWithin(
  doors: PostDoors,
  milliseconds: number,
  url: string,
  init: RequestInit = {},
): Promise<Response> {
  const giving = new AbortController();
  const timer = doors.later(() => giving.abort(), milliseconds);
  try {
    return await doors.fetch(url, { ...init, signal: giving.signal });
  } finally {
    doors.cancel(timer);
  }
}

/** Posts one message of the wire, where there is no socket to send it on. */
export async function post(doors: PostDoors, box: Postbox, url: string, message: object): Promise<Posted> {
  try {
    const answer = await postOnce(doors, box, url, message);
    if (answer.status !== 403) {
      return await read(answer);
    }
    await renewToken(doors, box);
    return await read(await postOnce(doors, box, url, message));
  } catch {
    // The network may be back in a moment; whoever posted decides whether it is worth another try.
    return 'unknown';
  }
}

function postOnce(doors: PostDoors, box: Postbox, url: string, message: object): Promise<Response> {
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' };
  if (box.csrfHeader && box.csrfToken) {
    headers[box.csrfHeader] = box.csrfToken;
  }
  return fetchWithin(doors, LIMIT, url, {
    method: 'POST',
    headers,
    credentials: 'same-origin',
    body: JSON.stringify(message),
  });
}

async function read(answer: Response): Promise<Posted> {
  if (answer.status === 409) {
    return 'no-seat';
  }
  const body: unknown = await answer.json().catch(() => undefined);
  return isAnswer(body) || isClock(body) ? body : 'unknown';
}

async function renewToken(doors: PostDoors, box: Postbox): Promise<void> {
  const answer = await fetchWithin(doors, LIMIT, `${box.base}api/csrf`, { credentials: 'same-origin' });
  const token = (await answer.json()) as { headerName?: string; token?: string };
  box.csrfHeader = token.headerName;
  box.csrfToken = token.token;
}

/** Whether this answers a command. */
export function isAnswer(body: unknown): body is AckFrame | RefusedFrame {
  const frame = kind(body);
  return frame === 'ack' || frame === 'refused';
}

function isClock(body: unknown): body is ClockFrame {
  return kind(body) === 'clock';
}

function kind(body: unknown): unknown {
  return (body as { frame?: unknown } | undefined)?.frame;
}
