/** The total that a list states, beside what was read of it (reading §1). */
import { defaultPolicy, readPortfolio } from "../../../src/portfolio";
import { type Cell, listOf, mappingOf, problemOf } from "../lists";

const months = ["2024-01", "2024-02", "2024-03"];
const periods = Object.fromEntries(months.map((month) => [month, "period"] as const));
const header = ["Client", ...months];
const clients: Cell[][] = [
  ["Aster", 10, 20, 30],
  ["Birch", 40, 50, 60],
  [null, 1, 1, 1],
];
const read = (totals: readonly Cell[]) =>
  readPortfolio(
    listOf([header, ...clients, totals]),
    mappingOf({ Client: "client", ...periods }),
    defaultPolicy,
    "2024-07-01",
  ).reading.control;

test("a row of totals under all months is compared with everything", () => {
  expect(read(["Total", 51, 71, 91])).toEqual({ address: "Sales!B5", stated: 213, read: 213, agrees: true });
});

test("one under some of the months is compared with these", () => {
  expect(read(["Total", null, 71, null])).toEqual({
    address: "Sales!C5",
    stated: 71,
    read: 71,
    agrees: true,
  });
  expect(read(["Total", 51, null, 91])).toMatchObject({ address: "Sales!B5", stated: 142, agrees: true });
});

test("what differs is asked about, under some of the months too", () => {
  expect(problemOf(() => read(["Total", 51, 71, 191]))).toMatchObject({ kind: "totalDiffers", read: 213 });
  expect(problemOf(() => read(["Total", null, 171, null]))).toMatchObject({
    kind: "totalDiffers",
    address: "Sales!C5",
    stated: 171,
    read: 71,
  });
});
