/**
 * What a seat knows of its room: collections of small entities, as the wire sends them. A `Person` is a pseudonym that
 * is valid in this room only.
 */
export type Person = string;

/** A sentence in the languages a pack is written in; English is always there. */
export type Text = { en: string } & { [language: string]: string };

export type Role =
  | 'facilitator'
  | 'presenter'
  | 'recorder'
  | 'second-recorder'
  | 'timekeeper'
  | 'reporter'
  | 'participant'
  | 'coach';
export type Action =
  | 'post'
  | 'arrange'
  | 'vote'
  | 'statement'
  | 'answer'
  | 'goal'
  | 'item'
  | 'score'
  | 'settle'
  | 'reply'
  | 'adopt'
  | 'choose';
export type Grouping = 'all' | 'pair' | 'triad' | 'quad' | 'direction';
/** How a board is laid out. */
export type Layout = 'free' | 'columns' | 'quadrants' | 'web';
export type Visibility = 'open' | 'private' | 'sealed' | 'anonymous' | 'unrecorded';
export type Instrument =
  | 'none'
  | 'board'
  | 'dots'
  | 'statement'
  | 'fingers'
  | 'goals'
  | 'items'
  | 'checklist'
  | 'scores'
  | 'agreement'
  | 'questions'
  | 'norms'
  | 'choice';
export type NoteState = 'private' | 'sealed' | 'among' | 'posted' | 'aside';

export interface Entity {
  id: string;
}

export interface RoomEntity extends Entity {
  title: string;
  team?: string;
  name?: Text;
  status: 'waiting' | 'running' | 'closed';
  focus?: { text: string; version: number; by: Person } | null;
  phase?: string | null;
}

export interface PersonEntity extends Entity {
  /** Their place in the list of people. */
  ordinal?: number;
  name: string;
  role: Role;
  home?: Role;
  guest?: boolean;
  agreed?: boolean;
  ready?: boolean;
  hand?: string | null;
}

export interface PhaseEntity extends Entity {
  ordinal: number;
  name: Text;
  mode: string;
  /** In what company it is worked in; `all` where it is left out. */
  grouping?: Grouping;
  layout?: Layout;
  instrument: Instrument;
  visibility: Visibility;
  kinds: string[];
  /** What a phase of choice lets people choose from. */
  choices?: Choice[];
  /** The common mistakes the protocol names, and when. */
  mistakes?: { at: string; text: Text }[];
  speak?: Role[];
  may: Partial<Record<Action, Role[]>>;
  /** What an override allows a person beyond the protocol, for this run of the phase. */
  grants?: Record<Person, Action[]>;
  unlocks?: string[];
  budget?: number;
  least?: number;
  /** The highest level of a score sheet. */
  levels?: number;
  /** The share in percent with which an item of a checklist is settled. */
  threshold?: number;
  state: 'ahead' | 'running' | 'done' | 'skipped';
  planned?: number;
  /** Who holds the phase in turn, and so acts as its presenter. */
  holder?: Person | null;
  /** Which repetition it is, from 1; 0 where nothing repeats. */
  turn?: number;
  round?: { seconds: number | null; rotate: boolean; noRepeats: boolean } | null;
  /** When it is worked in; in the meeting where it is left out. */
  timing?: 'before' | 'meeting' | 'after';
  /** Seconds spent in pauses that are over. */
  pausedSeconds?: number;
  startedAt?: string | null;
  endsAt?: string | null;
  pausedAt?: string | null;
  endedAt?: string | null;
  locked?: boolean;
}

