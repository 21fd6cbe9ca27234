/** What goes into a figure: numbers with the cells that they stand in. */
import { total } from "../../analysis";
import type { Period, PeriodUnit } from "../periods/period";

/** Cells of the list, as A1 addresses with their sheet. */
export interface CellsAt {
  /** The first areas; none where the figure stands in no cell of the list. */
  areas: readonly string[];
  /** How many more areas there are. */
  more: number;
}

export const noCells: CellsAt = { areas: [], more: 0 };

/** One number that goes in. */
export interface One {
  value: number;
  cells: CellsAt;
}

/** Many numbers of one kind: those of a client's periods, or of all clients. */
export interface Many {
  values: ArrayLike<number>;
  /** The periods that they belong to, by length and the ISO days on which they begin; null where they are of no period. */
  periods: { unit: PeriodUnit; starts: readonly string[] } | null;
  count: number;
  /** Of those that are known: NaN stands for one that is not. */
  sum: number;
  cells: CellsAt;
}

export const one = (value: number, cells: CellsAt = noCells): One => ({ value, cells });

export function many(
  values: ArrayLike<number>,
  { periods = [], cells = noCells }: { periods?: readonly Period[]; cells?: CellsAt } = {},
): Many {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) count++;
  const known = count === values.length ? values : Array.from(values).filter((value) => !Number.isNaN(value));
  const [first] = periods;
  return {
    values,
    periods: first ? { unit: first.unit, starts: periods.map(({ start }) => start) } : null,
    count,
    sum: total(known),
    cells,
  };
}
