import { scenario } from "../../../../src/workbook";
import { undoRun } from "../../../../src/workbook/undo/undo-run";
import { sheetOf } from "../../../workbook-records";
import { request } from "../../lists";
import { openWorkbook, ordered, problemOfRun } from "../../session";
import { cellAt, sheetNamed, textsOf } from "../written";

const list = [
  ["Client", "Sales", "Cost"],
  ["Oak House", 500, 400],
  ["+Elm & Co", 300, 250],
  ["Ash Works", 150, 140],
  ["Fir Mill", 50, 30],
];

const supposed = {
  clients: ["Oak House", "+Elm & Co"],
  change: { kind: "buysLess" as const, part: 0.5 },
  fixedCosts: 70,
  discounts: [
    { from: 300, discount: 0.02 },
    { from: 600, discount: 0.05 },
  ],
};
const write = (more: Partial<typeof supposed> = {}) =>
  scenario({ ...request, scenario: { ...supposed, ...more } });

test("a scenario says who and how, the figures before and after, the supplier's tier, and who is key then", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", list)]);
  const { report } = await write();
  expect(report.sheets).toMatchObject([{ key: "scenario1", name: "Scenario 1", created: true }]);
  const sheet = sheetNamed(await host.toRecord(), "Scenario 1");
  const texts = textsOf(sheet).map((text) => text.replace(/\u00a0/g, " "));
  expect(texts).toContain("These clients buy 50% less; profit and costs go down with it.");
  expect(texts).toContain("Fixed costs that stay: 70, taken off the profit.");
  expect(texts).toContain("2 clients, 80.0% of the total together.");
  expect(texts).toContain("+Elm & Co");
  expect(texts.some((text) => text.startsWith("The supplier’s discount falls from 5% to 2%"))).toBe(true);
  const revenue = sheet.cells.find(({ value }) => value === "Revenue")!;
  expect([2, 3, 4].map((column) => cellAt(sheet, revenue.row, column)!.value)).toEqual([1000, 600, -400]);
  const then = sheet.cells.filter(({ value }) => value === "Oak House").at(-1)!;
  expect(cellAt(sheet, then.row, 3)!.value).toBeCloseTo(250 / 600);
  expect(sheet.cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
});

test("the same one is written onto its sheet again, another one onto the next", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", list)]);
  await write();
  expect((await write({ clients: [...supposed.clients].reverse() })).report.sheets).toMatchObject([
    { key: "scenario1", created: false },
  ]);
  expect((await write({ fixedCosts: 0 })).report.sheets).toMatchObject([
    { key: "scenario2", name: "Scenario 2", created: true },
  ]);
  expect((await host.toRecord()).sheets.map(({ name }) => name)).toEqual([
    "Clients",
    "Scenario 1",
    "Scenario 2",
  ]);
});

test("it is undone down to the last name and setting; a client that is gone is said", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", list)]);
  const before = ordered(await host.toRecord());
  const { trace } = await write();
  expect(await undoRun(trace)).toMatchObject({ sheets: ["Scenario 1"], stays: [] });
  expect(ordered(await host.toRecord())).toEqual(before);
  expect(await problemOfRun(write({ clients: ["Nobody"] }))).toEqual({
    kind: "noSuchClient",
    client: "Nobody",
  });
});
