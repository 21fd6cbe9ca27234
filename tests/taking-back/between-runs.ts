/**
 * Runs with what people do between them, all taken back at the end: what is theirs is as in a workbook in which Keyfolio never ran, and
 * a list has no second set of columns of ours.
 */
import type { ExcelHost } from "../../src/host/excel-host";
import { HostError } from "../../src/host/model/host-error";
import type { WorkbookRecord } from "../../src/host/workbook-record";
import { Problem } from "../../src/portfolio";
import { classifyRows, type UndoableTrace } from "../../src/workbook";
import { ownNameOf, resultColumnOf } from "../../src/workbook/marks/own-names";
import { removeKeyfolio } from "../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../src/workbook/undo/undo-run";
import { Draws } from "../draws";
import { OpenExcel } from "../misfortunes/open-excel";
import { between } from "./between-deeds";
import { type Deed, neutral, type Seen, touching } from "./deeds";
import { rarer } from "./rarer-deeds";
import { differenceOf, isSame, plain } from "./records";
import { brokenPromises, scores, type Verdict } from "./undo";
import { drawWorkbook } from "./workbooks";

const asked = { today: "2025-06-30", displayLanguage: "en-US" };
const columnsOf: Readonly<Record<string, () => Promise<{ trace: UndoableTrace }>>> = {
  rows: () => classifyRows(asked),
  scores,
};

/** What a second set of columns would be called, or a first one that no mark names. */
const headerOfOurs = /^(?:Share|Reason|Action)(?: \(Keyfolio.*\))?\d*$/;

/** Headers of ours that stand twice, and result columns marked twice. */
function doubles({ workbook }: ExcelHost): string[] {
  const marks = workbook.names.items.flatMap(({ name, formula }) => {
    const cell = ownNameOf({ name, formula } as Excel.NamedItem, null)?.cell;
    const result = resultColumnOf(name);
    return cell && result ? [`${result.column} on ${cell.sheet} row ${cell.row}`] : [];
  });
  const headers = workbook.worksheets.items.flatMap((sheet) =>
    (sheet.getUsedRangeOrNullObject(true)?.values ?? []).flatMap((row, at) =>
      row.flatMap((cell) =>
        headerOfOurs.test(String(cell))
          ? [`${String(cell).replace(/ ?\(.*|\d+$/, "")} on ${sheet.name} row ${at}`]
          : [],
      ),
    ),
  );
  const isSecond = (text: string, i: number, all: readonly string[]) => all.indexOf(text) < i;
  return [...marks.filter(isSecond), ...headers.filter(isSecond)].map((text) => `a second column: ${text}`);
}

/** Without what nobody but her own columns holds on the sheet of the list, and without looks there. */
const contentsOfHers = (record: WorkbookRecord, { sheet, left, width }: Seen): WorkbookRecord => ({
  ...record,
  sheets: record.sheets.map((each) =>
    each.name !== sheet
      ? each
      : {
          ...each,
          columns: [],
          cells: each.cells
            .filter(({ column, value, formula }) => column < left + width && (value ?? formula) !== undefined)
            .map((cell) => ({ ...cell, format: undefined })),
        },
  ),
});

/** Runs one drawn from a seed. */
export async function verdictOf(excel: OpenExcel, seed: number): Promise<Verdict> {
  const draw = Draws.scattered(seed ^ 0xbe7);
  let drawn = drawWorkbook(draw, false);
  while (drawn.kind === "lines") drawn = drawWorkbook(draw, false);
  const host = await excel.open(drawn.record);
  const runs = draw.pick([["rows"], ["rows"], ["scores"], ["scores", "rows"], ["rows", "scores"]]);
  const isAgain = draw.chance(0.5);
  const way = draw.pick(["undone", "removed"]);
  const what = `${runs.join(", ")}${isAgain ? ", again" : ""}, ${way} on ${drawn.kind}`;
  const deeds: Deed[] = [];
  const verdict = (kind: Verdict["kind"], promises: string[]): Verdict => ({
    ...{ kind, what, promises },
    deeds: deeds.map(({ name }) => name),
  });
  const seen: Seen = {
    ...{ sheet: drawn.sheet, top: drawn.top, left: drawn.left, kind: drawn.kind },
    rowCount: drawn.rows.length - 1,
    width: drawn.rows[0].length,
  };
  const twin = await OpenExcel.aside(drawn.record);
  const traces: UndoableTrace[] = [];
  const promises: string[] = [];
  try {
    for (const run of runs) traces.push((await columnsOf[run]()).trace);
  } catch (error) {
    twin.dispose();
    if (error instanceof Problem) return verdict("refused", []);
    throw error;
  }
  try {
    const makers = [...between, ...between, ...rarer, ...neutral, ...(draw.chance(0.2) ? touching : [])];
    const count = draw.integer(1, 3);
    for (let i = 0; i < count; i++) {
      const deed = draw.pick(makers)(draw, seen);
      // What counts on what she deletes is broken by herself.
      const isCounted = deeds.some(({ name }) => name.startsWith("counts"));
      if (!deed || (isCounted && deed.name.startsWith("deletes"))) continue;
      // Where ours stand only the workbook shows that has them; where Excel refuses, neither is done.
      try {
        deed.do(host, false);
      } catch (error) {
        if (error instanceof HostError) return verdict("refused", []);
        throw error;
      }
      deed.do(twin, true);
      deeds.push(deed);
    }
    if (isAgain) {
      const before = plain(await host.toRecord());
      try {
        traces.push((await classifyRows(asked)).trace);
        promises.push(...doubles(host));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const after = plain(await host.toRecord());
        if (!isSame(before, after))
          promises.push(`said ${error.detail.kind}, and had changed: ${differenceOf(before, after)}`);
      }
    }
    const taken = await takenBack(way === "removed" ? null : traces);
    let [alone, now] = [plain(await twin.toRecord()), plain(await host.toRecord())];
    now.activeSheet = alone.activeSheet;
    const whole = now;
    // Formats that Excel gave columns of a table stay where it is made narrower, and what stood beside it where they moved it.
    if (deeds.some(({ name }) => name.includes("table")))
      [alone, now] = [contentsOfHers(alone, seen), contentsOfHers(now, seen)];
    promises.push(...brokenPromises(alone, now, taken, deeds, seen, whole));
    return verdict(promises.length > 0 ? "broken" : "held", promises);
  } catch (error) {
    const told = error instanceof Problem ? JSON.stringify(error.detail) : "";
    return verdict("broken", [...promises, `stopped: ${told} ${(error as Error).stack}`]);
  } finally {
    twin.dispose();
  }
}

/** @param traces null: everything is removed */
async function takenBack(traces: readonly UndoableTrace[] | null) {
  if (!traces) return removeKeyfolio();
  const all = [];
  for (const trace of [...traces].reverse()) all.push(await undoRun(trace));
  return { ...all.at(-1)!, stays: all.flatMap(({ stays }) => stays) };
}
