import type { Cell } from "../workbook-records";

/** Invented clients with names, managers and amounts; no two alike. */
export const clients: Cell[][] = [
  ["Client", "Manager", "Sales"],
  ["Northern Mills", "Ivanova", 5200],
  ["Bright Bakery", "Petrov", 1800],
  ["Quiet Harbour", "Ivanova", 1300],
  ["Green Orchard", "Petrov", 900],
  ["Old Foundry", "Sokolov", 500],
  ["Little Printer", "Sokolov", 300],
];

/** Sales by month: `rows` clients × `months`, deterministic, some cells blank. */
export function salesByMonth(rows: number, months: number): Cell[][] {
  const header: Cell[] = ["Client"];
  for (let month = 0; month < months; month++) {
    header.push(`${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`);
  }
  const body = Array.from({ length: rows }, (_, row): Cell[] => [
    `Client ${String(row + 1).padStart(4, "0")}`,
    ...Array.from({ length: months }, (_, month): Cell => {
      const amount = ((row + 7) * (month + 11) * 7919) % 10_007;
      return amount % 9 === 0 ? null : Math.round((amount * 1000) / (row + 1)) / 100;
    }),
  ]);
  return [header, ...body];
}

/** Invoices of three clients over three months. */
export const invoices: Cell[][] = [
  ["Date", "Document", "Client", "Product", "Sales"],
  [45_296, "A-1", "Northern Mills", "P", 500],
  [45_300, "A-2", "Bright Bakery", "P", 300],
  [45_325, "A-3", "Northern Mills", "Q", 700],
  [45_329, "A-4", "Quiet Harbour", "P", 100],
  [45_352, "A-5", "Bright Bakery", "P", 400],
  [45_360, "A-6", "Northern Mills", "P", 200],
];

/** What every run of a test is asked, unless the test says otherwise. */
export const request = { today: "2025-06-30", displayLanguage: "en-US" };
