import { css, html, nothing, type TemplateResult } from 'lit';
import type { Act } from '../room/acts.ts';
import type { Note } from '../room/entities.ts';
import type { Seat } from '../room/seat.ts';
import { icon } from './icons.ts';

/** What a card shows beside its note. */
export interface CardLook {
  seat: Seat;
  acts: Act[];
  /** Whether Tab stops at this card; one card of the list is where the arrows stand. */
  isStop: boolean;
  isMoving: boolean;
  isOutline: boolean;
  /** Where another note may be put down: on this one, beside it, or both; not at all if missing. */
  lands?: string;
  /** The field in which the note is being reworded. */
  editor?: TemplateResult;
  dots?: TemplateResult | typeof nothing;
  /** The note it answers. */
  answered?: Note | undefined;
  /** The notes a line joins it with. */
  linked?: readonly Note[];
  /** What others said in the same sense, which stands with it. */
  same?: readonly Note[];
}

/** A note, on the board as a tile and in the outline as a row; both have the same parts and the same actions. */
export function noteCard(note: Note, look: CardLook): TemplateResult {
  const { seat, acts } = look;
  const words = seat.words;
  const mine = seat.isMine(note);
  const sending = seat.board.sending.has(note.id);
  const dragged = seat.gestures.dragging(note.id);
  const author = authorOf(note, seat);
  const kindWord = words.say(`kind.${note.kind}`);
  const classes = [
    'note kind',
    `kind-${note.kind}`,
    mine ? 'mine' : '',
    note.state,
    sending ? 'sending' : '',
    isPlain(note) && !look.linked?.length && !look.same?.length ? 'plain' : '',
    look.isMoving ? 'moving' : '',
    dragged ? 'held' : '',
    seat.pointed === note.id ? 'pointed' : '',
  ].join(' ');
  return html`<article
    class=${classes}
    data-note=${note.id}
    data-lands=${look.lands ?? nothing}
    tabindex=${look.isStop ? 0 : -1}
    aria-labelledby=${`k-${note.id} t-${note.id} b-${note.id}`}
    aria-describedby=${look.same?.length ? `m-${note.id} s-${note.id}` : `s-${note.id}`}
  >
    <header>
      <span class="kind-word" id=${`k-${note.id}`}><span class="tile">${icon(note.kind)}</span><span class="kind-name">${kindWord}</span></span>
      ${stateBadge(note, seat)}
      ${note.late
        ? html`<span class="chip late" title=${words.say('note.late.why')}>${icon('hourglass')} ${words.say('note.late')}</span>`
        : nothing}
      ${note.anchor ? anchorChip(note, look) : nothing}
      ${acts.some((act) => act.name === 'move')
        ? html`<span class="grip" data-grip aria-hidden="true">${icon('grip')}</span>`
        : nothing}
    </header>
    ${look.answered ? tie(look.answered, 'note.answers', 'feedback', look) : nothing}
    ${look.editor ?? html`<p class="text" id=${`t-${note.id}`}>${note.text}</p>`}
    ${look.same?.length ? sameList(note.id, look.same, look) : nothing}
    ${look.linked?.map((other) => tie(other, 'note.linked', 'chain', look))}
    <footer>
      <span class=${note.state === 'posted' || note.state === 'among' ? 'by' : 'aloud'} id=${`b-${note.id}`}>${author}</span>
      <span id=${`s-${note.id}`}>${mine ? mark(sending, seat) : nothing}</span>
      ${dragged ? html`<span class="chip">${icon('move')} ${seat.nameOf(dragged)}</span>` : nothing}
      ${look.dots ?? nothing}
      ${acts.length > 0 && !look.editor
        ? html`<span class="acts">${acts.map((act) => actButton(act, note, look))}</span>`
        : nothing}
    </footer>
  </article>`;
}

function authorOf(note: Note, seat: Seat): string {
  if (seat.isMine(note)) {
    return seat.words.say('note.you');
  }
  return note.by ? seat.nameOf(note.by) : seat.words.say(seat.isClaimed(note) ? 'note.claimed' : 'note.nameless');
}

