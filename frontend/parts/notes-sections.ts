import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dotsOf, leftToPost } from '../room/acts.ts';
import { haveBoards } from '../room/company.ts';
import type { Note, Tally } from '../room/entities.ts';
import type { Seat } from '../room/seat.ts';
import type { Cluster, Column, Earlier, Sections } from '../room/sections.ts';
import type { Landing } from './drag.ts';
import { dotsTemplate } from './dots.ts';
import { icon } from './icons.ts';

/** What the sections of the notes are drawn from. */
export interface Scene {
  seat: Seat;
  isBoard: boolean;
  wall: boolean;
  tally: Tally | undefined;
  /** The note in the air, and where it would land. */
  carried: string | undefined;
  landing: Landing | undefined;
  /** The group whose name is being written. */
  naming: string | undefined;
  card(note: Note, lands: string | undefined): TemplateResult;
  named(group: string): void;
}

/** Where another note may be put down in a list: on a note, beside it, or both. */
type Lands = 'free' | 'stacked' | 'stacked-free' | undefined;

/** The groups, each with its notes. */
export function clustersTemplate(clusters: Cluster[], scene: Scene): TemplateResult | typeof nothing {
  if (clusters.length === 0) {
    return nothing;
  }
  const each = (cluster: Cluster): TemplateResult =>
    scene.isBoard ? clusterTile(cluster, scene) : clusterRows(cluster, scene);
  return html`<div class=${scene.isBoard ? 'clusters' : 'outline'}>
    ${repeat(clusters, (cluster) => cluster.group.id, each)}
  </div>`;
}

function clusterTile({ group, notes }: Cluster, scene: Scene): TemplateResult {
  const isTarget = scene.landing?.on === 'group' && scene.landing.id === group.id;
  return html`<section class="cluster ${isTarget ? 'land-in' : ''}" data-group=${group.id}>
    <header>${groupName(group.id, group.name, scene)} ${dotsOn(group.id, group.name, scene)}</header>
    ${list(notes, 'stack', 'stacked', scene)}
  </section>`;
}

function clusterRows({ group, notes }: Cluster, scene: Scene): TemplateResult {
  return html`<section data-group=${group.id}>
    <div class="row-head">
      ${groupName(group.id, group.name, scene)} <span class="count">${notes.length}</span>
      ${dotsOn(group.id, group.name, scene)}
    </div>
    ${list(notes, 'rows', 'stacked', scene)}
  </section>`;
}

function groupName(id: string, name: string, scene: Scene): TemplateResult {
  const { seat } = scene;
  const { words } = seat;
  const shown = name || words.say('group.unnamed');
  if (scene.naming === id) {
    return html`<h3>
      <input
        class="field"
        data-naming=${id}
        maxlength="120"
        aria-label=${words.say('group.name')}
        placeholder=${words.say('group.placeholder')}
        .value=${seat.drafts?.get(`group:${id}`) || name}
        @input=${(event: InputEvent) => seat.drafts?.set(`group:${id}`, (event.target as HTMLInputElement).value)}
        @blur=${() => scene.named(id)}
      />
    </h3>`;
  }
  return html`<h3>
    ${seat.may('arrange') && !scene.wall
      ? html`<button
          type="button"
          class="name ${name ? '' : 'unnamed'}"
          data-act="name"
          data-on=${id}
          title=${words.say('group.rename')}
        >
          ${shown}${icon('edit')}<span class="aloud">, ${words.say('group.rename')}</span>
        </button>`
      : html`<span class="name ${name ? '' : 'unnamed'}">${shown}</span>`}
  </h3>`;
}

/** The notes in no group: all together, or in a column for each kind this step is about. */
export function columnsTemplate(sections: Sections, scene: Scene): TemplateResult | typeof nothing {
  const { words } = scene.seat;
  const several = sections.columns.length > 1;
  const all = sections.columns.flatMap((column) => column.notes);
  if (all.length === 0 && sections.clusters.length === 0 && !several) {
    return nothing;
  }
  return html`<section data-loose class=${scene.landing?.on === 'loose' ? 'land-in' : ''}>
    ${sections.clusters.length > 0 && (all.length > 0 || scene.carried)
      ? html`<h3 class="section-head">${words.say('notes.loose')} <span class="count">${all.length}</span></h3>`
      : nothing}
    ${several
      ? html`<div class=${scene.isBoard ? 'columns' : 'outline rows'}>
          ${sections.columns.map((column) => columnTemplate(column, scene, 'stacked-free'))}
        </div>`
      : all.length > 0 || scene.carried
        ? list(all, scene.isBoard ? 'mosaic' : 'rows', scene.isBoard ? 'free' : 'stacked-free', scene)
        : nothing}
  </section>`;
}

