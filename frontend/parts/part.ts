import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Seat } from '../room/seat.ts';

/** What the keyboard gets to by itself. */
const REACHED = 'button:not(:disabled), a[href], input:not(:disabled), textarea, select, summary, [tabindex="0"]';

/** A part of the board: shows its seat anew after every change. */
export abstract class Part extends LitElement {
  @property({ attribute: false }) seat!: Seat;

  private unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    this.unwatch = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('seat')) {
      this.follow();
    }
  }

  /** Where there is more than the window shows and nothing in it to get to, the keyboard gets to the part itself. */
  protected override updated(_changed: PropertyValues): void {
    const unreached = this.renderRoot.querySelector(REACHED) === null && this.scrollHeight > this.clientHeight + 1;
    if (unreached) {
      this.tabIndex = 0;
    } else if (!this.matches(':focus')) {
      // Taken from under the keyboard, it would take the focus along.
      this.removeAttribute('tabindex');
    }
  }

  private follow(): void {
    this.unwatch?.();
    this.unwatch = this.seat?.watch(() => this.requestUpdate());
  }

  protected say(key: string, ...values: readonly (string | number)[]): string {
    return this.seat.words.say(key, ...values);
  }

  /** Asks the board around for something. */
  protected fire(name: `board-${string}`, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** Has a sentence read aloud; with `undo` it also shows for a moment, with a way to take the change back. */
  protected tell(sentence: string, urgent = false, undo = false): void {
    this.fire('board-tell', { sentence, urgent, undo });
  }
}
