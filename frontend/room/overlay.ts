import type { Group, Note, Person } from './entities.ts';
import type { Waiting } from './outbox.ts';

/** The board as its person sees it: what the server told, with the person's own unanswered commands on top. */
export interface Board {
  readonly notes: ReadonlyMap<string, Note>;
  readonly groups: ReadonlyMap<string, Group>;
  /** Notes with something of this person's still under way. */
  readonly sending: ReadonlySet<string>;
  /** Dots given (or taken back, negative) that are still under way, by target. */
  readonly dots: ReadonlyMap<string, number>;
}

/**
 * Lays unanswered commands over what is known, so that nobody waits for the network to see their own doing. Events are
 * folded below this, so a command that has taken effect and is about to be acknowledged changes nothing here.
 */
export function overlay(
  notes: ReadonlyMap<string, Note>,
  groups: ReadonlyMap<string, Group>,
  waiting: readonly Waiting[],
  you: Person,
  stateOfNew: (phase: string | undefined) => Note['state'],
): Board {
  const laid = new Map(notes);
  const clusters = new Map(groups);
  const sending = new Set<string>();
  const dots = new Map<string, number>();
  const change = (id: unknown, fields: Partial<Note>): void => {
    const note = laid.get(String(id));
    if (note) {
      laid.set(note.id, { ...note, ...fields });
      sending.add(note.id);
    }
  };
  let ordinal = 1_000_000;
  for (const { command: c, phase } of waiting) {
    switch (c.type) {
      case 'add-note': {
        const id = String(c.note);
        if (!laid.has(id)) {
          laid.set(id, {
            id,
            by: you,
            text: String(c.text),
            kind: String(c.kind ?? 'note'),
            anchor: (c.anchor as Note['anchor']) ?? null,
            phase: phase ?? '',
            state: c.private ? 'private' : stateOfNew(phase),
            x: 0,
            y: Number.MAX_SAFE_INTEGER,
            group: (c.group as string | undefined) ?? null,
            replyTo: (c.replyTo as string | undefined) ?? null,
            ordinal: ordinal++,
          });
        }
        sending.add(id);
        break;
      }
      case 'edit-note':
        change(c.note, { text: String(c.text) });
        break;
      case 'remove-note':
        laid.delete(String(c.note));
        break;
      case 'post-note':
        change(c.note, { state: 'posted' });
        break;
      case 'keep-note':
        change(c.note, { state: 'aside' });
        break;
      case 'move-note':
        change(c.note, { x: Number(c.x), y: Number(c.y), group: (c.group as string | null | undefined) ?? null });
        break;
      case 'join-note':
        change(c.note, { mergedInto: (c.into as string | undefined) ?? null });
        break;
      case 'group-notes': {
        const id = String(c.group);
        if (!clusters.has(id)) {
          clusters.set(id, { id, name: '', ordinal: ordinal++ });
        }
        (c.notes as string[]).forEach((note) => change(note, { group: id }));
        break;
      }
      case 'name-group': {
        const group = clusters.get(String(c.group));
        if (group) {
          clusters.set(group.id, { ...group, name: String(c.name) });
        }
        break;
      }
      case 'cast-vote':
      case 'retract-vote': {
        const target = String(c.target);
        dots.set(target, (dots.get(target) ?? 0) + (c.type === 'cast-vote' ? 1 : -1));
        break;
      }
    }
  }
  return { notes: laid, groups: clusters, sending, dots };
}
