import type { ChangeSet } from '@codemirror/state';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Statement } from '../room/entities.ts';
import { changeBetween, selectionAfter, toText } from '../room/text-diff.ts';
import { icon } from './icons.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';

const LIMIT = 4_000;

/** A text field several people type in. What others type appears around the cursor without moving it away. */
@customElement('tessera-shared-field')
export class SharedField extends Part {
  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        gap: 0.3rem;
      }

      textarea.field {
        min-block-size: 7.5rem;
        max-block-size: 24rem;
        padding: 0.8rem 0.95rem;
        font-size: 1.2em;
        line-height: 1.5;
        text-wrap: pretty;
      }

      .state {
        display: flex;
        justify-content: space-between;
        gap: 0.5rem;
        min-block-size: 1.4em;
        color: var(--ink-soft);
        font-size: 0.8125em;
      }

      .saved {
        color: var(--good-ink);
        white-space: nowrap;
      }

      @media (max-width: 30rem) {
        .hint {
          display: none;
        }
      }

      .stuck {
        color: var(--warn-ink);
      }
    `,
  ];

  @property({ attribute: false }) statement!: Statement;
  /** The field's name for those who do not see its heading. */
  @property() name = '';
  /** What helps while nothing else has to be said. */
  @property() hint = '';
  @query('textarea') private field!: HTMLTextAreaElement | null;

  private leave: (() => void) | undefined;
  private watched = '';
  /** The text the field shows without what is being composed, and what others changed meanwhile. */
  private composing: { shown: string; theirs: ChangeSet } | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave?.();
    this.watched = '';
  }

  override focus(): void {
    this.field?.focus();
  }

  /** Puts words where the cursor stands, set off by spaces where they would touch others. */
  insert(words: string): void {
    const { field } = this;
    if (!field) {
      return;
    }
    const { selectionStart: start, selectionEnd: end, value } = field;
    const before = start > 0 && !/\s$/.test(value.slice(0, start)) ? ' ' : '';
    const after = end < value.length && !/^[\s.,;:!?]/.test(value.slice(end)) ? ' ' : '';
    const inserted = before + words + after;
    field.focus();
    field.setRangeText(inserted, start, end, 'end');
    this.give();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.watched !== this.statement.id) {
      this.leave?.();
      this.watched = this.statement.id;
      this.leave = this.seat.watchText(this.statement.id, (theirs) => this.moved(theirs));
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { field } = this;
    const text = this.seat.textOf(this.statement);
    if (field && !this.composing && field.value !== text) {
      const { selectionStart, selectionEnd } = field;
      field.value = text;
      if (this.matches(':focus-within')) {
        field.setSelectionRange(selectionStart, selectionEnd);
      }
    }
  }

  protected override render(): TemplateResult {
    const saved = this.seat.isTextSaved(this.statement.id);
    const stuck = !saved && this.seat.link !== 'live';
    const text = this.seat.textOf(this.statement);
    return html`<textarea
        class="field"
        aria-label=${this.name}
        placeholder=${this.say('text.placeholder')}
        maxlength=${LIMIT}
        @input=${this.typed}
        @compositionstart=${this.composes}
        @compositionend=${this.composed}
      ></textarea>
      <p class="state">
        <span class=${saved ? 'saved' : stuck ? 'stuck' : ''}
          >${text || !saved
            ? html`${icon(saved ? 'saved' : stuck ? 'hourglass' : 'sending')}
              ${this.say(saved ? 'note.saved' : stuck ? 'note.waiting' : 'note.sending')}`
            : nothing}</span
        >
        ${text.length > LIMIT * 0.85
          ? html`<span>${this.say('write.left', LIMIT - text.length)}</span>`
          : html`<span class="hint">${this.hint}</span>`}
      </p>`;
  }

  private readonly typed = (): void => {
    if (!this.composing) {
      this.give();
    }
  };

  private give(): void {
    const { field } = this;
    if (field) {
      this.seat.type(this.statement, field.value, field.selectionEnd);
      this.seat.gesture('type');
    }
  }

  /** While a character is being composed, as with dead keys, the field must not be touched. */
  private readonly composes = (): void => {
    const shown = this.seat.textOf(this.statement);
    this.composing = { shown, theirs: changeBetween(shown, shown) };
  };

  private readonly composed = (): void => {
    const { field, composing } = this;
    this.composing = undefined;
    if (!field || !composing) {
      return;
    }
    const mine = changeBetween(composing.shown, field.value, field.selectionEnd);
    const caret = composing.theirs.map(mine, true).mapPos(field.selectionEnd, -1);
    const text = mine.map(composing.theirs).apply(toText(this.seat.textOf(this.statement))).toString();
    field.value = text;
    field.setSelectionRange(caret, caret);
    this.give();
  };

  private moved(theirs: ChangeSet): void {
    const { field } = this;
    if (this.composing) {
      this.composing.theirs = this.composing.theirs.compose(theirs);
      return;
    }
    if (!field) {
      return;
    }
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = field;
    field.value = this.seat.textOf(this.statement);
    if (this.matches(':focus-within')) {
      const [from, to] = selectionAfter(theirs, selectionStart, selectionEnd);
      field.setSelectionRange(from, to, selectionDirection);
    }
    field.scrollTop = scrollTop;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-shared-field': SharedField;
  }
}
