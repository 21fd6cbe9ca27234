import type { ExcelHost } from "../../src/host/excel-host";
import type { WorkbookRecord } from "../../src/host/workbook-record";
import type { RunRequest } from "../../src/workbook";
import { isComing } from "../../src/workbook/marks/coming-sheets";
import { resultColumnOf } from "../../src/workbook/marks/own-names";
import { sameCell } from "../../src/workbook/columns/results/result-plan";
import { runsKey } from "../../src/workbook/settings/runs-setting";
import { differencesOfMade } from "./made-lists";
import type { OpenExcel } from "./open-excel";
import { type Ending, endingOf, type Operation, wantedScores } from "./operations";
import { wrongClasses } from "./promises";
import { isCode, sheetOfLines } from "./scene";
import { differencesOfReport } from "./report-sheets";
import { classesIn, contentOf, differencesOfUser, ownColumnsIn, unmarkedColumnsIn } from "./user-world";
import { besideList, herHeader, hers, listIn } from "./world";

export interface Repair {
  host: ExcelHost;
  /** The same workbook without Keyfolio so far. */
  without: WorkbookRecord;
  operation: Operation;
  request: RunRequest;
  given: Set<string>;
}

/**
 * A good run afterwards puts everything right: it shows what a first run shows in a workbook that Keyfolio never saw. What is
 * remembered of earlier runs would be compared with, and is forgotten first.
 * @param firstRunOf what a first run with such a request shows in the workbook without Keyfolio
 * @returns what it does not
 */
export async function repairs(
  excel: OpenExcel,
  { host, without: expected, operation, request, given }: Repair,
  firstRunOf: (request: RunRequest) => Promise<FirstRun>,
): Promise<string[]> {
  const again = {
    ...request,
    sheet: operation.scenes.includes("lines") ? sheetOfLines : listIn(host.workbook)?.sheet.name,
  };
  for (const setting of host.workbook.settings.items) if (setting.key === runsKey) setting.delete();
  await excel.put(host);
  const ending = await endingOf(operation.run(again));
  if (ending.sheetId) {
    const sheet = host.workbook.worksheets.items.find(({ id }) => id === ending.sheetId);
    if (sheet) given.add(sheet.name);
  }
  const after = await host.toRecord();
  const { ending: fresh, pattern } = await firstRunOf(again);
  const broken = differencesOfUser(after, expected, given).map(
    (difference) => `then changed the user's ${difference}`,
  );
  if (ending.thrown) return [...broken, `then threw no Problem: ${(ending.thrown as Error).stack}`];
  if (ending.problem) {
    return fresh.problem || isTrulyOccupied(ending.problem, expected, after)
      ? broken
      : [...broken, `then stops (${JSON.stringify(ending.problem)}), where a first run goes through`];
  }
  const coming = after.sheets.filter(({ name }) => isComing(name));
  broken.push(...unmarkedColumnsIn(after).map(({ name }) => `then keeps the column ${name}`));
  broken.push(...coming.map(({ name }) => `then keeps the sheet ${name}`));
  broken.push(...deadOrBlankMarks(after), ...wrongClasses({ operation, ending, after }));
  if (fresh.problem) return broken;
  if (operation.classifies) broken.push(...differentClasses(after, pattern));
  if (operation.scores) broken.push(...differentScores(after));
  if (operation.scenes.includes("lines")) broken.push(...differencesOfMade(after, pattern));
  if (operation.reports) broken.push(...differencesOfReport(after, pattern));
  return broken;
}

/** A first run in a workbook that Keyfolio never saw, and the workbook after it. */
export interface FirstRun {
  ending: Ending;
  pattern: WorkbookRecord;
}

export async function firstRunIn(
  excel: OpenExcel,
  without: ExcelHost,
  operation: Operation,
  request: RunRequest,
): Promise<FirstRun> {
  await excel.put(without);
  return { ending: await endingOf(operation.run(request)), pattern: await without.toRecord() };
}

/** The user's own cells stand where a column would have to come, such as one that she deleted. */
function isTrulyOccupied(
  problem: { kind: string; address?: string },
  expected: WorkbookRecord,
  after: WorkbookRecord,
): boolean {
  const holds = ({ sheets }: WorkbookRecord, texts: readonly string[]) =>
    sheets.some(({ cells }) => cells.some(({ value }) => texts.includes(String(value))));
  const isHersThere = holds(after, [hers, herHeader]);
  // What stays as hers shifts new columns to where she has merged cells.
  return problem.kind === "mergedResults"
    ? isHersThere
    : problem.kind === "cellsToTheRight" && (isHersThere || holds(expected, [besideList]));
}

function deadOrBlankMarks(record: WorkbookRecord): string[] {
  const live = ownColumnsIn(record);
  // She has cleared the whole list, so that no run finds it.
  const isClearedSheet = (name: string) =>
    !record.sheets.find((each) => each.name === name)!.cells.some(({ value }) => isCode(value));
  return record.names.flatMap(({ name, formula }) => {
    if (!resultColumnOf(name)) return [];
    const column = live.find((each) => each.name === name);
    // It waits for the next run on its own list, which she has cleared.
    const isWaiting = live.some(
      ({ sheet, list }) => list === resultColumnOf(name)!.list && isClearedSheet(sheet),
    );
    if (!column && isWaiting) return [];
    if (!column) return [`then keeps the dead mark ${name} (${formula})`];
    if (isClearedSheet(column.sheet)) return [];
    const sheet = record.sheets.find((each) => each.name === column.sheet)!;
    const header = sheet.cells.find((cell) => cell.row === column.row && cell.column === column.column);
    return contentOf(header) === "" ? [`then keeps the mark ${name} on a blank cell (${formula})`] : [];
  });
}

/** Each criterion has one column beside the list, which takes scores only; rows that have come since may have been left out. */
function differentScores({ sheets }: WorkbookRecord): string[] {
  const sheet = sheets.find(({ cells }) => cells.some(({ value }) => isCode(value)));
  if (!sheet) return [];
  return wantedScores.flatMap(({ header }) => {
    const headers = sheet.cells.filter(({ value }) => value === header);
    if (headers.length !== 1) return [`then has ${headers.length} columns ${header}`];
    const [{ row: top, column }] = headers;
    const isValidated = (row: number) =>
      sheet.dataValidations?.some(({ areas }) =>
        areas.some(
          (area) =>
            row >= area.row &&
            row < area.row + area.rows &&
            column >= area.column &&
            column < area.column + area.columns,
        ),
      );
    const rows = sheet.cells.filter(({ row, value }) => row > top && isCode(value)).map(({ row }) => row);
    return rows.some(isValidated) ? [] : [`then takes anything in ${header}`];
  });
}

/** Classes by kind and code, whatever the list is called. */
const byCode = (record: WorkbookRecord) =>
  new Map([...classesIn(record)].map(([key, value]) => [key.slice(key.indexOf(" ") + 1), value]));

function differentClasses(after: WorkbookRecord, pattern: WorkbookRecord): string[] {
  const [actual, expected] = [byCode(after), byCode(pattern)];
  const keys = new Set([...actual.keys(), ...expected.keys()]);
  return [...keys].flatMap((key) => {
    const [is, wanted] = [actual.get(key) ?? "", expected.get(key) ?? ""] as [string, string];
    return sameCell(wanted, is)
      ? []
      : [`then shows ${key} as ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`];
  });
}
