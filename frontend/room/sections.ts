import { haveBoards } from './company.ts';
import type { Group, Note, Pair, PhaseEntity, Tally } from './entities.ts';
import type { Board } from './overlay.ts';
import { byPlace } from './order.ts';
import { isSealedBoard } from './rights.ts';
import { FEEDBACK, isOffBoard } from './talk.ts';

export interface Cluster {
  group: Group;
  notes: Note[];
}

/** Loose notes of one kind or of one small group, or all of them where neither is said. */
export interface Column {
  kind?: string;
  /** The small group that wrote them. */
  pair?: string;
  notes: Note[];
}

/** Notes an earlier phase has left on the board, or several phases at the plan of one small group. */
export interface Earlier {
  phase: PhaseEntity | undefined;
  /** The small group at whose plan they were written. */
  station?: string;
  clusters: Cluster[];
  columns: Column[];
}

/** The small group one is in, and the one at whose plan it writes. */
export interface Company {
  group?: Pair | undefined;
  station?: Pair | undefined;
}

/** The board in the order in which both its views show it. */
export interface Sections {
  clusters: Cluster[];
  columns: Column[];
  earlier: Earlier[];
  /** What others said in the same sense, by the note it stands with. */
  same: ReadonlyMap<string, readonly Note[]>;
  /** One's own notes nobody else sees. */
  hidden: { private: Note[]; sealed: Note[]; aside: Note[] };
  /** How many notes lie on the board, for all to see. */
  posted: number;
}

/** What the running phase is about comes first; what earlier phases left stays within reach below it. */
export function arrange(
  board: Board,
  phases: ReadonlyMap<string, PhaseEntity>,
  current: PhaseEntity | undefined,
  tally: Tally | undefined,
  company: Company = {},
): Sections {
  const notes = [...board.notes.values()].sort(byPlace);
  const shown = notes.filter(
    (note) => (note.state === 'posted' || note.state === 'among') && !isOffBoard(note, phases, current),
  );
  const same = sameAs(shown);
  const posted = shown.filter((note) => !standsWith(note, same));
  const isCurrent = haveBoards(current) ? isOfGroup(company) : belongsTo(current, posted);

  const clusters = [...board.groups.values()]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((group) => ({ group, notes: posted.filter((note) => note.group === group.id) }))
    .filter((cluster) => cluster.notes.length > 0);
  const loose = posted.filter((note) => !note.group || !board.groups.has(note.group));
  // A step without a kind of its own, such as writing the statement, builds on the groups there are.
  const isNear = (cluster: Cluster): boolean =>
    current !== undefined && ((current.kinds.length === 0 && !haveBoards(current)) || cluster.notes.some(isCurrent));
  const near = clusters.filter(isNear);
  if (tally && !current?.may.arrange?.length) {
    const dots = ({ group }: Cluster): number => tally.counts[group.id] ?? 0;
    near.sort((a, b) => dots(b) - dots(a));
  }

  return {
    clusters: near,
    columns: columnsOf(
      loose.filter(isCurrent),
      near.length > 0 ? [] : (current?.kinds ?? []),
    ),
    earlier: earlierOf(
      clusters.filter((cluster) => !isNear(cluster)),
      loose.filter((note) => !isCurrent(note)),
      phases,
      company,
    ),
    same,
    hidden: {
      private: notes.filter((note) => note.state === 'private'),
      sealed: notes.filter((note) => note.state === 'sealed'),
      aside: notes.filter((note) => note.state === 'aside'),
    },
    posted: posted.length,
  };
}

/** The notes that stand with another one, by that one and in the order of their writing. */
function sameAs(shown: readonly Note[]): Map<string, Note[]> {
  const there = new Set(shown.map((note) => note.id));
  const same = new Map<string, Note[]>();
  for (const note of [...shown].sort((a, b) => a.ordinal - b.ordinal)) {
    if (note.mergedInto && there.has(note.mergedInto)) {
      same.set(note.mergedInto, [...(same.get(note.mergedInto) ?? []), note]);
    }
  }
  return same;
}

function standsWith(note: Note, same: ReadonlyMap<string, readonly Note[]>): boolean {
  return same.get(note.mergedInto ?? '')?.includes(note) ?? false;
}

