import type { ExcelHost } from "../../src/host/excel-host";
import type { WorkbookRecord } from "../../src/host/workbook-record";
import type { WhatStays } from "../../src/locales";
import { addressOf, type LeftStanding, type ResultColumn } from "../../src/portfolio";
import { sameCell } from "../../src/workbook/columns/results/result-plan";
import { firstCellOf, nameOfResultColumn, resultColumnOf } from "../../src/workbook/marks/own-names";
import { nameOfScores } from "../../src/workbook/marks/score-marks";
import { isUndoable, type RunRequest, type UndoableTrace } from "../../src/workbook";
import { changedClasses, standingIn } from "./changed-classes";
import { herHeader, hers, herSheetNames } from "./world";
import type { OpenExcel } from "./open-excel";
import { type Ending, endingOf, type Operation, operations } from "./operations";
import {
  classesIn,
  contentOf,
  differencesOfUser,
  isOwnName,
  ownColumnsIn,
  ownSheetsIn,
  unmarkedColumnsIn,
} from "./user-world";

/** What was done before it is taken back, with the workbook before. */
export interface Done {
  /** Null where only everything can be removed. */
  trace: UndoableTrace | null;
  earlier: WorkbookRecord;
}

/** Does, undisturbed, what is to be taken back. @returns null where there is nothing to take back then */
export async function doneBefore(
  host: ExcelHost,
  { work, of }: NonNullable<Operation["takesBack"]>,
  request: RunRequest,
  given: Set<string>,
): Promise<Done | null> {
  const earlier = await host.toRecord();
  const { trace, sheetId, problem, thrown } = await endingOf(of.run(request));
  const sheet = host.workbook.worksheets.items.find(({ id }) => id === sheetId);
  if (sheet) given.add(sheet.name);
  if (work === "remove") return problem || thrown ? null : { trace, earlier };
  return trace && isUndoable(trace) ? { trace, earlier } : null;
}

/** A run that takes back is over. */
export interface TakingBack {
  operation: Operation;
  ending: Ending;
  done: Done;
  before: WorkbookRecord;
  after: WorkbookRecord;
  /** The same deeds of other people in a workbook without Keyfolio. */
  without: WorkbookRecord;
  given: ReadonlySet<string>;
  /** Last row (as Excel counts) of which the message of an earlier try says that results may stand there; 0 for none. */
  named?: number;
  isConnected: boolean;
}

const nameOfStaying = (stays: WhatStays): string => ("sheet" in stays ? stays.sheet : "");

/** All that taking back promised and did not keep. */
export function brokenTakingBack(run: TakingBack): string[] {
  const { ending, before, after, without, given } = run;
  if (ending.thrown !== null) {
    return [`threw no Problem: ${(ending.thrown as Error | undefined)?.stack ?? String(ending.thrown)}`];
  }
  const stays = ending.taken?.stays ?? [];
  const foreign = new Set([...given, ...stays.map(nameOfStaying)]);
  const named = standingIn(ending.problem);
  const lastRow = Math.max(run.named ?? 0, named?.lastRow ?? 0);
  const broken = differencesOfUser(after, without, foreign, lastRow).map(
    (difference) => `changed the user's ${difference}`,
  );
  if (run.isConnected && !after.protected)
    broken.push(...unmarkedColumnsIn(after).map(({ name }) => `leaves the column ${name}`));
  if (ending.taken) return [...broken, ...untold(run, stays)];
  if (ending.problem!.kind !== "unfinished") broken.push(...goneAllTheSame(before, after, ending));
  else broken.push(...misplaced(run, named));
  return broken;
}

/** What stands beside a client though it was there neither before the run nor after it, and is not named. */
function misplaced({ operation, done, before, after }: TakingBack, named: LeftStanding | null): string[] {
  const earlier = operation.takesBack!.work === "undo" ? classesIn(done.earlier) : new Map<string, unknown>();
  return changedClasses(before, after).flatMap(({ key, text, is, header, row }) => {
    const isNamed = named?.headers.includes(header) && row >= named.firstRow && row <= named.lastRow;
    const isBack = is === "" || sameCell((earlier.get(key) ?? "") as string, is as string);
    return isBack || isNamed ? [] : [`does not name (unfinished) ${text}`];
  });
}

/** What is ours and still there, and no message tells. */
function untold({ operation, done, after }: TakingBack, stays: readonly WhatStays[]): string[] {
  const isUnreadable = stays.some(({ kind }) => kind === "listUnreadable");
  const headers = new Set(stays.flatMap((each) => ("header" in each ? [each.header] : [])));
  const wasThere = new Set(
    operation.takesBack!.work === "remove" ? [] : done.earlier.names.map(({ name }) => name),
  );
  const columns = ownColumnsIn(after).flatMap(({ name, sheet, row, column }) => {
    const cells = after.sheets.find((each) => each.name === sheet)!.cells;
    const header = contentOf(cells.find((cell) => cell.row === row && cell.column === column));
    // The second such header of a table has a number.
    const isTold =
      isUnreadable ||
      headers.has(String(header)) ||
      String(header ?? "").startsWith(herHeader) ||
      // She has cleared the header that was told.
      stays.some((each) => "address" in each && each.address === addressOf(sheet, row, column));
    return wasThere.has(name) ||
      name === nameOfScores(0) ||
      isTold ||
      stays.some((each) => nameOfStaying(each) === sheet)
      ? []
      : [`leaves the column ${String(header)} (${name})`];
  });
  const sheets = new Set(stays.map(nameOfStaying));
  const earlier = ownSheetsIn({ ...after, names: after.names.filter(({ name }) => wasThere.has(name)) });
  const left = [...ownSheetsIn(after)].filter(
    (sheet) => !earlier.has(sheet) && !sheets.has(sheet) && !herSheetNames.has(sheet),
  );
  return [...columns, ...left.map((sheet) => `leaves the sheet ${sheet}`)];
}

