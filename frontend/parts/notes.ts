import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { actsOf, dotsOf, type Act, leftToPost } from '../room/acts.ts';
import { groupOf } from '../room/company.ts';
import type { Note } from '../room/entities.ts';
import { newId } from '../room/ids.ts';
import { joinable, joining } from '../room/joining.ts';
import { laneOf, stepped, type Moving } from '../room/moving.ts';
import { placeBetween } from '../room/order.ts';
import type { Board } from '../room/overlay.ts';
import { arrange, latestTally, type Sections } from '../room/sections.ts';
import { dotsLooks } from './dots.ts';
import { Drag, type Landing } from './drag.ts';
import { cardOf, FocusKeeper } from './focus-keeper.ts';
import { Glide } from './glide.ts';
import { icon } from './icons.ts';
import { looks } from './looks.ts';
import { noteCard, noteLooks } from './note-card.ts';
import { chooseGroup, chooseNote, chooseSame, keyList } from './notes-dialogs.ts';
import { notesLooks } from './notes-looks.ts';
import {
  budgetTemplate,
  clustersTemplate,
  columnsTemplate,
  companyTemplate,
  dotsOn,
  earlierTemplate,
  emptyTemplate,
  ownTemplate,
  typingTemplate,
  type Scene,
} from './notes-sections.ts';
import { Part } from './part.ts';
import { walk } from './walk.ts';

export type View = 'board' | 'outline';

const TIGHT = 480;

