import { type CellValue, entered } from "../../cells/cell-value";
import { sameCell } from "../results/result-plan";

/** Cells of a row just before something was restored into them by position, and what they got. */
interface FoundRow {
  row: number;
  found: readonly CellValue[];
  given: readonly CellValue[];
}

/**
 * What rows held just before something was restored into them: a row of which nobody can tell whose it is gets it again. Rows are
 * told by their key cells, as the request that restored found them; by place and contents where somebody has edited them since.
 */
export class FoundRows {
  readonly #byKey = new Map<string, FoundRow>();
  readonly #others: FoundRow[] = [];

  /** The rows of one restoring, which are noted in their order. */
  pass(): (key: string | null, row: FoundRow) => void {
    const ordinal = ordinals();
    return (key, row) => {
      const known = key === null ? null : ordinal(key);
      if (known === null) this.#others.push(row);
      // What it holds when it is restored once more is what it was given.
      else if (!this.#byKey.has(known)) this.#byKey.set(known, row);
    };
  }

  /** What rows held that have these keys now, row by row; null for those that were not restored or that cannot be told by them. */
  ofKeys(keys: readonly string[]): (readonly CellValue[] | null)[] {
    const ordinal = ordinals();
    return keys.map((key) => this.#byKey.get(ordinal(key))?.found ?? null);
  }

  /**
   * What a row held that still holds what was restored into it; null where it holds something else, so that it was none of them.
   * @param keys of all rows now: a row that has one of them is not looked for
   */
  ofContents(
    row: number,
    present: readonly CellValue[],
    keys: readonly string[],
  ): readonly CellValue[] | null {
    const ordinal = ordinals();
    const standing = new Set(keys.map(ordinal));
    const left = [...this.#byKey].flatMap(([key, found]) => (standing.has(key) ? [] : [found]));
    const alike = [...this.#others, ...left].filter(({ given }) =>
      given.every((cell, i) => sameCell(entered(cell), present[i])),
    );
    const inPlace = alike.find((found) => found.row === row);
    return (inPlace ?? (alike.length === 1 ? alike[0] : null))?.found ?? null;
  }
}

/** Numbers alike texts in their order. */
function ordinals(): (key: string) => string {
  const times = new Map<string, number>();
  return (key) => {
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    return `${time} ${key}`;
  };
}
