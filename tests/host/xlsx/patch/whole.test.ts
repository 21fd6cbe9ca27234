/** The output of a run is the input with our columns and sheets added. The built page must be in dist/ (npm test builds it first). */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../../../../src/host/xlsx";
import { comparedValues } from "../../../recalculation/compared-values";
import { recalculated } from "../../../recalculation/libre-office";
import { sheetWithTable } from "../../../workbook-records";
import { foreignWorkbook, partsOf } from "../package-of";
import { packageFaults } from "../rich/package-faults";
import { strangeWorkbook } from "../rich/foreign-habits";
import { richWorkbook } from "../rich/rich-workbook";
import { changed, compared, runOn, strangeFaults, unproved, withAmount } from "./whole";

// Another program is started at the end.
jest.setTimeout(300_000);

const fixtures = path.join(__dirname, "../../../fixtures");
const files = readdirSync(path.join(fixtures, "whole"));

const clients = [
  ["Client", "Jan 2025", "Feb 2025", "Mar 2025"],
  ...Array.from({ length: 12 }, (_, index) => [
    `Firm ${index}`,
    900 - index * 60,
    800 - index * 50,
    950 - index * 70,
  ]),
];

/** What the runs below gave, by name. */
const outputs = new Map<string, Uint8Array>();

describe.each(files)("%s", (name) => {
  const original = new Uint8Array(readFileSync(path.join(fixtures, "whole", name)));

  test("nothing changed: every part is the same to the byte", async () => {
    const output = await changed(original, (record) => record);
    expect(await partsOf(output)).toEqual(await partsOf(original));
  });

  test("with a client list on a sheet of its own: all else is as it was", async () => {
    const input = await changed(original, (record) => ({
      ...record,
      sheets: [...record.sheets, sheetWithTable("Client list", "ClientList", clients)],
    }));
    const { lost } = await compared(original, input, []);
    expect(lost).toEqual([]);

    const output = await runOn(input, { sheet: "Client list", ...unproved });
    outputs.set(path.parse(name).name, output);
    const { record } = await readWorkbook(output);
    const sheets = record.sheets.map((sheet) => sheet.name);
    expect(sheets.slice(-4)).toEqual(["Summary", "Dependency", "ABC-XYZ", "Movement"]);
    const list = record.sheets.find((sheet) => sheet.name === "Client list")!;
    expect(list.tables[0].area.columns).toBeGreaterThan(clients[0].length);
    const part = (await readWorkbook(input)).record.sheets.find(
      (sheet) => sheet.name === "Client list",
    )!.part!;
    const result = await compared(input, output, [part, "xl/tables/table1.xml"]);
    expect(result.lost).toEqual([]);
    expect(result.identical).toBeGreaterThan(0);

    const [later, next] = [
      await withAmount(input, part, "C3", 5_555),
      await withAmount(output, part, "C3", 5_555),
    ];
    const second = await runOn(next, { sheet: "Client list", ...unproved });
    expect((await compared(later, second, [part, "xl/tables/table1.xml"])).lost).toEqual([]);
    expect(await packageFaults(second)).toEqual([]);
  });
});

test.each([1, 2, 1035])("as another program may have written it, seed %d", async (seed) => {
  const { said } = await strangeWorkbook(seed);
  expect([said, await strangeFaults(seed)]).toEqual([said, []]);
});

test.each([1, 2])("a list amid everything that Excel writes, seed %d", async (seed) => {
  const { bytes, sheet, list } = await richWorkbook(seed);
  expect(await packageFaults(bytes)).toEqual([]);
  const output = await runOn(bytes, { sheet, ...unproved });
  outputs.set(`rich ${seed}`, output);
  const { identical, lost } = await compared(bytes, output, list);
  expect(lost).toEqual([]);
  expect(identical).toBeGreaterThan(30);
});

test("the sample: every cell of the list is as it was, and a second run changes nothing at all", async () => {
  const input = new Uint8Array(readFileSync(path.join(fixtures, "../../assets/sample-clients.xlsx")));
  const first = await runOn(input, unproved);
  outputs.set("sample", first);
  const { identical, lost } = await compared(input, first, [
    "xl/worksheets/sheet1.xml",
    "xl/tables/table1.xml",
  ]);
  expect(lost).toEqual([]);
  expect(identical).toBe(3);
  const second = await runOn(first, unproved);
  expect(await partsOf(second)).toEqual(await partsOf(first));
});

test.each([
  ["each for itself", '<col min="1" max="1024" customWidth="true" width="11.53"/>'],
  ["without calling it their own", '<col min="5" max="1024" customWidth="false" width="11.53"/>'],
])("columns that say the sheet's ordinary width, %s, are made wide enough to read", async (_, column) => {
  const cell = (value: string | number) =>
    typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = clients.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
  const input = await foreignWorkbook({
    sheets: {
      List: `<sheetFormatPr defaultColWidth="11.53515625" defaultRowHeight="12.8"/><cols>${column}</cols><sheetData>${rows}</sheetData>`,
    },
  });
  const { record } = await readWorkbook(await runOn(input, unproved));
  const [list] = record.sheets;
  const widthOf = (header: string) => {
    const found = list.cells.find((cell) => cell.row === 0 && cell.value === header)!;
    return list.columns.find(({ index }) => index === found.column)!.width!;
  };
  expect(widthOf("Reason")).toBeGreaterThan(120);
  expect(widthOf("Action")).toBeGreaterThan(300);
  const user = list.columns.find(({ index }) => index === 1)!;
  expect(user.width).toBeCloseTo((await readWorkbook(input)).record.sheets[0].columns[1].width!);
});

test("nothing in what was written would have to be repaired", async () => {
  expect(outputs.size).toBe(files.length + 3);
  for (const [name, bytes] of outputs) expect([name, await packageFaults(bytes)]).toEqual([name, []]);
});

test("another program opens it, and calculates every formula to the result that is stored", async () => {
  const calculated = recalculated(outputs);
  let count = 0;
  for (const [name, bytes] of outputs) {
    const now = calculated.get(name);
    expect([name, now !== undefined]).toEqual([name, true]);
    const { formulas, differences } = comparedValues(
      (await readWorkbook(bytes)).record,
      (await readWorkbook(now!)).record,
    );
    expect([name, differences]).toEqual([name, []]);
    count += formulas;
  }
  expect(count).toBeGreaterThan(30);
});
