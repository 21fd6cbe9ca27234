import { isBlank, type Cells } from "./cells";

/** Populations kept, and cells in all of them: some tables with per-row formulas at a time, a few dozen megabytes at most. */
const MOST_POPULATIONS = 8;
const MOST_CELLS = 2_000_000;

interface Kept<Found> {
  rows: number;
  columns: number;
  contents: unknown[][];
  settings: readonly number[];
  found: Found;
}

/**
 * What was found out about whole columns, for formulas that stand in every row of a table: Excel sends the column with
 * each call, and its total or class borders are the same each time.
 *
 * A column is recognised by comparing every cell with a copy, so an answer is never stale; that costs a fraction of
 * reading it. The populations used last are kept, within bounds.
 */
export class PopulationCache<Found> {
  private kept: Kept<Found>[] = [];

  /**
   * @param population ranges of one size that determine the result together with `settings`.
   * @param find called when this content was not met lately; what it throws is not kept.
   */
  recall(population: readonly Cells[], settings: readonly number[], find: () => Found): Found {
    const index = this.kept.findIndex((kept) => matches(kept, population, settings));
    if (index >= 0) {
      const [kept] = this.kept.splice(index, 1);
      this.kept.unshift(kept);
      return kept.found;
    }
    const found = find();
    const { rows, columns } = population[0];
    const contents = population.map(({ values }) => values.flatMap((row) => row.map(tellable)));
    this.kept.unshift({ rows, columns, contents, settings: [...settings], found });
    this.forget();
    return found;
  }

  /** Number of cells that are kept for comparison. */
  get cells(): number {
    return this.kept.reduce((cells, kept) => cells + sizeOf(kept), 0);
  }

  private forget(): void {
    this.kept.length = Math.min(this.kept.length, MOST_POPULATIONS);
    while (this.cells > MOST_CELLS) this.kept.pop();
  }
}

function sizeOf({ rows, columns, contents }: Kept<unknown>): number {
  return rows * columns * contents.length;
}

/** All spellings of a blank cell are one. */
function tellable(value: unknown): unknown {
  return isBlank(value) ? 0 : value;
}

function matches(kept: Kept<unknown>, population: readonly Cells[], settings: readonly number[]): boolean {
  return (
    kept.contents.length === population.length &&
    kept.settings.length === settings.length &&
    kept.settings.every((setting, index) => setting === settings[index]) &&
    population.every((cells, index) => holds(cells, kept, kept.contents[index]))
  );
}

function holds(cells: Cells, kept: Kept<unknown>, contents: readonly unknown[]): boolean {
  if (cells.rows !== kept.rows || cells.columns !== kept.columns) return false;
  let position = 0;
  for (const row of cells.values) {
    for (let column = 0; column < kept.columns; column++, position++) {
      const value = row[column];
      if (value !== contents[position] && !(contents[position] === 0 && isBlank(value))) return false;
    }
  }
  return true;
}
