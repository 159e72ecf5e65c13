import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Seat } from '../room/seat.ts';

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
