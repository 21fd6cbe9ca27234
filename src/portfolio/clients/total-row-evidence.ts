import type { ReadAmounts } from "./amount-columns";
import { namesSomebody } from "./client-identity";
import { isExcelError, readNumberColumn } from "../list/number-column";
import type { SourceColumns } from "./source-columns";
import type { SourceList } from "../list/source-list";
import type { Steps } from "../steps";
import { findTotalRowsSteps, sumsRowsOfList, totalName } from "../list/total-rows";

/** Gathers what tells totals from clients in a list and judges it: 1 per row that is a total. */
export function* totalRowsSteps(
  list: SourceList,
  columns: SourceColumns,
  amounts: ReadAmounts,
): Steps<Uint8Array> {
  const { others: names, numbers: codes } = columns.client.column;
  const nameAt = (row: number) => {
    const content = names.get(row);
    return typeof content === "string" && !isExcelError(content) ? content : "";
  };
  const isNamed = (row: number) => !Number.isNaN(codes[row]) || namesSomebody(nameAt(row));
  const labelled = list.columns.filter(({ others }) => others.size > 0);
  const anyLabel = (row: number) => {
    for (const { others } of labelled) {
      const content = others.get(row);
      if (typeof content === "string" && totalName(content) === "sure") return "sure";
    }
    return null;
  };
  const withFormulas = list.columns.filter(({ formulas }) => formulas !== undefined);
  const additive = ["profit", "cost", "costToServe"] as const;
  return yield* findTotalRowsSteps({
    rowCount: list.rowCount,
    nameOf: (row) => (isNamed(row) ? totalName(nameAt(row)) : anyLabel(row)),
    isNamed,
    isSum: (row) =>
      withFormulas.some(({ formulas, index }) => {
        const formula = formulas?.[row];
        const sheetRow = list.top + 1 + row;
        return (
          typeof formula === "string" &&
          formula.startsWith("=") &&
          sumsRowsOfList(formula, sheetRow, list.left + index, list.top + 1, list.top + list.rowCount)
        );
      }),
    columns: [
      ...amounts.columns.map(({ read }) => read.numbers),
      ...additive.flatMap((role) =>
        columns.all(role).map(({ column }) => readNumberColumn(column, list.decimalSeparator).numbers),
      ),
    ],
  });
}
