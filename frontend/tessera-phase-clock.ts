import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Chime } from './room/chime.ts';
import { asClock, countdown, spokenAt, type Countdown } from './room/countdown.ts';
import { Words } from './room/words.ts';
import { icon } from './parts/icons.ts';

/**
 * The time left in a phase, counted down here: the server says once when the phase ends. Colour, shape and word change
 * together, so that nobody has to tell amber from red.
 */
@customElement('tessera-phase-clock')
export class TesseraPhaseClock extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.45em;
      font: inherit;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }

    .face {
      display: inline-flex;
      align-items: center;
      gap: 0.45em;
      padding: 0.12em 0.6em 0.12em 0.35em;
      border-radius: 2em;
      border: 1px solid transparent;
    }

    .ring {
      inline-size: 1.35em;
      block-size: 1.35em;
      flex: none;
    }

    .ring circle {
      fill: none;
      stroke: currentColor;
      stroke-width: 4;
      opacity: 0.22;
    }

    .ring path {
      fill: none;
      stroke: currentColor;
      stroke-width: 4;
      stroke-linecap: round;
    }

    .icon {
      inline-size: 1.2em;
      block-size: 1.2em;
      flex: none;
    }

    .time {
      font-weight: 700;
      font-size: 1.15em;
    }

    .word {
      font-weight: 550;
    }

    .amber {
      background: var(--tessera-warn-soft, transparent);
      color: var(--tessera-warn-ink, currentColor);
      border-color: currentColor;
    }

    .red,
    .over {
      background: var(--tessera-danger-soft, transparent);
      color: var(--tessera-danger-ink, currentColor);
      border: 2px solid currentColor;
    }

    .over {
      border-style: double;
      border-width: 3px;
    }

    .paused {
      border: 1px dashed currentColor;
      color: var(--tessera-ink-soft, GrayText);
    }

    button {
      display: inline-grid;
      place-items: center;
      inline-size: 2em;
      block-size: 2em;
      padding: 0;
      border: 0;
      border-radius: 0.4em;
      background: transparent;
      color: var(--tessera-ink-soft, currentColor);
      cursor: pointer;
      font: inherit;
    }

    button:hover {
      background: color-mix(in srgb, currentColor 12%, transparent);
    }

    button:focus-visible {
      outline: 2px solid var(--tessera-focus, Highlight);
      outline-offset: 2px;
    }

    .aloud {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    :host([wall]) {
      font-size: clamp(1.6rem, 3.4vw, 4rem);
    }

    :host([wall]) button {
      display: none;
    }
  `;

  /** When the phase ends, by the server's clock, as ISO time. */
  @property({ attribute: 'ends-at' }) endsAt = '';
  /** Since when it is paused, if it is. */
  @property({ attribute: 'paused-at' }) pausedAt = '';
  /** Milliseconds the server's clock is ahead of this device's; the board measures it and this element hears of it. */
  @property({ type: Number }) offset = 0;
  /** Whole minutes planned for the phase. */
  @property({ type: Number }) planned = 0;
  @property({ attribute: false }) messages: Record<string, string> = {};
  @property() override lang = 'en';
  /** For a projector: large, and nothing to operate. */
  @property({ type: Boolean, reflect: true }) wall = false;
  /** No chime here, whatever the person's setting. */
  @property({ type: Boolean }) muted = false;

  @state() private shown: Countdown | undefined;
  @state() private spoken = '';
  private readonly chime = new Chime();
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('tessera-clock', this.measured);
    document.addEventListener('visibilitychange', this.tick);
    this.tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('tessera-clock', this.measured);
    document.removeEventListener('visibilitychange', this.tick);
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['endsAt', 'pausedAt', 'offset', 'planned'].some((name) => changed.has(name))) {
      this.read(changed.has('endsAt'));
      this.schedule();
    }
  }

  private readonly measured = (event: Event): void => {
    this.offset = (event as CustomEvent<{ offset: number }>).detail.offset;
  };

  private readonly tick = (): void => {
    this.read(false);
    this.schedule();
  };

  /** Wakes up just after the next full second of the phase, not of this device. */
  private schedule(): void {
    clearTimeout(this.timer);
    const endsAt = Date.parse(this.endsAt);
    if (!this.isConnected || !Number.isFinite(endsAt) || this.pausedAt) {
      return;
    }
    const rest = (((endsAt - this.now()) % 1000) + 1000) % 1000;
    this.timer = window.setTimeout(this.tick, rest + 15);
  }

  private now(): number {
    return Date.now() + this.offset;
  }

  private read(isNew: boolean): void {
    const endsAt = Date.parse(this.endsAt);
    if (!Number.isFinite(endsAt)) {
      this.shown = undefined;
      return;
    }
    const pausedAt = this.pausedAt ? Date.parse(this.pausedAt) : undefined;
    const before = this.shown;
    const next = countdown(endsAt, this.now(), pausedAt, this.planned);
    this.shown = next;
    if (before && !isNew && before.pace !== 'paused' && next.pace !== 'paused') {
      this.mark(before, next);
    }
  }

  private mark(before: Countdown, next: Countdown): void {
    const moment = spokenAt(before.left, next.left);
    if (moment) {
      this.spoken = this.words.say(`clock.say.${moment}`);
    }
    // A tab that was asleep for minutes does not ring for what is long past.
    if (this.muted || before.left - next.left > 30) {
      return;
    }
    if (moment === 'end') {
      this.chime.ring(2);
    } else if (before.pace !== 'red' && next.pace === 'red') {
      this.chime.ring(1);
    }
  }

  private get words(): Words {
    return new Words(this.messages, this.lang.slice(0, 2));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { shown, words } = this;
    if (!shown) {
      return nothing;
    }
    const time = asClock(shown.left);
    const over = shown.pace === 'over';
    const word = {
      calm: '',
      amber: words.say('clock.amber'),
      red: words.say('clock.red'),
      over: words.say('clock.over'),
      paused: words.say('clock.paused'),
    }[shown.pace];
    return html`<span class="face ${shown.pace}" role="timer" aria-live="off" title=${words.say('clock.title')}>
        ${shown.pace === 'paused' ? icon('pause') : over ? icon('bell') : ringTemplate(shown.share)}
        <span class="time">${over ? `+${time}` : time}</span>
        ${word ? html`<span class="word">${word}</span>` : nothing}
      </span>
      ${this.wall || this.muted
        ? nothing
        : html`<button
            type="button"
            aria-pressed=${this.chime.isOn ? 'true' : 'false'}
            aria-label=${words.say('clock.chime')}
            title=${words.say(this.chime.isOn ? 'clock.chimeOn' : 'clock.chimeOff')}
            @click=${this.toggle}
          >
            ${icon(this.chime.isOn ? 'bell' : 'quiet')}
          </button>`}
      <span class="aloud" role="status">${this.spoken}</span>`;
  }

  private readonly toggle = (): void => {
    this.chime.isOn = !this.chime.isOn;
    this.chime.ring(1);
    this.requestUpdate();
  };
}

function ringTemplate(share: number): TemplateResult {
  const angle = Math.min(share, 0.9999) * 2 * Math.PI;
  const x = 18 + 14 * Math.sin(angle);
  const y = 18 - 14 * Math.cos(angle);
  return html`<svg class="ring" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
    <circle cx="18" cy="18" r="14"></circle>
    <path d=${share > 0 ? `M18 4A14 14 0 ${share > 0.5 ? 1 : 0} 1 ${x} ${y}` : ''}></path>
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-phase-clock': TesseraPhaseClock;
  }
}