/** What has gone though the message says that nothing happened. */
function goneAllTheSame(before: WorkbookRecord, after: WorkbookRecord, { problem }: Ending): string[] {
  const now = classesIn(after);
  const codes = new Set(after.sheets.flatMap(({ cells }) => cells.map(({ value }) => value)));
  const deleted = new Set(after.names.flatMap(({ name, formula }) => (firstCellOf(formula) ? [] : [name])));
  return [...classesIn(before)].flatMap(([key, was]) => {
    const is = now.get(key) ?? "";
    const [list, kind, code] = key.split(" ");
    const isHers =
      is === hers || was === hers || deleted.has(nameOfResultColumn(kind as ResultColumn, list, []));
    return isHers || !codes.has(code) || sameCell(was as string, is as string)
      ? []
      : [
          `says nothing (${problem!.kind}) of ${key}, ${JSON.stringify(was)} before, ${JSON.stringify(is)} now`,
        ];
  });
}

/**
 * Taking back once more, undisturbed, takes the rest: the workbook is what it would be without the run. What somebody has made her
 * own stays and is told.
 * @param isTouched whether somebody has done anything to what is ours
 */
export async function restTakenBack(
  excel: OpenExcel,
  {
    host,
    without,
    operation,
    request,
    given,
    done,
  }: Omit<TakingBack, "ending" | "before" | "after" | "without" | "isConnected"> & {
    host: ExcelHost;
    without: WorkbookRecord;
    request: RunRequest;
  },
  isTouched: boolean,
): Promise<string[]> {
  const before = await host.toRecord();
  await excel.put(host);
  const ending = await endingOf(operation.run(request, done.trace ?? undefined));
  const after = await host.toRecord();
  const run = { operation, ending, done, before, after, without, given, isConnected: true };
  const broken = brokenTakingBack(run);
  if (ending.problem) broken.push(`stops (${JSON.stringify(ending.problem)}), with nothing in the way`);
  const stays = ending.taken?.stays.filter(({ kind }) => kind !== "sheetRefreshed") ?? [];
  if (!isTouched && stays.length > 0) broken.push(`keeps what nobody has touched: ${JSON.stringify(stays)}`);
  if (ending.taken && ending.taken.stays.length === 0) broken.push(...leftOvers(run));
  return broken.map((each) => `then ${each}`);
}

/** Removing everything after whatever has been run leaves the workbook as it would be without Keyfolio. */
export async function removedIn(
  excel: OpenExcel,
  run: Omit<Parameters<typeof restTakenBack>[1], "done">,
): Promise<string[]> {
  const operation = operations.find(({ name }) => name === `remove ${run.operation.name}`);
  if (!operation) return [];
  const done = { trace: null, earlier: await run.host.toRecord() };
  const broken = await restTakenBack(excel, { ...run, operation, done }, true);
  return broken.map((each) => `removed ${each}`);
}

/** Everything of ours that was not there before, where nothing is told to stay. */
function leftOvers({ operation, done, after }: TakingBack): string[] {
  const isUndo = operation.takesBack!.work === "undo";
  const wasThere = new Set(isUndo ? done.earlier.names.map(({ name }) => name.toLowerCase()) : []);
  const names = after.names.filter(({ name }) => isOwnName(name) && !wasThere.has(name.toLowerCase()));
  const kept = isUndo ? done.earlier.settings : {};
  const settings = Object.keys(after.settings).filter((key) => isOwnName(key) && !(key in kept));
  const classes = isUndo ? lostClasses(done.earlier, after) : [];
  return [
    ...names.map(({ name, formula }) => `keeps the name ${name} (${formula})`),
    ...settings.map((key) => `keeps the setting ${key}`),
    ...classes,
  ];
}

/** Earlier results that have not come again. */
function lostClasses(earlier: WorkbookRecord, after: WorkbookRecord): string[] {
  const now = classesIn(after);
  const marks = new Set(after.names.map(({ name }) => name));
  return [...classesIn(earlier)].flatMap(([key, was]) => {
    const is = now.get(key);
    const [list, kind] = key.split(" ");
    const isMarked = [...marks].some((name) => {
      const of = resultColumnOf(name);
      return of?.list === list && of.column === kind;
    });
    return is === undefined || is === hers || !isMarked || sameCell(was as string, is as string)
      ? []
      : [`shows ${key} as ${JSON.stringify(is)}, not ${JSON.stringify(was)}`];
  });
}
