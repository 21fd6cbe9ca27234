import { readList } from "../../../src/workbook";
import { sheetOf, type Cell } from "../../workbook-records";
import { english } from "../../portfolio/mapping/columns";
import { openWorkbook } from "../session";

const listUnder = (header: string, amount = 1000): Cell[][] => [
  [header, "Sales"],
  ...english.map((name, i): Cell[] => [name, amount - i * 70.5]),
];
const figures: Cell[][] = [
  ["KPI", "Value"],
  ["Revenue", 6026],
  ["Customers", 8],
  ["Average", 753.25],
];

async function sheetRead(...sheets: readonly (readonly [string, Cell[][]])[]): Promise<string> {
  await openWorkbook(sheets.map(([name, rows]) => sheetOf(name, rows)));
  return (await readList(null)).list.sheet;
}

test("a few figures on the sheet in view give way to a list of clients on another", async () => {
  expect(await sheetRead(["Dashboard", figures], ["Data", listUnder("Customer")])).toBe("Data");
});

test("a list in view whose header names no clients stays where no longer one does", async () => {
  expect(await sheetRead(["Main", listUnder("Firm or person")], ["More", listUnder("Customer")])).toBe(
    "Main",
  );
});

test.each([
  ["План", "Факт"],
  ["Budget 2026", "Actual 2026"],
  ["Архив", "Продажи"],
])("%s in view gives way to %s", async (plan, fact) => {
  expect(await sheetRead([plan, listUnder("Customer", 900)], [fact, listUnder("Customer")])).toBe(fact);
});

test("a plan alone is what there is", async () => {
  expect(await sheetRead(["План", listUnder("Customer")], ["Заметки", [["Позвонить"]]])).toBe("План");
});

test("a plan with the cursor in it is meant", async () => {
  const sheets = [sheetOf("План", listUnder("Клиент", 900)), sheetOf("Факт", listUnder("Клиент"))];
  const { run } = await openWorkbook(sheets);
  await run(async (context) => {
    context.workbook.worksheets.getItem("План").getRange("B4").select();
    await context.sync();
  });
  expect((await readList(null)).list.sheet).toBe("План");
});

test.each(["Top 3", "ТОП-3"])("the largest clients in view (%s) give way to all of them", async (top) => {
  const all = listUnder("Customer");
  expect(await sheetRead([top, all.slice(0, 4)], ["All", all])).toBe("All");
});

test("the largest clients beside a list of something else stay", async () => {
  const others = listUnder("Customer").map(([name, sales]): Cell[] => [name, sales, "North"]);
  expect(await sheetRead(["Top 3", listUnder("Customer").slice(0, 4)], ["Regions", others])).toBe("Top 3");
});