/** Where on a page a note points, in fractions of the page. */
export interface Anchor {
  material: string;
  page: number;
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Note extends Entity {
  by?: Person | null;
  text: string;
  kind: string;
  anchor?: Anchor | null;
  phase: string;
  state: NoteState;
  x: number;
  y: number;
  group?: string | null;
  /** Of an answer, the question it stands under. */
  replyTo?: string | null;
  /** The small group that wrote it. */
  pair?: string | null;
  /** The small group at whose plan it was written. */
  station?: string | null;
  mergedInto?: string | null;
  /** Written or changed after the date of work in one's own time. */
  late?: boolean;
  ordinal: number;
}

/** Something to choose. */
export interface Choice {
  id: string;
  text: Text;
}

export interface Group extends Entity {
  name: string;
  ordinal: number;
  x?: number;
  y?: number;
}

/** A small group of any size. */
export interface Pair extends Entity {
  people: Person[];
  /** Others were formed since; this one only says where notes are from. */
  over?: boolean;
}

/** A line between two notes. */
export interface NoteLink extends Entity {
  from: string;
  to: string;
}

/** That an anonymous note is this person's own; its id is the note's. */
export interface Claim extends Entity {
  was: string;
}

/** How many are ready in an anonymous phase; with `by`, one's own word. */
export interface Readiness extends Entity {
  phase: string;
  ready: number;
  by?: Person | null;
}

/** More time for one small group. */
export interface Extension extends Entity {
  phase: string;
  group: string;
  endsAt: string;
}

export interface Ballot extends Entity {
  by: Person;
  phase?: string;
  marks: Record<string, number>;
}

export interface Tally extends Entity {
  counts: Record<string, number>;
  voters: number;
}

export interface Statement extends Entity {
  title: string;
  phase: string;
  people?: Person[] | null;
  text: string;
  version: number;
  shared?: boolean;
  fixed?: boolean;
  ordinal?: number;
}

export interface Answer extends Entity {
  by: Person;
  item: string;
  answer: number;
}

export interface Check extends Entity {
  counts: Record<string, number>;
  passed: boolean;
  voters: number;
}

/** Whose turn it is in a phase; `order` is empty where people talk as they like. */
export interface TurnsEntity extends Entity {
  order: Person[][];
  at: number;
  speaking: Person[];
  passed: Person[];
  since?: string | null;
  until?: string | null;
}

export interface Voice extends Entity {
  by: Person;
  turns: number;
  seconds: number;
  agreed: boolean;
  shared: boolean;
}

export interface Leading extends Entity {
  co: Person[];
  deputy?: Person | null;
  owed?: Person | null;
}

export interface Goal extends Entity {
  text: string;
  by?: Person;
  ordinal: number;
}

export interface Material extends Entity {
  kind: string;
  locked: boolean;
  title?: string;
  pages?: number;
  /** Of a locked material, the phase that opens it. */
  unlocks?: string | null;
}

/** What a checklist or a score sheet goes through. */
export interface Item extends Entity {
  phase: string;
  text: Text;
  by?: Person | null;
  ordinal: number;
}

export type YesOrNo = 'yes' | 'no';

/** One's own answer to an item of a checklist. */
export interface Opinion extends Entity {
  by: Person;
  phase: string;
  item: string;
  answer: YesOrNo;
  why: string;
}

/** How the group stands to an item of a checklist. */
export interface Consensus extends Entity {
  phase: string;
  item: string;
  /** Whether the group is at it now. */
  open: boolean;
  yes: number;
  no: number;
  answered: number;
  entitled: number;
  /** The share of the larger side, rounded down. */
  percent: number;
  settled: YesOrNo | 'none' | null;
  rationale: string;
  whys: { answer: YesOrNo; why: string }[];
}

/** A row of a score sheet: one's own, until all sheets are open. */
export interface Score extends Entity {
  by: Person;
  phase: string;
  item: string;
  level: number;
  evidence: string;
  /** Given after the date of work in one's own time. */
  late?: boolean;
  open: boolean;
}

export interface GridRow {
  item: string;
  counts: Record<string, number>;
  lowest: number | null;
  highest: number | null;
  modal: number[];
  exact: number | null;
  adjacent: number | null;
}

/** How far the opened sheets of a phase agree. */
export interface Grid extends Entity {
  raters: number;
  exact: number | null;
  adjacent: number | null;
  kappa: number | null;
  rows: GridRow[];
}

/** The score the group agreed on for a row. */
export interface Settled extends Entity {
  phase: string;
  item: string;
  level: number;
  rationale: string;
}

/** A norm that was taken up; its id is that of its draft. */
export interface Norm extends Entity {
  text: string;
  /** How many have said it is a hard one, counted when a phase ends. */
  hard: number;
  ordinal: number;
}

/** That this person finds a norm hard; nobody else sees it. */
export interface Flag extends Entity {
  by: Person;
  norm: string;
}

/** What somebody has chosen. */
export interface Pick extends Entity {
  by: Person;
  phase: string;
  choice: string;
}

/** What a debrief came to beside its notes; its id is the phase's. */
export interface Debrief extends Entity {
  norms: Text[];
  kept: Record<string, number>;
  hard: Record<string, number>;
  voters: number;
  reason?: string | null;
}

/** The collections the board reads; others are kept and passed over. */
export interface Shelves {
  room: RoomEntity;
  people: PersonEntity;
  phases: PhaseEntity;
  notes: Note;
  groups: Group;
  pairs: Pair;
  links: NoteLink;
  claims: Claim;
  readiness: Readiness;
  extensions: Extension;
  ballots: Ballot;
  tallies: Tally;
  statements: Statement;
  answers: Answer;
  checks: Check;
  goals: Goal;
  turns: TurnsEntity;
  voices: Voice;
  leading: Leading;
  materials: Material;
  items: Item;
  opinions: Opinion;
  consensus: Consensus;
  scores: Score;
  grids: Grid;
  settled: Settled;
  norms: Norm;
  flags: Flag;
  picks: Pick;
  debriefs: Debrief;
}

export type ShelfName = keyof Shelves;