function columnTemplate({ kind, pair, notes }: Column, scene: Scene, lands: Lands): TemplateResult {
  const { seat } = scene;
  const { words } = seat;
  return html`<section class="column ${pair ? '' : `kind kind-${kind ?? 'note'}`}">
    <h3>
      ${pair
        ? html`<span class="kind-word">${icon('people')} ${seat.namesOf(seat.all('pairs').get(pair))}</span>`
        : html`<span class="kind-word"><span class="tile">${icon(kind ?? 'note')}</span>${words.say(`kinds.${kind ?? 'other'}`)}</span>`}
      <span class="count">${notes.length}</span>
    </h3>
    ${notes.length > 0
      ? list(notes, scene.isBoard ? 'stack' : 'rows', lands, scene)
      : html`<p class="none-yet">${words.say('notes.noneYet')}</p>`}
  </section>`;
}

/** What earlier steps have left; the latest one open, unless people are writing for themselves. */
export function earlierTemplate(all: Earlier[], scene: Scene): TemplateResult[] {
  const { words, phase, room } = scene.seat;
  return all.map((earlier, i) => {
    const loose = earlier.columns.flatMap((column) => column.notes);
    const count = loose.length + earlier.clusters.reduce((sum, cluster) => sum + cluster.notes.length, 0);
    const title = earlierTitle(earlier, scene);
    const isOpen =
      room?.status === 'closed' || !phase || (i === 0 && (phase.visibility === 'open' || earlier.station !== undefined));
    return html`<details class="earlier" ?open=${isOpen}>
      <summary>
        ${icon('next')} ${title}
        <span class="count">${count}</span>
      </summary>
      <div>
        ${clustersTemplate(earlier.clusters, scene)}
        ${earlier.columns.length > 1
          ? html`<div class=${scene.isBoard ? 'columns' : 'outline rows'}>
              ${earlier.columns.map((column) => columnTemplate(column, scene, undefined))}
            </div>`
          : loose.length > 0
            ? list(loose, scene.isBoard ? 'mosaic' : 'rows', undefined, scene)
            : nothing}
      </div>
    </details>`;
  });
}

function earlierTitle({ phase, station }: Earlier, { seat }: Scene): string {
  const { words } = seat;
  if (station) {
    const pair = seat.all('pairs').get(station);
    return pair?.people.includes(seat.you)
      ? words.say('notes.atYourPlan')
      : words.say('notes.atPlan', seat.namesOf(pair));
  }
  const name = words.of(phase?.name);
  return name ? words.say('notes.from', name) : words.say('notes.earlier');
}

/** One's own words that nobody else sees, apart from the board and never to be mistaken for it. */
export function ownTemplate({ hidden }: Sections, scene: Scene): TemplateResult[] {
  const { words } = scene.seat;
  if (scene.wall) {
    return [];
  }
  return (['sealed', 'private', 'aside'] as const)
    .filter((name) => hidden[name].length > 0)
    .map(
      (name) =>
        html`<section class="own">
          <header>
            <h3>${icon(name)} ${words.say(`own.${name}`)} <span class="count">${hidden[name].length}</span></h3>
            <p class="soft small">${words.say(`own.${name}.what`)}</p>
          </header>
          ${list(hidden[name], scene.isBoard ? 'mosaic' : 'rows', undefined, scene)}
        </section>`,
    );
}

function list(notes: Note[], className: string, lands: Lands, scene: Scene): TemplateResult {
  const hint = scene.seat.words.say('group.together');
  return html`<ul class=${className} role="list">
    ${repeat(
      notes,
      (note) => note.id,
      (note) => html`<li class=${landingClass(note.id, scene)} data-hint=${hint}>${scene.card(note, lands)}</li>`,
    )}
  </ul>`;
}

