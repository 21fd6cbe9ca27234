import {
  type Classification,
  type Policy,
  type SourceList,
  classify,
  defaultPolicy,
  proposeMapping,
  readPortfolio,
} from "../../../src/portfolio";
import type { Cell } from "../../workbook-records";

export const today = "2026-01-15";

/** The classification of a list given as rows of cells, headers first, by the default rules unless told otherwise. */
export function classified(rows: readonly Cell[][], policy: Policy = defaultPolicy): Classification {
  const list = sourceOf(rows);
  return classify(readPortfolio(list, proposeMapping(list), policy, today), policy);
}

function sourceOf([headers, ...body]: readonly Cell[][]): SourceList {
  return {
    kind: "table",
    name: "Clients",
    sheet: "Clients",
    top: 0,
    left: 0,
    rowCount: body.length,
    decimalSeparator: ".",
    columns: headers.map((header, index) => ({
      index,
      header: header as string,
      headerFormat: "General",
      numbers: Float64Array.from(body, (row) => (typeof row[index] === "number" ? row[index] : NaN)),
      others: new Map(
        body.flatMap((row, at) => {
          const cell = row[index];
          return typeof cell === "string" && cell !== "" ? [[at, cell] as const] : [];
        }),
      ),
    })),
  };
}

const criteria = ["Attractiveness: volume", "Loyalty: price"];
const months = ["2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"];

/**
 * An invented portfolio with every column that the report knows: `count` clients of falling size, six months, profit,
 * managers, departments and scores. Deterministic.
 */
export function portfolioRows(count: number): Cell[][] {
  const body = Array.from({ length: count }, (_, client): Cell[] => {
    const size = Math.round(600_000 / (1 + client) ** 1.1) + 50;
    const amounts = months.map((_, month) =>
      client % 3 === 0 ? size : Math.round(size * (1 + 0.15 * Math.sin(client + month * 2))),
    );
    const revenue = amounts.reduce((total, amount) => total + amount, 0);
    return [
      `Client ${String(client + 1).padStart(4, "0")}`,
      ["Anna Berg", "Oleg Strom", "Mia Lind"][client % 3],
      ["North", "South"][client % 2],
      ...amounts,
      Math.round(revenue * (client % 7 === 4 ? -0.02 : 0.05 + 0.03 * (client % 5))),
      1 + ((client * 7) % 10),
      1 + ((client * 3 + 4) % 10),
    ];
  });
  return [["Client", "Manager", "Department", ...months, "Profit", ...criteria], ...body];
}

/** Only names and amounts. */
export function plainRows(amounts: Readonly<Record<string, number>>): Cell[][] {
  return [["Client", "Revenue"], ...Object.entries(amounts)];
}

/** Names, amounts and one score per axis. */
export function scoredRows(
  clients: readonly [name: string, amount: number, attractiveness: number, loyalty: number][],
): Cell[][] {
  return [["Client", "Revenue", ...criteria], ...clients.map((row) => [...row])];
}
