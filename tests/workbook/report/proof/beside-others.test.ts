import { defaultPolicy } from "../../../../src/portfolio";
import { reportTextsOf } from "../../../../src/locales/report-texts";
import { limits } from "../../../../src/workbook/cells/read-rows";
import { portfolioReport } from "../../../../src/workbook";
import type { StartedExcel } from "../../../excel";
import { type Cell, sheetOf } from "../../../workbook-records";
import { openWorkbook } from "../../session";
import { plainRows, today } from "../classified";
import { brokenIn, proofLines, proofSheetOf } from "./proofs";

type Host = StartedExcel["host"];

const usual = { ...limits };
afterEach(() => void Object.assign(limits, usual));

const rows = plainRows({ Alder: 500, Birch: 300, Cedar: 200, Dogwood: 100 });
const twice: Cell[][] = [...rows, ["Alder", 70]];
const make = () =>
  portfolioReport({ today, displayLanguage: "en", rules: { ...defaultPolicy, proof: true } });

const opened = async (list: Cell[][]) => {
  const excel = await openWorkbook([sheetOf("Clients", list)]);
  excel.host.journal.clear();
  return excel;
};

/** Requests before which somebody does something: some, and each of those in which Proof is written. */
const isTried = (k: number, requests: number) => k % 15 === 0 || k > requests - 6;

/**
 * Makes the report again and again: each time somebody does something before another of its requests.
 * @returns what Proof says
 */
async function said(list: Cell[][], act: (host: Host) => void, pageBytes = usual.pageBytes) {
  const { host: quiet } = await opened(list);
  Object.assign(limits, { pageBytes });
  await make();
  const requests = quiet.journal.requests.filter(({ housekeeping }) => !housekeeping).length;
  const all = new Set<string>();
  for (let k = 1; k <= requests; k += 2) {
    if (!isTried(k, requests)) continue;
    const { host } = await opened(list);
    host.faults.beforeRequest(k, () => act(host));
    await make();
    const record = await host.toRecord();
    const hasLines = proofSheetOf(record)!.tables.length > 0;
    const broken = hasLines ? brokenIn(proofLines(record)) : [];
    all.add(hasLines ? `${broken.length} wrong` : saysChanged(record) ? "changed" : "nothing");
  }
  return [...all].sort();
}
const saysChanged = (record: Awaited<ReturnType<Host["toRecord"]>>) =>
  proofSheetOf(record)!.cells.some(({ value }) => value === reportTextsOf.en.proof.changed);

const sheetIn = ({ workbook }: Host, name: string) => workbook.worksheets.getItemOrNullObject(name);
const insertRow = (name: string, row: number) => (host: Host) =>
  void sheetIn(host, name)?.getRange(`${row}:${row}`).insert("Down");
const insertColumn = (name: string) => (host: Host) =>
  void sheetIn(host, name)?.getRange("A:A").insert("Right");

describe("Proof calls no figure wrong that is right, though somebody", () => {
  test.each([
    ["inserts a row above the list", insertRow("Clients", 1)],
    ["inserts a column left of the list", insertColumn("Clients")],
    ["renames the sheet of the list", (host: Host) => void (host.workbook.worksheets.items[0].name = "Hers")],
    ["inserts a row above a page", insertRow("Summary", 1)],
    ["inserts a column left of a page", insertColumn("Dependency")],
    ["inserts a row above the proof", insertRow("Proof", 1)],
  ])("%s", async (_, act) => {
    expect(await said(rows, act)).toEqual(["0 wrong"]);
  });

  test("inserts a row above a list whose clients stand on several rows", async () => {
    expect(await said(twice, insertRow("Clients", 1))).toEqual(["0 wrong"]);
  });

  test("inserts a row above the list between two requests that write the proof", async () => {
    expect(await said(rows, insertRow("Clients", 1), 4000)).toEqual(["0 wrong"]);
  });

  test.each([
    ["inserts a row in the list", insertRow("Clients", 3)],
    ["inserts a row in a page", insertRow("Dependency", 12)],
    [
      "turns the list round",
      (host: Host) => {
        // Who sorts the list later on moves what the formulas name.
        if (host.workbook.names.items.some(({ name }) => name === "keyfolio.sheet.proof")) return;
        const body = sheetIn(host, "Clients")!.getRange("A2:B5");
        body.values = [...body.values!].reverse();
      },
    ],
  ])("%s: it says that something has been changed", async (_, act) => {
    expect(await said(rows, act)).toEqual(["0 wrong", "changed"]);
  });
});
