import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { openDrawer } from './capture/browser-drawer.ts';
import { looks } from './parts/looks.ts';

/** Says beside a text what this browser has made for it and not handed over yet, and leads to where it goes on. */
@customElement('tessera-waiting')
export class TesseraWaiting extends LitElement {
  static override styles = [
    looks,
    css`
      :host {
        display: block;
        font-size: 1rem;
      }

      ul {
        display: grid;
        gap: 0.4rem;
        margin-block: 0.75rem;
        padding: 0.75rem 0.9rem;
        border-inline-start: 4px solid var(--warn-ink);
        border-radius: var(--radius);
        background: var(--warn-soft);
      }

      a {
        color: var(--accent-ink);
        font-weight: 600;
      }
    `,
  ];

  /** Whose text it is and which. */
  @property() owner = '';
  @property() place = '';
  /** Where each way goes on, by its name. */
  @property({ type: Object }) addresses: Record<string, string> = {};
  /** What is said of each way, by its name. */
  @property({ type: Object }) messages: Record<string, string> = {};
  @state() private ways: readonly string[] = [];

  protected override firstUpdated(): void {
    void this.look();
  }

  private async look(): Promise<void> {
    const { drawer } = await openDrawer();
    const found: string[] = [];
    for (const way of Object.keys(this.addresses)) {
      if ((await drawer.takes([this.owner, this.place, way].join(' '))).length > 0) {
        found.push(way);
      }
    }
    this.ways = found;
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.ways.length === 0
      ? nothing
      : html`<ul>
          ${this.ways.map(
            (way) => html`<li><a href=${this.addresses[way] ?? ''} router-ignore>${this.messages[way] ?? way}</a></li>`,
          )}
        </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-waiting': TesseraWaiting;
  }
}
