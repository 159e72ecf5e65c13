import type { Entity, Person, ShelfName, Shelves } from './entities.ts';
import type { EventsFrame, SnapshotFrame } from './frames.ts';

/** All a seat knows, up to `cursor`. Collections that did not change keep their identity. */
export interface Known {
  readonly you: Person;
  readonly cursor: string;
  readonly shelves: Readonly<Record<string, ReadonlyMap<string, Entity>>>;
}

/** What a snapshot tells. */
export function fromSnapshot(frame: SnapshotFrame): Known {
  const shelves: Record<string, ReadonlyMap<string, Entity>> = {};
  for (const [name, entities] of Object.entries(frame.room ?? {})) {
    const same = frame.same?.[name];
    shelves[name] = new Map(Object.entries(entities).map(([id, entity]) => [id, { ...same, ...entity, id }]));
  }
  return { you: frame.you, cursor: frame.cursor, shelves };
}

/** What is known after the events of a frame: of each event first what it drops, then what it puts. */
export function fold(known: Known, frame: EventsFrame): Known {
  const shelves: Record<string, ReadonlyMap<string, Entity>> = { ...known.shelves };
  const copied = new Map<string, Map<string, Entity>>();
  const shelf = (name: string): Map<string, Entity> => {
    let copy = copied.get(name);
    if (!copy) {
      copy = new Map(shelves[name]);
      copied.set(name, copy);
      shelves[name] = copy;
    }
    return copy;
  };
  for (const event of frame.events) {
    for (const [name, ids] of Object.entries(event.drop ?? {})) {
      ids.forEach((id) => shelf(name).delete(id));
    }
    for (const [name, entities] of Object.entries(event.put ?? {})) {
      entities.forEach((entity) => shelf(name).set(entity.id, entity));
    }
  }
  return { you: known.you, cursor: frame.cursor, shelves };
}

const EMPTY: ReadonlyMap<string, never> = new Map<string, never>();

/** One collection, empty where the server sent none. */
export function shelfOf<S extends ShelfName>(known: Known | undefined, name: S): ReadonlyMap<string, Shelves[S]> {
  return (known?.shelves[name] as ReadonlyMap<string, Shelves[S]> | undefined) ?? EMPTY;
}
