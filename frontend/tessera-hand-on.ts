import type { TesseraRoomBoard } from './tessera-room-board.ts';

/**
 * Stands round the button that hands the device on. A press takes everything off the screen at once, without waiting for
 * the server; while the line is broken it stops the press, and the board says why.
 */
class TesseraHandOn extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.pressed, { capture: true });
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.pressed, { capture: true });
  }

  private readonly pressed = (event: Event): void => {
    const page = this.closest('.room-page');
    const board = page?.querySelector<TesseraRoomBoard>('tessera-room-board');
    if (board && !board.mayHandOn()) {
      event.stopImmediatePropagation();
      event.preventDefault();
    } else {
      page?.querySelector('.room')?.setAttribute('data-veiled', '');
    }
  };
}

if (!customElements.get('tessera-hand-on')) {
  customElements.define('tessera-hand-on', TesseraHandOn);
}
