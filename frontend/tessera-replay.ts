import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { looks } from './parts/looks.ts';
import { asTime, happened, type Moment } from './parts/replay.ts';
import { fill } from './room/words.ts';

const SPEEDS = [1, 4, 16, 60];
const TICK = 100;

/** Plays a step of a meeting again: what was said to everybody appears when it appeared then, as fast as one likes. */
@customElement('tessera-replay')
export class TesseraReplay extends LitElement {
  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        gap: 0.6rem;
        padding: 0.8rem 0.9rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--sunken);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
      }

      button,
      select {
        min-block-size: 2.75rem;
        padding: 0 0.9rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--accent-ink);
        font: inherit;
        font-weight: 600;
      }

      input {
        inline-size: 100%;
        min-block-size: 1.75rem;
        accent-color: var(--accent);
      }

      ol {
        display: grid;
        gap: 0.35rem;
        max-block-size: 18rem;
        overflow: auto;
      }

      li {
        display: grid;
        grid-template-columns: 3.5rem minmax(0, 1fr);
        gap: 0.5rem;
        overflow-wrap: anywhere;
      }

      time {
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }

      .who {
        font-weight: 600;
      }

      button:focus-visible,
      select:focus-visible,
      input:focus-visible,
      ol:focus-visible {
        outline: 2px solid var(--tessera-focus);
        outline-offset: 1px;
      }
    `,
  ];

  @property({ type: Array }) moments: Moment[] = [];
  @property({ type: Object }) messages: Record<string, string> = {};

  @state() private at = 0;
  @state() private speed = 16;
  @state() private isPlaying = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    this.stop();
    super.disconnectedCallback();
  }

  private get end(): number {
    return this.moments.at(-1)?.at ?? 0;
  }

  private readonly turn = (): void => {
    if (this.isPlaying) {
      this.stop();
      return;
    }
    if (this.at >= this.end) {
      this.at = 0;
    }
    this.isPlaying = true;
    this.timer = setInterval(() => this.goOn(), TICK);
  };

  private goOn(): void {
    this.at = Math.min(this.end, this.at + TICK * this.speed);
    if (this.at >= this.end) {
      this.stop();
    }
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.isPlaying = false;
  }

  protected override updated(): void {
    const list = this.renderRoot.querySelector('ol');
    if (this.isPlaying && list) {
      list.scrollTop = list.scrollHeight;
    }
  }

  protected override render(): TemplateResult {
    if (this.moments.length === 0) {
      return html`<p>${this.tell('none')}</p>`;
    }
    const shown = this.moments.slice(0, happened(this.moments, this.at));
    const word = this.isPlaying ? 'pause' : this.at >= this.end ? 'again' : 'play';
    if (this.end === 0) {
      return html`<strong>${this.tell('title')}</strong>${this.list(this.moments)}`;
    }
    return html`<strong>${this.tell('title')}</strong>
      <div class="head">
        <button type="button" @click=${this.turn}>${this.tell(word)}</button>
        <label
          >${this.tell('speed')}
          <select @change=${(event: Event) => (this.speed = Number((event.target as HTMLSelectElement).value))}>
            ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === this.speed}>${speed} ×</option>`)}
          </select>
        </label>
        <span>${this.tell('clock', asTime(this.at), asTime(this.end))}</span>
      </div>
      <input
        type="range"
        min="0"
        max=${this.end}
        step="1000"
        aria-label=${this.tell('place')}
        aria-valuetext=${this.tell('clock', asTime(this.at), asTime(this.end))}
        .value=${String(this.at)}
        @input=${(event: Event) => (this.at = Number((event.target as HTMLInputElement).value))}
      />
      ${this.list(shown)}`;
  }

  private list(moments: Moment[]): TemplateResult {
    return html`<ol tabindex="0" aria-label=${this.tell('title')}>
      ${moments.map(
        (moment) =>
          html`<li>
            <time>${asTime(moment.at)}</time>
            <span
              >${moment.who ? html`<span class="who">${moment.who}</span> ` : nothing}${moment.what}${moment.text
                ? html`: ${moment.text}`
                : nothing}</span
            >
          </li>`,
      )}
    </ol>`;
  }

  private tell(key: string, ...values: (string | number)[]): string {
    return fill(this.messages[key] ?? key, values);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-replay': TesseraReplay;
  }
}
