import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { actsOf, dotsOf, leftToPost, type Act } from '../room/acts.ts';
import type { Note, Tally } from '../room/entities.ts';
import { placeBetween, type Place } from '../room/order.ts';
import { arrange, latestTally, type Cluster, type Column, type Earlier, type Sections } from '../room/sections.ts';
import { dotsLooks, dotsTemplate } from './dots.ts';
import { Drag, type Landing } from './drag.ts';
import { Glide } from './glide.ts';
import { icon } from './icons.ts';
import { looks } from './looks.ts';
import { noteCard, noteLooks } from './note-card.ts';
import { chooseGroup, keyList } from './notes-dialogs.ts';
import { notesLooks } from './notes-looks.ts';
import { Part } from './part.ts';

export type View = 'board' | 'outline';

/** A note being moved by keyboard, and where it would be put down. */
interface Moving extends Place {
  id: string;
  group: string | null;
}

/**
 * The notes, as a board of tiles or as an outline: the same notes in the same order with the same actions, so that
 * nobody misses anything in either view.
 */
@customElement('tessera-notes')
export class Notes extends Part {
  static override styles = [looks, noteLooks, dotsLooks, notesLooks];

  @property() view: View = 'board';
  /** For a projector: large, and nothing to operate. */
  @property({ type: Boolean, reflect: true }) wall = false;

  @state() private editing: string | undefined;
  @state() private naming: string | undefined;
  @state() private moving: Moving | undefined;
  @state() private grouping: string | undefined;
  @state() private carried: string | undefined;
  @state() private landing: Landing | undefined;
  @query('dialog[data-dialog="group"]') private groupDialog!: HTMLDialogElement;
  @query('dialog[data-dialog="keys"]') private keysDialog!: HTMLDialogElement;

  /** The note Tab stops at. */
  private stop: string | undefined;
  private sections: Sections | undefined;
  private wasFocused: { note: string; act: string | undefined; neighbour: string | undefined } | undefined;
  private focusNext: string | undefined;
  private readonly glide = new Glide();
  private drag!: Drag;

  override connectedCallback(): void {
    super.connectedCallback();
    this.drag ??= new Drag({
      root: this.renderRoot as ShadowRoot,
      isMovable: (id) => !this.editing && this.canMove(id),
      started: (id) => {
        this.carried = id;
        this.seat.gesture('drag', { note: id });
      },
      over: (landing) => {
        this.landing = landing;
        if (this.carried) {
          this.seat.gesture('drag', { note: this.carried });
        }
      },
      dropped: (id, landing) => this.drop(id, landing),
      ended: () => {
        this.carried = undefined;
        this.landing = undefined;
      },
    });
  }

  /** Brings a note into view and gives it the focus. */
  show(id: string): void {
    const earlier = this.card(id)?.closest('details');
    if (earlier) {
      earlier.open = true;
    }
    this.stop = id;
    this.focusNext = id;
    this.requestUpdate();
  }

  showKeys(): void {
    this.keysDialog.showModal();
  }

