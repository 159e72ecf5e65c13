import type { Note } from './entities.ts';
import { placeBetween, type Place } from './order.ts';
import type { Sections } from './sections.ts';

/** A note being moved by keyboard, and where it would be put down; `group` null is among the loose ones. */
export interface Moving extends Place {
  id: string;
  group: string | null;
}

/** Where a step has brought a note: the how-manieth place of how many. */
export interface Stepped {
  moving: Moving;
  at: number;
  of: number;
}

/** The notes a note may be put between in a group, or among the loose ones. */
export function laneOf(sections: Sections, group: string | null, without: string): Note[] {
  const clusters = [...sections.clusters, ...sections.earlier.flatMap((earlier) => earlier.clusters)];
  const notes = group
    ? (clusters.find((cluster) => cluster.group.id === group)?.notes ?? [])
    : sections.columns.flatMap((column) => column.notes);
  return notes.filter((note) => note.id !== without);
}

/** One place on or back, over the edge of a group into the next one. At the ends it stays. */
export function stepped(moving: Moving, by: 1 | -1, sections: Sections): Stepped | undefined {
  const lanes: (string | null)[] = [...sections.clusters.map((cluster) => cluster.group.id), null];
  const here = laneOf(sections, moving.group, moving.id);
  const at = here.filter((note) => isBefore(note, moving)).length + by;
  if (at >= 0 && at <= here.length) {
    return put(moving, moving.group, here, at);
  }
  const next = lanes[lanes.indexOf(moving.group) + by];
  if (next === undefined) {
    return undefined;
  }
  const there = laneOf(sections, next, moving.id);
  return put(moving, next, there, by > 0 ? 0 : there.length);
}

function put(moving: Moving, group: string | null, among: Note[], at: number): Stepped {
  return {
    moving: { id: moving.id, group, ...placeBetween(among[at - 1], among[at]) },
    at: at + 1,
    of: among.length + 1,
  };
}

function isBefore(note: Note, place: Place): boolean {
  return note.y < place.y || (note.y === place.y && note.x <= place.x);
}