/** What lies on the board of one's own small group: what it writes now, and what others have left where it is. */
function isOfGroup({ station }: Company): (note: Note) => boolean {
  return (note) => note.state === 'among' || (station !== undefined && note.station === station.id);
}

/** The phase's own notes and those of its kinds; a phase that names no kind works on the plain notes. */
function belongsTo(phase: PhaseEntity | undefined, posted: readonly Note[]): (note: Note) => boolean {
  if (!phase) {
    return () => false;
  }
  if (phase.kinds.length > 0) {
    // Feedback that had been put as a question has waited for a step of feedback.
    const feeds = phase.kinds.some((kind) => FEEDBACK.has(kind));
    return (note) => note.phase === phase.id || phase.kinds.includes(note.kind) || (feeds && note.kind === 'feedback');
  }
  const works = Boolean(phase.may.arrange?.length || phase.may.vote?.length);
  if (!works) {
    return (note) => note.phase === phase.id;
  }
  const plain = posted.some((note) => note.kind === 'note');
  return (note) => !plain || note.kind === 'note' || note.phase === phase.id;
}

function columnsOf(notes: Note[], kinds: readonly string[]): Column[] {
  if (kinds.length < 2) {
    return columnsOfGroups(notes);
  }
  const columns: Column[] = kinds.map((kind) => ({ kind, notes: notes.filter((note) => note.kind === kind) }));
  const rest = notes.filter((note) => !kinds.includes(note.kind));
  return rest.length > 0 ? [...columns, { notes: rest }] : columns;
}

/** What several small groups wrote, a column for each; notes of one company stay together. */
function columnsOfGroups(notes: Note[]): Column[] {
  const pairs = [...new Set(notes.flatMap((note) => (note.state === 'posted' && note.pair ? [note.pair] : [])))];
  if (pairs.length < 2) {
    return [{ notes }];
  }
  const columns: Column[] = pairs.map((pair) => ({ pair, notes: notes.filter((note) => note.pair === pair) }));
  const rest = notes.filter((note) => !note.pair);
  return rest.length > 0 ? [...columns, { notes: rest }] : columns;
}

function earlierOf(
  clusters: Cluster[],
  loose: Note[],
  phases: ReadonlyMap<string, PhaseEntity>,
  { group }: Company,
): Earlier[] {
  const byPlace = new Map<string, { earlier: Earlier; notes: Note[] }>();
  const of = ({ phase, station }: Note): { earlier: Earlier; notes: Note[] } => {
    const key = station ?? phase;
    let found = byPlace.get(key);
    if (!found) {
      found = { earlier: { phase: phases.get(phase), clusters: [], columns: [] }, notes: [] };
      if (station) {
        found.earlier.station = station;
      }
      byPlace.set(key, found);
    }
    return found;
  };
  clusters.forEach((cluster) => of(cluster.notes[0]!).earlier.clusters.push(cluster));
  loose.forEach((note) => of(note).notes.push(note));
  // One's own plan comes before those of others.
  const isOwn = (earlier: Earlier): number => (group && earlier.station === group.id ? 1 : 0);
  return [...byPlace.values()]
    .map(({ earlier, notes }) => ({
      ...earlier,
      columns: earlier.station ? columnsOf(notes, earlier.phase?.kinds ?? []) : columnsOfGroups(notes),
    }))
    .sort((a, b) => (b.phase?.ordinal ?? -1) - (a.phase?.ordinal ?? -1) || isOwn(b) - isOwn(a));
}

/** The latest outcome of a dot vote, if there is one. */
export function latestTally(
  tallies: ReadonlyMap<string, Tally>,
  phases: ReadonlyMap<string, PhaseEntity>,
): Tally | undefined {
  return [...tallies.values()].sort(
    (a, b) => (phases.get(b.id)?.ordinal ?? 0) - (phases.get(a.id)?.ordinal ?? 0),
  )[0];
}

/** How many notes of this person count against the phase's posting limit; what a reveal opened does not. */
export function postedBy(
  person: string,
  notes: ReadonlyMap<string, Note>,
  phases: ReadonlyMap<string, PhaseEntity>,
): number {
  return [...notes.values()].filter(
    (note) =>
      note.by === person &&
      (note.state === 'posted' || note.state === 'among') &&
      !isSealedBoard(phases.get(note.phase)),
  ).length;
}
