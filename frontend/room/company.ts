import type { Pair, Person, PhaseEntity } from './entities.ts';

type Pairs = ReadonlyMap<string, Pair>;

/** Whether a phase is worked in small groups. */
export function isInGroups(phase: PhaseEntity | undefined): boolean {
  return phase !== undefined && (phase.grouping ?? 'all') !== 'all';
}

/** Whether each small group has a board of its own in a phase, which nobody else sees until it ends. */
export function haveBoards(phase: PhaseEntity | undefined): boolean {
  return isInGroups(phase) && phase?.instrument === 'board' && phase.visibility === 'open';
}

/** The small groups there are now, in the order in which they visit each other. */
export function groupsOf(pairs: Pairs): Pair[] {
  return [...pairs.values()].filter((pair) => !pair.over).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The small group a person is in now. */
export function groupOf(person: Person, pairs: Pairs): Pair | undefined {
  return groupsOf(pairs).find((pair) => pair.people.includes(person));
}

/** At whose plan a group writes in a phase of quadrants: at another one's, further on with every repetition. */
export function stationOf(group: Pair | undefined, phase: PhaseEntity | undefined, pairs: Pairs): Pair | undefined {
  if (!group || phase?.layout !== 'quadrants' || !haveBoards(phase)) {
    return undefined;
  }
  const groups = groupsOf(pairs);
  const others = groups.length - 1;
  const further = others === 0 ? 0 : 1 + (Math.max(0, (phase.turn ?? 0) - 1) % others);
  return groups[(groups.indexOf(group) + further) % groups.length];
}
