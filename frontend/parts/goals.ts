import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Goal } from '../room/entities.ts';
import { newId } from '../room/ids.ts';
import { icon } from './icons.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';

const DRAFT = 'goal';
const LIMIT = 500;

/** The goals the team sets itself. */
@customElement('tessera-goals')
export class Goals extends Part {
  static override styles = [
    looks,
    css`
      :host {
        display: block;
        overflow-y: auto;
        padding: 3px;
        margin: -3px;
      }

      .goals {
        display: grid;
        gap: 0.8rem;
      }

      blockquote {
        margin: 0;
        padding: 0.7rem 0.95rem;
        border-radius: var(--radius);
        background: var(--accent-soft);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      ol {
        display: grid;
        gap: 0.5rem;
        counter-reset: goal;
      }

      li {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 0.7rem;
        align-items: start;
        padding: 0.6rem 0.8rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        counter-increment: goal;
      }

      li::before {
        content: counter(goal);
        display: inline-grid;
        place-items: center;
        inline-size: 1.7em;
        block-size: 1.7em;
        border-radius: 0.35em;
        background: var(--accent);
        color: var(--on-accent);
        font-weight: 700;
      }

      li p {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
        padding-block-start: 0.1rem;
      }

      li .tool {
        margin-block: -0.2rem;
      }

      .sending {
        border-style: dashed;
      }

      .edit {
        display: grid;
        gap: 0.4rem;
      }

      .edit div,
      form {
        display: flex;
        gap: 0.4rem;
        align-items: end;
      }

      .empty {
        padding: 1rem;
        text-align: center;
        color: var(--ink-soft);
        text-wrap: balance;
      }
    `,
  ];

  @property({ type: Boolean }) wall = false;
  @state() private editing: string | undefined;

  protected override render(): TemplateResult {
    const { seat } = this;
    const statement = seat.groupStatement;
    const goals = this.goals();
    const writes = seat.may('goal') && !this.wall;
    return html`<div class="goals">
      ${statement?.text ? html`<blockquote>${seat.textOf(statement)}</blockquote>` : nothing}
      <ol role="list">
        ${repeat(
          goals,
          ({ goal }) => goal.id,
          ({ goal, sending }) => this.goalTemplate(goal, sending, writes),
        )}
      </ol>
      ${goals.length === 0 ? html`<p class="empty">${this.say('goals.empty')}<br />${this.say('goals.example')}</p>` : nothing}
      ${writes
        ? html`<form @submit=${this.submitted}>
            <textarea
              class="field"
              rows="1"
              maxlength=${LIMIT}
              aria-label=${this.say('goals.new')}
              placeholder=${this.say('goals.new')}
              .value=${seat.drafts?.get(DRAFT) ?? ''}
              @input=${(event: InputEvent) => seat.drafts?.set(DRAFT, (event.target as HTMLTextAreaElement).value)}
              @keydown=${this.pressed}
            ></textarea>
            <button class="button primary">${icon('plus')} ${this.say('goals.add')}</button>
          </form>`
        : nothing}
    </div>`;
  }

  /** Goals with this person's unanswered ones laid over them. */
  private goals(): { goal: Goal; sending: boolean }[] {
    const laid = new Map(
      [...this.seat.all('goals').values()]
        .sort((a, b) => a.ordinal - b.ordinal)
        .map((goal) => [goal.id, { goal, sending: false }]),
    );
    for (const { command } of this.seat.waiting) {
      const id = String(command.goal);
      if (command.type === 'add-goal' || (command.type === 'edit-goal' && laid.has(id))) {
        const known = laid.get(id)?.goal;
        laid.set(id, { goal: { id, ordinal: known?.ordinal ?? laid.size, text: String(command.text) }, sending: true });
      }
    }
    return [...laid.values()];
  }

  private goalTemplate(goal: Goal, sending: boolean, writes: boolean): TemplateResult {
    if (this.editing === goal.id) {
      const name = `goal:${goal.id}`;
      return html`<li>
        <div class="edit">
          <textarea
            class="field"
            data-goal=${goal.id}
            rows="1"
            maxlength=${LIMIT}
            aria-label=${this.say('goals.edit')}
            .value=${this.seat.drafts?.get(name) || goal.text}
            @input=${(event: InputEvent) => this.seat.drafts?.set(name, (event.target as HTMLTextAreaElement).value)}
            @keydown=${(event: KeyboardEvent) => this.pressedInEdit(event, goal)}
          ></textarea>
          <div>
            <button type="button" class="button slim primary" @click=${() => this.finish(goal, true)}>
              ${this.say('save')}
            </button>
            <button type="button" class="button slim quiet" @click=${() => this.finish(goal, false)}>
              ${this.say('cancel')}
            </button>
          </div>
        </div>
      </li>`;
    }
    return html`<li class=${sending ? 'sending' : ''}>
      <p>${goal.text}</p>
      ${writes
        ? html`<button
            type="button"
            class="tool"
            title=${this.say('goals.edit')}
            aria-label=${`${this.say('goals.edit')}: ${goal.text}`}
            data-edit=${goal.id}
            @click=${() => this.edit(goal)}
          >
            ${icon('edit')}
          </button>`
        : nothing}
    </li>`;
  }

  private edit(goal: Goal): void {
    this.editing = goal.id;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-goal]')?.focus());
  }

  private finish(goal: Goal, save: boolean): void {
    const text = this.renderRoot.querySelector<HTMLTextAreaElement>('[data-goal]')?.value.trim() ?? '';
    this.editing = undefined;
    this.seat.drafts?.set(`goal:${goal.id}`, '');
    if (save && text && text !== goal.text) {
      this.seat.send('edit-goal', { goal: goal.id, text });
    }
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-edit="${CSS.escape(goal.id)}"]`)?.focus(),
    );
  }

  private pressedInEdit(event: KeyboardEvent, goal: Goal): void {
    if ((event.key === 'Enter' && !event.shiftKey && !event.isComposing) || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.finish(goal, event.key === 'Enter');
    }
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      (event.target as HTMLTextAreaElement).form?.requestSubmit();
    }
  };

  private readonly submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector('textarea')!;
    const text = field.value.trim();
    if (text) {
      this.seat.drafts?.set(DRAFT, '');
      field.value = '';
      this.seat.send('add-goal', { goal: newId(), text });
    }
    field.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-goals': Goals;
  }
}
