import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Anchor, Material, Note } from '../room/entities.ts';
import { icon } from './icons.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';

/** A region of the page, in fractions of it. */
type Region = Pick<Anchor, 'x' | 'y' | 'w' | 'h'>;

const LEAST = 0.012;
const ZOOMS = [1, 1.35, 1.8, 2.5];

/** The pages people look at together: turn them, come closer, mark the region a note is about. */
@customElement('tessera-pages')
export class Pages extends Part {
  static override styles = [
    looks,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        gap: 0.5rem;
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.5rem;
      }

      .bar .title {
        flex: 1 1 6rem;
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-weight: 600;
      }

      .turn {
        display: inline-flex;
        align-items: center;
      }

      .scroll {
        flex: 1;
        min-block-size: 12rem;
        overflow: auto;
        overscroll-behavior: contain;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--sunken);
        padding: 0.6rem;
      }

      .page {
        position: relative;
        margin-inline: auto;
        background: white;
        box-shadow: var(--shadow);
        inline-size: calc(100% * var(--zoom, 1));
        user-select: none;
        -webkit-user-select: none;
      }

      .page img {
        display: block;
        inline-size: 100%;
        min-block-size: 8rem;
        pointer-events: none;
      }

      .page.marks {
        cursor: crosshair;
      }

      .page.marks.marking {
        touch-action: none;
      }

      .region {
        position: absolute;
        padding: 0;
        border: 2px solid var(--mark);
        border-radius: 4px;
        background: color-mix(in srgb, var(--mark) 12%, transparent);
        cursor: pointer;
        transition: background-color var(--quick);
      }

      /* The paper is white in both schemes, so the marks on it are the light scheme's. */
      .page .kind {
        color-scheme: light;
        --mark: oklch(0.5 calc(0.13 * var(--strength, 1)) var(--hue));
      }

      .region:hover,
      .region.pointed {
        background: color-mix(in srgb, var(--mark) 28%, transparent);
        box-shadow: 0 0 0 2px white, 0 0 0 4px var(--mark);
        z-index: 2;
      }

      .region .tile {
        position: absolute;
        inset-block-start: -0.7rem;
        inset-inline-start: -0.7rem;
        font-size: 0.75rem;
        border-radius: 0.3em;
      }

      .drawn {
        position: absolute;
        border: 3px solid oklch(0.45 0.1 195);
        border-radius: 4px;
        background: oklch(0.6 0.1 195 / 0.2);
        box-shadow: 0 0 0 2px white;
        z-index: 3;
        pointer-events: none;
      }

      .drawn::after {
        content: attr(data-hint);
        position: absolute;
        inset-block-start: calc(100% + 0.45rem);
        inset-inline-start: 0;
        inline-size: max-content;
        max-inline-size: 16rem;
        padding: 0.15rem 0.6rem;
        border-radius: 0.4rem;
        background: oklch(0.3 0.05 195);
        color: white;
        font-size: 0.8125rem;
      }

      /* The tools lie on the lower edge of the page, where they take no room from it. */
      .stage-tools {
        position: relative;
        block-size: 0;
        z-index: 4;
      }

      .tools {
        position: absolute;
        inset-inline-end: 0.9rem;
        inset-block-end: 1.1rem;
        display: inline-flex;
        padding: 2px;
        border: 1px solid var(--line);
        border-radius: 0.6rem;
        background: var(--raised);
        box-shadow: var(--tessera-shadow-lifted);
      }

      .thumbs {
        display: flex;
        gap: 0.4rem;
        overflow-x: auto;
        padding: 3px;
      }

      .thumbs button {
        position: relative;
        flex: none;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 0.3rem;
        background: white;
        overflow: hidden;
        inline-size: 3.1rem;
        block-size: 4rem;
      }

      .thumbs button[aria-current='true'] {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
      }

      .thumbs img {
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
        object-position: top;
      }

      .thumbs span {
        position: absolute;
        inset-block-end: 0;
        inset-inline-end: 0;
        padding: 0 0.3rem;
        border-start-start-radius: 0.3rem;
        background: oklch(0.25 0.02 220);
        color: white;
        font-size: 0.6875rem;
        font-weight: 600;
      }

      .which {
        flex: 1 1 12rem;
        flex-wrap: nowrap;
        min-inline-size: 0;
        background: none;
        padding: 0;
      }

      .which button {
        min-inline-size: 0;
        flex: 0 1 auto;
      }

      @media (max-width: 30rem) {
        .which {
          flex-basis: 100%;
        }

        .turn {
          margin-inline: auto;
        }
      }

      .which button span {
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .empty {
        display: grid;
        justify-items: center;
        gap: 0.5rem;
        padding: 2.5rem 1rem;
        text-align: center;
        color: var(--ink-soft);
      }

      .failed {
        display: grid;
        place-items: center;
        min-block-size: 14rem;
        padding: 1rem;
        color: oklch(0.35 0.02 250);
        text-align: center;
      }

      .tool:disabled {
        opacity: 0.4;
        cursor: default;
      }
    `,
  ];

  /** Where the application lives, with a slash at the end. */
  @property() base = '';
  @property() room = '';

  @state() private material = '';
  @state() private page = 1;
  @state() private zoom = 0;
  @state() private marking = false;
  @state() private drawn: Region | undefined;
  @state() private drawing = false;
  @state() private byKeys = false;
  @state() private failed = new Set<string>();
  @query('.page') private sheet!: HTMLElement | null;
  private from: { x: number; y: number; pointer: number } | undefined;

  /** Turns to where a note points. */
  show(note: Note): void {
    if (note.anchor) {
      this.material = note.anchor.material;
      this.page = note.anchor.page;
      void this.updateComplete.then(() =>
        this.renderRoot
          .querySelector(`[data-region="${CSS.escape(note.id)}"]`)
          ?.scrollIntoView({ block: 'center', behavior: 'smooth' }),
      );
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const materials = this.materials;
    const open = materials.filter((each) => !each.locked);
    if (!materials.some((each) => each.id === this.material) && materials.length > 0) {
      this.material = (open[0] ?? materials[0]!).id;
      this.page = 1;
    }
    if (!this.seat?.anchor && !this.drawing && !this.byKeys) {
      this.drawn = undefined;
    }
  }

  private get materials(): Material[] {
    return [...this.seat.all('materials').values()].sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1));
  }

  private get current(): Material | undefined {
    return this.seat.all('materials').get(this.material);
  }

  private get canMark(): boolean {
    return !['waiting', 'closed'].includes(this.seat.writing);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { materials, current } = this;
    if (!current) {
      return html`<div class="empty">${icon('page')}<p>${this.say('pages.none')}</p></div>`;
    }
    return html`
      ${current.locked
        ? html`<div class="bar">${this.whichTemplate(materials)}</div>
            ${this.lockedTemplate(current)}`
        : this.openTemplate(current, materials)}
    `;
  }

  private whichTemplate(materials: Material[]): TemplateResult {
    return html`<div class="which choices" role="group" aria-label=${this.say('pages.which')}>
      ${materials.map(
        (each) =>
          html`<button
            type="button"
            aria-pressed=${each.id === this.material}
            @click=${() => {
              this.material = each.id;
              this.page = 1;
            }}
          >
            ${icon(each.locked ? 'private' : 'page')}
            <span>${each.title ?? this.say(`material.${each.kind}`)}</span>
          </button>`,
      )}
    </div>`;
  }

  private lockedTemplate(material: Material): TemplateResult {
    const phase = material.unlocks
      ? this.seat.all('phases').get(material.unlocks)
      : [...this.seat.all('phases').values()].find((each) => each.unlocks?.includes(material.kind));
    return html`<div class="empty">
      ${icon('private')}
      <strong>${this.say(`material.${material.kind}`)}</strong>
      <p>${phase ? this.say('pages.unlocks', this.seat.words.of(phase.name)) : this.say('pages.locked')}</p>
    </div>`;
  }

  private openTemplate(material: Material, materials: Material[]): TemplateResult {
    const pages = material.pages ?? 1;
    const page = Math.min(this.page, pages);
    if (this.seat.isHeld(material.id)) {
      return this.heldTemplate(material, materials);
    }
    const turn = (to: number) => () => {
      this.page = to;
      this.drawn = undefined;
    };
    return html`
      <div class="bar">
        ${materials.length > 1
          ? this.whichTemplate(materials)
          : html`<span class="title" title=${material.title ?? ''}>${material.title}</span>`}
        <span class="turn">
          <button
            type="button"
            class="tool"
            aria-label=${this.say('pages.previous')}
            title=${this.say('pages.previous')}
            ?disabled=${page <= 1}
            @click=${turn(page - 1)}
          >
            ${icon('previous')}
          </button>
          <span aria-live="polite">${this.say('pages.of', page, pages)}</span>
          <button
            type="button"
            class="tool"
            aria-label=${this.say('pages.next')}
            title=${this.say('pages.next')}
            ?disabled=${page >= pages}
            @click=${turn(page + 1)}
          >
            ${icon('next')}
          </button>
        </span>
      </div>
      <div class="scroll" style=${styleMap({ '--zoom': String(ZOOMS[this.zoom]) })}>
        ${this.sheetTemplate(material, page)}
      </div>
      <div class="stage-tools">
        <span class="tools">
          <button
            type="button"
            class="tool"
            aria-label=${this.say('pages.smaller')}
            title=${this.say('pages.smaller')}
            ?disabled=${this.zoom === 0}
            @click=${() => this.zoom--}
          >
            ${icon('minus')}
          </button>
          <button
            type="button"
            class="tool"
            aria-label=${this.say('pages.larger')}
            title=${this.say('pages.larger')}
            ?disabled=${this.zoom === ZOOMS.length - 1}
            @click=${() => this.zoom++}
          >
            ${icon('plus')}
          </button>
          <button
            type="button"
            class="tool"
            aria-label=${this.say('pages.fit')}
            title=${this.say('pages.fit')}
            ?disabled=${this.zoom === 0}
            @click=${() => (this.zoom = 0)}
          >
            ${icon('fit')}
          </button>
          ${material.kind === 'work' || material.kind === 'context'
            ? html`<button
                type="button"
                class="tool"
                aria-label=${this.say('pages.alarm')}
                title=${this.say('pages.alarm')}
                @click=${() => this.raiseAlarm(material)}
              >
                ${icon('doubt')}
              </button>`
            : nothing}
          ${this.canMark
            ? html`<button
                type="button"
                class="tool"
                aria-pressed=${this.marking}
                aria-label=${this.say('pages.mark')}
                title=${this.say('pages.mark')}
                @click=${this.startByKeys}
              >
                ${icon('region')}
              </button>`
            : nothing}
        </span>
      </div>
      ${pages > 1 ? this.thumbsTemplate(material, pages, page) : nothing}
    `;
  }

  /** Stopped in the middle of a meeting: the pages are off every screen at once, and nobody is told by whom. */
  private heldTemplate(material: Material, materials: Material[]): TemplateResult {
    return html`${materials.length > 1 ? html`<div class="bar">${this.whichTemplate(materials)}</div>` : nothing}
      <div class="empty" role="status">
        ${icon('private')}
        <strong>${this.say('pages.held')}</strong>
        <p>${this.say('pages.heldNext')}</p>
        <button
          type="button"
          class="button"
          @click=${() => {
            this.failed = new Set();
            this.seat.askAgain(material.id);
          }}
        >
          ${this.say('pages.again')}
        </button>
      </div>`;
  }

  /** What becomes of it is the page's around this board to ask. */
  private raiseAlarm(material: Material): void {
    this.dispatchEvent(
      new CustomEvent('tessera-alarm', { detail: { material: material.id }, bubbles: true, composed: true }),
    );
  }

  private sheetTemplate(material: Material, page: number): TemplateResult {
    const notes = [...this.seat.board.notes.values()].filter(
      (note) => note.anchor?.material === material.id && note.anchor.page === page,
    );
    const source = this.address(material.id, page);
    const { anchor } = this.seat;
    const shown = this.drawn ?? (anchor?.material === material.id && anchor.page === page ? anchor : undefined);
    return html`<div
      class="page ${this.canMark ? 'marks' : ''} ${this.marking ? 'marking' : ''}"
      tabindex="0"
      role="group"
      aria-label=${this.say(this.canMark ? 'pages.sheet' : 'pages.sheetPlain', page)}
      @pointerdown=${this.pressedDown}
      @pointermove=${this.pulled}
      @pointerup=${this.letGo}
      @pointercancel=${this.giveUp}
      @keydown=${(event: KeyboardEvent) => this.pressedKey(event, material, page)}
    >
      ${this.failed.has(source)
        ? html`<div class="failed">
            <p>${this.say('pages.failed')}</p>
            <button type="button" class="button" @click=${() => this.loadAgain(source)}>${this.say('pages.again')}</button>
          </div>`
        : html`<img
            src=${source}
            alt=${this.say('pages.alt', page, material.title ?? '')}
            draggable="false"
            @error=${() => (this.failed = new Set(this.failed).add(source))}
          />`}
      ${repeat(
        notes,
        (note) => note.id,
        (note) => this.regionTemplate(note),
      )}
      ${shown
        ? html`<div
            class="drawn"
            data-hint=${this.say(this.byKeys ? 'pages.keysHint' : 'pages.marked')}
            style=${styleMap(placed(shown))}
          ></div>`
        : nothing}
    </div>`;
  }

  private regionTemplate(note: Note): TemplateResult {
    return html`<button
      type="button"
      class="region kind kind-${note.kind} ${this.seat.pointed === note.id ? 'pointed' : ''}"
      data-region=${note.id}
      style=${styleMap(placed(note.anchor!))}
      aria-label=${`${this.say(`kind.${note.kind}`)}: ${note.text}`}
      title=${note.text}
      @pointerenter=${() => this.seat.point(note.id)}
      @pointerleave=${() => this.seat.point(undefined)}
      @focus=${() => this.seat.point(note.id)}
      @blur=${() => this.seat.point(undefined)}
      @click=${() => this.fire('board-show-note', note.id)}
    >
      <span class="tile" aria-hidden="true">${icon(note.kind)}</span>
    </button>`;
  }

  private thumbsTemplate(material: Material, pages: number, page: number): TemplateResult {
    return html`<div class="thumbs" role="group" aria-label=${this.say('pages.all')}>
      ${Array.from(
        { length: pages },
        (_, i) =>
          html`<button
            type="button"
            aria-current=${i + 1 === page ? 'true' : 'false'}
            aria-label=${this.say('pages.go', i + 1)}
            @click=${() => (this.page = i + 1)}
          >
            <img src=${this.address(material.id, i + 1)} alt="" loading="lazy" draggable="false" /><span>${i + 1}</span>
          </button>`,
      )}
    </div>`;
  }

  private address(material: string, page: number): string {
    return `${this.base}rooms/${this.room}/materials/${material}/pages/${page}.png`;
  }

  private loadAgain(source: string): void {
    const failed = new Set(this.failed);
    failed.delete(source);
    this.failed = failed;
  }

  // Marking with a pointer

  private readonly pressedDown = (event: PointerEvent): void => {
    const onRegion = (event.target as HTMLElement).closest('.region, button');
    const byFinger = event.pointerType === 'touch' && !this.marking;
    if (!this.canMark || event.button !== 0 || onRegion || byFinger) {
      return;
    }
    event.preventDefault();
    const at = this.at(event);
    this.from = { ...at, pointer: event.pointerId };
    this.sheet?.setPointerCapture(event.pointerId);
    this.sheet?.focus({ preventScroll: true });
    this.drawing = true;
    this.byKeys = false;
    this.drawn = undefined;
  };

  private readonly pulled = (event: PointerEvent): void => {
    if (this.from?.pointer === event.pointerId) {
      this.drawn = between(this.from, this.at(event));
    }
  };

  private readonly letGo = (event: PointerEvent): void => {
    if (this.from?.pointer !== event.pointerId) {
      return;
    }
    const region = between(this.from, this.at(event));
    this.from = undefined;
    this.drawing = false;
    if (region.w < LEAST || region.h < LEAST) {
      this.drawn = undefined;
      this.seat.aim(undefined);
      return;
    }
    this.take(region);
  };

  private readonly giveUp = (): void => {
    this.from = undefined;
    this.drawing = false;
    this.drawn = undefined;
  };

  private at(event: PointerEvent): { x: number; y: number } {
    const box = this.sheet!.getBoundingClientRect();
    return {
      x: clamp((event.clientX - box.left) / box.width),
      y: clamp((event.clientY - box.top) / box.height),
    };
  }

  private take(region: Region): void {
    this.drawn = region;
    this.marking = false;
    this.byKeys = false;
    this.seat.aim({ material: this.material, page: this.page, ...rounded(region) });
    this.tell(this.say('pages.taken', this.page));
    this.fire('board-write', undefined);
  }

  // Marking by keys

  private readonly startByKeys = (): void => {
    if (this.marking || this.byKeys) {
      this.marking = false;
      this.byKeys = false;
      this.drawn = undefined;
      return;
    }
    this.marking = true;
    this.byKeys = true;
    this.drawn = { x: 0.3, y: 0.3, w: 0.4, h: 0.2 };
    this.sheet?.focus({ preventScroll: true });
    this.tell(this.say('pages.keysHint'), true);
  };

  private pressedKey(event: KeyboardEvent, material: Material, page: number): void {
    if (event.target !== this.sheet || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (this.byKeys && this.drawn) {
      if (this.shape(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
      return;
    }
    const pages = material.pages ?? 1;
    if (event.key.toLowerCase() === 'r' && this.canMark) {
      this.startByKeys();
    } else if (event.key === 'PageDown' && page < pages) {
      this.page = page + 1;
    } else if (event.key === 'PageUp' && page > 1) {
      this.page = page - 1;
    } else {
      return;
    }
    event.preventDefault();
  }

  private shape(event: KeyboardEvent): boolean {
    const region = this.drawn!;
    if (event.key === 'Enter') {
      this.take(region);
      return true;
    }
    if (event.key === 'Escape') {
      this.startByKeys();
      return true;
    }
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!by) {
      return false;
    }
    const [dx, dy] = [by[0]! * 0.02, by[1]! * 0.02];
    this.drawn = event.shiftKey
      ? {
          ...region,
          w: Math.min(1 - region.x, Math.max(0.03, region.w + dx)),
          h: Math.min(1 - region.y, Math.max(0.03, region.h + dy)),
        }
      : {
          ...region,
          x: Math.min(1 - region.w, Math.max(0, region.x + dx)),
          y: Math.min(1 - region.h, Math.max(0, region.y + dy)),
        };
    const percent = (value: number) => Math.round(value * 100);
    this.tell(
      this.say(
        'pages.region',
        percent(this.drawn.x),
        percent(this.drawn.y),
        percent(this.drawn.w),
        percent(this.drawn.h),
      ),
      true,
    );
    return true;
  }
}

/** What a meeting is about comes before what explains it. */
function order(material: Material): number {
  return material.kind === 'work' || material.kind === 'text' ? 0 : 1;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function between(a: { x: number; y: number }, b: { x: number; y: number }): Region {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}

function rounded({ x, y, w, h }: Region): Region {
  const r = (value: number) => Math.round(value * 10_000) / 10_000;
  return { x: r(x), y: r(y), w: Math.min(r(w), r(1 - r(x))), h: Math.min(r(h), r(1 - r(y))) };
}

function placed({ x, y, w, h }: Region): Record<string, string> {
  const p = (value: number) => `${value * 100}%`;
  return { left: p(x), top: p(y), width: p(w), height: p(h) };
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-pages': Pages;
  }
}