/** A plain note on the board says what it is by having no kind: its words are all there is to see. */
function isPlain(note: Note): boolean {
  return note.kind === 'note' && !note.anchor && !note.late && (note.state === 'posted' || note.state === 'among') && !note.replyTo;
}

function stateBadge(note: Note, seat: Seat): TemplateResult | typeof nothing {
  const words = seat.words;
  switch (note.state) {
    case 'private':
      return html`<span class="chip state">${icon('private')} ${words.say('note.private')}</span>`;
    case 'sealed':
      return html`<span class="chip state">${icon('sealed')} ${words.say('note.sealed')}</span>`;
    case 'aside':
      return html`<span class="chip state">${icon('aside')} ${words.say('note.aside')}</span>`;
    case 'among':
    case 'posted':
      return nothing;
  }
}

/** What others said in the same sense, with who said it, and the way back for those who may arrange. */
function sameList(id: string, same: readonly Note[], { seat, acts, isStop, isOutline }: CardLook): TemplateResult {
  const { words } = seat;
  const splits = acts.some((act) => act.name === 'move') && seat.may('arrange');
  return html`<ul class="same" role="list" id=${`m-${id}`} aria-label=${words.say('note.same')}>
    ${same.map(
      (other) =>
        html`<li>
          ${icon('same')} <span>${other.text}</span>
          <small>${authorOf(other, seat)}</small>
          ${splits
            ? html`<button
                type="button"
                class="tool small"
                data-act="apart"
                data-on=${other.id}
                tabindex=${isStop || isOutline ? 0 : -1}
                title=${words.say('join.apart')}
                aria-label=${`${words.say('join.apart')}: ${other.text}`}
              >
                ${icon('apart')}
              </button>`
            : nothing}
        </li>`,
    )}
  </ul>`;
}

/** What a note hangs together with; it leads there. */
function tie(other: Note, key: string, drawing: string, look: CardLook): TemplateResult {
  return html`<button
    class="tie"
    type="button"
    data-act="jump"
    data-on=${other.id}
    tabindex=${look.isStop || look.isOutline ? 0 : -1}
  >
    ${icon(drawing)} <span class="aloud">${look.seat.words.say(key)}</span> <span>${other.text}</span>
  </button>`;
}

function anchorChip(note: Note, look: CardLook): TemplateResult {
  const words = look.seat.words;
  const page = note.anchor!.page;
  return html`<button
    class="chip"
    type="button"
    data-act="show"
    data-on=${note.id}
    tabindex=${look.isStop || look.isOutline ? 0 : -1}
    aria-label=${words.say('note.showPage', page)}
  >
    ${icon('page')} ${words.say('note.page', page)}
  </button>`;
}

/** The mark on one's own note: sending, and saved only once the server has made it durable. */
function mark(sending: boolean, seat: Seat): TemplateResult {
  const words = seat.words;
  if (!sending) {
    return html`<span class="mark done">${icon('saved')} ${words.say('note.saved')}</span>`;
  }
  const stuck = seat.link !== 'live';
  return html`<span class="mark ${stuck ? 'stuck' : 'under-way'}"
    >${icon(stuck ? 'hourglass' : 'sending')} ${words.say(stuck ? 'note.waiting' : 'note.sending')}</span
  >`;
}

function actButton(act: Act, note: Note, look: CardLook): TemplateResult {
  const words = look.seat.words;
  const label = words.say(`act.${act.name}`);
  const why = act.why ? words.say(act.why) : '';
  const title = why || (act.key ? `${label} (${words.has(`key.${act.key}`) ? words.say(`key.${act.key}`) : act.key})` : label);
  return html`<button
    type="button"
    class=${act.name === 'post' ? 'button slim' : look.isOutline ? 'button slim quiet' : 'tool'}
    data-act=${act.name}
    data-on=${note.id}
    tabindex=${look.isStop ? 0 : -1}
    title=${title}
    aria-label=${why ? `${label}. ${why}` : label}
    aria-disabled=${act.why ? 'true' : nothing}
  >
    ${icon(act.icon)}${look.isOutline || act.name === 'post' ? html`<span>${label}</span>` : nothing}
  </button>`;
}

