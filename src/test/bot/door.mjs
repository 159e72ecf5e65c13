// Getting in: the session's cookies, the token every POST needs, and a guest's way to the one room.

export class Door {
  #base;
  #cookies = new Map();

  constructor(base) {
    this.#base = new URL(base);
  }

  get cookie() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async #fetch(path, options = {}) {
    const headers = { ...options.headers };
    if (this.#cookies.size > 0) {
      headers.cookie = this.cookie;
    }
    const response = await fetch(new URL(path, this.#base), { ...options, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair, ...attributes] = line.split(';').map((part) => part.trim());
      const cut = pair.indexOf('=');
      const name = pair.slice(0, cut);
      if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) {
        this.#cookies.delete(name);
      } else {
        this.#cookies.set(name, pair.slice(cut + 1));
      }
    }
    return response;
  }

  async #got(path) {
    const response = await this.#fetch(path);
    if (response.status !== 200) {
      throw new Error(`GET ${path} answered ${response.status}`);
    }
    return response;
  }

  /** Joins as a guest and answers the room's id. */
  async join(code, name) {
    const csrf = await (await this.#got('/api/csrf')).json();
    const answer = await this.#fetch('/join', {
      method: 'POST',
      body: new URLSearchParams({ code, name, [csrf.parameterName]: csrf.token }),
    });
    const location = answer.headers.get('location');
    const [, room] = /^\/rooms\/([0-9a-f-]{36})$/.exec(location ? new URL(location, this.#base).pathname : '') ?? [];
    if (!room) {
      throw new Error(`the join form answered ${answer.status} and sent the guest to ${location}`);
    }
    return room;
  }

  /** Why a socket did not open: the status the server answers about the room, or 0 if it cannot be reached. */
  async status(id) {
    try {
      return (await this.#fetch(`/api/rooms/${id}`)).status;
    } catch {
      return 0;
    }
  }

  /** A page of the room's material: the bytes of a picture. */
  async page(room, material, page) {
    const response = await this.#got(`/rooms/${room}/materials/${material}/pages/${page}.png`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** The address of the room's socket, from a cursor on or from the beginning. */
  live(id, cursor) {
    const url = new URL(`/live/rooms/${id}`, this.#base);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    if (cursor) {
      url.searchParams.set('since', cursor);
    }
    return url;
  }
}
