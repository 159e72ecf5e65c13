// What there is to do for a guest who wants to do each thing the room allows once. A wish has a key, under which it is
// done once, and says how; the first one not yet done is the next thing.

const POINTING = { page: 1, x: 0.25, y: 0.25, w: 0.5, h: 0.125 };

/**
 * Everything to be done now, in order.
 *
 * @param view the room as the guest sees it
 * @param guest who does it: `name`, `id(key)` (an id of one's own for a key), `send(command, seen)`, `looksAt(material)`,
 *     `isRefused(command, reason)`, `takesBack(command)`, `writes(statement)`, `isDone()`; `seen` says whether what a command
 *     does is in the room, and is left out where somebody else may have changed it again in the same moment
 */
export function* wishes(view, guest) {
  const act = (key, type, fields, seen) => ({ key, act: () => guest.send({ type, ...fields }, seen) });
  yield* signals(view, guest, act);
  yield* forbidden(view, guest);
  yield* ownNotes(view, guest, act);
  yield* words(view, act);
  yield* notes(view, guest, act);
  yield* board(view, guest, act);
  yield* dots(view, act);
  yield* texts(view, guest);
  yield* fingers(view, act);
  yield* goals(view, guest, act);
  if (!view.me.ready) {
    yield act(`${view.run} ready`, 'ready', {}, () => view.me.ready);
  }
  yield { key: `${view.run} done`, act: () => guest.isDone() };
}

/** What is everybody's, once a room. */
function* signals(view, guest, act) {
  if (!view.me.agreed) {
    yield act('norms', 'agree-norms', {}, () => view.me.agreed);
  }
  yield act('hand up', 'raise-hand', {}, () => view.me.hand !== null);
  yield act('hand down', 'lower-hand', {}, () => view.me.hand === null);
}

/** What is not this guest's, tried once a room. */
function* forbidden(view, guest) {
  if (view.me.role !== 'facilitator') {
    yield {
      key: 'leading',
      act: () => guest.isRefused({ type: 'end-phase', phase: view.phase.id }, 'FACILITATOR_ONLY'),
    };
  }
  if (!view.may('goal') && !view.phase.locked) {
    const reason = view.me.role === 'presenter' ? 'PRESENTER_LISTENS' : 'ROLE_MAY_NOT';
    yield {
      key: 'goal out of place',
      act: () => guest.isRefused({ type: 'add-goal', goal: guest.id('goal out of place'), text: 'Too early' }, reason),
    };
  }
}

/** Private notes: one to keep, and one to throw away. */
function* ownNotes(view, guest, act) {
  const [own, scrap] = [guest.id('own'), guest.id('scrap')];
  const text = `For ${guest.name} alone`;
  yield act('own', 'add-note', { note: own, text, private: true }, () => view.one('notes', own)?.state === 'private');
  yield act('scrap', 'add-note', { note: scrap, text: 'Scrap', private: true }, () => view.one('notes', scrap));
  yield act('no scrap', 'remove-note', { note: scrap }, () => !view.one('notes', scrap));
}

/** Words written alone: the strongest onto the board where that is counted, one kept for later, and then that too. */
function* words(view, act) {
  if (!view.may('post')) {
    return;
  }
  const open = view
    .mine()
    .filter(({ kind, phase }) => view.one('phases', phase).visibility === 'private' && view.phase.kinds.includes(kind));
  const alone = open.filter(({ state }) => state === 'private');
  const becomes = (id, state) => () => view.one('notes', id)?.state === state;
  for (const { id } of view.phase.budget > 0 ? alone.slice(1, 1 + Math.max(0, view.room)) : alone) {
    yield act(`${view.run} ${id}`, 'post-note', { note: id }, becomes(id, 'posted'));
  }
  if (view.phase.budget > 0) {
    for (const { id } of alone.slice(0, 1)) {
      yield act(`${view.run} ${id}`, 'keep-note', { note: id }, becomes(id, 'aside'));
    }
  } else {
    for (const { id } of open.filter(({ state }) => state === 'aside')) {
      yield act(`${view.run} ${id}`, 'post-note', { note: id }, becomes(id, 'posted'));
    }
  }
}

