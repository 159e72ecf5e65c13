import type { Consensus, Grid, GridRow, Item, PhaseEntity, Score, Settled } from './entities.ts';

type Shelf<E> = ReadonlyMap<string, E>;

/** The id of the phase whose list `phase` goes through: its own, else the latest earlier one that lists items. */
export function listOf(phase: PhaseEntity, phases: Shelf<PhaseEntity>, items: Shelf<Item>): string {
  if (phase.instrument === 'items' || [...items.values()].some((item) => item.phase === phase.id)) {
    return phase.id;
  }
  return earlier(phase, phases, 'items')?.id ?? phase.id;
}

/** What `phase` goes through, in order. */
export function itemsOf(phase: PhaseEntity, phases: Shelf<PhaseEntity>, items: Shelf<Item>): Item[] {
  const list = listOf(phase, phases, items);
  return [...items.values()]
    .filter((item) => item.phase === list)
    .sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1));
}

/** The latest phase before `phase` with this instrument. */
export function earlier(
  phase: PhaseEntity,
  phases: Shelf<PhaseEntity>,
  instrument: PhaseEntity['instrument'],
): PhaseEntity | undefined {
  return [...phases.values()]
    .filter((each) => each.ordinal < phase.ordinal && each.instrument === instrument)
    .sort((a, b) => b.ordinal - a.ordinal)[0];
}

/** The checklist to show in `phase`: the running one, else the one that was gone through last. */
export function checklistFor(
  phase: PhaseEntity | undefined,
  phases: Shelf<PhaseEntity>,
  consensus: Shelf<Consensus>,
): PhaseEntity | undefined {
  if (phase?.instrument === 'checklist') {
    return phase;
  }
  return [...phases.values()]
    .filter((each) => [...consensus.values()].some((of) => of.phase === each.id))
    .sort((a, b) => b.ordinal - a.ordinal)[0];
}

/** The sheets whose tally is open, those filled in last first. */
export function sheetsFor(phases: Shelf<PhaseEntity>, grids: Shelf<Grid>): PhaseEntity | undefined {
  return [...phases.values()].filter((each) => grids.has(each.id)).sort((a, b) => b.ordinal - a.ordinal)[0];
}

/** The share of one side among those who answered, rounded down as the server does. */
export function share(side: number, answered: number): number {
  return answered === 0 ? 0 : Math.floor((side * 100) / answered);
}

/** What may be settled now, and for how many people somebody still has to wait. */
export function outcomes(of: Consensus, threshold: number): { yes: boolean; no: boolean; none: boolean; missing: number } {
  const enough = (side: number): boolean => of.answered > 0 && side * 100 >= threshold * of.answered;
  const yes = enough(of.yes);
  const no = enough(of.no);
  return { yes, no, none: !yes && !no, missing: Math.max(0, of.entitled - of.answered) };
}

/** A row of the tally: who gave which level, the lowest first among equals of nobody. */
export interface TallyRow {
  item: Item;
  figures: GridRow | undefined;
  agreed: Settled | undefined;
  /** By person. */
  scores: Map<string, Score>;
}

/** The tally of the sheets of `phase`, row by row. */
export function tallyOf(
  phase: PhaseEntity,
  phases: Shelf<PhaseEntity>,
  items: Shelf<Item>,
  scores: Shelf<Score>,
  grid: Grid | undefined,
  settled: Shelf<Settled>,
): TallyRow[] {
  return itemsOf(phase, phases, items).map((item) => ({
    item,
    figures: grid?.rows.find((row) => row.item === item.id),
    agreed: settled.get(`${phase.id}:${item.id}`),
    scores: new Map(
      [...scores.values()]
        .filter((score) => score.phase === phase.id && score.item === item.id && score.open)
        .map((score) => [score.by, score]),
    ),
  }));
}

/** Where a level stands in its row: the ends of a spread speak first. */
export function endOf(level: number, row: GridRow | undefined): 'lowest' | 'highest' | undefined {
  if (!row || row.lowest === null || row.lowest === row.highest) {
    return undefined;
  }
  return level === row.lowest ? 'lowest' : level === row.highest ? 'highest' : undefined;
}
