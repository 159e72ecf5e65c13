// The room as one seat holds it: a snapshot, and every event since folded into it.

/** What the server did that the page does not allow. */
export class Breach extends Error {}

export class Fold {
  room = {};

  /** `same` says by collection what an entity has where it does not say otherwise itself. */
  snapshot({ room, same }) {
    this.room = {};
    for (const [collection, entities] of Object.entries(structuredClone(room))) {
      this.room[collection] = {};
      for (const [id, own] of Object.entries(entities)) {
        this.room[collection][id] = { ...structuredClone(same?.[collection]), ...own, id };
      }
    }
  }

  /** First drop, then put whole entities by id. */
  fold(event) {
    for (const [collection, ids] of Object.entries(event.drop ?? {})) {
      for (const id of ids) {
        delete this.room[collection]?.[id];
      }
    }
    for (const [collection, entities] of Object.entries(event.put ?? {})) {
      this.room[collection] ??= {};
      for (const entity of entities) {
        if (typeof entity.id !== 'string') {
          throw new Breach(`an entity without id was put into ${collection}`);
        }
        this.room[collection][entity.id] = entity;
      }
    }
  }

  all(collection) {
    return Object.values(this.room[collection] ?? {});
  }

  one(collection, id) {
    return this.room[collection]?.[id];
  }

  /** The one entity of `room`. */
  get title() {
    return this.all('room')[0];
  }

  /** The running phase, or undefined. */
  get phase() {
    return this.one('phases', this.title?.phase);
  }

  get closed() {
    return this.title?.status === 'closed';
  }
}
