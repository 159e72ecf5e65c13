/**
 * What a seat knows of its room: collections of small entities, as the wire sends them. A `Person` is a pseudonym that
 * is valid in this room only.
 */
export type Person = string;

/** A sentence in the languages a pack is written in; English is always there. */
export type Text = { en: string } & { [language: string]: string };

export type Role = 'facilitator' | 'presenter' | 'recorder' | 'timekeeper' | 'participant' | 'coach';
export type Action = 'post' | 'arrange' | 'vote' | 'statement' | 'answer' | 'goal';
export type Visibility = 'open' | 'private' | 'sealed';
export type Instrument = 'none' | 'board' | 'dots' | 'statement' | 'fingers' | 'goals';
export type NoteState = 'private' | 'sealed' | 'posted' | 'aside';

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
  grouping?: string;
  instrument: Instrument;
  visibility: Visibility;
  kinds: string[];
  speak?: Role[];
  may: Partial<Record<Action, Role[]>>;
  /** What an override allows a person beyond the protocol, for this run of the phase. */
  grants?: Record<Person, Action[]>;
  unlocks?: string[];
  budget?: number;
  least?: number;
  state: 'ahead' | 'running' | 'done' | 'skipped';
  planned?: number;
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
  ordinal: number;
}

export interface Group extends Entity {
  name: string;
  ordinal: number;
  x?: number;
  y?: number;
}

export interface Pair extends Entity {
  people: Person[];
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

/** The collections the board reads; others are kept and passed over. */
export interface Shelves {
  room: RoomEntity;
  people: PersonEntity;
  phases: PhaseEntity;
  notes: Note;
  groups: Group;
  pairs: Pair;
  ballots: Ballot;
  tallies: Tally;
  statements: Statement;
  answers: Answer;
  checks: Check;
  goals: Goal;
  materials: Material;
}

export type ShelfName = keyof Shelves;
