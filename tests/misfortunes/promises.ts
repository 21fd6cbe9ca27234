import type { WorkbookRecord } from "../../src/host/workbook-record";
import type { Problem, ResultColumn } from "../../src/portfolio";
import { isComing } from "../../src/workbook/marks/coming-sheets";
import { firstCellOf, madeListOf, marksPlace } from "../../src/workbook/marks/own-names";
import { resultsOf } from "../../src/workbook/columns/results/result-texts";
import { marksScores, readScoreComment } from "../../src/workbook/marks/score-marks";
import { sameCell } from "../../src/workbook/columns/results/result-plan";
import { changedClasses, standingIn } from "./changed-classes";
import { wrongClassesOfMade } from "./made-lists";
import type { Ending, Operation } from "./operations";
import { isCode } from "./scene";
import { brokenTakingBack, type Done } from "./taken-back";
import { hers, herSheetNames } from "./world";
import {
  classesIn,
  contentOf,
  differencesOfUser,
  isOwnName,
  ownColumnsIn,
  ownSheetsIn,
  unmarkedColumnsIn,
} from "./user-world";

/** A run that is over, with the workbook before and after. */
export interface FinishedRun {
  operation: Operation;
  ending: Ending;
  before: WorkbookRecord;
  after: WorkbookRecord;
  /** The same deeds of other people in a workbook without Keyfolio. */
  without: WorkbookRecord;
  /** Sheets that the user was given before. */
  given: ReadonlySet<string>;
  /** Last row (as Excel counts) of which the message of an earlier run says that results may stand there; 0 for none. */
  named?: number;
  /** What was done before, of a run that takes it back. */
  done?: Done | null;
  /** False once Excel answers nothing more: then what was begun may stand, but marked. */
  isConnected: boolean;
}

/** All that the run promised and did not keep; empty when all is well. */
export function brokenPromises(run: FinishedRun): string[] {
  const { ending, after, without, given, done } = run;
  if (done) return brokenTakingBack({ ...run, done });
  if (ending.thrown !== null) {
    return [`threw no Problem: ${(ending.thrown as Error | undefined)?.stack ?? String(ending.thrown)}`];
  }
  const named = Math.max(run.named ?? 0, lastRowNamed(ending));
  return [
    ...differencesOfUser(after, without, given, named).map(
      (difference) => `changed the user's ${difference}`,
    ),
    ...doubleColumns(after),
    ...strayCards(run),
    // No name can be added while the structure is protected; the next run knows the column by its header.
    ...(run.isConnected && !after.protected
      ? unmarkedColumnsIn(after).map(({ name }) => `leaves the column ${name}`)
      : []),
    ...(ending.problem ? untruths(run) : wrongClasses(run)),
  ];
}

/** Last row of which a message says that results may stand there; 0 for none. */
export const lastRowNamed = ({ problem }: Ending): number => standingIn(problem)?.lastRow ?? 0;

/** Two columns of one kind over one row: of which list? */
function doubleColumns(record: WorkbookRecord): string[] {
  const seen = new Set<string>();
  return ownColumnsIn(record).flatMap(({ kind, sheet, row, name }) => {
    // A column for scores whose header somebody has changed is hers, with the mark.
    if (kind === "score") return [];
    const key = `${kind} on ${sheet} row ${row + 1}`;
    const isDouble = seen.has(key);
    seen.add(key);
    return isDouble ? [`marks a second column of ${key}: ${name}`] : [];
  });
}

/** Cards elsewhere than in a status column of ours. */
function strayCards({ after }: FinishedRun): string[] {
  const columns = ownColumnsIn(after).filter(({ kind }) => kind === "status");
  return after.sheets.flatMap(({ name, cells }) =>
    cells
      .filter(({ card, row, column }) => {
        const isOurs = columns.some((own) => own.sheet === name && own.column === column && row > own.row);
        return card !== undefined && !isOurs;
      })
      .map(({ row, column, value }) => `leaves a card on ${name} ${row + 1},${column + 1}: ${String(value)}`),
  );
}

