/** Where a dragged note would land. */
export type Landing =
  | { on: 'note'; id: string }
  | { on: 'before' | 'after'; id: string }
  | { on: 'group'; id: string }
  | { on: 'loose' };

export interface DragOwner {
  root: ShadowRoot;
  /** Whether this note may be moved. */
  isMovable(id: string): boolean;
  started(id: string): void;
  over(landing: Landing | undefined): void;
  dropped(id: string, landing: Landing): void;
  ended(): void;
}

const SLIP = 6;
const EDGE = 56;

/**
 * Carries a note with mouse, pen or finger. A mouse takes the note anywhere, a finger by its grip, so that the board
 * still scrolls under it. Escape puts the note back.
 */
export class Drag {
  private readonly owner: DragOwner;
  private ghost: HTMLElement | undefined;
  private carried: { id: string; pointer: number; x: number; y: number; card: HTMLElement; lifted: boolean } | undefined;
  private landing: Landing | undefined;
  private scroller = 0;
  private pointerY = 0;

  constructor(owner: DragOwner) {
    this.owner = owner;
  }

  /** Whether a note is in the air. */
  get isCarrying(): boolean {
    return this.carried?.lifted ?? false;
  }

  down(event: PointerEvent): void {
    const target = event.composedPath()[0] as HTMLElement;
    const card = target.closest<HTMLElement>('[data-note]');
    const grip = target.closest('[data-grip]');
    if (!card || event.button !== 0 || this.carried) {
      return;
    }
    if (!grip && (event.pointerType !== 'mouse' || target.closest('button, textarea, input, a'))) {
      return;
    }
    const id = card.dataset.note!;
    if (!this.owner.isMovable(id)) {
      return;
    }
    this.carried = { id, pointer: event.pointerId, x: event.clientX, y: event.clientY, card, lifted: false };
    window.addEventListener('pointermove', this.move);
    window.addEventListener('pointerup', this.up);
    window.addEventListener('pointercancel', this.cancel);
    window.addEventListener('keydown', this.key, true);
  }

  private readonly move = (event: PointerEvent): void => {
    const carried = this.carried;
    if (!carried || event.pointerId !== carried.pointer) {
      return;
    }
    const dx = event.clientX - carried.x;
    const dy = event.clientY - carried.y;
    if (!carried.lifted) {
      if (Math.hypot(dx, dy) < SLIP) {
        return;
      }
      carried.lifted = true;
      this.lift(carried.card);
      this.owner.started(carried.id);
    }
    event.preventDefault();
    this.pointerY = event.clientY;
    this.ghost!.style.translate = `${dx}px ${dy}px`;
    this.land(event.clientX, event.clientY);
    this.scrollAtEdges();
  };

  private readonly up = (event: PointerEvent): void => {
    const carried = this.carried;
    if (!carried || event.pointerId !== carried.pointer) {
      return;
    }
    const landing = this.landing;
    const lifted = carried.lifted;
    this.finish();
    if (lifted && landing) {
      this.owner.dropped(carried.id, landing);
    }
  };

  private readonly cancel = (): void => {
    this.finish();
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.isCarrying) {
      event.preventDefault();
      event.stopPropagation();
      this.finish();
    }
  };

  private lift(card: HTMLElement): void {
    const box = card.getBoundingClientRect();
    const ghost = card.cloneNode(true) as HTMLElement;
    ghost.removeAttribute('data-note');
    ghost.setAttribute('aria-hidden', 'true');
    ghost.inert = true;
    ghost.classList.add('ghost');
    ghost.style.inlineSize = `${box.width}px`;
    ghost.style.insetInlineStart = 'auto';
    ghost.style.left = `${box.left}px`;
    ghost.style.top = `${box.top}px`;
    this.ghost = ghost;
    this.owner.root.append(ghost);
    window.getSelection()?.removeAllRanges();
  }

  private land(x: number, y: number): void {
    const under = this.owner.root.elementsFromPoint(x, y);
    const landing = this.landingAt(under, x, y);
    if (JSON.stringify(landing) !== JSON.stringify(this.landing)) {
      this.landing = landing;
      this.owner.over(landing);
    }
  }

  private landingAt(under: Element[], x: number, y: number): Landing | undefined {
    const carried = this.carried!.id;
    for (const element of under) {
      const note = element.closest<HTMLElement>('[data-note]');
      if (note && note.dataset.note !== carried && note.dataset.lands !== undefined) {
        return besideOrOn(note, x, y);
      }
      const group = element.closest<HTMLElement>('[data-group]');
      if (group) {
        return { on: 'group', id: group.dataset.group! };
      }
      if (element.closest('[data-loose]')) {
        return { on: 'loose' };
      }
    }
    return undefined;
  }

  private scrollAtEdges(): void {
    cancelAnimationFrame(this.scroller);
    const pane = scrollableAround(this.carried!.card);
    if (!pane) {
      return;
    }
    const box = pane === document.scrollingElement ? { top: 0, bottom: innerHeight } : pane.getBoundingClientRect();
    const up = box.top + EDGE - this.pointerY;
    const down = this.pointerY - (box.bottom - EDGE);
    const speed = up > 0 ? -up / 5 : down > 0 ? down / 5 : 0;
    if (speed !== 0) {
      const step = (): void => {
        if (this.isCarrying) {
          pane.scrollTop += speed;
          this.scroller = requestAnimationFrame(step);
        }
      };
      this.scroller = requestAnimationFrame(step);
    }
  }

  private finish(): void {
    cancelAnimationFrame(this.scroller);
    window.removeEventListener('pointermove', this.move);
    window.removeEventListener('pointerup', this.up);
    window.removeEventListener('pointercancel', this.cancel);
    window.removeEventListener('keydown', this.key, true);
    this.ghost?.remove();
    this.ghost = undefined;
    this.landing = undefined;
    const lifted = this.carried?.lifted;
    this.carried = undefined;
    if (lifted) {
      this.owner.ended();
    }
  }
}

/** The middle of a note means "together with it", its sides "next to it". */
function besideOrOn(note: HTMLElement, x: number, y: number): Landing {
  const box = note.getBoundingClientRect();
  const id = note.dataset.note!;
  const lands = note.dataset.lands!;
  const at = lands === 'free' ? (x - box.left) / box.width : (y - box.top) / box.height;
  const side = 0.22;
  if (lands !== 'stacked' && at > side && at < 1 - side) {
    return { on: 'note', id };
  }
  return { on: at < 0.5 ? 'before' : 'after', id };
}

function scrollableAround(from: HTMLElement): Element | null {
  let element: Element | null = from;
  while (element) {
    if (element.scrollHeight > element.clientHeight + 4 && /auto|scroll/.test(getComputedStyle(element).overflowY)) {
      return element;
    }
    const parent: Node | null = element.assignedSlot ?? element.parentNode;
    element = parent instanceof ShadowRoot ? parent.host : (parent as Element | null);
    if (element === document.documentElement) {
      break;
    }
  }
  return document.scrollingElement;
}
