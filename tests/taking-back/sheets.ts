/** Every operation on a workbook of odd sheets leaves all that is the user's as it was; a second run changes no cell; removing gives the workbook back. */
import type { ExcelHost } from "../../src/host/excel-host";
import type { SheetRecord, WorkbookRecord } from "../../src/host/workbook-record";
import { Problem } from "../../src/portfolio";
import { classifyAndReport, classifyRows, portfolioReport } from "../../src/workbook";
import { findOwnWork, removeKeyfolio } from "../../src/workbook/undo/remove-keyfolio";
import { Draws } from "../draws";
import type { OpenExcel } from "../misfortunes/open-excel";
import { differenceOf, plain } from "./records";
import type { Verdict } from "./undo";
import { drawWorkbook, type DrawnWorkbook } from "./workbooks";

const operations = { classifyRows, portfolioReport, classifyAndReport };
const languages = ["en-US", "ru-RU"] as const;
/** As many columns as a run can add. */
const resultColumns = 8;

export async function verdictOf(excel: OpenExcel, seed: number): Promise<Verdict> {
  const draw = Draws.scattered(seed);
  const drawn = drawWorkbook(draw, true);
  const displayLanguage = draw.pick(languages);
  const host = await excel.open(drawn.record, { language: displayLanguage });
  addCharts(draw, host, drawn);
  const name = draw.pick([
    "classifyRows",
    "portfolioReport",
    "classifyAndReport",
    "classifyAndReport",
  ] as const);
  const request = { today: "2025-06-30", displayLanguage, sheet: drawn.sheet };
  const what = `${name} on ${drawn.kind}`;
  const promises: string[] = [];
  const before = plain(await host.toRecord());
  const ended = (kind: Verdict["kind"]): Verdict => ({ kind, what, deeds: [], promises });
  const promise = (label: string, difference: string) => {
    if (difference !== "") promises.push(`${label}: ${difference}`);
  };
  try {
    try {
      await operations[name](request);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { kind } = error.detail;
      const now = plain(await host.toRecord());
      // The columns of the first part stand when the second one could not be done; the rest is as it was.
      promise(`stopped with ${kind}`, differenceOf(ofUser(before, drawn), ofUser(now, drawn)));
      if (kind === "office" || kind === "unexpected") {
        promises.push(
          `stopped with ${JSON.stringify(error.detail)}: ${String((error.cause as Error)?.stack)}`,
        );
      }
      return ended(promises.length > 0 ? "broken" : "refused");
    }
    const once = plain(await host.toRecord());
    promise("the user's own", differenceOf(ofUser(before, drawn), ofUser(once, drawn)));
    await operations[name](request);
    promise("a second run", differenceOf(once, plain(await host.toRecord())));
    const seen = await findOwnWork();
    const { stays } = await removeKeyfolio();
    const now = plain(await host.toRecord());
    if (JSON.stringify(seen.stays) !== JSON.stringify(stays)) {
      promises.push(`said before ${JSON.stringify(seen.stays)}, after ${JSON.stringify(stays)}`);
    }
    if (stays.length > 0) promises.push(`nothing was touched, and something stays: ${JSON.stringify(stays)}`);
    promise("after removing", differenceOf({ ...before, activeSheet: 0 }, { ...now, activeSheet: 0 }));
    return ended(promises.length > 0 ? "broken" : "held");
  } catch (error) {
    const cause =
      error instanceof Problem
        ? `${JSON.stringify(error.detail)} ${String((error.cause as Error)?.stack)}`
        : "";
    promises.push(`stopped: ${cause} ${(error as Error).stack}`);
    return ended("broken");
  }
}

/** Charts of the user's: beside the list, on another sheet, over the list's own cells. */
function addCharts(draw: Draws, { workbook }: ExcelHost, { sheet, top, left, rows }: DrawnWorkbook): void {
  if (!draw.chance(0.3)) return;
  const item = workbook.worksheets.getItem(sheet);
  if (item.protection.protected) return;
  const amounts = item.getRangeByIndexes(top + 1, left + rows[0].length - 1, rows.length - 1, 1);
  const chart = item.charts.add("ColumnClustered", amounts, "Columns");
  chart.name = draw.pick(["Chart 1", "Keyfolio and we", "Summary"]);
}

/** All but what Keyfolio adds: its sheets, its names, its settings, and the columns behind the list with what depends on them. */
function ofUser(record: WorkbookRecord, { sheet, left, rows, top }: DrawnWorkbook): unknown {
  const marked = new Set(
    record.names.flatMap(({ name, formula }) =>
      /^keyfolio\.(?:sheet|clients)\./i.test(name) ? [nameOfSheet(formula)] : [],
    ),
  );
  const end = left + rows[0].length;
  const isOurs = (row: number, column: number) =>
    column >= end && column < end + resultColumns && row >= top && row < top + rows.length + 1;
  const listSheet = (of: SheetRecord) => ({
    ...of,
    cells: of.cells.filter(
      ({ row, column, value, formula }) =>
        (!isOurs(row, column) && (column < end || (value ?? formula) !== undefined)) ||
        (row > top + rows.length && (value ?? formula) !== undefined),
    ),
    // A chart goes with the cells that it stands over: it may move, but not be stretched.
    charts: of.charts.map((chart) => ({ ...chart, left: 0, top: 0, height: 0 })),
    columns: of.columns.filter(({ index }) => index < end || index >= end + resultColumns),
    tables: of.tables.map((table) => ({
      ...table,
      area: { ...table.area, columns: 0 },
      columns: table.columns.slice(0, rows[0].length),
    })),
  });
  return {
    sheets: record.sheets
      .filter(({ name }) => !marked.has(name))
      .map((each) => (each.name === sheet ? listSheet(each) : each)),
    names: record.names.filter(({ name }) => !name.startsWith("keyfolio.")),
    settings: Object.fromEntries(
      Object.entries(record.settings).filter(([key]) => !key.startsWith("keyfolio.")),
    ),
    protected: record.protected,
  };
}

function nameOfSheet(formula: string): string {
  const [, quoted, plainName] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(formula) ?? [];
  return quoted?.replaceAll("''", "'") ?? plainName ?? "";
}
