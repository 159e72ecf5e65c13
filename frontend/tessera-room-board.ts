import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Note, PhaseEntity } from './room/entities.ts';
import { Announcer } from './room/announcer.ts';
import { browserDoors, Connection, type Address, type Link, type Pass } from './room/connection.ts';
import { browserKeep } from './room/keep.ts';
import { fetchLeaflet } from './room/leaflet.ts';
import { putBack, sweep, wordsOf } from './room/left-words.ts';
import { Seat } from './room/seat.ts';
import { isDebrief, isKeptForFeedback } from './room/talk.ts';
import type { Undertones } from './room/undertone.ts';
import { Words } from './room/words.ts';
import './parts/agreement.ts';
import './parts/check.ts';
import './parts/checklist.ts';
import './parts/choice.ts';
import './parts/composer.ts';
import type { Composer } from './parts/composer.ts';
import './parts/goals.ts';
import './parts/items.ts';
import { icon } from './parts/icons.ts';
import { looks } from './parts/looks.ts';
import './parts/norms.ts';
import './parts/notes.ts';
import type { Notes, View } from './parts/notes.ts';
import './parts/pages.ts';
import type { Pages } from './parts/pages.ts';
import './parts/scores.ts';
import './parts/questions.ts';
import './parts/texts.ts';
import './parts/turns.ts';
import type { Texts } from './parts/texts.ts';

/** What can stand beside the notes. */
type DeskPane = 'pages' | 'texts' | 'check' | 'goals' | 'items' | 'checklist' | 'scores' | 'agreement' | 'questions' | 'norms' | 'choice';
type Pane = DeskPane | 'notes';

const DRAWINGS: Record<Pane, string> = {
  pages: 'page',
  texts: 'text',
  check: 'check',
  goals: 'goals',
  items: 'outline',
  checklist: 'check',
  scores: 'sealed',
  agreement: 'board',
  questions: 'question',
  norms: 'norm',
  choice: 'choice',
  notes: 'board',
};
const VIEW_KEY = 'tessera:view';
/** Narrower than this, the outline is the better beginning, and then only one thing fits at a time. */
const SMALL = 620;
const NARROW = 752;
const TOAST = 8_000;
const MOVING = 200;
/** How long to wait until what a person gave has arrived, before the device is handed on. */
const SETTLING = 8_000;

/**
 * The live part of a room: pages, notes, texts, votes. It speaks to the room's socket by itself; the page around it sets
 * its properties and hears its events.
 *
 * @fires tessera-phase - the phase changed; detail `{phase, state}`, `phase` null between two phases
 * @fires tessera-refused - a command was refused; detail `{id, type, reason, message}`
 * @fires tessera-connection - how the line stands; detail `{link}`
 * @fires tessera-presence - who is here; detail `{here}`
 * @fires tessera-covered - the line has no seat any more, because several people share the device and no PIN was shown
 * @fires tessera-clock - on the window too: the server's clock is `offset` ms ahead; detail `{offset}`
 */
@customElement('tessera-room-board')
export class TesseraRoomBoard extends LitElement {
  static override styles = [
    looks,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 0.6rem;
        block-size: 100%;
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem 0.6rem;
      }

      .bar.end {
        justify-content: end;
      }

      .link {
        display: inline-flex;
        align-items: center;
        gap: 0.45em;
        color: var(--ink-soft);
        font-size: 0.8125em;
        font-weight: 550;
      }

      .link i {
        inline-size: 0.55rem;
        block-size: 0.55rem;
        border-radius: 50%;
        background: var(--good-ink);
      }

      .link.broken,
      .link.connecting {
        color: var(--warn-ink);
      }

      .link.broken i,
      .link.connecting i {
        border-radius: 1px;
        background: var(--warn-ink);
        animation: breathe 1.6s ease-in-out infinite alternate;
      }

      @keyframes breathe {
        to {
          opacity: 0.35;
        }
      }

      .stopped {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.6rem;
        padding: 0.8rem 1rem;
        border-radius: var(--radius);
        border: 1px solid var(--warn-ink);
        background: var(--warn-soft);
      }

      .stopped a {
        color: var(--accent-ink);
        font-weight: 600;
      }

      .panes {
        flex: 1;
        min-block-size: 0;
        display: grid;
        grid-template-columns: minmax(0, 11fr) minmax(0, 12fr);
        gap: 1.1rem;
      }

