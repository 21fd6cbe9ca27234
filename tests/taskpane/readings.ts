import { defaultPolicy, noCosts, noRuns } from "../../src/portfolio";
import type { SourceColumn, SourceList } from "../../src/portfolio";
import type { ListReading } from "../../src/workbook";

/** A list with these columns, each a header and its cells; null is a blank cell. */
export function listOf(
  columns: Readonly<Record<string, readonly (number | string | boolean | null)[]>>,
): SourceList {
  const entries = Object.entries(columns);
  return {
    kind: "region",
    name: "Clients",
    sheet: "Clients",
    top: 0,
    left: 0,
    rowCount: entries[0]?.[1].length ?? 0,
    columns: entries.map(([header, cells], index): SourceColumn => ({
      index,
      header,
      headerFormat: "General",
      numbers: Float64Array.from(cells, (cell) => (typeof cell === "number" ? cell : NaN)),
      others: new Map(
        cells.flatMap((cell, row) => (cell === null || typeof cell === "number" ? [] : [[row, cell]])),
      ),
    })),
    decimalSeparator: ".",
  };
}

/** A reading as `readList` gives it; details as wanted. */
export function readingOf(details: Partial<ListReading> = {}): ListReading {
  const reference = details.reference ?? { sheetId: "s1", tableId: null };
  return {
    reference,
    identity: { ...reference, sheet: "Clients" },
    list: listOf({ Client: ["Aster", "Birch"], Sales: [120, 80] }),
    address: "Clients!A1:B3",
    mapping: {
      version: 1,
      columns: [
        { header: "Client", role: "client" },
        { header: "Sales", role: "amount" },
      ],
    },
    isMappingKept: false,
    policy: defaultPolicy,
    language: "en",
    classified: false,
    unreadable: [],
    runs: noRuns,
    costs: noCosts,
    ...details,
  };
}
