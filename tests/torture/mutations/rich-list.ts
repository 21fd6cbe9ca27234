import type { WorkbookRecord } from "../../../src/host/workbook-record";
import { Draws } from "../../draws";
import { type Cell, sheetOf, workbookOf } from "../../workbook-records";

const clientCount = 16;
const months = Array.from({ length: 27 }, (_, at) => {
  const month = 2023 * 12 + 9 + at;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
});

/**
 * A list on which most rules have something to do: clients of every status and class that come, go, pause and shrink, two
 * managers and departments, costs and losses, scores, a repeated client and a row without one.
 */
export function richList(): WorkbookRecord {
  const draws = new Draws(14);
  const headers: Cell[] = [
    ...["Client", "Manager", "Department", ...months],
    ...["Cost", "Delivery cost", "Attractiveness: volume", "Attractiveness: growth", "Loyalty: price"],
  ];
  const rows = Array.from({ length: clientCount }, (_, at): Cell[] => {
    const size = 80_000 / (1 + at) ** 1.1 + 40;
    const begun = [0, 0, 0, 14, 20, 25][draws.integer(0, 5)];
    const quits = at % 6 === 5 ? draws.integer(15, 24) : months.length;
    const step = at % 5 === 2 ? 3 : 1;
    const noise = [0.05, 0.2, 0.6][at % 3];
    const trend = at % 8 === 3 ? 0.4 : 1;
    const amounts = months.map((_, month): Cell => {
      if (month < begun || month > quits || month % step !== 0) return null;
      const amount = size * step * (1 - noise + 2 * noise * draws.next()) * (month > 23 ? trend : 1);
      return Math.round(amount * 100) / 100;
    });
    const revenue = amounts.reduce<number>((sum, amount) => sum + Number(amount ?? 0), 0);
    const cost = Math.round(revenue * (at % 7 === 4 ? 1.1 : 0.6 + 0.3 * draws.next()));
    const score = (): Cell => (draws.chance(0.1) ? null : draws.integer(1, 10));
    return [
      `Client ${String(at + 1).padStart(2, "0")}`,
      draws.pick(["Vera Lind", "Ivan Strand", "Mia Holm"]),
      ["North", "South"][at % 2],
      ...amounts,
      ...[cost, Math.round(revenue * 0.05 * draws.next()), score(), score(), score()],
    ];
  });
  // A client that nobody knows by name, and one that stands twice.
  const again = rows[4].map((cell, column) =>
    column >= 3 && column < 3 + months.length && typeof cell === "number" ? Math.round(cell / 4) : cell,
  );
  const nobody = headers.map((_, column): Cell => (column > 20 && column < 3 + months.length ? 35 : null));
  return workbookOf([sheetOf("My clients", [headers, ...rows, again, nobody])]);
}