/** Letters that do something with the focused note, beside those that need more than a name. */
const LETTERS: Record<string, Act['name']> = { e: 'edit', m: 'move', g: 'group', j: 'join', p: 'post', k: 'keep', i: 'insert', c: 'link', a: 'answer' };

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
  /** Whether the toolbar has to do with few words; follows the element's own width. */
  @property({ type: Boolean, reflect: true }) tight = false;

  @state() private editing: string | undefined;
  @state() private naming: string | undefined;
  @state() private moving: Moving | undefined;
  @state() private grouping: string | undefined;
  @state() private linking: string | undefined;
  @state() private joining: string | undefined;
  @state() private carried: string | undefined;
  @state() private landing: Landing | undefined;
  @query('dialog[data-dialog="group"]') private groupDialog!: HTMLDialogElement;
  @query('dialog[data-dialog="link"]') private linkDialog!: HTMLDialogElement;
  @query('dialog[data-dialog="join"]') private joinDialog!: HTMLDialogElement;
  @query('dialog[data-dialog="keys"]') private keysDialog!: HTMLDialogElement;

  /** The note Tab stops at. */
  private stop: string | undefined;
  private sections: Sections | undefined;
  /** What the notes were last drawn from. */
  private drawn: unknown[] = [];
  private readonly glide = new Glide();
  private readonly focusKeeper = new FocusKeeper();
  private drag!: Drag;
  private readonly width = new ResizeObserver(([entry]) => {
    this.tight = entry!.contentRect.width < TIGHT;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.width.observe(this);
    this.drag ??= new Drag({
      root: this.root,
      isMovable: (id) => !this.editing && this.isMovable(id),
      started: (id) => {
        this.carried = id;
        this.seat.gesture('drag', { note: id });
      },
      over: (landing) => {
        this.landing = landing;
        this.seat.gesture('drag', { note: this.carried });
      },
      dropped: (id, landing) => this.drop(id, landing),
      ended: () => {
        this.carried = undefined;
        this.landing = undefined;
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.width.disconnect();
  }

  /** Brings a note into view and gives it the focus. */
  show(wanted: string): void {
    // What stands with another note is seen there.
    const id = cardOf(this.root, wanted) ? wanted : (this.note(wanted)?.mergedInto ?? wanted);
    const folded = cardOf(this.root, id)?.closest('details');
    if (folded) {
      folded.open = true;
    }
    this.stop = id;
    this.focusKeeper.want(id);
    this.requestUpdate();
  }

  showKeys(): void {
    this.keysDialog.showModal();
  }

  private get root(): ShadowRoot {
    return this.renderRoot as ShadowRoot;
  }

  // Rendering

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.moving && !this.note(this.moving.id)) {
      this.moving = undefined;
    }
    if (this.hasUpdated) {
      this.focusKeeper.remember(this.root, this.cards);
      // Measuring is for when something may have moved, not for every highlight.
      const drawn = [this.seat.board, this.moving, this.view, this.editing];
      if (!this.drag.isCarrying && drawn.some((each, i) => each !== this.drawn[i])) {
        this.glide.remember(this.root);
      }
      this.drawn = drawn;
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.glide.play(this.root);
    this.focusKeeper.restore(this.root);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { seat } = this;
    if (!seat.known) {
      return nothing;
    }
    const tally = latestTally(seat.all('tallies'), seat.all('phases'));
    const sections = arrange(this.boardWithMoving(), seat.all('phases'), seat.phase, tally, {
      group: groupOf(seat.you, seat.all('pairs')),
      station: seat.station,
    });
    this.sections = sections;
    this.keepStop(sections);
    const scene: Scene = {
      seat,
      tally,
      isBoard: this.view === 'board',
      wall: this.wall,
      carried: this.carried,
      landing: this.landing,
      naming: this.naming,
      card: (note, lands) => this.cardTemplate(note, lands, scene),
      named: (group) => this.named(group, true),
    };
    const ownFirst =
      seat.phase?.instrument === 'board' && (seat.phase.visibility !== 'open' || leftToPost(seat) !== undefined);
    const own = ownTemplate(sections, scene);
    return html`
      ${this.wall ? nothing : this.toolbarTemplate(sections)} ${companyTemplate(seat)}
      ${budgetTemplate(seat)}
      <div
        class="scroll ${this.view} ${this.carried ? 'carrying' : ''}"
        tabindex=${this.stop || this.wall ? nothing : 0}
        @pointerdown=${(event: PointerEvent) => this.drag.down(event)}
        @click=${this.clicked}
        @keydown=${this.pressed}
        @focusin=${this.entered}
        @focusout=${() => seat.point(undefined)}
        @pointerover=${this.hovered}
      >
        ${ownFirst ? own : nothing} ${clustersTemplate(sections.clusters, scene)}
        ${sections.posted === 0 && (own.length === 0 || !ownFirst) ? emptyTemplate(seat) : columnsTemplate(sections, scene)}
        ${typingTemplate(seat)} ${this.wall ? nothing : earlierTemplate(sections.earlier, scene)}
        ${ownFirst ? nothing : own}
        ${this.moving ? html`<p class="moving-hint" aria-hidden="true">${this.say('move.hint')}</p>` : nothing}
      </div>
      ${chooseGroup(seat.words, this.grouping ? this.choices() : [], this.note(this.grouping)?.group)}
      ${chooseNote(seat.words, this.linking ? this.linkable() : [])}
      ${chooseSame(seat.words, this.joinableWith(this.joining))} ${keyList(seat.words)}
    `;
  }

  private toolbarTemplate(sections: Sections): TemplateResult {
    const { seat } = this;
    const viewButton = (view: View): TemplateResult =>
      html`<button
        type="button"
        aria-pressed=${this.view === view}
        @click=${() => this.fire('board-view', view)}
      >
        ${icon(view)} <span class="word">${this.say(`view.${view}`)}</span>
      </button>`;
    return html`<div class="toolbar">
      <slot name="start"></slot>
      <h2>${this.say('notes.title')} <span>${sections.posted > 0 ? sections.posted : ''}</span></h2>
      <span class="end"><slot name="end"></slot></span>
      <div class="choices" role="group" aria-label=${this.say('view.label')}>
        ${viewButton('board')} ${viewButton('outline')}
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

  private cardTemplate(note: Note, lands: string | undefined, scene: Scene): TemplateResult {
    const isStop = this.stop === note.id;
    // A note inside a group is voted for with its group.
    const isGroups = this.groupOf(note) !== null && this.seat.may('vote');
    return noteCard(note, {
      seat: this.seat,
      acts: this.wall ? [] : actsOf(note, this.seat),
      isStop,
      isMoving: this.moving?.id === note.id,
      isOutline: this.view === 'outline',
      lands,
      editor: this.editing === note.id ? this.editorTemplate(note) : undefined,
      answered: this.note(note.replyTo ?? undefined),
      linked: this.linkedTo(note.id),
      same: this.sections?.same.get(note.id) ?? [],
      dots: note.state === 'posted' && !isGroups ? dotsOn(note.id, note.text, scene, isStop ? 0 : -1) : undefined,
    });
  }

  private editorTemplate(note: Note): TemplateResult {
    const { drafts } = this.seat;
    const name = `note:${note.id}`;
    return html`<div class="editor">
      <textarea
        class="field"
        data-editing=${note.id}
        rows="2"
        maxlength="2000"
        aria-label=${this.say('note.edit')}
        .value=${drafts?.get(name) || note.text}
        @input=${(event: InputEvent) => drafts?.set(name, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <div>
        <button type="button" class="button slim primary" data-act="save" data-on=${note.id}>${this.say('save')}</button>
        <button type="button" class="button slim quiet" data-act="cancel" data-on=${note.id}>
          ${this.say('cancel')}
        </button>
      </div>
    </div>`;
  }

  // Finding notes

  private get cards(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[data-note]')].filter((card) => card.checkVisibility?.() ?? true);
  }

  private note(id: string | undefined): Note | undefined {
    return id === undefined ? undefined : this.seat.board.notes.get(id);
  }

  /** The group a note shows in; one whose group is gone lies loose. */
  private groupOf(note: Note): string | null {
    return note.group && this.seat.board.groups.has(note.group) ? note.group : null;
  }

  private lane(group: string | null, without: string): Note[] {
    return this.sections ? laneOf(this.sections, group, without) : [];
  }

  private nameOf(group: string | null): string {
    return group ? this.seat.board.groups.get(group)?.name || this.say('group.unnamed') : this.say('notes.loose');
  }

  private choices() {
    const clusters = this.sections?.clusters ?? [];
    return [...clusters, ...(this.sections?.earlier ?? []).flatMap((earlier) => earlier.clusters)];
  }

  private isMovable(id: string): boolean {
    const state = this.note(id)?.state;
    return !this.wall && (state === 'posted' || state === 'among') && this.seat.may('arrange');
  }

  private can(note: Note, name: Act['name']): boolean {
    return !this.wall && actsOf(note, this.seat).some((act) => act.name === name && !act.why);
  }

  // Focus and pointing

  private keepStop({ clusters, columns, earlier, hidden }: Sections): void {
    const shown = [
      ...clusters.flatMap((cluster) => cluster.notes),
      ...columns.flatMap((column) => column.notes),
      ...earlier.flatMap((each) => [
        ...each.clusters.flatMap((cluster) => cluster.notes),
        ...each.columns.flatMap((column) => column.notes),
      ]),
      ...hidden.private,
      ...hidden.sealed,
      ...hidden.aside,
    ];
    if (!shown.some((note) => note.id === this.stop)) {
      this.stop = shown[0]?.id;
    }
  }

  private readonly entered = (event: FocusEvent): void => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-note]')?.dataset.note;
    if (id && this.stop !== id) {
      this.stop = id;
      this.requestUpdate();
    }
    this.seat.point(id);
  };

  private readonly hovered = (event: PointerEvent): void => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-note]')?.dataset.note;
    this.seat.point(this.note(id)?.anchor ? id : undefined);
  };

  // Doing

  private readonly clicked = (event: MouseEvent): void => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-act]');
    if (button && button.getAttribute('aria-disabled') !== 'true') {
      this.act(button.dataset.act!, button.dataset.on!);
    }
  };

  private act(name: string, id: string): void {
    switch (name) {
      case 'edit':
        this.edit(id);
        break;
      case 'save':
        this.saveEdit(id);
        break;
      case 'cancel':
        this.endEdit(id);
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
      case 'link':
        this.chooseLinkFor(id);
        break;
      case 'join':
        this.chooseSameFor(id);
        break;
      case 'apart':
        this.takeApart(id);
        break;
      case 'answer':
        this.seat.answer(id);
        this.fire('board-write', undefined);
        break;
      case 'jump':
        this.show(id);
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
        this.fire('board-show-region', this.note(id));
        break;
      case 'insert':
        this.fire('board-insert', this.note(id)?.text);
        break;
    }
  }

  private edit(id: string): void {
    this.editing = id;
    void this.updateComplete.then(() => {
      const field = this.editor;
      field?.focus();
      field?.setSelectionRange(field.value.length, field.value.length);
    });
  }

  private get editor(): HTMLTextAreaElement | null {
    return this.root.querySelector('[data-editing]');
  }

  private saveEdit(id: string): void {
    const text = this.editor?.value.trim();
    if (text && text !== this.note(id)?.text) {
      this.seat.send('edit-note', { note: id, text });
    }
    this.endEdit(id);
  }

  private endEdit(id: string): void {
    this.seat.drafts?.set(`note:${id}`, '');
    this.editing = undefined;
    this.focusKeeper.want(id);
  }

  private removeNote(id: string): void {
    const { cards } = this;
    const at = cards.findIndex((card) => card.dataset.note === id);
    this.focusKeeper.want((cards[at + 1] ?? cards[at - 1])?.dataset.note);
    this.seat.send('remove-note', { note: id });
    this.tell(this.say('say.removed'), false, true);
  }

  // Groups

  private startNaming(group: string): void {
    this.naming = group;
    void this.updateComplete.then(() => {
      const field = this.root.querySelector<HTMLInputElement>('[data-naming]');
      field?.focus();
      field?.select();
    });
  }

  private named(group: string, save: boolean): void {
    if (this.naming !== group) {
      return;
    }
    const name = this.root.querySelector<HTMLInputElement>('[data-naming]')?.value.trim() ?? '';
    this.naming = undefined;
    this.seat.drafts?.set(`group:${group}`, '');
    if (save && name !== (this.seat.board.groups.get(group)?.name ?? '')) {
      this.seat.send('name-group', { group, name });
    }
    void this.updateComplete.then(() =>
      this.root.querySelector<HTMLElement>(`[data-act="name"][data-on="${CSS.escape(group)}"]`)?.focus(),
    );
  }

  private chooseGroupFor(id: string): void {
    this.grouping = id;
    void this.updateComplete.then(() => {
      const dialog = this.groupDialog;
      dialog.onclick = (event) => this.chosen(event.target as HTMLElement);
      dialog.onclose = () => {
        if (this.grouping) {
          this.focusKeeper.want(this.grouping);
          this.grouping = undefined;
        }
      };
      dialog.showModal();
    });
  }

  private chosen(target: HTMLElement): void {
    const choice = target.closest<HTMLElement>('[data-group-choice]')?.dataset.groupChoice;
    const id = this.grouping;
    if (choice === 'new' && id) {
      const group = newId();
      this.seat.send('group-notes', { group, notes: [id] });
      this.grouping = undefined;
      this.groupDialog.close();
      void this.updateComplete.then(() => this.startNaming(group));
    } else if (choice && id) {
      this.putInto(id, choice === 'none' ? null : choice);
      this.groupDialog.close();
    } else if (target.closest('[data-close]') || target === this.groupDialog) {
      this.groupDialog.close();
    }
  }

  // Lines between notes

  private linkedTo(id: string): Note[] {
    return [...this.seat.all('links').values()]
      .filter((link) => link.from === id || link.to === id)
      .flatMap((link) => this.note(link.from === id ? link.to : link.from) ?? []);
  }

  /** What a note can be joined with by a line, and what it is joined with already. */
  private linkable(): { note: Note; joined: boolean }[] {
    const joined = new Set(this.linkedTo(this.linking!).map((note) => note.id));
    return [...this.seat.board.notes.values()]
      .filter((note) => note.state === 'posted' && note.id !== this.linking)
      .map((note) => ({ note, joined: joined.has(note.id) }));
  }

  private chooseLinkFor(id: string): void {
    this.linking = id;
    void this.updateComplete.then(() => {
      const dialog = this.linkDialog;
      dialog.onclick = (event) => this.chosenLink(event.target as HTMLElement);
      dialog.onclose = () => {
        this.focusKeeper.want(this.linking);
        this.linking = undefined;
      };
      dialog.showModal();
    });
  }

  private chosenLink(target: HTMLElement): void {
    const to = target.closest<HTMLElement>('[data-link-to]')?.dataset.linkTo;
    if (to && this.linking) {
      this.drawLine(this.linking, to);
    }
    if (to || target.closest('[data-close]') || target === this.linkDialog) {
      this.linkDialog.close();
    }
  }

  private drawLine(from: string, to: string): void {
    const there = [...this.seat.all('links').values()].find(
      (link) => (link.from === from && link.to === to) || (link.from === to && link.to === from),
    );
    if (there) {
      this.seat.send('unlink-notes', { from: there.from, to: there.to });
      this.tell(this.say('say.unlinked'));
    } else {
      this.seat.send('link-notes', { from, to });
      this.tell(this.say('say.linked', this.note(to)?.text ?? ''));
    }
  }

  // Notes that say the same

  private joinableWith(id: string | undefined): Note[] {
    const note = this.note(id);
    return note ? joinable(note, this.seat.board.notes.values(), this.seat.all('phases'), this.seat.phase) : [];
  }

  private chooseSameFor(id: string): void {
    this.joining = id;
    void this.updateComplete.then(() => {
      const dialog = this.joinDialog;
      dialog.onclick = (event) => this.chosenSame(event.target as HTMLElement);
      dialog.onclose = () => {
        if (this.joining) {
          this.focusKeeper.want(this.joining);
          this.joining = undefined;
        }
      };
      dialog.showModal();
    });
  }

  private chosenSame(target: HTMLElement): void {
    const chosen = target.closest<HTMLElement>('[data-join-with]')?.dataset.joinWith;
    if (chosen && this.joining) {
      const { note, into } = joining(this.joining, chosen, this.seat.board.notes.values());
      this.joining = undefined;
      this.seat.send('join-note', { note, into });
      this.focusKeeper.want(into);
      this.tell(this.say('say.joined', this.note(into)?.text ?? ''));
    }
    if (chosen || target.closest('[data-close]') || target === this.joinDialog) {
      this.joinDialog.close();
    }
  }

  private takeApart(id: string): void {
    this.seat.send('join-note', { note: id });
    this.focusKeeper.want(id);
    this.tell(this.say('say.apart'));
  }

  private putInto(id: string, group: string | null): void {
    this.seat.send('move-note', { note: id, ...placeBetween(this.lane(group, id).at(-1), undefined), group });
    this.tell(group ? this.say('say.grouped', this.nameOf(group)) : this.say('say.ungrouped'));
  }

  private drop(id: string, landing: Landing): void {
    const note = this.note(id);
    if (!note) {
      return;
    }
    this.stop = id;
    switch (landing.on) {
      case 'note':
        this.seat.send('group-notes', { group: newId(), notes: [landing.id, id] });
        this.tell(this.say('say.newGroup'));
        break;
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
      case 'after':
        this.dropBeside(id, landing.id, landing.on === 'after');
        break;
    }
  }

  private dropBeside(id: string, besideId: string, after: boolean): void {
    const beside = this.note(besideId);
    if (beside) {
      const group = this.groupOf(beside);
      const others = this.lane(group, id);
      const at = others.findIndex((other) => other.id === besideId) + (after ? 1 : 0);
      this.seat.send('move-note', { note: id, ...placeBetween(others[at - 1], others[at]), group });
    }
  }

  // Moving by keyboard

  private boardWithMoving(): Board {
    const { board } = this.seat;
    const { moving } = this;
    const note = this.note(moving?.id);
    if (!moving || !note) {
      return board;
    }
    const { x, y, group } = moving;
    return { ...board, notes: new Map(board.notes).set(note.id, { ...note, x, y, group }) };
  }

  private startMoving(id: string): void {
    const note = this.note(id);
    if (note) {
      this.moving = { id, x: note.x, y: note.y, group: this.groupOf(note) };
      this.focusKeeper.want(id);
      this.tell(this.say('say.moving'), true);
    }
  }

  private step(by: 1 | -1): void {
    const next = this.moving && this.sections && stepped(this.moving, by, this.sections);
    if (next) {
      this.moving = next.moving;
      this.focusKeeper.want(next.moving.id);
      this.tell(this.say('say.movedTo', next.at, next.of, this.nameOf(next.moving.group)), true);
    }
  }

  private finishMoving(keep: boolean): void {
    const { id, x, y, group } = this.moving!;
    this.moving = undefined;
    this.focusKeeper.want(id);
    if (keep) {
      this.seat.send('move-note', { note: id, x, y, group });
    }
    this.tell(this.say(keep ? 'say.moved' : 'say.notMoved'));
  }

  // Keys

  private readonly pressed = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const card = target.closest<HTMLElement>('[data-note]');
    const note = this.note(card?.dataset.note);
    let taken = false;
    if (target.matches('[data-naming]')) {
      taken = this.pressedInName(event.key, target.dataset.naming!);
    } else if (target.matches('[data-editing]')) {
      taken = this.pressedInEditor(event, target.dataset.editing!);
    } else if (card && note && target !== card) {
      taken = event.key === 'Escape';
      if (taken) {
        card.focus();
      }
    } else if (card && note) {
      taken = this.moving ? this.pressedWhileMoving(event.key) : this.pressedOnNote(event, note, card);
    }
    if (taken) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  private pressedInName(key: string, group: string): boolean {
    if (key !== 'Enter' && key !== 'Escape') {
      return false;
    }
    this.named(group, key === 'Enter');
    return true;
  }

  private pressedInEditor(event: KeyboardEvent, id: string): boolean {
    if (event.key === 'Enter' && !event.shiftKey) {
      this.saveEdit(id);
      return true;
    }
    if (event.key === 'Escape') {
      this.endEdit(id);
      return true;
    }
    return false;
  }

  private pressedWhileMoving(key: string): boolean {
    switch (key) {
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
      case 'End': {
        const to = walk(event.key, card, this.cards, this.view === 'outline');
        to?.focus();
        to?.scrollIntoView({ block: 'nearest' });
        return true;
      }
      case 'Enter':
        if (!this.tryAct(note, 'edit')) {
          card.querySelector<HTMLElement>('[data-act]')?.focus();
        }
        return true;
      case 'Delete':
      case 'Backspace':
        return this.tryAct(note, 'remove');
      case '?':
        this.showKeys();
        return true;
      default:
        return this.pressedLetter(event.key.toLowerCase(), event.shiftKey, note);
    }
  }

  private pressedLetter(letter: string, shift: boolean, note: Note): boolean {
    const act = LETTERS[letter];
    if (act) {
      return this.tryAct(note, act);
    }
    switch (letter) {
      case 'v':
        return this.pressedVote(note, shift);
      case 'l':
        if (note.anchor) {
          this.act('show', note.id);
        }
        return Boolean(note.anchor);
      case 'n':
        this.fire('board-write', undefined);
        return true;
      default:
        return false;
    }
  }

  private tryAct(note: Note, name: Act['name']): boolean {
    const may = this.can(note, name);
    if (may) {
      this.act(name, note.id);
    }
    return may;
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
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-notes': Notes;
  }
}
