/** Where the focus was: on a card, or on one of its controls. */
interface Focused {
  note: string;
  act: string | undefined;
  neighbour: string | undefined;
}

/**
 * Keeps the focus with its note. A note that others moved is drawn anew in another place, one that others removed is
 * gone: in both cases the browser would drop the focus, and whoever works by keyboard would be thrown out.
 */
export class FocusKeeper {
  private was: Focused | undefined;
  private wanted: string | undefined;

  /** Before the notes are drawn anew. */
  remember(root: ShadowRoot, cards: readonly HTMLElement[]): void {
    const active = root.activeElement as HTMLElement | null;
    const card = active?.closest<HTMLElement>('[data-note]');
    if (!card) {
      this.was = undefined;
      return;
    }
    const at = cards.indexOf(card);
    this.was = {
      note: card.dataset.note!,
      act: active === card ? undefined : active?.dataset.act,
      neighbour: (cards[at + 1] ?? cards[at - 1])?.dataset.note,
    };
  }

  /** The note shall have the focus once it is there. */
  want(note: string | undefined): void {
    this.wanted = note;
  }

  /** After the notes were drawn anew. */
  restore(root: ShadowRoot): void {
    if (this.wanted) {
      const card = cardOf(root, this.wanted);
      if (card) {
        this.wanted = undefined;
        card.focus({ preventScroll: true });
        card.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
      }
      return;
    }
    const { was } = this;
    if (!was || root.activeElement || isSomewhereElse()) {
      return;
    }
    const card = cardOf(root, was.note) ?? (was.neighbour ? cardOf(root, was.neighbour) : null);
    const inner = was.act ? card?.querySelector<HTMLElement>(`[data-act="${was.act}"]`) : undefined;
    (inner ?? card)?.focus({ preventScroll: true });
  }
}

/** The card of a note. */
export function cardOf(root: ParentNode, note: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-note="${CSS.escape(note)}"]`);
}

function isSomewhereElse(): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && activeElement.shadowRoot === null;
}
