/** A file on its way by the tus protocol, from wherever it was cut off. It knows no page and no browser but `fetch`. */

export type Outcome =
  | { is: 'arrived' }
  | { is: 'signed-out' }
  | { is: 'refused'; reason: string }
  | { is: 'stopped' };

export interface Told {
  /** So many bytes are safe on the server. */
  came(bytes: number): void;
  /** The line is broken; it is tried again by itself. */
  waiting(): void;
}

export interface Line {
  fetch: typeof fetch;
  /** Waits so many milliseconds, or until the line is back. */
  wait(ms: number): Promise<void>;
}

const PIECE = 8 * 1024 * 1024;
const LONGEST_WAIT = 30_000;
const POLL = 1000;
const VERSION = { 'Tus-Resumable': '1.0.0' };

/** What the server is told of a file, as the protocol spells it. */
export function metadata(said: Readonly<Record<string, string>>): string {
  return Object.entries(said)
    .map(([name, words]) => `${name} ${btoa(String.fromCharCode(...new TextEncoder().encode(words)))}`)
    .join(',');
}

/** Which kind of exhibit a file would be, by what the browser takes it for. */
export function kindOf(type: string): string | undefined {
  if (type === 'application/pdf') {
    return 'document';
  }
  return ['image', 'audio', 'video'].includes(type.split('/')[0] ?? '')
    ? type.replace(/\/.*/, '').replace('image', 'picture')
    : undefined;
}

export class Sending {
  private readonly line: Line;
  private readonly told: Told;
  private csrf: Record<string, string> | undefined;
  private stopped = false;

  constructor(line: Line, told: Told) {
    this.line = line;
    this.told = told;
  }

  /** Ends it; what came stays on the server. */
  stop(): void {
    this.stopped = true;
  }

  /** Announces a file; answers its address. */
  async begin(length: number, said: Readonly<Record<string, string>>): Promise<string | Outcome> {
    for (let tries = 0; ; tries++) {
      const response = await this.ask('api/uploads', {
        method: 'POST',
        headers: { 'Upload-Length': String(length), 'Upload-Metadata': metadata(said) },
      });
      if (response?.status === 201) {
        return (response.headers.get('Location') ?? '').replace(/^\//, '');
      }
      const end = await this.endOf(response);
      if (end) {
        return end;
      }
      await this.pause(tries);
    }
  }

  /** Sends what the server has not yet of `file`, as often as it takes. */
  async send(address: string, file: Blob): Promise<Outcome> {
    for (let tries = 0; !this.stopped; ) {
      const where = await this.ask(address, { method: 'HEAD' });
      const at = Number(where?.headers.get('Upload-Offset') ?? Number.NaN);
      if (where?.ok && Number.isFinite(at)) {
        this.told.came(at);
        const sent = await this.sendFrom(address, file, at);
        if (sent.end) {
          return sent.end;
        }
        tries = sent.at > at ? 0 : tries + 1;
      } else {
        const end = await this.endOf(where);
        if (end) {
          return end;
        }
        tries++;
      }
      await this.pause(tries);
    }
    return { is: 'stopped' };
  }

  /** Waits until the server has looked at what came; a broken line is tried again. */
  async settled(address: string): Promise<Outcome> {
    while (!this.stopped) {
      const response = await this.ask(address, { method: 'GET' });
      if (response?.status === 404) {
        return { is: 'refused', reason: 'UNKNOWN' };
      }
      if (response?.status === 401 || response?.status === 403) {
        return { is: 'signed-out' };
      }
      if (response?.ok) {
        const standing = (await response.json()) as { state?: string; reason?: string };
        if (standing.state === 'kept') {
          return { is: 'arrived' };
        }
        if (standing.state === 'refused') {
          return { is: 'refused', reason: standing.reason ?? 'UNKNOWN' };
        }
      }
      await this.line.wait(POLL);
    }
    return { is: 'stopped' };
  }

  /** Says something to the server, as often as it takes to be heard. */
  async say(address: string, method: string, body: unknown): Promise<Outcome> {
    for (let tries = 0; !this.stopped; tries++) {
      const response = await this.ask(address, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (response?.ok) {
        return { is: 'arrived' };
      }
      const end = await this.endOf(response);
      if (end) {
        return end;
      }
      await this.pause(tries);
    }
    return { is: 'stopped' };
  }

  private async sendFrom(address: string, file: Blob, from: number): Promise<{ at: number; end?: Outcome }> {
    let at = from;
    while (at < file.size) {
      if (this.stopped) {
        return { at, end: { is: 'stopped' } };
      }
      const response = await this.ask(address, {
        method: 'PATCH',
        headers: { 'Upload-Offset': String(at), 'Content-Type': 'application/offset+octet-stream' },
        body: file.slice(at, at + PIECE),
      });
      if (response?.status !== 204) {
        const end = response?.status === 409 ? undefined : await this.endOf(response);
        return end ? { at, end } : { at };
      }
      at = Number(response.headers.get('Upload-Offset'));
      this.told.came(at);
    }
    return { at, end: { is: 'arrived' } };
  }

  /** An answer after which nothing is tried again; nothing for a broken line or a server in trouble. */
  private async endOf(response: Response | undefined): Promise<Outcome | undefined> {
    if (response === undefined || (response.status >= 500 && response.status !== 507)) {
      return undefined;
    }
    if (response.status === 401 || response.status === 403) {
      const body = await words(response);
      return body.reason === 'NOT_YOUR_TEAM' ? { is: 'refused', reason: body.reason } : { is: 'signed-out' };
    }
    return { is: 'refused', reason: (await words(response)).reason ?? 'UNKNOWN' };
  }

  private async pause(tries: number): Promise<void> {
    if (!this.stopped) {
      this.told.waiting();
      await this.line.wait(Math.min(LONGEST_WAIT, 1000 * 2 ** Math.min(tries, 5)));
    }
  }

  /** Asks once; a token that is no longer good is fetched anew. */
  private async ask(address: string, init: RequestInit, again = true): Promise<Response | undefined> {
    try {
      if (this.csrf === undefined) {
        const answer = (await (await this.line.fetch('api/csrf')).json()) as { headerName: string; token: string };
        this.csrf = { [answer.headerName]: answer.token };
      }
      const response = await this.line.fetch(address, {
        ...init,
        headers: { ...VERSION, ...this.csrf, ...(init.headers as Record<string, string> | undefined) },
      });
      if (response.status === 403 && again) {
        this.csrf = undefined;
        return await this.ask(address, init, false);
      }
      return response;
    } catch {
      return undefined;
    }
  }
}

async function words(response: Response): Promise<{ reason?: string }> {
  try {
    return (await response.clone().json()) as { reason?: string };
  } catch {
    return {};
  }
}
