import type { Entity, Person } from './entities.ts';

/** Frames a seat gets, see docs/wire.md. */
export interface SnapshotFrame {
  frame: 'snapshot';
  n: number;
  cursor: string;
  now?: string;
  you: Person;
  /** By collection: what an entity has where it does not say otherwise itself. */
  same?: Record<string, Record<string, unknown>>;
  room: Record<string, Record<string, Omit<Entity, 'id'>>>;
}

/** What one event changed, as whole entities. */
export interface RoomEvent {
  event?: string;
  at?: string;
  by?: Person | null;
  type: string;
  put?: Record<string, Entity[]>;
  drop?: Record<string, string[]>;
  /** Only of `statement-edited`: which text, the change as a CodeMirror ChangeSet, and the version after it. */
  statement?: string;
  changes?: unknown;
  version?: number;
}

export interface EventsFrame {
  frame: 'events';
  n: number;
  cursor: string;
  events: RoomEvent[];
}

export interface AckFrame {
  frame: 'ack';
  id: string;
}

export interface RefusedFrame {
  frame: 'refused';
  id?: string;
  reason: string;
  message?: string;
}

export interface GestureFrame {
  frame: 'gesture';
  by?: Person;
  [field: string]: unknown;
}

export interface PresenceFrame {
  frame: 'presence';
  here: Person[];
  /** The people of each device that several share. */
  devices?: Person[][];
}

export interface ClockFrame {
  frame: 'clock';
  now: string;
  t0?: number;
}

/** Who shares this device, told where several people do. */
export interface DeviceFrame {
  frame: 'device';
  people: { id: Person; name: string }[];
}

/** The pages of a material are shown to nobody any more; it says neither why nor who asked for it. */
export interface HeldFrame {
  frame: 'held';
  material: string;
}

/** Any frame; `seat` says for whom it is where that seat was taken with a PIN. */
export type Frame = (
  | SnapshotFrame
  | EventsFrame
  | AckFrame
  | RefusedFrame
  | GestureFrame
  | PresenceFrame
  | ClockFrame
  | DeviceFrame
  | HeldFrame
) & { seat?: Person };

/** A command as it goes over the wire; the id is made here and makes sending it twice harmless. */
export interface Command {
  id: string;
  type: string;
  [field: string]: unknown;
}
