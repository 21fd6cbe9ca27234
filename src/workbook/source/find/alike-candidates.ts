import { likenessOf, nearestToSales } from "../../../portfolio";
import type { CellValue } from "../../cells/cell-value";
import { resultColumnOf } from "../../marks/own-names";
import type { Candidate } from "./candidates";
import type { WorkbookState } from "../workbook-state";

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

/** Whether another list has the same columns as a list. */
export function hasColumnsOf(
  list: Candidate,
  names: WorkbookState["ownNames"],
): (other: Candidate) => boolean {
  const likeness = likenessOf(headersOf(list, names));
  return (other) => likenessOf(headersOf(other, names)) === likeness;
}

/** The list that the sheets' names say is rather meant than one with the same columns. */
export function nearestCandidate(
  list: Candidate,
  others: readonly Candidate[],
  names: WorkbookState["ownNames"],
): Candidate {
  const hasItsColumns = hasColumnsOf(list, names);
  const isAlike = (other: Candidate) => other.reads > 0 && hasItsColumns(other);
  return nearestToSales(list, others, ({ found }) => found.sheet.name, isAlike);
}
