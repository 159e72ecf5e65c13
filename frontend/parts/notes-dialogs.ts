import { html, nothing, type TemplateResult } from 'lit';
import type { Group, Note } from '../room/entities.ts';
import type { Words } from '../room/words.ts';
import { icon } from './icons.ts';

/** Asks to which group a note goes. Buttons carry `data-group-choice`: a group's id, `new` or `none`. */
export function chooseGroup(
  words: Words,
  groups: readonly { group: Group; notes: readonly Note[] }[],
  current: string | null | undefined,
): TemplateResult {
  return html`<dialog aria-labelledby="choose-title" data-dialog="group">
    <h2 id="choose-title">${words.say('group.choose')}</h2>
    <div class="options">
      ${groups.map(
        ({ group, notes }) =>
          html`<button
            type="button"
            class="button"
            data-group-choice=${group.id}
            aria-current=${group.id === current ? 'true' : nothing}
          >
            ${icon(group.id === current ? 'saved' : 'group')}
            ${group.name || words.say('group.with', shortly(notes))}
          </button>`,
      )}
      <button type="button" class="button" data-group-choice="new">${icon('plus')} ${words.say('group.new')}</button>
      ${current
        ? html`<button type="button" class="button" data-group-choice="none">
            ${icon('minus')} ${words.say('group.none')}
          </button>`
        : nothing}
    </div>
    <button type="button" class="button quiet" data-close>${words.say('cancel')}</button>
  </dialog>`;
}

/** Asks with which note a line joins another. Buttons carry `data-link-to`; a line that is there goes away again. */
export function chooseNote(words: Words, notes: readonly { note: Note; joined: boolean }[]): TemplateResult {
  return html`<dialog aria-labelledby="link-title" data-dialog="link">
    <h2 id="link-title">${words.say('link.choose')}</h2>
    <div class="options">
      ${notes.map(
        ({ note, joined }) =>
          html`<button type="button" class="button" data-link-to=${note.id}>
            ${icon(joined ? 'minus' : 'chain')}
            <span
              >${note.text}${joined ? html`<span class="soft small"> ${words.say('link.joined')}</span>` : nothing}</span
            >
          </button>`,
      )}
    </div>
    <button type="button" class="button quiet" data-close>${words.say('cancel')}</button>
  </dialog>`;
}

/** Asks which note says the same. Buttons carry `data-join-with`. */
export function chooseSame(words: Words, notes: readonly Note[]): TemplateResult {
  return html`<dialog aria-labelledby="join-title" data-dialog="join">
    <h2 id="join-title">${words.say('join.choose')}</h2>
    <p class="soft small">${words.say('join.what')}</p>
    <div class="options">
      ${notes.map(
        (note) =>
          html`<button type="button" class="button" data-join-with=${note.id}>${icon('same')} <span>${note.text}</span></button>`,
      )}
    </div>
    <button type="button" class="button quiet" data-close>${words.say('cancel')}</button>
  </dialog>`;
}

/** What an unnamed group is about: its first notes. */
function shortly(notes: readonly Note[]): string {
  const texts = notes.slice(0, 3).map((note) => (note.text.length > 28 ? `${note.text.slice(0, 26)}…` : note.text));
  return texts.join(', ') + (notes.length > 3 ? '…' : '');
}

const KEYS: readonly (readonly [string, readonly string[]])[] = [
  ['arrows', ['←', '↑', '→', '↓']],
  ['enter', ['Enter']],
  ['move', ['M']],
  ['group', ['G']],
  ['join', ['J']],
  ['link', ['C']],
  ['answer', ['A']],
  ['vote', ['V', '⇧V']],
  ['post', ['P']],
  ['keep', ['K']],
  ['insert', ['I']],
  ['page', ['L']],
  ['delete', ['Del']],
  ['undo', ['Ctrl', 'Z']],
  ['new', ['N']],
  ['escape', ['Esc']],
  ['help', ['?']],
];

/** The list of keys. */
export function keyList(words: Words): TemplateResult {
  return html`<dialog aria-labelledby="keys-title" data-dialog="keys">
    <h2 id="keys-title">${words.say('keys.title')}</h2>
    <p class="soft small">${words.say('keys.where')}</p>
    <dl class="keys">
      ${KEYS.map(
        ([name, keys]) =>
          html`<dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
            <dd>${words.say(`keys.${name}`)}</dd>`,
      )}
    </dl>
    <button type="button" class="button primary" data-close>${words.say('close')}</button>
  </dialog>`;
}