/** Notes of every open kind, plain and pointing into the work, where the phase takes notes; and one said better. */
function* notes(view, guest, act) {
  const state = view.writing;
  if (!state) {
    return;
  }
  const adding = (key, fields) => {
    const note = guest.id(key);
    return act(key, 'add-note', { note, ...fields }, () => {
      const seen = view.one('notes', note);
      return seen?.text === fields.text && seen.state === state && seen.by === view.you;
    });
  };
  const work = view.all('materials').find(({ kind, locked, pages }) => kind === 'work' && !locked && pages > 0);
  const plain = state === 'private' ? ['first', 'second'] : ['only'];
  const isFree = () => state !== 'posted' || view.room > 0;
  for (const kind of view.phase.kinds) {
    for (const each of plain) {
      if (isFree()) {
        const text = `${guest.name}’s ${each} ${kind} in ${view.phase.id} 🙂`;
        yield adding(`${view.run} ${kind} ${each}`, { kind, text });
      }
    }
    if (work && isFree()) {
      yield { key: `${work.id} seen`, act: () => guest.looksAt(work.id) };
      yield adding(`${view.run} ${kind} there`, {
        kind,
        text: `${guest.name} points: ${kind} in ${view.phase.id}`,
        anchor: { material: work.id, ...POINTING },
      });
    }
  }
  const mine = view.mine().find((note) => note.phase === view.phase.id && note.state === state);
  if (mine) {
    const text = `${mine.text} (said better)`;
    const better = () => view.one('notes', mine.id)?.text === text;
    yield act(`${view.run} better`, 'edit-note', { note: mine.id, text }, better);
  }
}

/** Moving a note there and back, grouping two, naming the group. */
function* board(view, guest, act) {
  const posted = view.posted();
  if (!view.may('arrange') || posted.length === 0) {
    return;
  }
  const { id, x, y } = posted.find((note) => note.by === view.you) ?? posted[0];
  yield {
    key: `${view.run} there and back`,
    act: () => guest.takesBack({ type: 'move-note', note: id, x: x + 40, y: y + 20.5 }),
  };
  const group = guest.id(`${view.run} group`);
  const loose = posted.filter((note) => note.group === null).slice(0, 2);
  if (loose.length > 0) {
    const of = loose.map((note) => note.id);
    yield act(`${view.run} group`, 'group-notes', { group, notes: of }, () => view.one('groups', group));
  }
  if (view.one('groups', group)) {
    const name = `What ${guest.name} sees in ${view.phase.id}`;
    yield act(`${view.run} name`, 'name-group', { group, name });
  }
}

/** All dots of the budget; one is taken back and given again. */
function* dots(view, act) {
  const targets = [...view.all('groups'), ...view.posted().filter((note) => note.group === null)];
  if (!view.may('vote') || targets.length === 0) {
    return;
  }
  const give = (key, target) => {
    const dots = view.spent + 1;
    return act(key, 'cast-vote', { target }, () => view.spent === dots);
  };
  for (let dot = 0; dot < view.phase.budget; dot++) {
    yield give(`${view.run} dot ${dot}`, targets[dot % targets.length].id);
  }
  const [target] = Object.keys(view.marks);
  if (target) {
    const left = view.spent - 1;
    yield act(`${view.run} regret`, 'retract-vote', { target }, () => view.spent === left);
  }
  yield give(`${view.run} again`, targets[0].id);
}

function* texts(view, guest) {
  if (view.may('statement')) {
    for (const { id } of view.texts()) {
      yield { key: `${view.run} ${id} written`, act: () => guest.writes(id) };
    }
  }
}

function* fingers(view, act) {
  const item = view.checked()?.id;
  if (view.may('answer') && item) {
    const given = () => view.all('answers').some((one) => one.item === item && one.answer === 4);
    yield act(`${view.run} fingers`, 'answer-check', { item, answer: 4 }, given);
  }
}

function* goals(view, guest, act) {
  if (!view.may('goal')) {
    return;
  }
  const goal = guest.id(`${view.run} goal`);
  for (const [type, text] of [
    ['add-goal', `${guest.name} asks again in May`],
    ['edit-goal', `${guest.name} asks again in June`],
  ]) {
    yield act(`${view.run} ${type}`, type, { goal, text }, () => view.one('goals', goal));
  }
}
