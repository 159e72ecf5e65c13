import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Note } from '../room/entities.ts';
import { newId } from '../room/ids.ts';
import { questionsOf, takesFeedbackLater, type Asked } from '../room/talk.ts';
import { icon } from './icons.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';

const LIMIT = 500;

/** The log of questions to the presenter, each with its short answers. */
@customElement('tessera-questions')
export class Questions extends Part {
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

      ol {
        display: grid;
        gap: 0.6rem;
      }

      .asked {
        display: grid;
        gap: 0.45rem;
        padding: 0.7rem 0.9rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
      }

      .asked.sending {
        border-style: dashed;
      }

      .words {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }

      .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3rem 0.7rem;
        color: var(--ink-soft);
        font-size: 0.875em;
      }

      .answers {
        display: grid;
        gap: 0.35rem;
        padding-inline-start: 0.8rem;
        border-inline-start: 3px solid var(--accent);
      }

      .answers small {
        color: var(--ink-soft);
      }

      form {
        display: flex;
        gap: 0.4rem;
        align-items: end;
      }

      form textarea {
        flex: 1;
      }

      .empty {
        padding: 1rem;
        text-align: center;
        color: var(--ink-soft);
        text-wrap: balance;
      }

      .why {
        margin-block-end: 0.7rem;
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ type: Boolean }) wall = false;
  @state() private answering: string | undefined;

  protected override render(): TemplateResult {
    const { seat } = this;
    const asked = questionsOf(seat.board.notes.values(), seat.all('phases'));
    const isRunning = seat.phase?.instrument === 'questions';
    return html`${isRunning && seat.phase?.mode === 'QA-P' && !this.wall
        ? html`<p class="why">${this.say('questions.probe')}</p>`
        : nothing}
      ${asked.length === 0 ? html`<p class="empty">${this.say('questions.empty')}</p>` : nothing}
      <ol role="list" aria-label=${this.say('pane.questions')}>
        ${repeat(
          asked,
          ({ question }) => question.id,
          (each) => this.askedTemplate(each),
        )}
      </ol>`;
  }

  private askedTemplate({ question, answers }: Asked): TemplateResult {
    const { seat } = this;
    const waiting = seat.waiting.filter(({ command }) => command.type === 'reply-note' && command.to === question.id);
    const isSending = seat.board.sending.has(question.id);
    const own = seat.isMine(question) && seat.may('post') && answers.length === 0;
    return html`<li class="asked ${isSending ? 'sending' : ''}">
      <p class="words">${question.text}</p>
      <div class="facts">
        <span class="kind kind-${question.kind} kind-word"
          ><span class="tile">${icon(question.kind)}</span>${this.say(`kind.${question.kind}`)}</span
        >
        <span>${seat.nameOf(question.by)}</span>
      </div>
      ${answers.length + waiting.length > 0
        ? html`<div class="answers">
            ${answers.map((answer) => this.answerTemplate(answer))}
            ${waiting.map(({ command }) => html`<p class="soft">${String(command.text)}</p>`)}
          </div>`
        : nothing}
      ${this.wall ? nothing : this.actsTemplate(question, own)}
    </li>`;
  }

  private answerTemplate(answer: Note): TemplateResult {
    const { seat } = this;
    const own = seat.isMine(answer) && seat.may('reply') && !this.wall;
    return html`<p>
      <span class="words">${answer.text}</span> <small>${seat.nameOf(answer.by)}</small>
      ${own
        ? html`<button
            type="button"
            class="tool small"
            aria-label=${`${this.say('questions.removeAnswer')}: ${answer.text}`}
            title=${this.say('questions.removeAnswer')}
            @click=${() => seat.send('remove-note', { note: answer.id })}
          >
            ${icon('remove')}
          </button>`
        : nothing}
    </p>`;
  }

  private actsTemplate(question: Note, own: boolean): TemplateResult | typeof nothing {
    const { seat } = this;
    const replies = seat.may('reply');
    const { leads } = seat;
    if (!replies && !leads && !own) {
      return nothing;
    }
    if (this.answering === question.id && replies) {
      return this.formTemplate(question);
    }
    const other = question.kind === 'clarifying' ? 'probing' : 'clarifying';
    return html`<div class="facts">
      ${replies
        ? html`<button
            type="button"
            class="button slim"
            data-answer=${question.id}
            aria-label=${`${this.say('questions.answer')}: ${question.text}`}
            @click=${() => this.answer(question)}
          >
            ${this.say('questions.answer')}
          </button>`
        : nothing}
      ${leads
        ? html`${this.putsOff
              ? html`<button
                  type="button"
                  class="button slim quiet"
                  title=${this.say('questions.feedback.why')}
                  aria-label=${`${this.say('questions.feedback')}: ${question.text}`}
                  @click=${() => this.retag(question, 'feedback')}
                >
                  ${this.say('questions.feedback')}
                </button>`
              : nothing}
            <button
              type="button"
              class="button slim quiet"
              aria-label=${`${this.say(`questions.to.${other}`)}: ${question.text}`}
              @click=${() => this.retag(question, other)}
            >
              ${this.say(`questions.to.${other}`)}
            </button>`
        : nothing}
      ${own
        ? html`<button
            type="button"
            class="tool small"
            aria-label=${`${this.say('questions.remove')}: ${question.text}`}
            title=${this.say('questions.remove')}
            @click=${() => seat.send('remove-note', { note: question.id })}
          >
            ${icon('remove')}
          </button>`
        : nothing}
    </div>`;
  }

  private formTemplate(question: Note): TemplateResult {
    const draft = `answer:${question.id}`;
    return html`<form @submit=${(event: SubmitEvent) => this.submitted(event, question)}>
      <textarea
        class="field"
        rows="1"
        maxlength=${LIMIT}
        data-field=${question.id}
        aria-label=${`${this.say('questions.answerTo')}: ${question.text}`}
        .value=${this.seat.drafts?.get(draft) ?? ''}
        @input=${(event: InputEvent) => this.seat.drafts?.set(draft, (event.target as HTMLTextAreaElement).value)}
        @keydown=${(event: KeyboardEvent) => this.pressed(event, question)}
      ></textarea>
      <button class="button slim primary">${this.say('save')}</button>
      <button type="button" class="button slim quiet" @click=${() => this.leave(question)}>${this.say('cancel')}</button>
    </form>`;
  }

  /** Whether feedback that was put as a question can be kept for a later step. */
  private get putsOff(): boolean {
    return takesFeedbackLater(this.seat.all('phases'), this.seat.phase);
  }

  private retag(question: Note, kind: string): void {
    this.seat.send('retag-note', { note: question.id, kind });
    this.tell(this.say(`questions.told.${kind}`), false, true);
  }

  private answer(question: Note): void {
    this.answering = question.id;
    void this.updateComplete.then(() => this.find('field', question)?.focus());
  }

  private leave(question: Note): void {
    this.answering = undefined;
    void this.updateComplete.then(() => this.find('answer', question)?.focus());
  }

  private find(what: string, question: Note): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-${what}="${CSS.escape(question.id)}"]`);
  }

  private pressed(event: KeyboardEvent, question: Note): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      (event.target as HTMLTextAreaElement).form?.requestSubmit();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.leave(question);
    }
  }

  private submitted(event: SubmitEvent, question: Note): void {
    event.preventDefault();
    const text = (event.target as HTMLFormElement).querySelector('textarea')!.value.trim();
    if (text) {
      this.seat.drafts?.set(`answer:${question.id}`, '');
      this.seat.send('reply-note', { note: newId(), to: question.id, text });
      this.leave(question);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-questions': Questions;
  }
}
