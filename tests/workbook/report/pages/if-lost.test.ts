import { defaultPolicy, figuresOf } from "../../../../src/portfolio";
import { portfolioReport } from "../../../../src/workbook";
import { saveCosts } from "../../../../src/workbook/settings/save-settings";
import { reportTextsOf } from "../../../../src/locales/report-texts";
import { startExcel, type StartedExcel } from "../../../excel";
import { sheetOf, type Cell } from "../../../workbook-records";
import { brokenIn, proofLines } from "../proof/proofs";
import { sheetNamed } from "../written";

const rows: Cell[][] = [
  ["Client", "Revenue", "Cost of goods"],
  ["Atlas", 1000, 600],
  ["Borealis", 400, 320],
  ["Cobalt", 300, 200],
  ["Dorian", 200, 150],
  ["Elmwood", 100, 80],
  ["Fjord", 50, 60],
];
const words = reportTextsOf.en.dependency;

let excel: StartedExcel;
afterEach(() => excel.stop());

const request = {
  today: "2026-01-15",
  displayLanguage: "en",
  isUnattended: true,
  rules: { ...defaultPolicy, proof: true },
};

/** What the table says of each client: profit left, and the consequence. */
async function table(): Promise<ReadonlyMap<string, readonly Cell[]>> {
  const sheet = sheetNamed(await excel.host.toRecord(), reportTextsOf.en.sheets.dependency);
  const at = (row: number, column: number) =>
    sheet.cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null;
  const head = sheet.cells.find(({ value }) => value === words.ifLostHeaders.profitLeft)!;
  const lines = new Map<string, readonly Cell[]>();
  for (let row = head.row + 1; typeof at(row, 1) === "string" && at(row, 1) !== ""; row++) {
    lines.set(String(at(row, 1)), [at(row, head.column), at(row, head.column + 1)]);
  }
  return lines;
}

test("the table reckons with the fixed costs and the supplier’s discounts that are kept with the list", async () => {
  excel = await startExcel([sheetOf("Clients", rows)]);
  const before = await portfolioReport(request);
  expect(before.costs).toEqual({ fixedCosts: 0, discounts: [] });
  // 640 of profit in all, 1,410 of purchases.
  expect((await table()).get("Atlas")).toEqual([240, "profit −62.5%"]);

  const costs = {
    fixedCosts: 200,
    discounts: [
      { from: 500, discount: 0.02 },
      { from: 1000, discount: 0.1 },
    ],
  };
  await saveCosts(before.identity, costs);
  const after = await portfolioReport(request);
  expect(after.costs).toEqual(costs);
  const left = await table();
  // 640 − 400 − 200, less 8 % of the 810 that would still be bought.
  expect(left.get("Atlas")).toEqual([-24.8, "loss for the company; supplier’s discount −64.80"]);
  // The tier is kept: 1,090 of purchases.
  expect(left.get("Borealis")).toEqual([640 - 80 - 200, "profit −18.2%"]);

  const figures = figuresOf(after.classification, {
    today: "2026-01-15",
    language: "en",
    costs: after.costs,
  });
  const of = (name: string) => figures.clients.find((client) => client.name === name)!.ifLost;
  expect(of("Atlas")).toEqual({
    revenue: 1050,
    profit: -24.8,
    loss: true,
    discountLost: expect.closeTo(64.8, 9) as number,
  });
  expect(of("Borealis")).toEqual({ revenue: 1650, profit: 360, loss: false, discountLost: 0 });

  const lines = proofLines(await excel.host.toRecord());
  expect(lines.filter(({ what }) => what.includes(words.ifLostHeaders.profitLeft)).length).toBeGreaterThan(4);
  expect(brokenIn(lines)).toEqual([]);
});
