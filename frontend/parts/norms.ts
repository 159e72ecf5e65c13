import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Norm, Note } from '../room/entities.ts';
import { draftsOf } from '../room/talk.ts';
import { icon } from './icons.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';

const LIMIT = 500;

/** The norms a team takes up, and the drafts they come from. */
@customElement('tessera-norms')
export class Norms extends Part {
  static override styles = [
    looks,
    css`
      :host {
        display: block;
        position: relative;
        overflow-y: auto;
        padding: 3px;
        margin: -3px;
      }

      section {
        display: grid;
        gap: 0.5rem;
        margin-block-end: 1.1rem;
      }

      ol,
      ul {
        display: grid;
        gap: 0.5rem;
      }

      li {
        display: grid;
        gap: 0.4rem;
        padding: 0.6rem 0.8rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
      }

      .adopted li {
        border-inline-start: 4px solid var(--accent);
      }

      li p {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }

      .facts,
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3rem 0.6rem;
        color: var(--ink-soft);
        font-size: 0.9375em;
      }

      form textarea {
        flex: 1 1 14rem;
      }

      .empty {
        padding: 0.8rem;
        color: var(--ink-soft);
        text-wrap: balance;
      }
    `,
  ];

  @property({ type: Boolean }) wall = false;
  @state() private wording: string | undefined;

  protected override render(): TemplateResult {
    const { seat } = this;
    const norms = [...seat.all('norms').values()].sort((a, b) => a.ordinal - b.ordinal);
    const drafts = draftsOf(seat.board.notes.values(), seat.all('norms')).filter(({ norm }) => !norm);
    const adopts = seat.may('adopt') && !this.wall;
    return html`<section class="adopted">
        <h2>${this.say('norms.adopted')}</h2>
        ${norms.length === 0 ? html`<p class="empty">${this.say('norms.none')}</p>` : nothing}
        <ol role="list">
          ${repeat(
            norms,
            (norm) => norm.id,
            (norm) => this.normTemplate(norm, adopts),
          )}
        </ol>
      </section>
      ${drafts.length > 0
        ? html`<section>
            <h2>${this.say('norms.drafts')}</h2>
            ${adopts ? nothing : html`<p class="soft">${this.say('norms.watching')}</p>`}
            <ul role="list">
              ${repeat(
                drafts,
                ({ draft }) => draft.id,
                ({ draft }) => this.draftTemplate(draft, adopts),
              )}
            </ul>
          </section>`
        : nothing}`;
  }

  private normTemplate(norm: Norm, adopts: boolean): TemplateResult {
    const { seat } = this;
    const isHard = [...seat.all('flags').values()].some((flag) => flag.norm === norm.id);
    const flags = !this.wall && seat.phase?.state === 'running' && !seat.phase.locked && seat.me?.role !== 'coach';
    return html`<li>
      ${this.wording === norm.id ? this.formTemplate(norm.id, norm.text) : html`<p>${norm.text}</p>`}
      <div class="facts">
        ${norm.hard > 0 ? html`<span>${seat.words.count('norms.hard', norm.hard)}</span>` : nothing}
        ${flags
          ? html`<button
              type="button"
              class="button slim quiet"
              aria-pressed=${isHard}
              title=${this.say('norms.flag.why')}
              aria-label=${`${this.say('norms.flag')}: ${norm.text}`}
              @click=${() => seat.send('flag-norm', { norm: norm.id, hard: !isHard })}
            >
              ${icon(isHard ? 'check' : 'dot')} ${this.say('norms.flag')}
            </button>`
          : nothing}
        ${adopts && this.wording !== norm.id
          ? html`<button
                type="button"
                class="tool small"
                data-word=${norm.id}
                aria-label=${`${this.say('norms.reword')}: ${norm.text}`}
                title=${this.say('norms.reword')}
                @click=${() => this.word(norm.id)}
              >
                ${icon('edit')}
              </button>
              <button
                type="button"
                class="tool small"
                aria-label=${`${this.say('norms.drop')}: ${norm.text}`}
                title=${this.say('norms.drop')}
                @click=${() => this.drop(norm)}
              >
                ${icon('remove')}
              </button>`
          : nothing}
      </div>
    </li>`;
  }

  private draftTemplate(draft: Note, adopts: boolean): TemplateResult {
    return html`<li>
      ${this.wording === draft.id && adopts
        ? this.formTemplate(draft.id, draft.text)
        : html`<p>${draft.text}</p>
            ${adopts
              ? html`<div class="facts">
                  <button
                    type="button"
                    class="button slim"
                    data-word=${draft.id}
                    aria-label=${`${this.say('norms.adopt')}: ${draft.text}`}
                    @click=${() => this.word(draft.id)}
                  >
                    ${icon('plus')} ${this.say('norms.adopt')}
                  </button>
                </div>`
              : nothing}`}
    </li>`;
  }

  /** Taking a norm up is the moment to condense its words. */
  private formTemplate(id: string, text: string): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => this.submitted(event, id)}>
      <textarea
        class="field"
        rows="2"
        maxlength=${LIMIT}
        data-field=${id}
        aria-label=${this.say('norms.words')}
        .value=${text.slice(0, LIMIT)}
        @keydown=${(event: KeyboardEvent) => this.pressed(event, id)}
      ></textarea>
      <button class="button slim primary">${this.say('norms.save')}</button>
      <button type="button" class="button slim quiet" @click=${() => this.leave(id)}>${this.say('cancel')}</button>
    </form>`;
  }

  private drop(norm: Norm): void {
    this.seat.send('drop-norm', { norm: norm.id });
    this.tell(this.say('norms.dropped'), false, true);
  }

  private word(id: string): void {
    this.wording = id;
    void this.updateComplete.then(() => this.find('field', id)?.focus());
  }

  private leave(id: string): void {
    this.wording = undefined;
    void this.updateComplete.then(() => this.find('word', id)?.focus());
  }

  private find(what: string, id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-${what}="${CSS.escape(id)}"]`);
  }

  private pressed(event: KeyboardEvent, id: string): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      (event.target as HTMLTextAreaElement).form?.requestSubmit();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.leave(id);
    }
  }

  private submitted(event: SubmitEvent, id: string): void {
    event.preventDefault();
    const text = (event.target as HTMLFormElement).querySelector('textarea')!.value.trim();
    if (text) {
      this.seat.send('adopt-norm', { note: id, text });
      this.leave(id);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-norms': Norms;
  }
}
