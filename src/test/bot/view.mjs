// What a person at this seat may do now, read from the fold by the rules of the page.

function isSealedBoard(phase) {
  return phase?.visibility === 'sealed' && phase.instrument === 'board';
}

export class View {
  #seat;

  constructor(seat) {
    this.#seat = seat;
  }

  get #fold() {
    return this.#seat.fold;
  }

  get you() {
    return this.#seat.you;
  }

  get me() {
    return this.#fold.one('people', this.you);
  }

  /** The running phase, or undefined. */
  get phase() {
    return this.#fold.phase;
  }

  /** The running phase and which of its runs this is, or null. */
  get run() {
    return this.phase ? `${this.phase.id} ${this.phase.runs}` : null;
  }

  all(collection) {
    return this.#fold.all(collection);
  }

  one(collection, id) {
    return this.#fold.one(collection, id);
  }

  mine() {
    return this.all('notes').filter((note) => note.by === this.you);
  }

  posted() {
    return this.all('notes').filter((note) => note.state === 'posted');
  }

  may(action) {
    const { locked, may, grants } = this.phase;
    return !locked && ((may[action] ?? []).includes(this.me.role) || (grants[this.you] ?? []).includes(action));
  }

  /** The state a new note would have now; undefined if the phase takes none. */
  get writing() {
    if (this.phase.visibility === 'private') {
      return 'private';
    }
    if (isSealedBoard(this.phase)) {
      return this.phase.locked ? undefined : this.me.role === 'coach' ? 'private' : 'sealed';
    }
    return this.may('post') ? 'posted' : undefined;
  }

  /** Whether a reveal opened the note, or will. */
  wasSealed(note) {
    return isSealedBoard(this.one('phases', note.phase));
  }

  /** How many notes this person may still put on the board. */
  get room() {
    const { instrument, budget } = this.phase;
    if (instrument !== 'board' || budget === 0) {
      return Infinity;
    }
    return budget - this.mine().filter((note) => note.state === 'posted' && !this.wasSealed(note)).length;
  }

  /** This person's dots in the running phase, by target. */
  get marks() {
    return this.all('ballots').find((ballot) => ballot.phase === this.phase.id)?.marks ?? {};
  }

  get spent() {
    return Object.values(this.marks).reduce((sum, dots) => sum + dots, 0);
  }

  /** The texts this person may write in now. */
  texts() {
    const { id } = this.phase;
    return this.all('statements').filter(
      ({ phase, fixed, people }) => phase === id && !fixed && (people === null || people.includes(this.you)),
    );
  }

  /** The text a check is about, or undefined. */
  checked() {
    return this.all('statements')
      .filter(({ people, fixed }) => people === null && !fixed)
      .sort((a, b) => b.ordinal - a.ordinal)[0];
  }
}