export const noteLooks = css`
  .note {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 0.4rem;
    min-inline-size: 0;
    padding: 0.6rem 0.7rem 0.45rem;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--tint);
    box-shadow: var(--shadow);
    transition: border-color var(--quick), box-shadow var(--quick);
  }

  .note:hover,
  .note.pointed {
    border-color: var(--strong);
  }

  .note.pointed {
    box-shadow: 0 0 0 2px var(--strong);
  }

  .note.private,
  .note.sealed,
  .note.aside {
    border-style: dashed;
    border-color: var(--line-strong);
    background:
      repeating-linear-gradient(135deg, transparent 0 9px, color-mix(in srgb, var(--ink) 3.5%, transparent) 9px 10px),
      var(--surface);
    box-shadow: none;
  }

  .note.moving {
    outline: 3px solid var(--tessera-focus, Highlight);
    outline-offset: 2px;
    box-shadow: var(--tessera-shadow-lifted, 0 8px 20px rgb(0 0 0 / 0.2));
  }

  .note.held {
    opacity: 0.75;
    border-style: dashed;
  }

  .note header,
  .note footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 0.5rem;
  }

  .note header .grip {
    margin-inline-start: auto;
    color: var(--ink-soft);
    cursor: grab;
    touch-action: none;
    padding: 0.15rem;
    margin-block: -0.15rem;
    opacity: 0.65;
  }

  .note footer {
    margin-block-start: auto;
    min-block-size: 1.9rem;
    color: var(--ink-soft);
    font-size: 0.8125em;
  }

  .note .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    text-wrap: pretty;
  }

  .note.plain {
    display: grid;
    grid-template-columns: auto 1fr auto;
    column-gap: 0.55rem;
    row-gap: 0.1rem;
    padding-block: 0.5rem 0.3rem;
  }

  .note.plain header {
    display: contents;
  }

  .note.plain .kind-word {
    grid-area: 1 / 1;
    align-self: start;
    padding-block-start: 0.15em;
  }

  .note.plain .kind-name {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .note.plain .grip {
    grid-area: 1 / 3;
    align-self: start;
  }

  .note.plain :is(.text, .editor) {
    grid-area: 1 / 2;
    font-weight: 550;
  }

  .note.plain footer {
    grid-area: 2 / 1 / auto / -1;
    padding-inline-start: 2.05em;
  }

  .tie {
    display: flex;
    align-items: center;
    gap: 0.4em;
    min-inline-size: 0;
    padding: 0.1rem 0.3rem;
    margin-inline: -0.3rem;
    border: 0;
    border-radius: 0.4rem;
    background: transparent;
    color: var(--ink-soft);
    font-size: 0.8125em;
    text-align: start;
  }

  .tie:hover {
    color: var(--ink);
    background: color-mix(in srgb, var(--ink) 7%, transparent);
  }

  .tie span:last-child {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .same {
    display: grid;
    gap: 0.15rem;
    margin: 0;
    padding: 0;
    list-style: none;
    color: var(--ink-soft);
    font-size: 0.875em;
  }

  .same li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.1rem 0.4em;
    min-inline-size: 0;
  }

  .same li > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .same .tool {
    margin-inline-start: auto;
  }

  .by {
    font-weight: 550;
  }

  .mark {
    display: flex;
    align-items: center;
    gap: 0.25em;
  }

  .mark.done {
    color: var(--good-ink);
  }

  .mark.stuck {
    color: var(--warn-ink);
  }

  .mark.under-way .icon {
    animation: turn 0.9s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  .acts {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.1rem;
    margin-inline-start: auto;
    margin-inline-end: -0.3rem;
  }

  .board .acts .tool {
    inline-size: 1.8rem;
    block-size: 1.8rem;
  }

  @media (hover: hover) and (pointer: fine) {
    .board .note .acts .tool {
      opacity: 0;
    }

    .board .note:is(:hover, :focus, :focus-within, .moving) .acts .tool {
      opacity: 1;
    }

    .note .grip {
      opacity: 0.35;
    }
  }

  @media (pointer: coarse) {
    .board .acts .tool {
      inline-size: 2.4rem;
      block-size: 2.4rem;
    }

    .note header .grip {
      padding: 0.5rem;
      margin: -0.5rem -0.4rem -0.5rem auto;
    }
  }
`;
