import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Item } from '../room/entities.ts';
import { newId } from '../room/ids.ts';
import { itemsOf } from '../room/items.ts';
import { icon } from './icons.ts';
import { instrumentLooks } from './instrument-looks.ts';
import { looks } from './looks.ts';
import { Part } from './part.ts';

const DRAFT = 'item';
const LIMIT = 500;

/** The list that a later checklist or score sheet goes through. */
@customElement('tessera-items')
export class Items extends Part {
  static override styles = [
    looks,
    instrumentLooks,
    css`
      ol {
        display: grid;
        gap: 0.5rem;
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
      }

      li p {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }

      li .tool {
        margin-block: -0.2rem;
      }

      li.editing {
        grid-template-columns: 1fr;
      }

      .sending {
        border-style: dashed;
      }

      form {
        display: flex;
        gap: 0.4rem;
        align-items: end;
      }
    `,
  ];

  @property({ type: Boolean }) wall = false;
  @state() private editing: string | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { seat } = this;
    if (!seat.phase) {
      return nothing;
    }
    const items = this.items();
    const writes = seat.may('item') && !this.wall;
    return html`<div class="sheet">
      ${items.length === 0 ? html`<p class="calm">${icon('outline')} <span>${this.say('items.empty')}</span></p>` : nothing}
      <ol role="list">
        ${repeat(
          items,
          ({ item }) => item.id,
          ({ item, sending }, i) => (this.editing === item.id ? this.editTemplate(item) : this.itemTemplate(item, i, sending, writes)),
        )}
      </ol>
      ${writes
        ? html`<form @submit=${this.submitted}>
            <textarea
              class="field"
              rows="1"
              maxlength=${LIMIT}
              aria-label=${this.say('items.new')}
              placeholder=${this.say('items.new')}
              .value=${seat.drafts?.get(DRAFT) ?? ''}
              @input=${(event: InputEvent) => seat.drafts?.set(DRAFT, (event.target as HTMLTextAreaElement).value)}
              @keydown=${this.pressed}
            ></textarea>
            <button class="button primary">${icon('plus')} ${this.say('items.add')}</button>
          </form>`
        : this.wall
          ? nothing
          : html`<p class="soft small">${this.say('items.watching')}</p>`}
    </div>`;
  }

  /** The list with this person's unanswered changes laid over it. */
  private items(): { item: Item; sending: boolean }[] {
    const { seat } = this;
    const laid = new Map(
      itemsOf(seat.phase!, seat.all('phases'), seat.all('items')).map((item) => [item.id, { item, sending: false }]),
    );
    for (const { command } of seat.waiting) {
      const id = String(command.item);
      if (command.type === 'remove-item') {
        laid.delete(id);
      } else if (command.type === 'add-item' || (command.type === 'edit-item' && laid.has(id))) {
        const text = { en: String(command.text) };
        laid.set(id, { item: { id, phase: seat.phase!.id, ordinal: laid.size, ...laid.get(id)?.item, text }, sending: true });
      }
    }
    return [...laid.values()];
  }

  private itemTemplate(item: Item, i: number, sending: boolean, writes: boolean): TemplateResult {
    const text = this.seat.words.of(item.text);
    return html`<li class=${sending ? 'sending' : ''}>
      <span class="count">${i + 1}.</span>
      <p>${text}</p>
      ${writes
        ? html`<span>
            <button
              type="button"
              class="tool"
              data-edit=${item.id}
              title=${this.say('items.edit')}
              aria-label=${`${this.say('items.edit')}: ${text}`}
              @click=${() => this.edit(item)}
            >
              ${icon('edit')}
            </button>
            <button
              type="button"
              class="tool"
              title=${this.say('items.remove')}
              aria-label=${`${this.say('items.remove')}: ${text}`}
              @click=${() => this.drop(item)}
            >
              ${icon('remove')}
            </button>
          </span>`
        : nothing}
    </li>`;
  }

  private editTemplate(item: Item): TemplateResult {
    return html`<li class="editing">
      <textarea
        class="field"
        data-item=${item.id}
        rows="1"
        maxlength=${LIMIT}
        aria-label=${this.say('items.edit')}
        .value=${this.seat.words.of(item.text)}
        @keydown=${(event: KeyboardEvent) => this.pressedInEdit(event, item)}
      ></textarea>
      <div class="row">
        <button type="button" class="button slim primary" @click=${() => this.finish(item, true)}>${this.say('save')}</button>
        <button type="button" class="button slim quiet" @click=${() => this.finish(item, false)}>${this.say('cancel')}</button>
      </div>
    </li>`;
  }

  private edit(item: Item): void {
    this.editing = item.id;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-item]')?.focus());
  }

  private drop(item: Item): void {
    this.seat.send('remove-item', { item: item.id });
    this.tell(this.say('items.removed'), false, true);
    this.renderRoot.querySelector<HTMLElement>('form textarea')?.focus();
  }

  private finish(item: Item, save: boolean): void {
    const text = this.renderRoot.querySelector<HTMLTextAreaElement>('[data-item]')?.value.trim() ?? '';
    this.editing = undefined;
    if (save && text && text !== this.seat.words.of(item.text)) {
      this.seat.send('edit-item', { item: item.id, text });
    }
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-edit="${CSS.escape(item.id)}"]`)?.focus(),
    );
  }

  private pressedInEdit(event: KeyboardEvent, item: Item): void {
    if ((event.key === 'Enter' && !event.shiftKey && !event.isComposing) || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.finish(item, event.key === 'Enter');
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
      this.seat.send('add-item', { item: newId(), text });
    }
    field.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-items': Items;
  }
}