  // Rendering

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.moving && !this.note(this.moving.id)) {
      this.moving = undefined;
    }
    if (!this.hasUpdated) {
      return;
    }
    this.rememberFocus();
    if (!this.drag.isCarrying) {
      this.glide.remember(this.renderRoot);
    }
  }

  protected override updated(): void {
    this.glide.play(this.renderRoot);
    if (this.focusNext) {
      const card = this.card(this.focusNext);
      if (card) {
        this.focusNext = undefined;
        card.focus({ preventScroll: true });
        card.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
      }
    } else {
      this.restoreFocus();
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.seat.known) {
      return nothing;
    }
    const { seat } = this;
    const tally = latestTally(seat.all('tallies'), seat.all('phases'));
    const sections = arrange(this.boardWithMoving(), seat.all('phases'), seat.phase, tally);
    this.sections = sections;
    this.keepStop(sections);
    const ownFirst =
      seat.phase?.instrument === 'board' && (seat.phase.visibility !== 'open' || leftToPost(seat) !== undefined);
    const own = this.ownTemplate(sections);
    const isEmpty = sections.posted === 0;
    return html`
      ${this.wall ? nothing : this.toolbarTemplate(sections)} ${this.budgetTemplate()}
      <div
        class="scroll ${this.view} ${this.carried ? 'carrying' : ''}"
        @pointerdown=${(event: PointerEvent) => this.drag.down(event)}
        @click=${this.clicked}
        @keydown=${this.pressed}
        @focusin=${this.entered}
        @focusout=${() => this.seat.point(undefined)}
        @pointerover=${this.hovered}
      >
        ${ownFirst ? own : nothing}
        ${sections.clusters.length > 0 ? this.clustersTemplate(sections.clusters, tally) : nothing}
        ${isEmpty && (own === nothing || !ownFirst) ? this.emptyTemplate() : this.columnsTemplate(sections, tally)}
        ${this.typingTemplate()}
        ${this.wall ? nothing : sections.earlier.map((earlier, i) => this.earlierTemplate(earlier, i === 0, tally))}
        ${ownFirst ? nothing : own} ${this.moving ? this.movingTemplate() : nothing}
      </div>
      ${chooseGroup(seat.words, this.grouping ? this.choices() : [], this.groupingNote()?.group)} ${keyList(seat.words)}
    `;
  }

  private toolbarTemplate(sections: Sections): TemplateResult {
    const { seat } = this;
    const switchTo = (view: View) => () => {
      this.dispatchEvent(new CustomEvent<View>('board-view', { detail: view, bubbles: true, composed: true }));
    };
    return html`<div class="toolbar">
      <slot name="start"></slot>
      <h2>${this.say('notes.title')} <span>${sections.posted > 0 ? sections.posted : ''}</span></h2>
      <span class="end"><slot name="end"></slot></span>
      <div class="choices" role="group" aria-label=${this.say('view.label')}>
        <button type="button" aria-pressed=${this.view === 'board'} @click=${switchTo('board')}>
          ${icon('board')} <span class="word">${this.say('view.board')}</span>
        </button>
        <button type="button" aria-pressed=${this.view === 'outline'} @click=${switchTo('outline')}>
          ${icon('outline')} <span class="word">${this.say('view.outline')}</span>
        </button>
      </div>
      <span>
        <button
          type="button"
          class="tool"
          title=${this.say('undo.title')}
          aria-label=${this.say('undo')}
          aria-disabled=${seat.canUndo ? nothing : 'true'}
          @click=${() => seat.undo()}
        >
          ${icon('undo')}
        </button>
        <button
          type="button"
          class="tool"
          title=${this.say('keys.show')}
          aria-label=${this.say('keys.show')}
          @click=${this.showKeys}
        >
          ${icon('help')}
        </button>
      </span>
    </div>`;
  }

  private budgetTemplate(): TemplateResult | typeof nothing {
    const { seat } = this;
    if (seat.phase?.instrument === 'dots' && seat.phase.state === 'running') {
      if (!seat.may('vote')) {
        return html`<p class="budget">${this.say('dots.watching')}</p>`;
      }
      const { left } = dotsOf(seat);
      const total = seat.phase.budget ?? 0;
      return html`<p class="budget">
        <span class="given" aria-hidden="true"
          >${Array.from({ length: total }, (_, i) => html`<i class=${i < left ? 'dot' : 'dot hollow'}></i>`)}</span
        >
        <strong role="status">${this.seat.words.count('dots.left', left, total)}</strong>
        <span class="soft">${this.say('dots.hidden')}</span>
      </p>`;
    }
    const left = leftToPost(seat);
    if (left !== undefined && seat.may('post')) {
      return html`<p class="budget">
        ${icon('post')}
        <strong role="status">${this.seat.words.count('post.left', left, seat.phase?.budget ?? 0)}</strong>
        <span class="soft">${this.say('post.rest')}</span>
      </p>`;
    }
    return nothing;
  }

  private clustersTemplate(clusters: Cluster[], tally: Tally | undefined): TemplateResult {
    const each = (cluster: Cluster) =>
      this.view === 'board' ? this.clusterTemplate(cluster, tally) : this.clusterRows(cluster, tally);
    return html`<div class=${this.view === 'board' ? 'clusters' : 'outline'}>
      ${repeat(clusters, (cluster) => cluster.group.id, each)}
    </div>`;
  }

  private clusterTemplate({ group, notes }: Cluster, tally: Tally | undefined): TemplateResult {
    const isTarget = this.landing?.on === 'group' && this.landing.id === group.id;
    return html`<section class="cluster ${isTarget ? 'land-in' : ''}" data-group=${group.id}>
      <header>${this.groupName(group.id, group.name)} ${this.dotsOn(group.id, group.name, tally)}</header>
      ${this.list(notes, 'stack', 'stacked', tally)}
    </section>`;
  }

  private clusterRows({ group, notes }: Cluster, tally: Tally | undefined): TemplateResult {
    return html`<section data-group=${group.id} style="margin-block-end: 1rem">
      <div class="row-head">
        ${this.groupName(group.id, group.name)} <span class="count">${notes.length}</span>
        ${this.dotsOn(group.id, group.name, tally)}
      </div>
      ${this.list(notes, 'rows', 'stacked', tally)}
    </section>`;
  }

  private groupName(id: string, name: string): TemplateResult {
    const shown = name || this.say('group.unnamed');
    if (this.naming === id) {
      return html`<h3>
        <input
          class="field"
          data-naming=${id}
          maxlength="120"
          aria-label=${this.say('group.name')}
          placeholder=${this.say('group.placeholder')}
          .value=${this.seat.drafts?.get(`group:${id}`) || name}
          @input=${(event: InputEvent) =>
            this.seat.drafts?.set(`group:${id}`, (event.target as HTMLInputElement).value)}
          @blur=${() => this.named(id, true)}
        />
      </h3>`;
    }
    return html`<h3>
      ${this.seat.may('arrange') && !this.wall
        ? html`<button
            type="button"
            class="name ${name ? '' : 'unnamed'}"
            data-act="name"
            data-on=${id}
            title=${this.say('group.rename')}
          >
            ${shown}${icon('edit')}<span class="aloud">, ${this.say('group.rename')}</span>
          </button>`
        : html`<span class="name ${name ? '' : 'unnamed'}">${shown}</span>`}
    </h3>`;
  }

  private columnsTemplate(sections: Sections, tally: Tally | undefined): TemplateResult | typeof nothing {
    const isTarget = this.landing?.on === 'loose';
    const several = sections.columns.length > 1;
    const all = sections.columns.flatMap((column) => column.notes);
    if (all.length === 0 && sections.clusters.length === 0 && !several) {
      return nothing;
    }
    const listOf = (notes: Note[], inColumn: boolean): TemplateResult =>
      this.view === 'board'
        ? this.list(notes, inColumn ? 'stack' : 'mosaic', inColumn ? 'stacked-free' : 'free', tally)
        : this.list(notes, 'rows', 'stacked-free', tally);
    const columnTemplate = (column: Column): TemplateResult =>
      html`<section class="column kind kind-${column.kind ?? 'note'}">
        <h3>
          <span class="kind-word"
            ><span class="tile">${icon(column.kind ?? 'note')}</span>${this.say(`kinds.${column.kind ?? 'note'}`)}</span
          >
          <span class="count">${column.notes.length}</span>
        </h3>
        ${column.notes.length > 0
          ? listOf(column.notes, true)
          : html`<p class="none-yet">${this.say('notes.noneYet')}</p>`}
      </section>`;
    return html`<section data-loose class=${isTarget ? 'land-in' : ''}>
      ${sections.clusters.length > 0 && (all.length > 0 || this.carried)
        ? html`<h3 class="section-head">${this.say('notes.loose')} <span class="count">${all.length}</span></h3>`
        : nothing}
      ${several
        ? html`<div class=${this.view === 'board' ? 'columns' : 'outline rows'}>
            ${sections.columns.map(columnTemplate)}
          </div>`
        : all.length > 0 || this.carried
          ? listOf(all, false)
          : nothing}
    </section>`;
  }

  private earlierTemplate(earlier: Earlier, isLatest: boolean, tally: Tally | undefined): TemplateResult {
    const count = earlier.notes.length + earlier.clusters.reduce((sum, cluster) => sum + cluster.notes.length, 0);
    const name = this.seat.words.of(earlier.phase?.name);
    const { phase, room } = this.seat;
    const isOpen = room?.status === 'closed' || !phase || (isLatest && phase.visibility === 'open');
    return html`<details class="earlier" ?open=${isOpen}>
      <summary>${icon('next')} ${name ? this.say('notes.from', name) : this.say('notes.earlier')} <span class="count">${count}</span></summary>
      <div>
        ${earlier.clusters.length > 0 ? this.clustersTemplate(earlier.clusters, tally) : nothing}
        ${earlier.notes.length > 0
          ? this.list(earlier.notes, this.view === 'board' ? 'mosaic' : 'rows', 'none', tally)
          : nothing}
      </div>
    </details>`;
  }

  private ownTemplate(sections: Sections): TemplateResult | typeof nothing {
    const { hidden } = sections;
    if (this.wall || hidden.private.length + hidden.sealed.length + hidden.aside.length === 0) {
      return nothing;
    }
    const strip = (name: string, notes: Note[]) =>
      notes.length === 0
        ? nothing
        : html`<section class="own">
            <header>
              <h3>${icon(name)} ${this.say(`own.${name}`)} <span class="count">${notes.length}</span></h3>
              <p class="soft small">${this.say(`own.${name}.what`)}</p>
            </header>
            ${this.list(notes, this.view === 'board' ? 'mosaic' : 'rows', 'none', undefined)}
          </section>`;
    return html`${strip('sealed', hidden.sealed)} ${strip('private', hidden.private)} ${strip('aside', hidden.aside)}`;
  }

  private list(
    notes: Note[],
    className: string,
    lands: 'free' | 'stacked' | 'stacked-free' | 'none',
    tally: Tally | undefined,
  ): TemplateResult {
    return html`<ul class=${className} role="list">
      ${repeat(
        notes,
        (note) => note.id,
        (note) =>
          html`<li class=${this.landingClass(note.id)} data-hint=${this.say('group.together')}>
            ${this.cardTemplate(note, lands, tally)}
          </li>`,
      )}
    </ul>`;
  }

  private landingClass(id: string): string {
    const { landing } = this;
    const over =
      landing && (landing.on === 'note' || landing.on === 'before' || landing.on === 'after') && landing.id === id
        ? `land-${landing.on === 'note' ? 'on' : landing.on}`
        : '';
    return `${over} ${this.carried === id ? 'carried' : ''}`;
  }

  private cardTemplate(note: Note, lands: string, tally: Tally | undefined): TemplateResult {
    const acts = this.wall ? [] : actsOf(note, this.seat);
    const isStop = this.stop === note.id;
    // A note inside a group is voted for with its group, where there are groups.
    const showsDots = note.state === 'posted' && !(note.group && this.seat.all('groups').has(note.group) && this.seat.may('vote'));
    return html`${noteCard(note, {
      seat: this.seat,
      acts,
      isStop,
      isMoving: this.moving?.id === note.id,
      isOutline: this.view === 'outline',
      lands: lands === 'none' ? undefined : lands,
      editor: this.editing === note.id ? this.editorTemplate(note) : undefined,
      dots: showsDots ? this.dotsOn(note.id, note.text, tally, isStop ? 0 : -1) : undefined,
    })}`;
  }

  private dotsOn(target: string, name: string, tally: Tally | undefined, tabindex = 0): TemplateResult | typeof nothing {
    return this.wall && this.seat.may('vote') ? nothing : dotsTemplate(target, name, this.seat, tally, tabindex);
  }

  private editorTemplate(note: Note): TemplateResult {
    const draft = this.seat.drafts?.get(`note:${note.id}`) || note.text;
    return html`<div class="editor">
      <textarea
        class="field"
        data-editing=${note.id}
        rows="2"
        maxlength="2000"
        aria-label=${this.say('note.edit')}
        .value=${draft}
        @input=${(event: InputEvent) =>
          this.seat.drafts?.set(`note:${note.id}`, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <div>
        <button type="button" class="button slim primary" data-act="save" data-on=${note.id}>${this.say('save')}</button>
        <button type="button" class="button slim quiet" data-act="cancel" data-on=${note.id}>
          ${this.say('cancel')}
        </button>
      </div>
    </div>`;
  }

  private typingTemplate(): TemplateResult | typeof nothing {
    const names = this.seat.gestures.typing().map((person) => this.seat.nameOf(person));
    if (names.length === 0) {
      return nothing;
    }
    return html`<p class="typing" aria-hidden="true">
      ${icon('edit')} ${names.length === 1 ? this.say('typing.one', names[0]!) : this.say('typing.many', names.length)}
    </p>`;
  }

  private movingTemplate(): TemplateResult {
    return html`<p class="moving-hint" aria-hidden="true">${this.say('move.hint')}</p>`;
  }

  private emptyTemplate(): TemplateResult {
    const { seat } = this;
    const kind = seat.phase?.kinds[0];
    const where = seat.writing;
    if ((where === 'open' || where === 'private' || where === 'sealed') && kind) {
      return html`<div class="empty kind kind-${kind}">
        <span class="tile">${icon(kind)}</span>
        <strong>${this.say(`empty.${where}`)}</strong>
        <p>${this.say(`empty.kind.${kind}`)}</p>
        <p class="example"><span class="soft small">${this.say('empty.example')}</span><br />${this.say(`example.${kind}`)}</p>
      </div>`;
    }
    return html`<div class="empty">
      ${icon(where === 'listening' ? 'private' : 'board')}
      <strong>${this.say(`empty.${where}`)}</strong>
      <p>${this.say(`empty.${where}.next`)}</p>
    </div>`;
  }

  // Finding notes

  private card(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`);
  }

  private get cards(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[data-note]')].filter(
      (card) => card.checkVisibility?.() ?? true,
    );
  }

  private note(id: string): Note | undefined {
    return this.seat.board.notes.get(id);
  }

  private canMove(id: string): boolean {
    const note = this.note(id);
    return !this.wall && note?.state === 'posted' && this.seat.may('arrange');
  }

  private can(note: Note, name: Act['name']): boolean {
    return !this.wall && actsOf(note, this.seat).some((act) => act.name === name && !act.why);
  }

  private groupsInOrder() {
    const inUse = new Set([...this.seat.board.notes.values()].map((note) => note.group));
    return [...this.seat.board.groups.values()]
      .filter((group) => inUse.has(group.id))
      .sort((a, b) => a.ordinal - b.ordinal);
  }

  private choices() {
    const { notes } = this.seat.board;
    return this.groupsInOrder().map((group) => ({
      group,
      notes: [...notes.values()].filter((note) => note.group === group.id),
    }));
  }

  private groupingNote(): Note | undefined {
    return this.grouping ? this.note(this.grouping) : undefined;
  }

  // Focus

  private keepStop(sections: Sections): void {
    const shown = new Set([
      ...sections.clusters.flatMap((cluster) => cluster.notes),
      ...sections.columns.flatMap((column) => column.notes),
      ...sections.earlier.flatMap((earlier) => [...earlier.notes, ...earlier.clusters.flatMap((c) => c.notes)]),
      ...sections.hidden.private,
      ...sections.hidden.sealed,
      ...sections.hidden.aside,
    ]);
    const ids = [...shown].map((note) => note.id);
    if (!this.stop || !ids.includes(this.stop)) {
      this.stop = ids[0];
    }
  }

  private rememberFocus(): void {
    const active = (this.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
    const card = active?.closest<HTMLElement>('[data-note]');
    if (!card) {
      this.wasFocused = undefined;
      return;
    }
    const cards = this.cards;
    const at = cards.indexOf(card);
    this.wasFocused = {
      note: card.dataset.note!,
      act: active === card ? undefined : active?.dataset.act,
      neighbour: (cards[at + 1] ?? cards[at - 1])?.dataset.note,
    };
  }

  /** A note that was drawn anew in another place, or went away, must not take the focus with it. */
  private restoreFocus(): void {
    const was = this.wasFocused;
    if (!was || (this.renderRoot as ShadowRoot).activeElement || !this.hasFocusNowhere()) {
      return;
    }
    const card = this.card(was.note) ?? (was.neighbour ? this.card(was.neighbour) : null);
    const inner = was.act ? card?.querySelector<HTMLElement>(`[data-act="${was.act}"]`) : undefined;
    (inner ?? card)?.focus({ preventScroll: true });
  }

  private hasFocusNowhere(): boolean {
    const { activeElement } = document;
    return !activeElement || activeElement === document.body || activeElement.shadowRoot !== null;
  }

  private readonly entered = (event: FocusEvent): void => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-note]');
    if (card) {
      if (this.stop !== card.dataset.note) {
        this.stop = card.dataset.note;
        this.requestUpdate();
      }
      this.seat.point(card.dataset.note);
    }
  };

  private readonly hovered = (event: PointerEvent): void => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-note]');
    const id = card?.dataset.note;
    this.seat.point(id && this.note(id)?.anchor ? id : undefined);
  };

  // Doing

  private readonly clicked = (event: MouseEvent): void => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-act]');
    if (button && button.getAttribute('aria-disabled') !== 'true') {
      this.act(button.dataset.act!, button.dataset.on!);
    }
  };

  private act(name: string, id: string): void {
    const note = this.note(id);
    switch (name) {
      case 'edit':
        this.edit(id);
        break;
      case 'save':
        this.saveEdit(id);
        break;
      case 'cancel':
        this.cancelEdit(id);
        break;
      case 'remove':
        this.removeNote(id);
        break;
      case 'post':
        this.seat.send('post-note', { note: id });
        this.tell(this.say('say.posted'));
        break;
      case 'keep':
        this.seat.send('keep-note', { note: id });
        this.tell(this.say('say.kept'));
        break;
      case 'move':
        this.startMoving(id);
        break;
      case 'group':
        this.chooseGroupFor(id);
        break;
      case 'name':
        this.startNaming(id);
        break;
      case 'vote':
        this.seat.send('cast-vote', { target: id });
        break;
      case 'unvote':
        this.seat.send('retract-vote', { target: id });
        break;
      case 'show':
        this.dispatchEvent(new CustomEvent('board-show-region', { detail: note, bubbles: true, composed: true }));
        break;
      case 'insert':
        this.dispatchEvent(
          new CustomEvent('board-insert', { detail: note?.text, bubbles: true, composed: true }),
        );
        break;
    }
  }

  private edit(id: string): void {
    this.editing = id;
    void this.updateComplete.then(() => {
      const field = this.renderRoot.querySelector<HTMLTextAreaElement>('[data-editing]');
      field?.focus();
      field?.setSelectionRange(field.value.length, field.value.length);
    });
  }

  private saveEdit(id: string): void {
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>('[data-editing]');
    const text = field?.value.trim() ?? '';
    const note = this.note(id);
    if (text && note && text !== note.text) {
      this.seat.send('edit-note', { note: id, text });
    }
    this.cancelEdit(id);
  }

  private cancelEdit(id: string): void {
    this.seat.drafts?.set(`note:${id}`, '');
    this.editing = undefined;
    this.focusNext = id;
  }

  private removeNote(id: string): void {
    const cards = this.cards;
    const at = cards.findIndex((card) => card.dataset.note === id);
    this.focusNext = (cards[at + 1] ?? cards[at - 1])?.dataset.note;
    this.seat.send('remove-note', { note: id });
    this.tell(this.say('say.removed'), false, true);
  }

  private startNaming(id: string): void {
    this.naming = id;
    void this.updateComplete.then(() => {
      const field = this.renderRoot.querySelector<HTMLInputElement>('[data-naming]');
      field?.focus();
      field?.select();
    });
  }

  private named(id: string, save: boolean): void {
    if (this.naming !== id) {
      return;
    }
    const field = this.renderRoot.querySelector<HTMLInputElement>('[data-naming]');
    const name = field?.value.trim() ?? '';
    this.naming = undefined;
    this.seat.drafts?.set(`group:${id}`, '');
    if (save && name !== (this.seat.board.groups.get(id)?.name ?? '')) {
      this.seat.send('name-group', { group: id, name });
    }
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-act="name"][data-on="${CSS.escape(id)}"]`)?.focus(),
    );
  }

  private chooseGroupFor(id: string): void {
    this.grouping = id;
    void this.updateComplete.then(() => {
      const dialog = this.groupDialog;
      dialog.onclick = (event) => this.chosen(event);
      dialog.onclose = () => {
        if (this.grouping) {
          this.focusNext = this.grouping;
          this.grouping = undefined;
        }
      };
      dialog.showModal();
    });
  }

  private chosen(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const choice = target.closest<HTMLElement>('[data-group-choice]')?.dataset.groupChoice;
    const id = this.grouping;
    if (target.closest('[data-close]') || target === this.groupDialog) {
      this.groupDialog.close();
      return;
    }
    if (!choice || !id) {
      return;
    }
    if (choice === 'new') {
      const group = crypto.randomUUID();
      this.seat.send('group-notes', { group, notes: [id] });
      this.grouping = undefined;
      this.groupDialog.close();
      void this.updateComplete.then(() => this.startNaming(group));
      return;
    }
    this.putInto(id, choice === 'none' ? null : choice);
    this.groupDialog.close();
  }

  private putInto(id: string, group: string | null): void {
    const others = this.neighboursIn(group, id);
    this.seat.send('move-note', { note: id, ...placeBetween(others.at(-1), undefined), group });
    const name = group ? this.seat.board.groups.get(group)?.name || this.say('group.unnamed') : '';
    this.tell(group ? this.say('say.grouped', name) : this.say('say.ungrouped'));
  }

  private drop(id: string, landing: Landing): void {
    const note = this.note(id);
    if (!note) {
      return;
    }
    switch (landing.on) {
      case 'note': {
        const group = crypto.randomUUID();
        this.seat.send('group-notes', { group, notes: [landing.id, id] });
        this.tell(this.say('say.newGroup'));
        break;
      }
      case 'group':
        if (note.group !== landing.id) {
          this.putInto(id, landing.id);
        }
        break;
      case 'loose':
        if (note.group) {
          this.putInto(id, null);
        }
        break;
      case 'before':
      case 'after': {
        const beside = this.note(landing.id);
        if (beside) {
          const group = this.groupOf(beside);
          const others = this.neighboursIn(group, id);
          const at = others.findIndex((other) => other.id === beside.id) + (landing.on === 'after' ? 1 : 0);
          this.seat.send('move-note', { note: id, ...placeBetween(others[at - 1], others[at]), group });
        }
        break;
      }
    }
    this.stop = id;
  }

  /** The group a note shows in; one whose group is gone lies loose. */
  private groupOf(note: Note): string | null {
    return note.group && this.seat.board.groups.has(note.group) ? note.group : null;
  }

  /** The notes a note may be put between in a group, or among the loose ones. */
  private neighboursIn(group: string | null, without: string): Note[] {
    const sections = this.sections;
    if (!sections) {
      return [];
    }
    const cluster = [...sections.clusters, ...sections.earlier.flatMap((earlier) => earlier.clusters)].find(
      (each) => each.group.id === group,
    );
    const notes = group ? (cluster?.notes ?? []) : sections.columns.flatMap((column) => column.notes);
    return notes.filter((note) => note.id !== without);
  }

  // Moving by keyboard

  private boardWithMoving() {
    const { board } = this.seat;
    const note = this.moving && board.notes.get(this.moving.id);
    if (!this.moving || !note) {
      return board;
    }
    const { x, y, group } = this.moving;
    return { ...board, notes: new Map(board.notes).set(note.id, { ...note, x, y, group }) };
  }

  private startMoving(id: string): void {
    const note = this.note(id);
    if (note) {
      this.moving = { id, x: note.x, y: note.y, group: this.groupOf(note) };
      this.focusNext = id;
      this.tell(this.say('say.moving'), true);
    }
  }

  private step(by: 1 | -1): void {
    const moving = this.moving!;
    const containers: (string | null)[] = [...this.groupsInOrder().map((group) => group.id), null];
    const here = this.neighboursIn(moving.group, moving.id);
    const at = here.filter((note) => isBefore(note, moving)).length + by;
    if (at >= 0 && at <= here.length) {
      this.put(moving.group, here, at);
      return;
    }
    const next = containers[containers.indexOf(moving.group) + by];
    if (next !== undefined) {
      const there = this.neighboursIn(next, moving.id);
      this.put(next, there, by > 0 ? 0 : there.length);
    }
  }

  private put(group: string | null, among: Note[], at: number): void {
    const moving = this.moving!;
    this.moving = { id: moving.id, group, ...placeBetween(among[at - 1], among[at]) };
    this.focusNext = moving.id;
    const where = group
      ? this.seat.board.groups.get(group)?.name || this.say('group.unnamed')
      : this.say('notes.loose');
    this.tell(this.say('say.movedTo', at + 1, among.length + 1, where), true);
  }

  private finishMoving(keep: boolean): void {
    const moving = this.moving!;
    this.moving = undefined;
    this.focusNext = moving.id;
    if (keep) {
      this.seat.send('move-note', { note: moving.id, x: moving.x, y: moving.y, group: moving.group });
      this.tell(this.say('say.moved'));
    } else {
      this.tell(this.say('say.notMoved'));
    }
  }

  // Keys

  private readonly pressed = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (target.matches('textarea[data-editing]')) {
      this.pressedInEditor(event, target.dataset.editing!);
      return;
    }
    if (target.matches('input[data-naming]')) {
      if (event.key === 'Enter' || event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        this.named(target.dataset.naming!, event.key === 'Enter');
      }
      return;
    }
    const card = target.closest<HTMLElement>('[data-note]');
    if (!card || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const note = this.note(card.dataset.note!);
    if (!note) {
      return;
    }
    if (target !== card) {
      if (event.key === 'Escape') {
        card.focus();
        event.stopPropagation();
      }
      return;
    }
    if (this.moving ? this.pressedWhileMoving(event) : this.pressedOnNote(event, note, card)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  private pressedInEditor(event: KeyboardEvent, id: string): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.saveEdit(id);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.cancelEdit(id);
    }
  }

  private pressedWhileMoving(event: KeyboardEvent): boolean {
    switch (event.key) {
      case 'ArrowUp':
      case 'ArrowLeft':
        this.step(-1);
        return true;
      case 'ArrowDown':
      case 'ArrowRight':
        this.step(1);
        return true;
      case 'Enter':
      case ' ':
        this.finishMoving(true);
        return true;
      case 'g':
      case 'G': {
        const { id } = this.moving!;
        this.moving = undefined;
        this.chooseGroupFor(id);
        return true;
      }
      case 'Escape':
        this.finishMoving(false);
        return true;
      case 'Tab':
        this.finishMoving(false);
        return false;
      default:
        return false;
    }
  }

  private pressedOnNote(event: KeyboardEvent, note: Note, card: HTMLElement): boolean {
    switch (event.key) {
      case 'ArrowUp':
      case 'ArrowDown':
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        this.walk(event.key, card);
        return true;
      case 'Enter':
        if (this.can(note, 'edit')) {
          this.edit(note.id);
        } else {
          card.querySelector<HTMLElement>('[data-act]')?.focus();
        }
        return true;
      case 'Delete':
      case 'Backspace':
        return this.pressedAct(note, 'remove');
      case '?':
        this.showKeys();
        return true;
      default:
        return this.pressedLetter(event, note);
    }
  }

  private pressedLetter(event: KeyboardEvent, note: Note): boolean {
    switch (event.key.toLowerCase()) {
      case 'e':
        return this.pressedAct(note, 'edit');
      case 'm':
        return this.pressedAct(note, 'move');
      case 'g':
        return this.pressedAct(note, 'group');
      case 'p':
        return this.pressedAct(note, 'post');
      case 'k':
        return this.pressedAct(note, 'keep');
      case 'i':
        return this.pressedAct(note, 'insert');
      case 'v':
        return this.pressedVote(note, event.shiftKey);
      case 'l':
        if (note.anchor) {
          this.act('show', note.id);
        }
        return Boolean(note.anchor);
      case 'n':
        this.dispatchEvent(new CustomEvent('board-write', { bubbles: true, composed: true }));
        return true;
      default:
        return false;
    }
  }

  private pressedAct(note: Note, name: Act['name']): boolean {
    if (this.can(note, name)) {
      this.act(name, note.id);
      return true;
    }
    return false;
  }

  private pressedVote(note: Note, takeBack: boolean): boolean {
    if (this.wall || !this.seat.may('vote')) {
      return false;
    }
    const target = this.groupOf(note) ?? note.id;
    const { given, left, underWay } = dotsOf(this.seat, target);
    if (takeBack ? given + underWay > 0 : left > 0) {
      this.act(takeBack ? 'unvote' : 'vote', target);
    } else {
      this.tell(this.say(takeBack ? 'dots.noneHere' : 'dots.spent'), true);
    }
    return true;
  }

  /** The arrows go to the next note in that direction; in the outline, and where there is none, to the next in order. */
  private walk(key: string, from: HTMLElement): void {
    const cards = this.cards;
    const at = cards.indexOf(from);
    let to: HTMLElement | undefined;
    if (key === 'Home' || key === 'End') {
      to = key === 'Home' ? cards[0] : cards.at(-1);
    } else if (this.view === 'outline') {
      to = cards[at + (key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1)];
    } else {
      to = nearest(from, cards, key) ?? cards[at + (key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1)];
    }
    if (to) {
      to.focus();
      to.scrollIntoView({ block: 'nearest' });
    }
  }
}

function isBefore(note: Note, place: Place): boolean {
  return note.y < place.y || (note.y === place.y && note.x <= place.x);
}

function nearest(from: HTMLElement, cards: HTMLElement[], key: string): HTMLElement | undefined {
  const a = from.getBoundingClientRect();
  const vertical = key === 'ArrowUp' || key === 'ArrowDown';
  const sign = key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1;
  let best: { card: HTMLElement; far: number } | undefined;
  for (const card of cards) {
    const b = card.getBoundingClientRect();
    const dx = b.left + b.width / 2 - (a.left + a.width / 2);
    const dy = b.top + Math.min(b.height, a.height) / 2 - (a.top + Math.min(b.height, a.height) / 2);
    const along = (vertical ? dy : dx) * sign;
    const across = Math.abs(vertical ? dx : dy);
    if (card === from || along < 4 || across > (vertical ? a.width : a.height) * 0.75 + along * 0.5) {
      continue;
    }
    const far = along + across * 2;
    if (!best || far < best.far) {
      best = { card, far };
    }
  }
  return best?.card;
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-notes': Notes;
  }
}