/** Classes beside a client that they do not belong to. */
export function wrongClasses({
  operation,
  ending,
  after,
}: Pick<FinishedRun, "operation" | "ending" | "after">): string[] {
  const { outcome } = ending;
  if (!operation.classifies || !outcome) return [];
  if (operation.scenes.includes("lines")) return wrongClassesOfMade(after, outcome);
  const { list, classification, language } = outcome;
  const codes = list.columns.find(({ header }) => header === "Code");
  if (!codes) return [];
  const rowOfCode = new Map(
    [...codes.others].flatMap(([row, code]) => (isCode(code) ? [[code, row] as const] : [])),
  );
  const results = new Map<ResultColumn, ReturnType<typeof resultsOf>>();
  return [...classesIn(after)].flatMap(([key, found]) => {
    const [, kind, code] = key.split(" ") as [string, ResultColumn | "score", string];
    if (kind === "score") return [];
    if (!results.has(kind)) results.set(kind, resultsOf(kind, classification, language));
    const row = rowOfCode.get(code);
    const client = row === undefined ? -1 : classification.portfolio.rowClient[row];
    const of = client < 0 ? "" : (results.get(kind)?.[client] ?? "");
    const cell = found as string | number;
    return sameCell(of, cell) || cell === hers
      ? []
      : [`${kind} of ${code} is ${JSON.stringify(cell)}, not ${JSON.stringify(of)}`];
  });
}

/** What the message of a run that stopped says, and is not so. */
function untruths(run: FinishedRun): string[] {
  const { ending, before, after, without, isConnected } = run;
  const problem = ending.problem!;
  const { kind } = problem;
  const broken: string[] = [];
  const changed = changedClasses(before, after);
  if (problem.kind === "leftStanding") {
    const named = new Set(problem.headers);
    for (const { text, header, row } of changed) {
      if (!named.has(header) || row < problem.firstRow || row > problem.lastRow) {
        broken.push(`does not name (${kind}) ${text}`);
      }
    }
    return broken;
  }
  // It names the list, whose rows are as far as they came.
  if (problem.kind === "madeHalf") return broken;
  const isClassified = problem.kind === "cutOff" && problem.classified;
  if (!isClassified) broken.push(...changed.map(({ text }) => `says nothing (${kind}) of ${text}`));
  const sheets = new Set(problem.kind === "cutOff" ? problem.sheets : namedBy(problem));
  const earlierSheets = new Set(before.sheets.map(({ name }) => name));
  // One that somebody has renamed meanwhile bears the mark that it had.
  const earlierMarks = new Set(before.names.map(({ name }) => name));
  for (const sheet of ownSheetsIn({
    ...after,
    names: after.names.filter(({ name }) => !earlierMarks.has(name)),
  })) {
    // It is named as it would have been called, or was called when its name was read.
    const isNamed =
      sheets.has(sheet) || herSheetNames.has(sheet) || (kind === "cutOff" && isComing(sheet) && !isConnected);
    if (!earlierSheets.has(sheet) && !isNamed) broken.push(`leaves (${kind}) the sheet ${sheet}`);
  }
  if (!isConnected) return broken;
  if (problem.kind !== "cutOff") {
    const known = new Set(before.names.map(({ name }) => name));
    for (const { name, formula, comment } of after.names) {
      const sheet = firstCellOf(formula)?.sheet ?? "";
      const isNamed = madeListOf(name) !== null && (sheets.has(sheet) || herSheetNames.has(sheet));
      // No name can be taken off while the structure is protected; one that only holds a place is not seen by anybody.
      if (after.protected && marksPlace(name)) continue;
      // Where the mark cannot go, its column is named though its cells are blank again.
      const headers = [
        headerAt(after, formula),
        ...(marksScores(name) ? [readScoreComment(comment).header] : []),
      ];
      if (problem.kind === "scoresLeft" && headers.some((header) => problem.headers.includes(header)))
        continue;
      if (isOwnName(name) && !known.has(name) && !formula.includes("#REF!") && !isNamed) {
        broken.push(`leaves (${kind}) the mark ${name}`);
      }
    }
    if (before.settings["keyfolio.language"] !== after.settings["keyfolio.language"]) {
      broken.push(`leaves (${kind}) the language`);
    }
  }
  const active = (record: WorkbookRecord) => record.sheets[record.activeSheet].name;
  // A sheet that earlier runs showed is not there without Keyfolio.
  const isTheirs = without.sheets.some(({ name }) => name === active(before));
  if (isTheirs && active(after) !== active(without)) {
    broken.push(`leaves (${kind}) the user on ${active(after)}, not ${active(without)}`);
  }
  return broken;
}

/** What stands in the first cell of a name. */
function headerAt({ sheets }: WorkbookRecord, formula: string): string {
  const at = firstCellOf(formula);
  const sheet = sheets.find(({ name }) => name === at?.sheet);
  return String(contentOf(sheet?.cells.find(({ row, column }) => row === at!.row && column === at!.column)));
}

/** The sheet that a message names as being in the way: that it is there needs no other word. */
function namedBy(problem: Problem["detail"]): string[] {
  if (problem.kind === "protectedSheet") return [problem.sheet];
  const address = "address" in problem && typeof problem.address === "string" ? problem.address : "";
  return [address.replace(/!.*$/, "").replace(/^'|'$/g, "").replaceAll("''", "'")];
}
