import type { Outcome } from '../upload/sending.ts';
import type { Drawer, Take } from './drawer.ts';

/** What a take needs to get to the server. */
export interface Way {
  begin(length: number, said: Readonly<Record<string, string>>): Promise<string | Outcome>;
  send(address: string, file: Blob): Promise<Outcome>;
  settled(address: string): Promise<Outcome>;
  /** Puts it beside the text; once it is there, again changes nothing. */
  attach(exhibit: string, take: Take): Promise<Outcome>;
}

/**
 * Hands a take over: sends its file, waits until it is looked at, puts it beside the text, and only then lets go of it here.
 * It may be cut at any point and done again, and goes on where it was.
 */
export async function handOver(
  take: Take,
  file: Blob,
  said: Readonly<Record<string, string>>,
  drawer: Drawer,
  way: Way,
): Promise<Outcome> {
  if (!take.address) {
    const begun = await way.begin(file.size, said);
    if (typeof begun !== 'string') {
      return begun;
    }
    take.address = begun;
  }
  take.state = 'handing';
  await drawer.save(take);
  const { address } = take;
  for (const step of [
    () => way.send(address, file),
    () => way.settled(address),
    () => way.attach(address.slice(address.lastIndexOf('/') + 1), take),
  ]) {
    const outcome = await step();
    if (outcome.is === 'refused') {
      // the server let go of it; what is here can be sent anew
      delete take.address;
      take.state = 'made';
      await drawer.save(take);
    }
    if (outcome.is !== 'arrived') {
      return outcome;
    }
  }
  await drawer.drop(take.id);
  return { is: 'arrived' };
}