      /* What the group works on needs more room than one’s own notes beside it. */
      .panes:has(tessera-agreement, tessera-checklist) {
        grid-template-columns: minmax(0, 17fr) minmax(0, 9fr);
      }

      .panes.alone {
        grid-template-columns: minmax(0, 1fr);
      }

      .desk,
      .notes {
        display: flex;
        flex-direction: column;
        gap: 0.6rem;
        min-block-size: 0;
        min-inline-size: 0;
      }

      .desk > *,
      .notes > tessera-notes,
      .notes > :is(tessera-scores, tessera-questions) {
        flex: 1;
        min-block-size: 0;
      }

      .only-narrow,
      .choices .only-narrow {
        display: none;
      }

      /* Side by side only where there is room for it; else one at a time, and the page scrolls. */
      :host([narrow]) {
        block-size: auto;
        min-block-size: 0;
      }

      :host([narrow]) .panes {
        display: block;
        position: relative;
      }

      :host([narrow]) .panes[data-pane='notes'] .desk,
      :host([narrow]) .panes:not([data-pane='notes']) .notes > tessera-notes {
        display: none;
      }

      :host([narrow]) .desk:has(tessera-pages) {
        block-size: 62vh;
        block-size: 62dvh;
      }

      :host([narrow]) .bar.only-narrow {
        display: flex;
      }

      :host([narrow]) .choices .only-narrow {
        display: inline-flex;
      }

      :host([narrow]) .fold {
        display: none;
      }

      tessera-notes[tight] .when-wide {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }

      :host([narrow]) tessera-composer {
        position: sticky;
        inset-block-end: 0;
        z-index: 4;
        margin-block-start: 0.6rem;
        padding-block-end: env(safe-area-inset-bottom);
      }

      :host([narrow]) .bar .choices {
        inline-size: 100%;
        flex-wrap: nowrap;
      }

      :host([narrow]) .many .icon {
        display: none;
      }

      :host([narrow]) .bar .choices button {
        flex: 1;
        justify-content: center;
        min-block-size: 2.6rem;
        padding-inline: 0.3rem;
      }

      .toast {
        position: fixed;
        inset-block-end: 1.25rem;
        inset-inline: 0;
        margin-inline: auto;
        inline-size: max-content;
        max-inline-size: min(34rem, calc(100vw - 2rem));
        z-index: 60;
        display: flex;
        align-items: center;
        gap: 0.75rem;
        padding: 0.6rem 0.7rem 0.6rem 1rem;
        border-radius: 0.8rem;
        background: var(--tessera-inverse, var(--ink));
        color: var(--tessera-on-inverse, var(--surface));
        box-shadow: var(--tessera-shadow-lifted, 0 8px 24px rgb(0 0 0 / 0.3));
      }

      .toast button {
        border: 0;
        border-radius: 0.45rem;
        background: transparent;
        color: inherit;
        font-weight: 650;
        padding: 0.3rem 0.6rem;
      }

      .toast button:hover {
        background: rgb(128 128 128 / 0.35);
      }

      .waiting {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.7rem;
        flex: 1;
        min-block-size: 14rem;
        padding: 2rem;
        text-align: center;
        color: var(--ink-soft);
        text-wrap: balance;
      }

      .grow {
        flex: 1;
      }

      .quiet strong {
        color: var(--ink);
        font-size: 1.15em;
      }

      .quiet p {
        max-inline-size: 46ch;
      }

      .waiting svg {
        inline-size: 2.4rem;
        block-size: 2.4rem;
      }

      .loading {
        display: grid;
        grid-template-columns: repeat(3, 3.2rem);
        gap: 0.35rem;
      }

      .loading i {
        block-size: 3.2rem;
        border-radius: 0.5rem;
        background: var(--sunken);
        animation: breathe 1.1s ease-in-out infinite alternate;
      }

      .loading i:nth-child(2n) {
        animation-delay: 0.35s;
      }

