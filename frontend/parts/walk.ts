/**
 * Where an arrow key leads from a card: on the board to the next card in that direction, in a list, and where there is
 * none, to the next in order.
 */
export function walk(key: string, from: HTMLElement, cards: readonly HTMLElement[], isList: boolean): HTMLElement | undefined {
  switch (key) {
    case 'Home':
      return cards[0];
    case 'End':
      return cards.at(-1);
    default: {
      const inOrder = cards[cards.indexOf(from) + (key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1)];
      return isList ? inOrder : (nearest(key, from, cards) ?? inOrder);
    }
  }
}

function nearest(key: string, from: HTMLElement, cards: readonly HTMLElement[]): HTMLElement | undefined {
  const a = from.getBoundingClientRect();
  const isVertical = key === 'ArrowUp' || key === 'ArrowDown';
  const sign = key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1;
  let best: { card: HTMLElement; far: number } | undefined;
  for (const card of cards) {
    const b = card.getBoundingClientRect();
    const dx = b.left + b.width / 2 - (a.left + a.width / 2);
    const dy = b.top + Math.min(b.height, a.height) / 2 - (a.top + Math.min(b.height, a.height) / 2);
    const along = (isVertical ? dy : dx) * sign;
    const across = Math.abs(isVertical ? dx : dy);
    const isBeside = across > (isVertical ? a.width : a.height) * 0.75 + along * 0.5;
    if (card === from || along < 4 || isBeside) {
      continue;
    }
    const far = along + across * 2;
    if (!best || far < best.far) {
      best = { card, far };
    }
  }
  return best?.card;
}
