import '@vaadin/avatar/vaadin-avatar.js';
import '@vaadin/icon/vaadin-icon.js';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** One person of a meeting, with what the person shows openly; drawn into the page itself, as if it were part of the row. */
@customElement('tessera-person')
export class TesseraPerson extends LitElement {
  /** The name, and as it is called here: one's own says so. */
  @property() person = '';
  @property() called = '';
  /** The person's role, and what follows from it in this step. */
  @property() does = '';
  /** Who shares the device, as a sentence. */
  @property() beside = '';
  /** What is said aloud of somebody who is not here. */
  @property() away = '';
  /** The word for being done, from when one is. */
  @property() ready = '';
  /** The word for a hand, while it is up, and its place where others were up before. */
  @property() hand = '';
  @property() place = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<span class="here"><vaadin-avatar .name=${this.person} aria-hidden="true"></vaadin-avatar></span>
      <div class="words">
        <span class="name">${this.called}</span>
        <span class="role quiet">${this.does}</span>
        ${this.beside ? html`<span class="beside quiet">${drawing('laptop')}<span>${this.beside}</span></span>` : nothing}
        <span class="aloud">${this.away}</span>
      </div>
      ${mark('hand', this.hand, 'hand', this.place)} ${mark('ready', this.ready, 'check-circle')}`;
  }
}

function mark(kind: string, word: string, icon: string, more = ''): TemplateResult | typeof nothing {
  return word
    ? html`<span class="mark ${kind}" title=${word}
        >${drawing(icon)}<span class="aloud">${word}</span>${more ? html`<span>${more}</span>` : nothing}</span
      >`
    : nothing;
}

function drawing(icon: string): TemplateResult {
  return html`<vaadin-icon icon="vaadin:${icon}" aria-hidden="true"></vaadin-icon>`;
}
