import type { Command } from './frames.ts';
import { read, type Keep } from './keep.ts';

/** A command that is not yet answered. */
export interface Waiting {
  readonly command: Command;
  /** Local time in milliseconds when it was given. */
  readonly at: number;
  /** The phase that ran then, so that refused words can say where they come from. */
  readonly phase?: string;
}

/** Commands that carry somebody's work: they survive a reload. Others (ready, start, …) are of the moment only. */
const WORK = new Set([
  'add-note',
  'edit-note',
  'remove-note',
  'post-note',
  'keep-note',
  'move-note',
  'group-notes',
  'name-group',
  'cast-vote',
  'retract-vote',
  'answer-check',
  'add-goal',
  'edit-goal',
]);

/** Whether a command carries somebody's work. */
export function isWork(command: Command): boolean {
  return WORK.has(command.type);
}

/** Work older than this is not sent by itself any more: the meeting it was meant for is over. */
const FRESH = 12 * 60 * 60 * 1000;

/**
 * What was given and not yet answered, in order. A command leaves only when the server has made it durable (`ack`) or
 * has said no; until then it is sent again after every reconnect under the same id, which the server knows by then if
 * it had arrived.
 */
export class Outbox {
  private readonly keep: Keep;
  private readonly prefix: string;
  private readonly commands = new Map<string, Waiting>();

  /** @param prefix a key of its own for each room and person */
  constructor(keep: Keep, prefix: string) {
    this.keep = keep;
    this.prefix = prefix;
  }

  /** What an earlier page of the same person left unanswered. Returns what is too old to send, which is let go of. */
  restore(now: number): Waiting[] {
    const found = this.keep
      .keys(this.prefix)
      .map((key) => read<Waiting>(this.keep, key))
      .filter((waiting): waiting is Waiting => typeof waiting?.command?.id === 'string')
      .sort((a, b) => a.at - b.at);
    const old = found.filter((waiting) => now - waiting.at > FRESH);
    old.forEach((waiting) => this.keep.remove(this.prefix + waiting.command.id));
    for (const waiting of found) {
      if (!old.includes(waiting) && !this.commands.has(waiting.command.id)) {
        this.commands.set(waiting.command.id, waiting);
      }
    }
    return old;
  }

  add(command: Command, at: number, phase?: string): void {
    const waiting: Waiting = { command, at, phase };
    this.commands.set(command.id, waiting);
    if (isWork(command)) {
      this.keep.set(this.prefix + command.id, JSON.stringify(waiting));
    }
  }

  /** The server answered; gives back what it answered, if it was waiting here. */
  answered(id: string): Waiting | undefined {
    const waiting = this.commands.get(id);
    this.commands.delete(id);
    this.keep.remove(this.prefix + id);
    return waiting;
  }

  /** Everything unanswered, oldest first. */
  get waiting(): readonly Waiting[] {
    return [...this.commands.values()];
  }

  get(id: string): Waiting | undefined {
    return this.commands.get(id);
  }
}
