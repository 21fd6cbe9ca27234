import type { SourceColumn, SourceList } from "../../src/portfolio/list/source-list";

export const clients = 100_000;
export const periods = 12;
export const today = "2025-06-30";
const none = new Map<number, string>();

/** The cells of a list as the workbook gives them: nothing of it was looked at before. */
export function cellsOf(history: Float64Array): SourceList {
  const texts = (index: number, header: string, textOf: (row: number) => string): SourceColumn => ({
    index,
    header,
    headerFormat: "General",
    numbers: new Float64Array(clients).fill(NaN),
    others: new Map(Array.from({ length: clients }, (_, row) => [row, textOf(row)])),
  });
  const months = Array.from({ length: periods }, (_, month): SourceColumn => ({
    index: 2 + month,
    header: `2024-${String(month + 1).padStart(2, "0")}`,
    headerFormat: "General",
    numbers: Float64Array.from({ length: clients }, (_, row) => history[row * periods + month]),
    others: none,
  }));
  return {
    kind: "region",
    name: "Clients",
    sheet: "Clients",
    top: 0,
    left: 0,
    rowCount: clients,
    columns: [
      texts(0, "Client", (row) => `Client number ${row}`),
      texts(1, "Manager", (row) => `Manager ${(row * 7919) % 60}`),
      ...months,
    ],
    decimalSeparator: ".",
  };
}
