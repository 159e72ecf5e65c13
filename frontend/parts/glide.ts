const MANY = 160;

/** Lets notes glide to their new places instead of jumping, unless the person asked for less motion. */
export class Glide {
  private before = new Map<string, DOMRect>();

  /** Remembers where the notes are, before they are rendered anew. */
  remember(root: ParentNode): void {
    this.before.clear();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden) {
      return;
    }
    const cards = root.querySelectorAll<HTMLElement>('[data-note]');
    if (cards.length <= MANY) {
      cards.forEach((card) => this.before.set(card.dataset.note!, card.getBoundingClientRect()));
    }
  }

  /** Starts each moved note from where it was. */
  play(root: ParentNode): void {
    if (this.before.size === 0) {
      return;
    }
    for (const card of root.querySelectorAll<HTMLElement>('[data-note]')) {
      const was = this.before.get(card.dataset.note!);
      if (!was) {
        card.animate([{ opacity: 0, scale: 0.96 }, {}], { duration: 180, easing: 'ease-out' });
        continue;
      }
      const is = card.getBoundingClientRect();
      const dx = was.left - is.left;
      const dy = was.top - is.top;
      if (Math.hypot(dx, dy) > 2) {
        card.animate([{ translate: `${dx}px ${dy}px` }, { translate: '0 0' }], {
          duration: 220,
          easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
        });
      }
    }
    this.before.clear();
  }
}
