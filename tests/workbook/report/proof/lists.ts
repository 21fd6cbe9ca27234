/** Invented lists with everything that reading has to get over, the same for the same seed. */
import type { SheetRecord } from "../../../../src/host/workbook-record";
import { Draws } from "../../../draws";
import { type Cell, sheetOf } from "../../../workbook-records";

export const listKinds = [
  "plain",
  "text numbers",
  "groups",
  "totals in the list",
  "rows without a client",
  "odd names",
  "transactions",
  "two periods",
  "months without a column",
  "profit and scores",
  "repeated clients",
] as const;
export type ListKind = (typeof listKinds)[number];

const names = [
  "Aster Foods",
  "Birch & Co",
  "Cedar Print",
  "Dune Travel",
  "Elm Logistics",
  "Fjord Marine",
  "Grove Dairy",
  "Heath Textiles",
  "Iris Optics",
  "Juniper Spa",
  "Kite Media",
  "Lark Music",
  "Moss Garden",
  "Nettle Tea",
];
const odd = [
  "A*",
  "A?C",
  "~tilde~",
  "=SUM(A1)",
  ">100",
  "<>",
  'Say "yes"',
  "O'Brien's",
  "Very long name ".repeat(20).trim(),
  "A* and more",
  "AXC",
  "100%",
  "N&M",
  "[table]",
];

const monthsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const month = 2025 * 12 + 11 - (count - 1 - at);
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });

export function listSheet(kind: ListKind, seed: number): SheetRecord {
  const draws = new Draws(seed);
  const draw = () => draws.next();
  const whole = (most: number) => Math.floor(draw() * most);
  if (kind === "transactions") return linesSheet(draw);
  const all = monthsOf(kind === "two periods" ? 2 : [6, 12, 26][whole(3)]);
  const months =
    kind === "months without a column" ? monthsOf(30).filter((_, at) => ![7, 19, 26].includes(at)) : all;
  const own = kind === "odd names" ? odd : names;
  const headers: Cell[] = ["Client"];
  if (kind === "groups") headers.push("Parent group");
  headers.push("Manager", ...months);
  const isRich = kind === "profit and scores";
  if (isRich) headers.push("Profit", "Attractiveness: volume", "Attractiveness: growth", "Loyalty: price");
  const rows = own.map((name, at): Cell[] => {
    const size = Math.round(90_000 / (1 + at) ** (0.6 + draw())) + 10;
    const begun = draw() < 0.3 ? whole(months.length) : 0;
    const quits = draw() < 0.2 ? whole(months.length) : months.length;
    const amounts = months.map((_, month): Cell => {
      if (month < begun) return draw() < 0.5 ? null : 0;
      if (month > quits || draw() < 0.15) return null;
      const amount = Math.round(size * (0.5 + draw()) * 100) / 100;
      if (kind === "text numbers" && draw() < 0.2) {
        return String(amount.toFixed(2))
          .replace(/\B(?=(\d{3})+(?!\d))/g, " ")
          .replace(".", ",");
      }
      return draw() < 0.03 ? -amount : amount;
    });
    const score = () => (draw() < 0.2 ? null : 1 + whole(10));
    return [
      name,
      ...(kind === "groups" ? [at % 4 === 0 && at > 0 ? own[at - 1] : ""] : []),
      ["Vera Lind", "Ivan Strand", "Mia Holm"][whole(3)],
      ...amounts,
      ...(isRich ? [Math.round(size * (draw() - 0.2) * 100) / 100, score(), score(), score()] : []),
    ];
  });
  const first = headers.indexOf(months[0]);
  if (kind === "repeated clients") {
    for (let at = 0; at < 5; at++) {
      const copy = [...rows[whole(rows.length)]];
      for (let month = first; month < first + months.length; month++) copy[month] = Math.round(draw() * 1000);
      rows.splice(whole(rows.length), 0, copy);
    }
  }
  if (kind === "rows without a client") {
    for (let at = 0; at < 2; at++) {
      const nobody = headers.map((_, column): Cell =>
        column >= first && column < first + months.length ? Math.round(draw() * 3000) : null,
      );
      rows.splice(whole(rows.length), 0, nobody);
    }
  }
  if (kind === "totals in the list") {
    rows.push(
      headers.map((_, column): Cell => {
        if (column === 0) return "Total";
        if (column < first || column >= first + months.length) return null;
        return rows.reduce((sum, row) => sum + (typeof row[column] === "number" ? row[column] : 0), 0);
      }),
    );
  }
  return sheetOf("My clients", [headers, ...rows], {}, { row: 2, column: 1 });
}

function linesSheet(draw: () => number): SheetRecord {
  const rows = Array.from({ length: 150 }, (): Cell[] => {
    const at = Math.floor(draw() ** 2 * names.length);
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(draw() * 730))).toISOString().slice(0, 10);
    return [day, names[at], Math.round(draw() * 100_000) / 100];
  });
  return sheetOf("Invoices", [["Date", "Client", "Amount"], ...rows]);
}
