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

  /** Has a sentence read aloud and shown for a moment. */
  protected tell(sentence: string, urgent = false, undo = false): void {
    this.dispatchEvent(
      new CustomEvent('board-tell', { detail: { sentence, urgent, undo }, bubbles: true, composed: true }),
    );
  }
}
