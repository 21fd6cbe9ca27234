/** What goes into a figure: numbers with the cells that they stand in. */
import { total } from "../../analysis";

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
  /** What each of them is called where it has a name of its own: ISO day on which its period begins. */
  starts: readonly string[] | null;
  count: number;
  /** Of those that are known: NaN stands for one that is not. */
  sum: number;
  cells: CellsAt;
}

export const one = (value: number, cells: CellsAt = noCells): One => ({ value, cells });

export function many(
  values: ArrayLike<number>,
  { starts = null, cells = noCells }: Partial<Pick<Many, "starts" | "cells">> = {},
): Many {
  const known = Array.from(values).filter((value) => !Number.isNaN(value));
  return { values, starts, count: known.length, sum: total(known), cells };
}
