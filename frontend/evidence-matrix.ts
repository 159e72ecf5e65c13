/**
 * The evidence matrix in the browser: moving between cells by arrow keys, dragging an artifact onto a row, and a card
 * that tells which artifact a cell belongs to. The table itself comes from the server and stands inside this element.
 *
 * Cells are buttons `.cell` with `data-artifact`, inside rows `tr[data-row]`; artifact headings carry `data-artifact`,
 * `data-name` and `data-about`. A drop is told as the event `evidence-dropped` with `{artifact, row}`.
 */
class EvidenceMatrix extends HTMLElement {
  private card?: HTMLElement;

  connectedCallback() {
    this.addEventListener('keydown', this.onKey);
    this.addEventListener('focusin', this.onFocus);
    this.addEventListener('focusout', this.hideCard);
    this.addEventListener('pointerover', this.onPointer);
    this.addEventListener('pointerleave', this.hideCard);
    this.addEventListener('dragstart', this.onDragStart);
    this.addEventListener('dragover', this.onDragOver);
    this.addEventListener('dragleave', this.clearDropMark);
    this.addEventListener('dragend', this.clearDropMark);
    this.addEventListener('drop', this.onDrop);
  }

  disconnectedCallback() {
    this.hideCard();
  }

  private rows(): HTMLElement[][] {
    return [...this.querySelectorAll<HTMLElement>('tr[data-row]')]
      .filter((row) => !row.hidden)
      .map((row) => [...row.querySelectorAll<HTMLElement>('.cell')]);
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('.cell');
    if (!cell || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === 'Escape') {
      this.hideCard();
      return;
    }
    const rows = this.rows();
    const row = rows.findIndex((cells) => cells.includes(cell));
    const column = rows[row]?.indexOf(cell) ?? -1;
    const next = this.target(event, rows, row, column);
    if (next) {
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  };

  private target(event: KeyboardEvent, rows: HTMLElement[][], row: number, column: number): HTMLElement | undefined {
    switch (event.key) {
      case 'ArrowLeft':
        return rows[row]?.[column - 1];
      case 'ArrowRight':
        return rows[row]?.[column + 1];
      case 'ArrowUp':
        return rows[row - 1]?.[column];
      case 'ArrowDown':
        return rows[row + 1]?.[column];
      case 'Home':
        return event.ctrlKey ? rows[0]?.[0] : rows[row]?.[0];
      case 'End':
        return event.ctrlKey ? rows.at(-1)?.at(-1) : rows[row]?.at(-1);
      default:
        return undefined;
    }
  }

  // exactly one cell is reachable by Tab: the one that had the focus last
  private readonly onFocus = (event: FocusEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('.cell');
    if (!cell) {
      this.hideCard();
      return;
    }
    this.querySelectorAll<HTMLElement>('.cell[tabindex="0"]').forEach((other) => (other.tabIndex = -1));
    cell.tabIndex = 0;
    this.showCard(cell);
  };

  private readonly onPointer = (event: PointerEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('.cell');
    if (cell) {
      this.showCard(cell);
    } else if (!this.querySelector('.cell:focus-visible')) {
      this.hideCard();
    }
  };

  private showCard(cell: HTMLElement) {
    const heading = this.querySelector<HTMLElement>(`th[data-artifact="${cell.dataset.artifact}"]`);
    if (!heading) {
      return;
    }
    this.hideCard();
    const card = document.createElement('div');
    card.className = 'artifact-card';
    card.setAttribute('aria-hidden', 'true'); // the cell's own label says the same
    this.line(card, 'strong', heading.dataset.name);
    this.line(card, 'span', heading.dataset.about);
    this.line(card, 'q', cell.dataset.annotation);
    document.body.append(card);
    const at = cell.getBoundingClientRect();
    const size = card.getBoundingClientRect();
    const left = Math.min(Math.max(8, at.left + at.width / 2 - size.width / 2), window.innerWidth - size.width - 8);
    const below = at.bottom + size.height + 8 < window.innerHeight;
    card.style.left = `${left}px`;
    card.style.top = `${below ? at.bottom + 6 : at.top - size.height - 6}px`;
    this.card = card;
  }

  private line(card: HTMLElement, tag: string, text: string | undefined) {
    if (text) {
      const line = document.createElement(tag);
      line.textContent = text;
      card.append(line);
    }
  }

  private readonly hideCard = () => {
    this.card?.remove();
    this.card = undefined;
  };

  private readonly onDragStart = (event: DragEvent) => {
    const heading = (event.target as HTMLElement).closest<HTMLElement>('th[data-artifact]');
    if (heading && event.dataTransfer) {
      event.dataTransfer.setData('text/x-artifact', heading.dataset.artifact ?? '');
      event.dataTransfer.effectAllowed = 'link';
      this.hideCard();
    }
  };

  private readonly onDragOver = (event: DragEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('tr[data-row]');
    if (row && event.dataTransfer?.types.includes('text/x-artifact')) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'link';
      this.clearDropMark();
      row.classList.add('drop-here');
    }
  };

  private readonly clearDropMark = () => {
    this.querySelectorAll('.drop-here').forEach((row) => row.classList.remove('drop-here'));
  };

  private readonly onDrop = (event: DragEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('tr[data-row]');
    const artifact = event.dataTransfer?.getData('text/x-artifact');
    this.clearDropMark();
    if (row && artifact) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('evidence-dropped', { detail: { artifact, row: row.dataset.row } }));
    }
  };
}

customElements.define('evidence-matrix', EvidenceMatrix);

export { EvidenceMatrix };
