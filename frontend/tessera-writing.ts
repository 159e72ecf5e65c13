import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { looks } from './parts/looks.ts';
import { newId } from './room/ids.ts';
import { browserKeep } from './room/keep.ts';
import { fill } from './room/words.ts';
import { Keeper, type Answer, type Kept, type Standing } from './writing/keeper.ts';
import { countWords } from './writing/words.ts';

/**
 * A text a person writes: kept in the browser at every keystroke and on the server within a second, with a live count of
 * its words. It speaks to the server by itself, so that words arrive after the page's own line, the session or the server
 * was lost.
 */
@customElement('tessera-writing')
export class TesseraWriting extends LitElement {
  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        gap: 0.4rem;
        font-size: 1rem;
      }

      label {
        font-weight: 600;
      }

      textarea {
        inline-size: 100%;
        min-block-size: 14rem;
        padding: 0.8rem 0.95rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--raised);
        color: inherit;
        font: inherit;
        font-size: 1.0625rem;
        line-height: 1.6;
        field-sizing: content;
        max-block-size: 70vh;
        resize: vertical;
      }

      textarea:focus-visible {
        outline: 2px solid var(--tessera-focus);
        outline-offset: 1px;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.25rem 1rem;
        color: var(--ink-soft);
        font-size: 0.875rem;
      }

      .off,
      .trouble {
        color: var(--warn-ink);
      }

      .two {
        display: grid;
        gap: 0.5rem;
        padding: 0.75rem 0.9rem;
        border-inline-start: 4px solid var(--warn-ink);
        border-radius: var(--radius);
        background: var(--warn-soft);
      }

      .two blockquote {
        max-block-size: 12rem;
        margin: 0;
        overflow: auto;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .two div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }

      button {
        min-block-size: 2.75rem;
        padding: 0 1rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--accent-ink);
        font: inherit;
        font-weight: 600;
        cursor: pointer;
      }
    `,
  ];

  /** Where the text is kept, relative to the page's base. */
  @property() address = '';
  /** Tells whose text it is in this browser. */
  @property() owner = '';
  @property() name = '';
  @property({ type: Object }) messages: Record<string, string> = {};
  /** Fewest and most words; 0 where there is no such limit. */
  @property({ type: Number }) least = 0;
  @property({ type: Number }) most = 0;
  /** Whether the limit has to be kept. */
  @property({ type: Boolean }) hard = false;
  @property({ type: Object }) shown: Kept = { version: 0, text: '' };

  @query('textarea') private field!: HTMLTextAreaElement | null;
  @state() private standing: Standing = 'kept';
  @state() private words = 0;
  private keeper: Keeper | undefined;
  private csrf: { headerName: string; token: string } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.flush);
    addEventListener('focus', this.back);
    addEventListener('pagehide', this.flush);
    document.addEventListener('visibilitychange', this.back);
  }

  override disconnectedCallback(): void {
    removeEventListener('online', this.flush);
    removeEventListener('focus', this.back);
    removeEventListener('pagehide', this.flush);
    document.removeEventListener('visibilitychange', this.back);
    this.flush();
    super.disconnectedCallback();
  }

  override focus(): void {
    this.field?.focus();
  }

  /** Puts words where the cursor stands; `apart` sets them in lines of their own. */
  insert(words: string, apart: boolean): void {
    const { field } = this;
    if (!field) {
      return;
    }
    const { selectionStart: start, selectionEnd: end, value } = field;
    const before = value.slice(0, start);
    const after = value.slice(end);
    const open = before === '' ? '' : apart ? (/\n$/.test(before) ? '' : '\n') : /\s$/.test(before) ? '' : ' ';
    const close = apart ? (/^\n/.test(after) ? '' : '\n') : after === '' || /^[\s.,;:!?)]/.test(after) ? '' : ' ';
    field.focus();
    field.setRangeText(open + words + close, start, end, 'end');
    this.typed();
  }

  /** Brings what was typed to the server at once; whether it has all arrived and is the text. */
  async deliver(): Promise<boolean> {
    await this.keeper?.flush();
    return this.keeper?.standing === 'kept';
  }

  /** The server has put another text there, for example an earlier version. */
  renew(now: Kept): void {
    this.keeper?.show(now);
  }

  protected override firstUpdated(): void {
    this.keeper = new Keeper(this.shown, `tessera:writing:${this.owner}:${this.address}`, newId(), {
      keep: browserKeep(),
      line: { put: (given) => this.put(given), get: () => this.get() },
      later: (milliseconds, what) => {
        const timer = setTimeout(what, milliseconds);
        return () => clearTimeout(timer);
      },
      now: () => Date.now(),
      changed: () => this.changed(),
    });
    this.changed();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { field, keeper } = this;
    if (field && keeper && field.value !== keeper.text) {
      field.value = keeper.text;
    }
  }

  protected override render(): TemplateResult {
    const theirs = this.keeper?.theirs;
    return html`<label for="text">${this.name}</label>
      <textarea id="text" aria-describedby="count" spellcheck="true" @input=${this.typed}></textarea>
      <p class="line">
        <span id="count" class=${this.keepsLimit() ? '' : 'off'}>${this.count()}</span>
        <span role="status" class=${this.standing === 'kept' || this.standing === 'typing' ? '' : 'trouble'}
          >${this.state()}</span
        >
      </p>
      ${this.standing === 'overtaken' && theirs
        ? html`<section class="two" role="group" aria-label=${this.tell('two.title')}>
            <strong>${this.tell('two.title')}</strong>
            <p>${this.tell('two.text')}</p>
            <blockquote tabindex="0" aria-label=${this.tell('two.theirs')}>${theirs.text}</blockquote>
            <div>
              <button type="button" @click=${() => this.keeper?.decide('mine')}>${this.tell('two.mine')}</button>
              <button type="button" @click=${() => this.keeper?.decide('theirs')}>${this.tell('two.take')}</button>
            </div>
          </section>`
        : nothing}`;
  }

  private keepsLimit(): boolean {
    return this.words >= this.least && (this.most === 0 || this.words <= this.most);
  }

  private count(): string {
    const counted = this.words === 1 ? this.tell('count.one') : this.tell('count.many', this.words);
    if (this.least === 0 && this.most === 0) {
      return counted;
    }
    const limit =
      this.least > 0 && this.most > 0
        ? this.tell('limit.between', this.least, this.most)
        : this.most > 0
          ? this.tell('limit.most', this.most)
          : this.tell('limit.least', this.least);
    return `${counted} · ${limit}${this.hard ? '' : ` (${this.tell('limit.guide')})`}`;
  }

  private state(): string {
    if (this.standing === 'kept' && this.keeper?.text === '') {
      return '';
    }
    return this.tell(this.keeper?.restored ? 'state.restored' : `state.${this.standing}`);
  }

  private tell(key: string, ...values: (string | number)[]): string {
    return fill(this.messages[`writing.${key}`] ?? key, values);
  }

  private readonly typed = (): void => {
    if (this.field && this.keeper) {
      this.keeper.typed(this.field.value);
      this.words = countWords(this.field.value);
    }
  };

  private readonly flush = (): void => {
    void this.keeper?.flush();
  };

  /** The person comes back to this window. */
  private readonly back = (): void => {
    if (document.visibilityState === 'hidden' || this.standing === 'unreachable' || this.standing === 'signed-out') {
      this.flush();
    } else {
      void this.keeper?.look();
    }
  };

  private changed(): void {
    const { keeper } = this;
    if (!keeper) {
      return;
    }
    const was = this.standing;
    this.standing = keeper.standing;
    this.words = countWords(keeper.text);
    this.requestUpdate();
    if (was !== 'kept' && keeper.standing === 'kept') {
      this.dispatchEvent(new CustomEvent('writing-kept'));
    }
  }

  private async put(given: { base: number; tab: string; text: string }, again = true): Promise<Answer> {
    try {
      this.csrf ??= (await (await fetch('api/csrf')).json()) as { headerName: string; token: string };
      const response = await fetch(this.address, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', [this.csrf.headerName]: this.csrf.token },
        body: JSON.stringify(given),
        // what is sent while the page goes away arrives; browsers take no more than 64 KB that way
        keepalive: given.text.length < 15_000,
      });
      switch (response.status) {
        case 200:
          return { is: 'kept', now: (await response.json()) as Kept };
        case 409:
          return { is: 'overtaken', now: (await response.json()) as Kept };
        case 413:
          return { is: 'too-long' };
        case 404:
          return { is: 'gone' };
        case 401:
        case 403:
          // after signing in again the session has another token
          this.csrf = undefined;
          return again ? await this.put(given, false) : { is: 'signed-out' };
        default:
          return { is: 'unreachable' };
      }
    } catch {
      return { is: 'unreachable' };
    }
  }

  private async get(): Promise<Kept | undefined> {
    try {
      const response = await fetch(this.address);
      return response.ok ? ((await response.json()) as Kept) : undefined;
    } catch {
      return undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-writing': TesseraWriting;
  }
}
