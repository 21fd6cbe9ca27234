/** Names that look like formulas, numbers, days or markup stay the texts that they are, wherever they are written. */
import { readCsv } from "../../../../src/host/csv/read-csv";
import type { SheetRecord, WorkbookRecord } from "../../../../src/host/workbook-record";
import { readWorkbook, writeWorkbook } from "../../../../src/host/xlsx";
import { listOfPlainNames, longestName, periodHeaders, plainNames } from "../../../plain-names";
import { packageFaults } from "../rich/package-faults";
import { partsOf } from "../package-of";
import { outcomeOf, runOn, unproved } from "./whole";

let output: Uint8Array;
let figures: string;
let record: WorkbookRecord;
let before: WorkbookRecord;

beforeAll(async () => {
  const input = await writeWorkbook(listOfPlainNames());
  before = (await readWorkbook(input)).record;
  ({ output, figures } = await outcomeOf(input, { language: "en", json: true }));
  record = (await readWorkbook(output)).record;
});

const textsIn = (sheet: SheetRecord) => sheet.cells.map(({ value }) => value);
const sheetNamed = (name: string) => record.sheets.find((sheet) => sheet.name === name)!;

test("in the list every cell is what it was", () => {
  const [list] = record.sheets;
  const own = new Map(list.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  for (const cell of before.sheets[0].cells) expect(own.get(`${cell.row} ${cell.column}`)).toEqual(cell);
});

test("on the report's sheets they are texts, and there is no formula but those of the proof", () => {
  for (const name of ["Dependency", "ABC-XYZ"]) {
    const texts = new Set(textsIn(sheetNamed(name)));
    expect(plainNames.filter((each) => !texts.has(each))).toEqual([]);
  }
  const others = record.sheets.filter(({ name }) => name !== "Proof");
  expect(others.flatMap(({ cells }) => cells.filter(({ formula }) => formula !== undefined))).toEqual([]);
});

test("in charts they are texts of labels, categories and series", () => {
  const charts = record.sheets.flatMap(({ charts }) => charts);
  expect(charts.length).toBe(7);
  for (const chart of charts) {
    expect(chart.title.text).not.toMatch(/^[=+@-]/);
    for (const { nameFormula, values, categories } of chart.series)
      for (const reference of [nameFormula, values, categories])
        expect(reference ?? "=").toMatch(
          /^=(?:$|'?(?:Summary|Dependency|ABC-XYZ|Movement|Managers|Activity)'?!)/,
        );
  }
});

test("among the figures for other programs they are values, and no name of a member", () => {
  const { clients } = JSON.parse(figures) as { clients: { name: string }[] };
  expect(clients.map(({ name }) => name).sort()).toEqual([...plainNames].sort());
  for (const name of plainNames) expect(figures).not.toContain(`${JSON.stringify(name)}:`);
});

test("headlines and sentences that name one are texts", () => {
  const sentences = sheetNamed("Summary").cells.filter(({ value }) => typeof value === "string");
  // The largest client, who would be a formula.
  const naming = sentences.filter(({ value }) => String(value).includes("=HYPERLINK("));
  expect(naming.length).toBeGreaterThan(0);
  expect(naming.filter(({ formula }) => formula !== undefined)).toEqual([]);
});

test("a name as long as a cell can hold comes back whole", async () => {
  const names = [longestName, ...plainNames.slice(0, 6)];
  const input = await writeWorkbook(listOfPlainNames(names));
  const whole = await outcomeOf(input, { language: "en", json: true, ...unproved });
  const { sheets } = (await readWorkbook(whole.output)).record;
  expect(sheets[0].cells.filter(({ value }) => value === longestName)).toHaveLength(4);
  const found = sheets.find(({ name }) => name === "Dependency")!.cells;
  expect(
    found.some(
      ({ value, formula }) => String(value).startsWith(longestName.slice(0, 32_700)) && formula === undefined,
    ),
  ).toBe(true);
  expect(await packageFaults(whole.output)).toEqual([]);
  expect((JSON.parse(whole.figures) as { clients: { name: string }[] }).clients[0].name).toBe(longestName);
});

test("nothing in the file would have to be repaired, and no part has markup out of a name", async () => {
  expect(await packageFaults(output)).toEqual([]);
  for (const [name, text] of await partsOf(output))
    expect([name, /<script|<img/i.test(text)]).toEqual([name, false]);
});

test("sheets have names of ours only", () => {
  expect(record.sheets.map(({ name }) => name)).toEqual([
    "Clients",
    "Summary",
    "Dependency",
    "ABC-XYZ",
    "Movement",
    "Managers",
    "Activity",
    "Proof",
  ]);
});

test("a second run knows all of them again and changes nothing", async () => {
  expect(await partsOf(await runOn(output))).toEqual(await partsOf(output));
});

test("in a text file they are read as they are written", () => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = plainNames.map((name, index) => [
    quoted(name),
    ...periodHeaders.map((_, i) => String(1000 - index + i)),
  ]);
  const csv = [["Client", ...periodHeaders], ...rows].map((row) => row.join(",")).join("\n");
  const { sheets } = readCsv("names.csv", new TextEncoder().encode(csv));
  const names = sheets[0].cells.filter(({ row, column }) => row > 0 && column === 0);
  // A plain number may be one: its text is the same.
  expect(names.map(({ value }) => String(value))).toEqual(plainNames);
  expect(names.filter(({ formula }) => formula !== undefined)).toEqual([]);
});
