import { likenessOf, nearestToSales } from "../../portfolio";
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

/** The list that the sheets' names say is rather meant than one with the same columns. */
export function nearestCandidate(
  list: Candidate,
  others: readonly Candidate[],
  names: WorkbookState["ownNames"],
): Candidate {
  const likeness = likenessOf(headersOf(list, names));
  const isAlike = (other: Candidate) => other.reads > 0 && likenessOf(headersOf(other, names)) === likeness;
  return nearestToSales(list, others, ({ found }) => found.sheet.name, isAlike);
}
