import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { looks } from './parts/looks.ts';
import { fill } from './room/words.ts';
import { ends } from './upload/ends.ts';
import { kindOf, Sending, type Outcome } from './upload/sending.ts';

/** What is on its way already, as the server knows it. */
interface Waiting {
  id: string;
  title: string;
  bytes: number;
  /** A digest of its first and last part; empty where none was given. */
  ends: string;
  came: number;
}

/**
 * Sends a file of one's own: gives it a title, states that no student can be made out, picks it, and tells in words how far
 * it is. What was cut off, by whatever, goes on once the same file is picked again.
 */
@customElement('tessera-upload')
export class TesseraUpload extends LitElement {
  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
        max-inline-size: 44rem;
      }

      label {
        display: grid;
        gap: 0.25rem;
        font-weight: 600;
      }

      label.statement {
        grid-template-columns: auto 1fr;
        gap: 0.6rem;
        align-items: start;
        font-weight: 400;
      }

      input[type='text'],
      input[type='file'],
      select {
        inline-size: 100%;
        min-block-size: 2.75rem;
        padding: 0.5rem 0.75rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--raised);
        color: inherit;
        font: inherit;
        font-weight: 400;
      }

      input[type='checkbox'] {
        inline-size: 1.25rem;
        block-size: 1.25rem;
        margin: 0.1rem 0 0;
      }

      progress {
        inline-size: 100%;
      }

      button {
        justify-self: start;
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

      .soft {
        margin: 0;
        color: var(--ink-soft);
        font-size: 0.875rem;
      }

      .trouble {
        margin: 0;
        color: var(--warn-ink);
      }

      ul {
        display: grid;
        gap: 0.75rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
    `,
  ];

  @property({ type: Object }) messages: Record<string, string> = {};
  /** The teams there are to choose from, by id. */
  @property({ type: Object }) teams: Record<string, string> = {};
  @property({ type: Array }) waiting: readonly Waiting[] = [];
  /** What sentences may mention: megabytes of a file, gigabytes of a team, days of patience. */
  @property({ type: Array }) limits: readonly number[] = [];

  @query('#title') private titleField!: HTMLInputElement | null;
  @query('#team') private teamField!: HTMLSelectElement | null;
  @query('#stated') private statedField!: HTMLInputElement | null;
  @state() private line = '';
  @state() private trouble = '';
  @state() private share = -1;
  private sending: Sending | undefined;

  override disconnectedCallback(): void {
    this.sending?.stop();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    return html`
      ${this.share >= 0 ? this.underWay() : this.form()}
      <p class="soft" role="status">${this.line}</p>
      <p class="trouble" role="alert">${this.trouble}</p>
      ${this.waiting.length > 0 && this.share < 0 ? this.unfinished() : nothing}
    `;
  }

  private form(): TemplateResult {
    const teams = Object.entries(this.teams);
    return html`
      <label>
        ${this.say('name')}
        <input id="title" type="text" maxlength="120" aria-describedby="title-help" />
      </label>
      <p class="soft" id="title-help">${this.say('name.help')}</p>
      <label ?hidden=${teams.length < 2}>
        ${this.say('team')}
        <select id="team">
          ${teams.map(([id, name]) => html`<option value=${id}>${name}</option>`)}
        </select>
      </label>
      <label class="statement">
        <input id="stated" type="checkbox" />
        <span>${this.say('stated')}</span>
      </label>
      <label>
        ${this.say('choose')}
        <input
          type="file"
          accept="application/pdf,image/png,image/jpeg,audio/*,video/mp4,video/webm"
          aria-describedby="file-help"
          @change=${this.chosen}
        />
      </label>
      <p class="soft" id="file-help">${this.say('choose.help')}</p>
    `;
  }

  private underWay(): TemplateResult {
    return html`
      <progress max="100" .value=${this.share} aria-label=${this.say('progress')}></progress>
      <button type="button" @click=${this.pause}>${this.say('pause')}</button>
    `;
  }

  private unfinished(): TemplateResult {
    return html`
      <h3>${this.say('unfinished')}</h3>
      <ul>
        ${this.waiting.map(
          (one) => html`
            <li>
              <label>
                ${this.say('again', one.title, percent(one.came, one.bytes))}
                <input type="file" @change=${(event: Event) => this.again(one, event)} />
              </label>
              <button type="button" @click=${() => this.discard(one)}>${this.say('discard', one.title)}</button>
            </li>
          `,
        )}
      </ul>
    `;
  }

  private chosen(event: Event): void {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (!file) {
      return;
    }
    const title = this.titleField?.value.trim() ?? '';
    const stated = this.statedField?.checked ?? false;
    const team = this.teamField?.value || (Object.keys(this.teams)[0] ?? '');
    const kind = kindOf(file.type);
    const missing = !title ? 'title_missing' : !stated ? 'not_stated' : !kind ? 'not_what_it_says' : '';
    if (missing || !kind) {
      this.trouble = this.say(`refused.${missing}`);
      field.value = '';
      (missing === 'title_missing' ? this.titleField : missing === 'not_stated' ? this.statedField : field)?.focus();
      return;
    }
    void this.run(async (sending) => {
      const begun = await sending.begin(file.size, {
        title,
        team,
        kind,
        stated: 'yes',
        ends: await ends(file),
      });
      return typeof begun === 'string' ? await this.sendAll(sending, begun, file) : begun;
    });
  }

  private async again(one: Waiting, event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (!file) {
      return;
    }
    this.trouble = '';
    const isLong = file.size === one.bytes;
    if (!isLong || (one.ends && (await ends(file)) !== one.ends)) {
      this.trouble = isLong ? this.say('other.inside') : this.say('other');
      // so that choosing it once more is heard
      field.value = '';
      return;
    }
    void this.run((sending) => this.sendAll(sending, `api/uploads/${one.id}`, file));
  }

  private async sendAll(sending: Sending, address: string, file: File): Promise<Outcome> {
    this.total = file.size;
    const sent = await sending.send(address, file);
    if (sent.is !== 'arrived') {
      return sent;
    }
    this.line = this.say('looking');
    return await sending.settled(address);
  }

  private total = 0;

  private async run(work: (sending: Sending) => Promise<Outcome>): Promise<void> {
    this.trouble = '';
    this.share = 0;
    this.line = this.say('sending', 0);
    const sending = new Sending(
      { fetch: (input, init) => fetch(input, init), wait: pause },
      {
        came: (bytes) => {
          this.share = percent(bytes, this.total);
          // every tenth is said, not every piece
          this.line = this.say('sending', Math.floor(this.share / 10) * 10);
        },
        waiting: () => {
          this.line = this.say('waiting');
        },
      },
    );
    this.sending = sending;
    const outcome = await work(sending);
    this.share = -1;
    this.line = outcome.is === 'arrived' ? this.say('kept') : '';
    if (outcome.is === 'refused') {
      this.trouble = this.say(`refused.${outcome.reason.toLowerCase()}`);
    } else if (outcome.is === 'signed-out') {
      this.trouble = this.say('signedOut');
    } else if (outcome.is === 'stopped') {
      this.line = this.say('paused');
    }
    this.dispatchEvent(new CustomEvent('upload-settled'));
  }

  private pause(): void {
    this.sending?.stop();
  }

  private discard(one: Waiting): void {
    this.dispatchEvent(new CustomEvent('upload-discarded', { detail: { id: one.id } }));
  }

  private say(key: string, ...values: readonly (string | number)[]): string {
    return fill(this.messages[`exhibit.upload.${key}`] ?? key, values.length > 0 ? values : this.limits);
  }
}

function percent(part: number, whole: number): number {
  return whole > 0 ? Math.floor((part * 100) / whole) : 0;
}

/** A while, or until the line is back. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
  });
}
