import '@vaadin/avatar/vaadin-avatar.js';
import '@vaadin/menu-bar/vaadin-menu-bar.js';
import type { MenuBarItem, MenuBarItemSelectedEvent, SubMenuItem } from '@vaadin/menu-bar/vaadin-menu-bar.js';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Something in the menu: to choose, or with more behind it. */
export interface MenuEntry {
  /** What the server knows it by. */
  readonly key: string;
  readonly text: string;
  /** The language of its words, where that is not the page's. */
  readonly lang?: string;
  readonly checked: boolean;
  readonly more: readonly MenuEntry[];
}

type Item = SubMenuItem & { key?: string };

/**
 * The menu behind one's own picture. Every page has it and few open it, so the browser makes it of words: the server's
 * own menus hold several objects for each entry.
 */
@customElement('tessera-own-menu')
export class TesseraOwnMenu extends LitElement {
  @property() person = '';
  /** What the menu is called aloud. */
  @property() label = '';
  @property({ attribute: false }) entries: readonly MenuEntry[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const root: MenuBarItem = { component: this.face(), children: this.entries.map(item) };
    return html`<vaadin-menu-bar
      theme="tertiary-inline"
      .items=${[root]}
      @item-selected=${(event: MenuBarItemSelectedEvent) => this.choose(event.detail.value)}
    ></vaadin-menu-bar>`;
  }

  private face(): HTMLElement {
    const avatar = document.createElement('vaadin-avatar');
    avatar.name = this.person;
    const face = document.createElement('vaadin-menu-bar-item');
    face.setAttribute('aria-label', this.label);
    face.append(avatar);
    return face;
  }

  private choose(chosen: Item): void {
    if (chosen.key) {
      this.dispatchEvent(new CustomEvent('chosen', { detail: chosen.key }));
    }
  }
}

function item(entry: MenuEntry): Item {
  if (entry.more.length > 0) {
    return { text: entry.text, children: entry.more.map(item) };
  }
  const words = document.createElement('vaadin-menu-bar-item');
  words.textContent = entry.text;
  if (entry.lang) {
    words.lang = entry.lang;
  }
  return { key: entry.key, component: words, checked: entry.checked };
}
