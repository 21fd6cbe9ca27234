/** What tells rows from each other, from the surest to the least sure: one text per row each. */
export interface RowTexts {
  /** Everything that identifies a row. */
  keys: readonly string[];
  /** Codes of the clients, null where there is none; not there where no column holds codes. */
  codes?: readonly (string | null)[];
  clients: readonly string[];
  /** What the run wrote into the row; now: what stands there. */
  results: readonly string[];
}

/**
 * Which row of a list, as it stands now, is which row of the list as it was: by everything that identifies a row, of alike ones by
 * the results in it; else by its code, where no other row has the same; else by its client, with the results in it or alone; else,
 * where somebody has edited a row, by the results in it or by its place beside its neighbours.
 *
 * @param earlier for each row then what stood in it before the run, as results of now: where undoing has been there already
 * @param nothing the text of a row without results, which came later; null where such a row may be any
 * @param lacksResults whether results are missing in a row that one stood in all the same: by its place alone it is not that one then
 * @returns for each row now its row then, −1 for one that was not there
 */
export function matchRows(
  then: RowTexts,
  now: RowTexts,
  earlier: readonly string[] = [],
  nothing: string | null = "",
  lacksResults: (row: number, before: number) => boolean = () => false,
): Int32Array {
  const rowCount = now.keys.length;
  const match = new Int32Array(rowCount).fill(-1);
  const isTaken = new Uint8Array(then.keys.length);
  const take = (row: number, before: number) => {
    match[row] = before;
    isTaken[before] = 1;
  };
  const byText = (
    before: readonly (string | null)[],
    texts: readonly (string | null)[],
    isUnique = false,
  ) => {
    const places = new Map<string | null, number[]>();
    for (let row = before.length - 1; row >= 0; row--) {
      if (isTaken[row]) continue;
      const rows = places.get(before[row]);
      if (rows) rows.push(row);
      else places.set(before[row], [row]);
    }
    const wanted = new Map<string | null, number>();
    texts.forEach((text, row) => match[row] < 0 && wanted.set(text, (wanted.get(text) ?? 0) + 1));
    texts.forEach((text, row) => {
      if (match[row] >= 0 || text === null) return;
      const rows = places.get(text) ?? [];
      if (rows.length > 0 && (!isUnique || (rows.length === 1 && wanted.get(text) === 1)))
        take(row, rows.pop()!);
    });
  };
  // Rows that stand where they stood keep their places, so that alike rows are not mixed up.
  const last = Math.min(then.keys.length, rowCount);
  for (let row = 0; row < last; row++) {
    const isResult = now.results[row] === then.results[row] || now.results[row] === earlier[row];
    if (isResult && then.keys[row] === now.keys[row]) take(row, row);
  }
  const withResults = (texts: readonly string[], results: readonly string[]) =>
    texts.map((text, row) => JSON.stringify([text, results[row]]));
  for (const text of ["keys", "clients"] as const) {
    // Of several alike rows, the one in which the same results stand.
    byText(withResults(then[text], then.results), withResults(now[text], now.results));
    byText(withResults(then[text], earlier), withResults(now[text], now.results));
    for (let row = 0; text === "keys" && row < last; row++) {
      if (match[row] < 0 && !isTaken[row] && then.keys[row] === now.keys[row]) take(row, row);
    }
    byText(then[text], now[text]);
    if (text === "keys" && then.codes && now.codes) byText(then.codes, now.codes, true);
  }
  byText(then.results, now.results, true);
  const isFree = (row: number) => row >= 0 && row < isTaken.length && !isTaken[row];
  const byNeighbours = (isSure: boolean) => {
    for (let row = 0; row < rowCount; row++) {
      // A row in which nothing of the run stands came later.
      if (match[row] >= 0 || now.results[row] === nothing) continue;
      const [above, below] = [row === 0 ? -1 : match[row - 1], row + 1 < rowCount ? match[row + 1] : -1];
      // Beside a neighbour, on the side that its other neighbours say: the list may have been turned round.
      const between = [above + 1, above - 1, below - 1, below + 1].filter(
        (place, i) => isFree(place) && (i < 2 ? above >= 0 || row === 0 : below >= 0),
      );
      const alike =
        between.find((place) => then.results[place] === now.results[row]) ??
        between.find((place) => earlier[place] === now.results[row]);
      if (alike !== undefined) take(row, alike);
      else if (!isSure && new Set(between).size === 1 && !lacksResults(row, between[0]))
        take(row, between[0]);
    }
  };
  byNeighbours(true);
  // Whichever of several alike it is, the same belongs there again.
  if (earlier.length > 0) byText(then.results, now.results.map(alikeBefore(then.results, earlier, nothing)));
  // Whichever of several alike it is, nothing is left to be done there.
  byText(
    earlier,
    now.results.map((text) => (text === nothing ? null : text)),
  );
  byNeighbours(false);
  return match;
}

/** A row's results, where all rows that got them had the same before; null for others. */
function alikeBefore(
  written: readonly string[],
  earlier: readonly string[],
  nothing: string | null,
): (results: string) => string | null {
  const before = new Map<string, Set<string>>();
  written.forEach((text, row) => {
    const texts = before.get(text);
    if (texts) texts.add(earlier[row]);
    else before.set(text, new Set([earlier[row]]));
  });
  return (results) => (results !== nothing && before.get(results)?.size === 1 ? results : null);
}
