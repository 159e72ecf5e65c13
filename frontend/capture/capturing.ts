import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { looks } from '../parts/looks.ts';
import { newId } from '../room/ids.ts';
import { browserKeep, read } from '../room/keep.ts';
import { fill } from '../room/words.ts';
import { Sending, type Outcome } from '../upload/sending.ts';
import { openDrawer } from './browser-drawer.ts';
import { type Drawer, type Take } from './drawer.ts';
import { handOver } from './handing.ts';
import { laid, lay } from './reel.ts';
import { clock } from './sound.ts';

/** What was said about a take. */
type Said = Pick<Take, 'description' | 'transcript' | 'team'>;

/** Where the words about a take are kept until they have arrived. */
const wordsOf = (take: string): string => `tessera:take:${take}`;

/** What pages for speaking, drawing and photographing have in common: takes that wait, and their way to the server. */
export abstract class Capturing extends LitElement {
  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        gap: 1.25rem;
        max-inline-size: 52rem;
        font-size: 1rem;
      }

      .stage {
        display: grid;
        gap: 1rem;
        padding: clamp(1rem, 4vw, 1.75rem);
        border: 1px solid var(--line);
        border-radius: calc(var(--radius) * 1.5);
        background: var(--raised);
        box-shadow: var(--shadow);
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: center;
      }

      .button {
        min-block-size: 2.75rem;
        padding-inline: 1.1rem;
      }

      .button:disabled {
        opacity: 0.55;
        cursor: default;
      }

      label {
        display: grid;
        gap: 0.3rem;
        font-weight: 600;
      }

      label .soft,
      .hint {
        color: var(--ink-soft);
        font-weight: 400;
        font-size: 0.9375rem;
      }

      label.statement {
        grid-template-columns: auto 1fr;
        gap: 0.6rem;
        align-items: start;
        font-weight: 400;
      }

      label.statement input {
        inline-size: 1.25rem;
        block-size: 1.25rem;
        margin: 0.15rem 0 0;
      }

      textarea.field,
      select.field {
        font-weight: 400;
      }

      section > h2 + * {
        margin-block: 0.25rem 0.75rem;
      }

      select.field {
        min-block-size: 2.75rem;
      }

      .trouble {
        color: var(--warn-ink);
      }

      .trouble:empty,
      .say:empty {
        display: none;
      }

      progress {
        inline-size: 100%;
      }

      .takes {
        display: grid;
        gap: 0.75rem;
      }

      .take {
        display: grid;
        gap: 0.6rem;
        padding: 0.9rem 1rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }

      audio,
      video,
      img {
        max-inline-size: 100%;
      }

      audio {
        inline-size: 100%;
      }
    `,
  ];

  @property({ type: Object }) messages: Record<string, string> = {};
  /** Whose it is, which text it goes with: kept apart from everybody else's in this browser. */
  @property() owner = '';
  /** The text's place: credential, version and part. */
  @property() place = '';
  /** What the exhibit is called. */
  @property() name = '';
  /** The teams in whose space it can lie, by id. */
  @property({ type: Object }) teams: Record<string, string> = {};
  /** The exhibit whose place the next one takes; empty for none. */
  @property() instead = '';

  @state() protected takes: Take[] = [];
  @state() protected trouble = '';
  @state() protected line = '';
  /** The take that is on its way. */
  @state() protected going = '';
  @state() protected lasts = true;
  protected drawer!: Drawer;
  private sending: Sending | undefined;
  private readonly urls = new Map<string, string>();
  private readonly words = browserKeep();

  protected abstract readonly way: 'voice' | 'drawing' | 'photo';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  override disconnectedCallback(): void {
    this.sending?.stop();
    this.urls.forEach((url) => URL.revokeObjectURL(url));
    this.urls.clear();
    super.disconnectedCallback();
  }

  private async open(): Promise<void> {
    await this.updateComplete;
    const { drawer, lasts } = await openDrawer();
    this.drawer = drawer;
    this.lasts = lasts;
    // browsers may clear what they keep when the disk runs full, unless asked not to
    void navigator.storage?.persist?.();
    await this.look();
    await this.ready();
    const going = this.takes.find((take) => take.state === 'handing');
    if (going) {
      await this.goOn(going);
    }
  }

  /** Told once what waited in this browser is known. */
  protected ready(): Promise<void> {
    return Promise.resolve();
  }

  protected get shelf(): string {
    return [this.owner, this.place, this.way].join(' ');
  }

  protected async look(): Promise<void> {
    this.takes = (await this.drawer.takes(this.shelf)).map((take) => ({
      ...take,
      ...read<Said>(this.words, wordsOf(take.id)),
    }));
  }

  protected begun(media: string): Take {
    return {
      id: newId(),
      shelf: this.shelf,
      begun: Date.now(),
      millis: 0,
      media,
      stretches: 0,
      state: 'making',
      description: '',
      transcript: '',
      team: Object.keys(this.teams)[0] ?? '',
      ...(this.instead ? { instead: this.instead } : {}),
    };
  }

  /** Keeps what was typed about a take. */
  protected async typed(take: Take, what: Partial<Take>): Promise<void> {
    Object.assign(take, what);
    // the browser's database answers later; a page that goes before that would take the last words along
    const { description, transcript, team } = take;
    this.words.set(wordsOf(take.id), JSON.stringify({ description, transcript, team }));
    await this.drawer.save(take);
    this.requestUpdate();
  }

  protected async discard(take: Take): Promise<void> {
    await this.drawer.drop(take.id);
    this.words.remove(wordsOf(take.id));
    this.forget(take.id);
    await this.look();
    this.line = this.say('discarded');
  }

  /** An address under which the page can play or show what is kept here. */
  protected addressOf(id: string, file: Blob): string {
    const known = this.urls.get(id);
    if (known) {
      return known;
    }
    const url = URL.createObjectURL(file);
    this.urls.set(id, url);
    return url;
  }

  protected forget(id: string): void {
    const url = this.urls.get(id);
    if (url) {
      URL.revokeObjectURL(url);
      this.urls.delete(id);
    }
  }

  /** Hands a take over as `file`, unless another file of it is on its way already. */
  protected async keep(take: Take, file: Blob): Promise<void> {
    if (!take.address) {
      await lay(this.drawer, take, file);
    }
    await this.goOn(take);
  }

  private async goOn(take: Take): Promise<void> {
    const file = await laid(this.drawer, take);
    if (!file || this.going) {
      return;
    }
    this.going = take.id;
    this.trouble = '';
    this.line = this.say('sending');
    const sending = new Sending(
      { fetch: (input, init) => fetch(input, init), wait },
      {
        came: (bytes) => {
          this.line = this.say('sent', Math.floor((bytes * 10) / file.size) * 10);
        },
        waiting: () => {
          this.line = this.say('waiting');
        },
      },
    );
    this.sending = sending;
    const said = {
      title: this.name,
      team: take.team,
      kind: this.way === 'voice' ? 'audio' : 'picture',
      stated: 'yes',
      ...(this.way === 'photo' ? {} : { made: this.way }),
    };
    const outcome = await handOver(take, file, said, this.drawer, {
      begin: (length, words) => sending.begin(length, words),
      send: (address, whole) => sending.send(address, whole),
      settled: (address) => {
        this.line = this.say('looking');
        return sending.settled(address);
      },
      attach: (exhibit, kept) =>
        sending.say(`api/attachments/${this.place}/${exhibit}?owner=${this.owner}`, 'PUT', {
          way: this.way,
          description: kept.description,
          transcript: kept.transcript,
          millis: Math.round(kept.millis),
          instead: kept.instead ?? null,
        }),
    });
    this.going = '';
    this.tell(outcome);
    await this.look();
    if (outcome.is === 'arrived') {
      this.words.remove(wordsOf(take.id));
      this.forget(take.id);
      this.instead = '';
      this.dispatchEvent(new CustomEvent('capture-kept'));
    }
  }

  private tell(outcome: Outcome): void {
    this.line = outcome.is === 'arrived' ? this.say('kept') : '';
    if (outcome.is === 'refused') {
      const key = `refused.${outcome.reason.toLowerCase()}`;
      this.trouble = this.has(key) ? this.say(key) : this.say('refused');
    } else if (outcome.is === 'signed-out') {
      this.trouble = this.say('signedOut');
    }
  }

  /** What is said about a take: where it lies, what it shows. */
  protected about(take: Take): TemplateResult {
    const teams = Object.entries(this.teams);
    return html`
      <label>
        ${this.say(`${this.way}.description`)}
        <span class="soft" id="about-help-${take.id}">${this.say(`${this.way}.description.help`)}</span>
        <textarea
          class="field"
          rows="2"
          maxlength="2000"
          aria-describedby="about-help-${take.id}"
          .value=${take.description}
          @input=${(event: Event) => void this.typed(take, { description: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      ${teams.length > 1
        ? html`<label>
            ${this.say('team')}
            <select
              class="field"
              @change=${(event: Event) => void this.typed(take, { team: (event.target as HTMLSelectElement).value })}
            >
              ${teams.map(([id, team]) => html`<option value=${id} ?selected=${id === take.team}>${team}</option>`)}
            </select>
          </label>`
        : nothing}
    `;
  }

  protected told(): TemplateResult {
    return html`
      ${this.lasts ? nothing : html`<p class="trouble">${this.say('fleeting')}</p>`}
      <p class="hint say" role="status">${this.line}</p>
      <p class="trouble" role="alert">${this.trouble}</p>
    `;
  }

  protected when(take: Take): string {
    const at = new Date(take.begun).toLocaleString(document.documentElement.lang || undefined, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return take.millis > 0 ? `${at} · ${clock(take.millis)}` : at;
  }

  protected has(key: string): boolean {
    return `capture.${key}` in this.messages;
  }

  protected say(key: string, ...values: readonly (string | number)[]): string {
    return fill(this.messages[`capture.${key}`] ?? key, values);
  }
}

/** A while, or until the line is back. */
function wait(ms: number): Promise<void> {
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
