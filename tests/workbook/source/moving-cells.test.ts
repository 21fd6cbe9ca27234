import { isDeepStrictEqual } from "node:util";
import { findSources, readList, type SourceReference } from "../../../src/workbook";
import { Problem } from "../../../src/portfolio";
import { limits } from "../../../src/workbook/cells/read-rows";
import type { StartedExcel } from "../../excel";
import { sheetOf, sheetWithTable, type Cell } from "../../workbook-records";
import { openWorkbook } from "../session";

const managers = ["Ivanova", "Petrov", "Sokolov"];
const rows: Cell[][] = [
  ["Code", "Client", "Manager", "Town", "Sales"],
  ...Array.from({ length: 24 }, (_, i): Cell[] => [
    `K-${100 + i}`,
    `Client ${i}`,
    managers[i % 3],
    "Riga",
    9000 - 71 * i,
  ]),
];
/** A few rows below the list, which seem a list, too, while that has no amounts. */
const plan: Cell[][] = [[], [], ["Quarter", "Plan"], ["Q1", 111], ["Q2", 222]];

const region = () => openWorkbook([sheetOf("Clients", [...rows, ...plan])]);
const table = () => openWorkbook([sheetWithTable("Clients", "Deals", rows)]);

type Sheet = ReturnType<StartedExcel["host"]["workbook"]["worksheets"]["getItem"]>;

const insert = (sheet: Sheet) => {
  sheet.getRange("B:B").insert("Right");
  sheet.getRange("B1").values = [["Remark"]];
};
const deleteManagers = (sheet: Sheet) => void sheet.getRange("D:D").delete("Left");
const deleteAgain = (sheet: Sheet) => void sheet.getRange("B:B").delete("Left");
const insertRow = (sheet: Sheet) => {
  sheet.getRange("4:4").insert("Down");
  sheet.getRange("A4:E4").values = [["K-900", "Client 900", "Petrov", "Riga", 5]];
};
const deleteRow = (sheet: Sheet) => void sheet.getRange("7:7").delete("Up");
const turnRound = (sheet: Sheet) => {
  const body = sheet.getRange("A2:E25");
  body.formulas = [...body.formulas!].reverse();
};

const { replyBytes } = limits;
afterEach(() => {
  limits.replyBytes = replyBytes;
});

describe.each([
  ["a region", region],
  ["a table", table],
])("reading %s in several requests", (_, open) => {
  test.each([
    ["a column comes and another one goes", insert, deleteManagers],
    ["a column comes and goes again", insert, deleteAgain],
    ["a row comes and another one goes", insertRow, deleteRow],
    ["rows are turned round and back again", turnRound, turnRound],
    ["rows are turned round and one goes", turnRound, deleteRow],
  ])("while %s: what was read stood there at one moment", async (_deeds, first, second) => {
    const listOf = async (reference: SourceReference) => (await readList(reference)).list;
    const referenceOf = async () => (await findSources()).options[0].reference;
    const quiet = await open();
    const deedsIn = ({ host }: StartedExcel) =>
      [first, second].map((deed) => () => deed(host.workbook.worksheets.getItem("Clients")));
    const stood = [await listOf(await referenceOf())];
    for (const deed of deedsIn(quiet)) {
      deed();
      stood.push(await listOf(await referenceOf()));
    }
    let [reads, tries] = [0, 0];
    for (let [k, isOver] = [2, false]; !isOver; k++) {
      for (let m = k + 1; m < k + 4 && !isOver; m++) {
        const excel = await open();
        const { host } = excel;
        const reference = await referenceOf();
        const [one, other] = deedsIn(excel);
        limits.replyBytes = 700;
        host.faults.beforeRequest(k, one);
        host.faults.beforeRequest(m, other);
        const reading = await listOf(reference).catch((error: unknown) => error);
        limits.replyBytes = replyBytes;
        isOver = host.faults.pending;
        tries++;
        if (reading instanceof Problem) {
          expect([k, m, reading.detail.kind]).toEqual([k, m, "sourceChanged"]);
          continue;
        }
        reads++;
        expect([k, m, stood.some((list) => isDeepStrictEqual(list, reading))]).toEqual([k, m, true]);
      }
    }
    expect(tries).toBeGreaterThan(12);
    expect(reads).toBeGreaterThan(tries / 2);
  });
});