      :host([wall]) {
        --board-font-size: clamp(1.1rem, 1.5vw, 1.9rem);
      }
    `,
  ];

  /** The room's id. */
  @property() room = '';
  /** Whether several people share this device and nobody has it now: nothing of anybody is shown or known. */
  @property({ type: Boolean, reflect: true }) covered = false;
  @property() override lang = 'en';
  /** Where the wording in the page's language is fetched from; relative to the page's base. */
  @property() wording = '';
  @property({ attribute: 'csrf-header' }) csrfHeader = '';
  @property({ attribute: 'csrf-token' }) csrfToken = '';
  /** Whether what stands beside the notes is folded away. */
  @property({ type: Boolean, reflect: true }) collapsed = false;
  /** For a projector: large, and nothing to operate. */
  @property({ type: Boolean, reflect: true }) wall = false;

  /** Whether there is room for one thing at a time only; follows the element's own width. */
  @property({ type: Boolean, reflect: true }) narrow = false;

  /** All wording, by key; nothing is shown before it has come. */
  @state() private messages: Record<string, string> | undefined;
  /** The phrases by which advice and judgement are known. */
  @state() private undertones: Undertones = { advice: [], judgement: [] };
  @state() private view: View = 'board';
  @state() private pane: Pane = 'notes';
  @state() private desk: DeskPane = 'pages';
  /** A sentence shown for a moment; `undoes` is the command it offers to take back, as long as that is the last one. */
  @state() private toast: { sentence: string; undoes: string | undefined } | undefined;
  @state() private spoken = '';
  @state() private urgent = '';
  @query('tessera-notes') private notes!: Notes | null;
  @query('tessera-composer') private composer!: Composer | null;
  @query('tessera-pages') private pages!: Pages | null;
  @query('tessera-texts') private texts!: Texts | null;

  /** Taken off the screen while what the person has given is on its way. */
  @state() private veiled = false;
  private readonly keep = browserKeep();
  /** The device's line while nobody has a seat on it. */
  private line: Connection | undefined;
  private seat: Seat | undefined;
  private seated = '';
  private announcer: Announcer | undefined;
  private toastTimer = 0;
  private hiddenSince = 0;
  private leaving = 0;
  private unwatch: (() => void) | undefined;
  private readonly width = new ResizeObserver(([entry]) => {
    this.narrow = !this.wall && entry!.contentRect.width <= NARROW;
  });

  /**
   * Gives a command from outside, as the page's own buttons do.
   *
   * @param command its type and fields, as an object or as JSON; an id is made if it has none
   * @returns the command's id
   */
  send(command: { type: string; id?: string; [field: string]: unknown } | string): string {
    const { type, id, ...fields } = typeof command === 'string' ? JSON.parse(command) : command;
    return this.seat?.send(type, fields, id) ?? '';
  }

  /** Takes back this person's last own command. */
  undo(): void {
    this.seat?.undo();
  }

  // Several people at one device

  /** Whether the device can be handed on now; else says why not. What is typed while the line is broken could get lost. */
  mayHandOn(): boolean {
    if (this.covered || !this.seat || this.seat.link === 'live') {
      return true;
    }
    this.tell(this.seat.words.say('hand-on.broken'), true, false);
    return false;
  }

  /**
   * Takes everything of this person off the screen and delivers what is under way.
   *
   * @returns what the person has typed and not given, as JSON, for the server to keep; null if not everything arrived
   */
  async handOn(): Promise<string | null> {
    this.veiled = true;
    this.hush();
    if (!this.seat) {
      return '{}';
    }
    const person = this.seat.you;
    const settled = await this.seat.settle(SETTLING);
    return settled ? JSON.stringify(wordsOf(this.keep, this.room, [person])) : null;
  }

  /** What this browser keeps of `people`, as JSON: a page that was reloaded may have left something. */
  leftBy(people: string[]): string {
    return JSON.stringify(wordsOf(this.keep, this.room, people));
  }

  /** Nobody has the device now. What was known and kept of `people` is gone from this browser. */
  cover(people: string[]): void {
    if (this.seat) {
      this.unwatch?.();
      this.line = this.seat.release();
      this.seat = undefined;
      this.announcer = undefined;
    }
    sweep(this.keep, this.room, people);
    this.covered = true;
    this.veiled = false;
    this.hush();
  }

  /** It was not handed on after all. */
  unveil(): void {
    this.veiled = false;
  }

  /**
   * Somebody has the device: takes that person's seat.
   *
   * @param words what the person had typed when the device was handed on, as JSON of names and values
   */
  open(person: string, ticket: string, words: string): void {
    putBack(this.keep, this.room, person, JSON.parse(words) as Record<string, string>);
    this.covered = false;
    this.veiled = false;
    this.pane = 'notes';
    this.sitOn({ person, ticket }, this.line);
    this.line = undefined;
  }

  /** The device came to be shared: with this ticket the seat is found again when the line breaks. */
  hold(person: string, ticket: string): void {
    this.seat?.hold({ person, ticket });
  }

  /** What was said and shown for a moment may quote what the person wrote. */
  private hush(): void {
    clearTimeout(this.toastTimer);
    this.toast = undefined;
    this.spoken = '';
    this.urgent = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.wake);
    window.addEventListener('pageshow', this.shown);
    window.addEventListener('keydown', this.pressed);
    document.addEventListener('visibilitychange', this.looked);
    clearTimeout(this.leaving);
    this.width.observe(this);
    this.view = this.wall ? 'board' : rememberedView(this.clientWidth || window.innerWidth);
    this.sit();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.wake);
    window.removeEventListener('pageshow', this.shown);
    window.removeEventListener('keydown', this.pressed);
    document.removeEventListener('visibilitychange', this.looked);
    this.width.disconnect();
    // Flow may take the element out and put it somewhere else at once: the seat stays taken for that moment.
    this.leaving = window.setTimeout(() => this.leave(), MOVING);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('wording') && this.wording) {
      void this.learn(this.wording);
    }
    if ((changed.has('messages') || changed.has('lang')) && this.seat) {
      this.instruct(this.seat);
      this.seat.changed();
    }
    if (changed.has('room')) {
      this.sit();
    }
  }

  // The words

  private async learn(wording: string): Promise<void> {
    const leaflet = await fetchLeaflet(new URL(wording, this.base).href, () => wording === this.wording);
    if (leaflet) {
      this.undertones = leaflet.undertones;
      this.messages = leaflet.messages;
    }
  }

  private instruct(seat: Seat): void {
    seat.words = new Words(this.messages ?? {}, this.lang.slice(0, 2));
    seat.undertones = this.undertones;
  }

  // The seat

  private sit(): void {
    if (!this.isConnected || !this.room || this.seated === this.room) {
      return;
    }
    this.leave();
    this.seated = this.room;
    if (this.covered) {
      this.line = Connection.ofNobody(this.address());
      this.line.start();
    } else {
      this.sitOn(undefined, undefined);
    }
  }

  private address(pass?: Pass): Address {
    const { room, base, csrfHeader, csrfToken } = this;
    return { room, base, csrfHeader, csrfToken, pass };
  }

  private sitOn(pass: Pass | undefined, line: Connection | undefined): void {
    const seat = new Seat(
      this.address(pass),
      {
        happened: (events, before, after) => {
          this.announcer?.happened(events, before, after);
          if (events.some((event) => isKeptForFeedback(event, after.you))) {
            this.tell(seat.words.say('questions.kept'), false, false, true);
          }
        },
        refused: (refusal, command) => {
          const { id, reason, message } = refusal;
          this.fire('tessera-refused', { id, type: command?.type, reason, message });
          this.tell(message || seat.words.say('refused'), true, false);
        },
        phaseChanged: (phase) => this.phaseChanged(phase),
        linkChanged: (link) => {
          this.fire('tessera-connection', { link });
          if (link === 'covered') {
            this.veiled = true;
            this.fire('tessera-covered', {});
          }
          if (link === 'broken' && this.messages) {
            this.spoken = seat.words.say('link.broken');
          }
        },
        clockChanged: (offset) => {
          this.fire('tessera-clock', { offset });
          window.dispatchEvent(new CustomEvent('tessera-clock', { detail: { offset } }));
        },
        presenceChanged: (here) => this.fire('tessera-presence', { here }),
      },
      browserDoors(),
      this.keep,
      line,
    );
    this.instruct(seat);
    this.seat = seat;
    this.announcer = new Announcer(
      () => seat.words,
      (sentence, urgent) => this.speak(sentence, urgent),
      () => Date.now(),
      (run, milliseconds) => window.setTimeout(run, milliseconds),
    );
    this.unwatch = seat.watch(() => this.requestUpdate());
    seat.start();
  }

  private leave(): void {
    this.unwatch?.();
    this.seat?.stop();
    this.seat = undefined;
    this.line?.stop();
    this.line = undefined;
    this.seated = '';
  }

  private get base(): string {
    return new URL('.', document.baseURI).href;
  }

  private readonly wake = (): void => {
    this.seat?.wake();
    this.line?.wake();
  };

  /** The page came back out of the browser's back-and-forward cache, with its old connection dead. */
  private readonly shown = (event: PageTransitionEvent): void => {
    if (event.persisted) {
      this.seat?.wake(true);
    }
  };

  private readonly looked = (): void => {
    if (document.hidden) {
      this.hiddenSince = Date.now();
    } else {
      this.seat?.wake(Date.now() - this.hiddenSince > 60_000);
    }
  };

  private phaseChanged(phase: PhaseEntity | undefined): void {
    this.fire('tessera-phase', { phase: phase?.id ?? null, state: phase?.state ?? null });
    const panes = this.deskPanes();
    const besideWork =
      ['scores', 'questions'].includes(phase?.instrument ?? '') && panes.includes('pages') && !this.narrow;
    const tallied = phase?.instrument === 'none' && panes.includes('agreement');
    const wanted = besideWork
      ? 'pages'
      : (paneFor(phase?.instrument) ?? (this.isReading(phase) ? 'texts' : tallied ? 'agreement' : 'pages'));
    this.desk = panes.includes(wanted) ? wanted : (panes[0] ?? 'pages');
    this.pane = (paneFor(phase?.instrument) || tallied) && panes.includes(wanted) ? wanted : 'notes';
    // Where a step works on the notes alone, they get the whole width; whoever wants the rest unfolds it.
    this.collapsed = phase?.state === 'running' && (isDebrief(phase) || !panes.includes(wanted));
  }

  /** A phase in which an earlier text is read and noted on. */
  private isReading(phase: PhaseEntity | undefined): boolean {
    return (
      phase?.instrument === 'board' &&
      phase.kinds.some((kind) => kind === 'works' || kind === 'doubt') &&
      [...(this.seat?.all('statements').values() ?? [])].some((statement) => statement.fixed)
    );
  }

  private deskPanes(): DeskPane[] {
    const { seat } = this;
    if (!seat) {
      return [];
    }
    const panes: DeskPane[] = [];
    if (seat.all('materials').size > 0) {
      panes.push('pages');
    }
    if (seat.all('statements').size > 0) {
      panes.push('texts');
    }
    if (seat.phase?.instrument === 'fingers' || seat.all('checks').size > 0) {
      panes.push('check');
    }
    if (seat.phase?.instrument === 'goals' || seat.all('goals').size > 0) {
      panes.push('goals');
    }
    const instrument = seat.phase?.instrument;
    if (instrument === 'items') {
      panes.push('items');
    }
    if (instrument === 'checklist' || seat.all('consensus').size > 0) {
      panes.push('checklist');
    }
    if (instrument === 'scores') {
      panes.push('scores');
    }
    if (instrument === 'agreement' || seat.all('grids').size > 0) {
      panes.push('agreement');
    }
    const began = (instrument: string): boolean =>
      [...seat.all('phases').values()].some((phase) => phase.instrument === instrument && phase.state !== 'ahead');
    for (const tool of ['questions', 'norms', 'choice'] as const) {
      if (began(tool)) {
        panes.push(tool);
      }
    }
    return panes;
  }

  /** Whoever scores or asks has the work beside the sheet or the log, which stand where the notes do elsewhere. */
  private besideTheWork(desk: DeskPane | undefined): 'scores' | 'questions' | undefined {
    const instrument = this.seat?.phase?.instrument;
    const works = instrument === 'scores' || instrument === 'questions';
    return works && desk === 'pages' && !this.collapsed && !this.narrow && !this.wall ? instrument : undefined;
  }

  private fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  // Saying

  private tell(sentence: string, urgent: boolean, undo: boolean, shown = urgent || undo): void {
    if (shown) {
      this.toast = { sentence, undoes: undo ? this.seat?.lastCommand : undefined };
      clearTimeout(this.toastTimer);
      this.toastTimer = window.setTimeout(() => (this.toast = undefined), TOAST);
    }
    this.speak(sentence, urgent);
  }

  private speak(sentence: string, urgent: boolean): void {
    // A sentence said twice in a row is only read if the region changed in between.
    const again = sentence === (urgent ? this.urgent : this.spoken) ? `${sentence}\u00a0` : sentence;
    if (urgent) {
      this.urgent = again;
    } else {
      this.spoken = again;
    }
  }

  // Rendering

  protected override render(): TemplateResult | typeof nothing {
    const { seat } = this;
    if (!seat || this.veiled || !this.messages) {
      return nothing;
    }
    const panes = this.deskPanes();
    const desk = panes.includes(this.desk) ? this.desk : panes[0];
    const pane = this.pane === 'notes' || panes.includes(this.pane) ? this.pane : 'notes';
    const folded = this.collapsed || !desk;
    const beside = this.besideTheWork(desk);
    return html`
      ${this.barTemplate(panes, desk, pane, seat)} ${this.stoppedTemplate(seat)}
      ${!seat.known
        ? this.loadingTemplate(seat)
        : seat.writing === 'waiting'
          ? this.waitingTemplate(seat, panes, desk)
          : html`<tessera-turns .seat=${seat}></tessera-turns>
            <div
              class="panes ${folded ? 'alone' : ''}"
              data-pane=${pane}
              @board-tell=${this.told}
              @board-view=${this.viewed}
              @board-insert=${this.insert}
              @board-show-region=${this.showRegion}
              @board-show-note=${this.showNote}
              @board-write=${this.startWriting}
            >
              ${folded && pane === 'notes'
                ? nothing
                : html`<section class="desk" aria-label=${seat.words.say(`pane.${desk}`)} ?hidden=${folded && pane === 'notes'}>
                    ${this.deskTemplate(seat, pane === 'notes' ? desk! : (pane as DeskPane))}
                  </section>`}
              <section
                class="notes"
                aria-label=${seat.words.say(`pane.${beside ?? 'notes'}`)}
              >
                ${seat.writing === 'unrecorded'
                  ? this.quietTemplate(panes, seat)
                  : beside
                  ? html`<div class="bar end">${this.linkTemplate(seat)}</div>
                      ${this.deskTemplate(seat, beside)}`
                  : html`<tessera-notes .seat=${seat} .view=${this.view} ?wall=${this.wall}
                      >${this.foldTemplate(panes, seat)} ${this.linkTemplate(seat)}</tessera-notes
                    >`}
                ${this.wall || beside === 'scores'
                  ? nothing
                  : html`<tessera-composer .seat=${seat}></tessera-composer>`}
              </section>
            </div>`}
      ${this.toast && !this.wall ? this.toastTemplate(seat) : nothing}
      <p class="aloud" role="status" aria-live="polite">${this.spoken}</p>
      <p class="aloud" role="alert" aria-live="assertive">${this.urgent}</p>
    `;
  }

  private barTemplate(panes: DeskPane[], desk: DeskPane | undefined, pane: Pane, seat: Seat): TemplateResult | typeof nothing {
    const words = seat.words;
    if (panes.length === 0 || !seat.known || this.wall || seat.writing === 'waiting') {
      return nothing;
    }
    if (this.collapsed && !this.narrow && isDebrief(seat.phase)) {
      // the whole height is for looking back; unfolding brings the choice with it
      return nothing;
    }
    const choose = (to: Pane) => () => {
      if (to !== 'notes') {
        this.desk = to;
        this.collapsed = false;
      }
      this.pane = to;
    };
    return html`<div class="bar ${panes.length === 1 ? 'only-narrow' : panes.length > 2 ? 'many' : ''}">
      <div class="choices" role="group" aria-label=${words.say('pane.label')}>
        ${panes.map(
          (each) =>
            html`<button
              type="button"
              aria-pressed=${(this.narrow ? pane : this.collapsed ? '' : desk) === each}
              @click=${choose(each)}
            >
              ${icon(DRAWINGS[each])} ${words.say(`pane.${each}`)}
            </button>`,
        )}
        <button type="button" class="only-narrow" aria-pressed=${pane === 'notes'} @click=${choose('notes')}>
          ${icon('board')} ${words.say('pane.notes')}
        </button>
      </div>
    </div>`;
  }

  /** How the line stands: a word, and next to nothing to look at while all is well. */
  private linkTemplate(seat: Seat): TemplateResult {
    const words = seat.words;
    const waiting = seat.waiting.length;
    const isLive = seat.link === 'live';
    const isHeldUp = isLive && waiting > 0 && seat.heldUp;
    const kept = isHeldUp ? 'link.busy' : 'link.kept';
    const word = isHeldUp || (!isLive && waiting > 0) ? words.count(kept, waiting) : words.say(`link.${seat.link}`);
    return html`<span slot="end" class="link ${isHeldUp ? 'broken' : seat.link}" title=${word}
      ><i></i><span class=${isLive && !isHeldUp ? 'when-wide' : ''}>${word}</span></span
    >`;
  }

  private foldTemplate(panes: DeskPane[], seat: Seat): TemplateResult | typeof nothing {
    if (panes.length === 0 || this.wall) {
      return nothing;
    }
    const word = seat.words.say(this.collapsed ? 'pane.unfold' : 'pane.fold');
    return html`<button slot="start" type="button" class="tool fold" aria-label=${word} title=${word} @click=${this.fold}>
      ${icon(this.collapsed ? 'unfold' : 'fold')}
    </button>`;
  }

  private stoppedTemplate(seat: Seat): TemplateResult | typeof nothing {
    if (seat.link !== 'signed-out' && seat.link !== 'forbidden' && seat.link !== 'gone') {
      return nothing;
    }
    return html`<div class="stopped" role="alert">
      ${icon('private')} <span>${seat.words.say(`link.${seat.link}.what`)}</span>
      ${seat.link === 'signed-out'
        ? html`<a href=${`${this.base}login`}>${seat.words.say('link.signIn')}</a>`
        : nothing}
    </div>`;
  }

  private loadingTemplate(seat: Seat): TemplateResult {
    const stopped = seat.link === 'signed-out' || seat.link === 'forbidden' || seat.link === 'gone';
    return html`<div class="waiting">
      ${stopped
        ? nothing
        : html`<div class="loading" aria-hidden="true">${Array.from({ length: 6 }, () => html`<i></i>`)}</div>
            <p>${seat.words.say(seat.link === 'broken' ? 'link.broken' : 'loading')}</p>`}
    </div>`;
  }

  private waitingTemplate(seat: Seat, panes: DeskPane[], desk: DeskPane | undefined): TemplateResult {
    const open = [...seat.all('materials').values()].some((material) => !material.locked);
    return html`<div class="panes ${panes.length > 0 && open ? '' : 'alone'}" data-pane="pages">
      ${desk && open ? html`<section class="desk">${this.deskTemplate(seat, desk)}</section>` : nothing}
      <div class="waiting">
        ${icon('board')}
        <p>${seat.words.say('empty.waiting')}</p>
        <p>${seat.words.say('empty.waiting.next')}</p>
      </div>
    </div>`;
  }

  private deskTemplate(seat: Seat, desk: DeskPane): TemplateResult {
    switch (desk) {
      case 'pages':
        return html`<tessera-pages .seat=${seat} .base=${this.base} .room=${this.room}></tessera-pages>`;
      case 'texts':
        return html`<tessera-texts .seat=${seat} ?wall=${this.wall}></tessera-texts>`;
      case 'check':
        return html`<tessera-check .seat=${seat} ?wall=${this.wall}></tessera-check>`;
      case 'goals':
        return html`<tessera-goals .seat=${seat} ?wall=${this.wall}></tessera-goals>`;
      case 'items':
        return html`<tessera-items .seat=${seat} ?wall=${this.wall}></tessera-items>`;
      case 'checklist':
        return html`<tessera-checklist .seat=${seat} ?wall=${this.wall}></tessera-checklist>`;
      case 'scores':
        return html`<tessera-scores .seat=${seat} ?wall=${this.wall}></tessera-scores>`;
      case 'agreement':
        return html`<tessera-agreement .seat=${seat} ?wall=${this.wall}></tessera-agreement>`;
      case 'questions':
        return html`<tessera-questions .seat=${seat} ?wall=${this.wall}></tessera-questions>`;
      case 'norms':
        return html`<tessera-norms .seat=${seat} ?wall=${this.wall}></tessera-norms>`;
      case 'choice':
        return html`<tessera-choice .seat=${seat} ?wall=${this.wall}></tessera-choice>`;
    }
  }

  /** A step of which nothing is kept: there is nothing to read or to write, so that people look at each other. */
  private quietTemplate(panes: DeskPane[], seat: Seat): TemplateResult {
    const { words } = seat;
    const others = (seat.group?.people ?? []).filter((person) => person !== seat.you).map((person) => seat.nameOf(person));
    return html`<div class="bar">${this.foldTemplate(panes, seat)} <span class="grow"></span> ${this.linkTemplate(seat)}</div>
      <div class="waiting quiet">
        ${icon('private')}
        <strong>${words.say('unrecorded.title')}</strong>
        ${others.length > 0 ? html`<p>${words.say('unrecorded.with', others.join(', '))}</p>` : nothing}
        <p>${words.say('unrecorded.what')}</p>
      </div>`;
  }

  private toastTemplate(seat: Seat): TemplateResult {
    return html`<div class="toast">
      <span>${this.toast!.sentence}</span>
      ${this.toast!.undoes && this.toast!.undoes === seat.lastCommand
        ? html`<button
            type="button"
            @click=${() => {
              seat.undo();
              this.toast = undefined;
            }}
          >
            ${seat.words.say('undo')}
          </button>`
        : nothing}
      <button type="button" aria-label=${seat.words.say('close')} @click=${() => (this.toast = undefined)}>
        ${icon('close')}
      </button>
    </div>`;
  }

  // What the parts ask for

  private readonly told = (event: CustomEvent<{ sentence: string; urgent: boolean; undo: boolean }>): void => {
    const { sentence, urgent, undo } = event.detail;
    if (undo) {
      this.tell(sentence, false, true);
    } else {
      this.speak(sentence, urgent);
    }
  };

  private readonly viewed = (event: CustomEvent<View>): void => {
    this.view = event.detail;
    try {
      localStorage.setItem(VIEW_KEY, this.view);
    } catch {
      // Forbidden storage only means that the next page starts with the usual view.
    }
  };

  private readonly insert = (event: CustomEvent<string>): void => {
    this.desk = 'texts';
    this.collapsed = false;
    if (this.narrow) {
      this.pane = 'texts';
    }
    void this.updateComplete.then(() => this.texts?.updateComplete.then(() => this.texts?.insert(event.detail)));
  };

  private readonly showRegion = (event: CustomEvent<Note>): void => {
    this.desk = 'pages';
    this.collapsed = false;
    if (this.narrow) {
      this.pane = 'pages';
    }
    void this.updateComplete.then(() => this.pages?.show(event.detail));
    this.seat?.point(event.detail.id);
  };

  private readonly showNote = (event: CustomEvent<string>): void => {
    this.pane = 'notes';
    void this.updateComplete.then(() => this.notes?.show(event.detail));
  };

  private readonly startWriting = (): void => {
    void this.updateComplete.then(() => this.composer?.focus());
  };

  private readonly fold = (): void => {
    this.collapsed = !this.collapsed;
    this.pane = 'notes';
    this.fire('tessera-collapsed', { collapsed: this.collapsed });
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as HTMLElement;
    const isField = target.matches?.('input, textarea, select, [contenteditable]');
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') {
      if (!isField || (target as HTMLTextAreaElement).value === '') {
        event.preventDefault();
        this.seat?.undo();
      }
    } else if (event.key === '?' && !isField && this.contains(event.target as Node)) {
      event.preventDefault();
      this.notes?.showKeys();
    }
  };
}

function paneFor(instrument: string | undefined): DeskPane | undefined {
  switch (instrument) {
    case 'statement':
      return 'texts';
    case 'fingers':
      return 'check';
    case 'goals':
      return 'goals';
    case 'items':
    case 'checklist':
    case 'scores':
    case 'agreement':
    case 'questions':
    case 'norms':
    case 'choice':
      return instrument;
    default:
      return undefined;
  }
}

/** Small screens begin with the outline; whoever chose a view keeps it. */
function rememberedView(width: number): View {
  try {
    const chosen = localStorage.getItem(VIEW_KEY);
    if (chosen === 'board' || chosen === 'outline') {
      return chosen;
    }
  } catch {
    // Forbidden storage: the usual view.
  }
  return width < SMALL ? 'outline' : 'board';
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-room-board': TesseraRoomBoard;
  }
}