function landingClass(id: string, { landing, carried }: Scene): string {
  const isOver = landing && 'id' in landing && landing.id === id && landing.on !== 'group';
  const over = isOver ? `land-${landing.on === 'note' ? 'on' : landing.on}` : '';
  return `${over} ${carried === id ? 'carried' : ''}`;
}

/** Dots on a note or group, if this is a moment for dots. */
export function dotsOn(
  target: string,
  name: string,
  { seat, wall, tally }: Scene,
  tabindex = 0,
): TemplateResult | typeof nothing {
  return wall && seat.may('vote') ? nothing : dotsTemplate(target, name, seat, tally, tabindex);
}

/** Whose board this is, where each small group has its own. */
export function companyTemplate(seat: Seat): TemplateResult | typeof nothing {
  const { words, phase, group, station } = seat;
  if (phase?.state !== 'running' || !haveBoards(phase)) {
    return nothing;
  }
  if (!group) {
    return html`<p class="budget company">${icon('people')} <span>${words.say('company.none')}</span></p>`;
  }
  const others = group.people.filter((person) => person !== seat.you).map((person) => seat.nameOf(person));
  return html`<p class="budget company">
    ${icon('people')}
    <strong
      >${station && station.id !== group.id
        ? words.say('company.atPlan', seat.namesOf(station))
        : others.length > 0
          ? words.say('company.with', others.join(', '))
          : words.say('company.alone')}</strong
    >
    <span class="soft">${words.say('company.closed')}</span>
  </p>`;
}

/** What the person may still give in this step: dots, or notes to the board. */
export function budgetTemplate(seat: Seat): TemplateResult | typeof nothing {
  const { words, phase } = seat;
  if (phase?.instrument === 'dots' && phase.state === 'running') {
    if (!seat.may('vote')) {
      return html`<p class="budget">${words.say('dots.watching')}</p>`;
    }
    const { left } = dotsOf(seat);
    const total = phase.budget ?? 0;
    return html`<p class="budget">
      <span class="given" aria-hidden="true"
        >${Array.from({ length: total }, (_, i) => html`<i class=${i < left ? 'dot' : 'dot hollow'}></i>`)}</span
      >
      <strong role="status">${words.count('dots.left', left, total)}</strong>
      <span class="soft">${words.say('dots.hidden')}</span>
    </p>`;
  }
  const left = leftToPost(seat);
  if (left !== undefined && seat.may('post')) {
    return html`<p class="budget">
      ${icon('post')} <strong role="status">${words.count('post.left', left, phase?.budget ?? 0)}</strong>
      <span class="soft">${words.say('post.rest')}</span>
    </p>`;
  }
  return nothing;
}

/** Where what one writes is what the step is about. */
const WRITING = new Set(['open', 'group', 'private', 'sealed', 'anonymous']);

const BESIDE = new Set(['none', 'items', 'checklist', 'scores', 'agreement']);

/** What belongs on an empty board, with an example. */
export function emptyTemplate({ words, phase, writing }: Seat): TemplateResult {
  const kind = phase?.kinds[0];
  if (WRITING.has(writing) && kind) {
    return html`<div class="empty kind kind-${kind}">
      <span class="tile">${icon(kind)}</span>
      <strong>${words.say(`empty.${writing}`)}</strong>
      <p>${words.say(`empty.kind.${kind}`)}</p>
      <p class="example">
        <span class="soft small">${words.say('empty.example')}</span><br />${words.say(`example.${kind}`)}
      </p>
    </div>`;
  }
  // Where the step works with another tool, whoever uses that tool is not listening.
  const which = writing === 'listening' && phase && BESIDE.has(phase.instrument) ? 'beside' : writing;
  return html`<div class="empty">
    ${icon(writing === 'listening' ? 'private' : 'board')}
    <strong>${words.say(`empty.${which}`)}</strong>
    <p>${words.say(`empty.${which}.next`)}</p>
  </div>`;
}

/** Who is writing just now; only open steps tell. */
export function typingTemplate(seat: Seat): TemplateResult | typeof nothing {
  const { words } = seat;
  const names = seat.gestures.typing().map((person) => seat.nameOf(person));
  if (names.length === 0) {
    return nothing;
  }
  return html`<p class="typing" aria-hidden="true">
    ${icon('edit')} ${names.length === 1 ? words.say('typing.one', names[0]!) : words.say('typing.many', names.length)}
  </p>`;
}
