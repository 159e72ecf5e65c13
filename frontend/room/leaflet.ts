import { Backoff } from './backoff.ts';
import type { Undertones } from './undertone.ts';

/** All wording in one language, as the server hands it out to everybody. */
export interface Leaflet {
  /** The wording, by key. */
  messages: Record<string, string>;
  /** The phrases by which advice and judgement are known. */
  undertones: Undertones;
}

/** What fetching a leaflet needs of a browser. */
export interface Errand {
  fetch(address: string): Promise<Pick<Response, 'ok' | 'json'>>;
  wait(milliseconds: number): Promise<void>;
  backoff: Pick<Backoff, 'next'>;
}

function browserErrand(): Errand {
  return {
    fetch: (address) => fetch(address),
    wait: (milliseconds) => new Promise((done) => window.setTimeout(done, milliseconds)),
    backoff: new Backoff(),
  };
}

/**
 * Fetches a leaflet, again and again until it is there: without words nothing can be shown.
 *
 * @param wanted whether it is still wanted
 * @returns nothing where it is not wanted any more
 */
export async function fetchLeaflet(
  address: string,
  wanted: () => boolean,
  errand: Errand = browserErrand(),
): Promise<Leaflet | undefined> {
  while (wanted()) {
    try {
      const answer = await errand.fetch(address);
      if (answer.ok) {
        const leaflet = (await answer.json()) as Leaflet;
        return wanted() ? leaflet : undefined;
      }
    } catch {
      // the line is broken: it is tried again
    }
    await errand.wait(errand.backoff.next());
  }
  return undefined;
}
