import type { Draws } from "../draws";

/** What the lists of drawn workbooks are made of. */
export const clientNames: readonly string[] = [
  "Northern Mills",
  "Bright Bakery",
  "Quiet Harbour",
  "Green Orchard",
  "Old Foundry",
  "Little Printer",
  "Stone Bridge",
  "Amber Glass",
];
export const managers: readonly string[] = ["Ivanova", "Petrov", "Sokolov"];
export const fills: readonly string[] = ["#FFF2CC", "#E2EFDA", "#DDEBF7"];

/** Amounts of which none is the sum of others. */
export const amount = (draw: Draws): number => draw.integer(11, 999) * 10 + draw.pick([1, 3, 7]) + 0.25;
