import { isNearer, likenessOf } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { resultColumnOf } from "../marks/own-names";
import type { Candidate } from "./candidates";
import type { WorkbookState } from "./workbook-state";

/** Headers of a list as far as it was looked at, without those of earlier results. */
export function headersOf({ found, area }: Candidate, names: WorkbookState["ownNames"]): CellValue[] {
  const results = new Set(
    [...names, ...found.names].flatMap(({ name, cell }) =>
      resultColumnOf(name) && cell?.sheet === found.sheet.name && cell.row === area.top ? [cell.column] : [],
    ),
  );
  const columns =
    found.kind === "region"
      ? found.region.columns
      : found.table.headers.map((header, i) => ({ position: area.left + i, header }));
  return columns.filter(({ position }) => !results.has(position)).map(({ header }) => header);
}

/**
 * The list that is rather meant than one with the same columns: what was sold, and not what was ordered, planned, earned or owed, as
 * the names of their sheets say. The list itself where none is.
 */
export function nearestToSales(
  list: Candidate,
  others: readonly Candidate[],
  names: WorkbookState["ownNames"],
): Candidate {
  const likeness = likenessOf(headersOf(list, names));
  return others.reduce(
    (best, other) =>
      other.reads > 0 &&
      isNearer(best.found.sheet.name, other.found.sheet.name) &&
      likenessOf(headersOf(other, names)) === likeness
        ? other
        : best,
    list,
  );
}
