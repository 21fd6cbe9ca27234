import { finish, linesWithin, proposeMapping } from "../../../../src/portfolio";
import { addUpLinesSteps } from "../../../../src/portfolio/transactions";
import { type Cell, listOf } from "../../lists";

const asOf = "2026-11-26";

/** Lines that count although they may be no sales, of lines with one more column. */
function doubtfulOf(header: string, ...texts: readonly string[]) {
  const amounts = [100, 20, 3, 4000, 50000, 600000];
  const rows = amounts.map((amount, i): Cell[] => [
    `2025-0${i + 1}-15`,
    ["Acorn", "Birch"][i % 2],
    texts[i % texts.length],
    amount,
  ]);
  const list = listOf([["Date", "Customer", header, "Amount"], ...rows]);
  return finish(addUpLinesSteps(linesWithin(list, proposeMapping(list), asOf), { asOf })).facts.doubtful;
}

test.each<[string, string[], { lines: number; amount: number; words: string[] }]>([
  ["Status", ["Open", "Closed"], { lines: 3, amount: 50103, words: ["Open"] }],
  ["Status", ["Pending", "Paid", "On hold"], { lines: 4, amount: 604103, words: ["Pending", "On hold"] }],
  [
    "Item",
    ["Desk", "Chair", "Shipping & Handling"],
    { lines: 2, amount: 600003, words: ["Shipping & Handling"] },
  ],
  [
    "Номенклатура",
    ["Стол", "Транспортные услуги"],
    { lines: 3, amount: 604020, words: ["Транспортные услуги"] },
  ],
])("%s: %j", (header, texts, found) => {
  expect(doubtfulOf(header, ...texts)).toEqual(found);
});

test.each([
  ["Status", ["Open"]],
  ["Status", ["Paid", "Closed"]],
  ["Service", ["Delivery"]],
  ["Item", ["Shipping box", "Freight container", "Desk"]],
  ["Manager", ["Open", "Closed"]],
])("%s: %j is nothing to look at", (header, texts) => {
  expect(doubtfulOf(header, ...texts)).toBeNull();
});
