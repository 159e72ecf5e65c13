import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Statement } from '../room/entities.ts';
import { icon } from './icons.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';
import './shared-field.ts';
import type { SharedField } from './shared-field.ts';

/** The texts people write together, the drafts they come from, and those they brought along. */
@customElement('tessera-texts')
export class Texts extends Part {
  static override styles = [
    looks,
    css`
      :host {
        display: block;
        overflow-y: auto;
        overscroll-behavior: contain;
        padding: 3px;
        margin: -3px;
      }

      .texts {
        display: grid;
        gap: 1.1rem;
      }

      .write {
        display: grid;
        gap: 0.5rem;
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0.1rem 0.6rem;
      }

      .head h2 {
        font-size: 1.1em;
      }

      .others {
        display: grid;
        gap: 0.6rem;
      }

      blockquote {
        margin: 0;
        padding: 0.7rem 0.9rem;
        border: 1px solid var(--line);
        border-inline-start: 4px solid var(--accent);
        border-radius: var(--radius);
        background: var(--raised);
      }

      blockquote p {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font-size: 1.05em;
        text-wrap: pretty;
      }

      blockquote footer {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.3rem;
        margin-block-start: 0.4rem;
        color: var(--ink-soft);
        font-size: 0.875em;
      }

      blockquote.fixed {
        border-inline-start-color: var(--line-strong);
        background: var(--sunken);
      }

      .empty {
        padding: 2rem 1rem;
        text-align: center;
        color: var(--ink-soft);
      }

      :host([wall]) blockquote p {
        font-size: 1.3em;
      }
    `,
  ];

  @property({ type: Boolean, reflect: true }) wall = false;
  private target: string | undefined;

  /** Whether there is a field to insert into. */
  get takesWords(): boolean {
    return this.statements.some((statement) => this.seat.mayWrite(statement));
  }

  /** Puts words into the text being written. */
  insert(words: string): void {
    const fields = [...this.renderRoot.querySelectorAll<SharedField>('tessera-shared-field')];
    (fields.find((field) => field.statement.id === this.target) ?? fields[0])?.insert(words);
  }

  override focus(): void {
    this.renderRoot.querySelector<SharedField>('tessera-shared-field')?.focus();
  }

  private get statements(): Statement[] {
    return [...this.seat.all('statements').values()].sort((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0));
  }

  protected override render(): TemplateResult {
    const { statements, seat } = this;
    const own = this.wall ? [] : statements.filter((statement) => seat.mayWrite(statement));
    const rest = statements.filter((statement) => !own.includes(statement));
    const fixed = rest.filter((statement) => statement.fixed);
    const shared = rest.filter((statement) => !statement.fixed && !statement.people?.length).reverse();
    const drafts = rest.filter((statement) => !statement.fixed && statement.people?.length);
    return html`<div class="texts">
      ${repeat(
        own,
        (statement) => statement.id,
        (statement) => this.fieldTemplate(statement),
      )}
      ${shared.map((statement) => this.quoteTemplate(statement, this.titleOf(statement)))}
      ${this.groupTemplate('text.drafts', drafts)} ${this.groupTemplate('text.fixed', fixed)}
      ${statements.length === 0 ? html`<p class="empty">${this.say('text.none')}</p>` : nothing}
      ${seat.phase?.instrument === 'statement' && own.length === 0 && !this.wall
        ? html`<p class="calm">${icon('private')} <span>${this.say('text.watching')}</span></p>`
        : nothing}
    </div>`;
  }

  private fieldTemplate(statement: Statement): TemplateResult {
    const title = this.titleOf(statement);
    return html`<section class="write">
      <div class="head">
        <h2>${title}</h2>
        <span class="soft small"
          >${statement.people?.length ? this.say('text.pair', this.namesOf(statement)) : this.say('text.everybody')}</span
        >
      </div>
      <tessera-shared-field
        .seat=${this.seat}
        .statement=${statement}
        .name=${title}
        .hint=${this.say('text.insertHint')}
        @focusin=${() => (this.target = statement.id)}
      ></tessera-shared-field>
    </section>`;
  }

  private groupTemplate(title: string, statements: Statement[]): TemplateResult | typeof nothing {
    if (statements.length === 0) {
      return nothing;
    }
    return html`<section class="others">
      <h2>${this.say(title)}</h2>
      ${statements.map((statement) =>
        this.quoteTemplate(statement, statement.fixed ? statement.title : this.namesOf(statement)),
      )}
    </section>`;
  }

  private quoteTemplate(statement: Statement, from: string): TemplateResult {
    const text = this.seat.textOf(statement);
    return html`<blockquote class=${statement.fixed ? 'fixed' : ''}>
      ${text
        ? html`<p>${text}</p>`
        : html`<p class="soft">${this.say('text.empty')}</p>`}
      <footer>
        <cite>${from}</cite>
        ${text && this.takesWords && !this.wall
          ? html`<button type="button" class="button slim quiet" @click=${() => this.insert(text)}>
              ${icon('insert')} ${this.say('text.insert')}
            </button>`
          : nothing}
      </footer>
    </blockquote>`;
  }

  private titleOf(statement: Statement): string {
    if (statement.people?.length) {
      return this.say('text.yourDraft');
    }
    return statement.title || this.say('text.ours');
  }

  private namesOf(statement: Statement): string {
    const names = (statement.people ?? []).map((person) => this.seat.nameOf(person)).filter(Boolean);
    return names.length > 0
      ? new Intl.ListFormat(this.seat.words.language, { type: 'conjunction' }).format(names)
      : this.say('text.draft', statement.title);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-texts': Texts;
  }
}
