import type { ExcelHost } from "../../src/host/excel-host";
import type { WorkbookRecord } from "../../src/host/workbook-record";
import type { RunRequest } from "../../src/workbook";
import { limits } from "../../src/workbook/cells/read-rows";
import { clearTheWay, drawDeed, type Deed } from "./another-person";
import { Draws } from "../draws";
import { countsOnPage, drawMadeDeed, drawPageDeed } from "./deeds-on-ours";
import { strayRemarks } from "./made-lists";
import { Notes, watchingSheet } from "./notes";
import { OpenExcel } from "./open-excel";
import { type Ending, endingOf, type Operation, operations } from "./operations";
import { brokenPromises, lastRowNamed } from "./promises";
import { firstRunIn, repairs } from "./repair";
import { drawScene, noFormatsBeside, type Scene, sheetOfLines } from "./scene";
import { doneBefore, removedIn, restTakenBack } from "./taken-back";
import { listIn, type Model, type Sheet } from "./world";

/** A deed before a request of one of the runs: 1 = the first. */
export interface PlannedDeed {
  round: number;
  before: number;
  deed: Deed;
}

/** A run beside other people, drawn from a seed. */
export interface Interleaving {
  seed: number;
  scene: Scene;
  operation: Operation;
  /** Whether the same was run before, and amounts have changed since. */
  isLater: boolean;
  request: RunRequest;
  /** Version of the ExcelApi requirement set. */
  apiLevel: "1.9" | "1.20";
  /** Whether a request holds a few hundred bytes only, so that the run needs several. */
  isCut: boolean;
  /** Runs beside other people, one after the other in the same workbook. */
  rounds: number;
  /** Whether filters and protections go after each run, by its number. */
  clears: readonly boolean[];
  deeds: readonly PlannedDeed[];
  /** Whether everything is removed in the end, and leaves the workbook as it would be without Keyfolio. */
  isRemoved: boolean;
}

export type Verdict =
  /** Kept: what was done between requests, and how each run ended. */
  | { kind: "kept"; deeds: readonly string[]; endings: readonly string[] }
  /** The list could not be read even when nobody disturbed. */
  | { kind: "refused"; problem: string }
  | { kind: "broken"; deeds: readonly string[]; endings: readonly string[]; promises: readonly string[] };

export const today = "2025-06-30";

export function drawInterleaving(
  seed: number,
  name: string | null = null,
  besideFormats?: typeof noFormatsBeside,
): Interleaving {
  const draw = Draws.scattered(seed);
  const chosen = operations
    .filter((operation) => name === null || operation.name === name)
    .flatMap((operation) => Array.from({ length: operation.share }, () => operation));
  const operation = draw.pick(chosen);
  const isRemoved = operation.takesBack?.work === "remove";
  const scene = drawScene(draw, draw.pick(operation.scenes), isRemoved ? noFormatsBeside : besideFormats);
  const isLater = draw.chance(0.5);
  const request: RunRequest = {
    today,
    displayLanguage: "en-US",
    ...(draw.chance(0.3) ? { sheet: scene.sheet } : {}),
  };
  const isCut = draw.chance(0.4);
  const last = lastRequestOf({ operation, isCut });
  const rounds = draw.integer(1, 3);
  const clears = Array.from({ length: rounds }, () => draw.chance(0.7));
  const deeds = clears.flatMap((_, round) =>
    Array.from({ length: draw.integer(1, 4) }, () => ({
      round,
      before: draw.integer(round === 0 ? 2 : 1, last),
      deed: drawDeedAt(draw, operation, scene),
    })),
  );
  const apiLevel = draw.chance(0.2) ? "1.9" : "1.20";
  return {
    seed,
    scene,
    operation,
    isLater,
    request,
    apiLevel,
    isCut,
    rounds,
    clears,
    deeds: deeds.filter(({ deed }) => !hidesFormats(deed, scene, deeds, operation)),
    isRemoved: false,
  };
}

/** About how many requests a run has. */
export const lastRequestOf = ({ operation, isCut }: Pick<Interleaving, "operation" | "isCut">): number =>
  (operation.reports ? 18 : operation.takesBack ? 14 : 9) + (isCut ? 8 : 0);

/** Deeds that fall into the same runs beside those of every day. */
export const drawBeside = (
  draw: Draws,
  drawn: Interleaving,
  most: number,
  drawOne: (draw: Draws, scene: Scene, operation: Operation) => Deed,
): PlannedDeed[] =>
  Array.from({ length: draw.integer(1, most) }, () => ({
    round: draw.integer(0, drawn.rounds - 1),
    before: draw.integer(2, lastRequestOf(drawn)),
    deed: drawOne(draw, drawn.scene, drawn.operation),
  }));

/** Whether rows of the list come or go. */
export const movesRows = ({ name }: Deed): boolean =>
  name === "deletes a row of the list" || name === "inserts a row of the sheet in the list";

/** Which of the number formats beside a sorted list belong to a row that has come or gone nobody can tell. */
export const hidesFormats = (
  deed: Deed,
  { record }: Scene,
  deeds: readonly PlannedDeed[],
  operation: Operation,
): boolean =>
  operation.takesBack !== null &&
  movesRows(deed) &&
  deeds.some((each) => each.deed.name === "sorts the list") &&
  record.sheets.some(({ cells }) =>
    cells.some(
      ({ value, formula, format }) => format?.numberFormat && value === undefined && formula === undefined,
    ),
  );

function drawDeedAt(draw: Draws, operation: Operation, scene: Scene): Deed {
  if (operation.reports && draw.chance(0.4)) return drawPageDeed(draw);
  if (operation.scenes.includes("lines") && draw.chance(0.7)) return drawMadeDeed(draw);
  return drawDeed(draw, scene);
}

export const usual = { ...limits };
/** A few hundred bytes a request. */
export const small = { replyBytes: 400, requestBytes: 700, pageBytes: 4000, madeBytes: 300 };

/** Runs an interleaving, then once more without disturbance. */
export async function verdictOf(excel: OpenExcel, drawn: Interleaving): Promise<Verdict> {
  const { scene, operation, isLater, request, apiLevel, isCut, rounds, clears, deeds } = drawn;
  const without = await OpenExcel.aside(scene.record, { apiLevel });
  const host = await excel.open(scene.record, { apiLevel });
  try {
    const given = new Set([watchingSheet]);
    const notes = new Notes();
    if (isLater) {
      const first = await endingOf(operation.earlier(request));
      if (first.problem || first.thrown)
        return { kind: "refused", problem: first.problem?.kind ?? String(first.thrown) };
      remember(host, first, given);
      for (const workbook of [host.workbook, without.workbook]) changeAmounts(workbook);
    }
    const taking = operation.takesBack ? await doneBefore(host, operation.takesBack, request, given) : null;
    if (operation.takesBack && !taking) return { kind: "refused", problem: "nothing to take back" };
    let isTouched = false;
    const done: string[] = [];
    const ends: string[] = [];
    const promises: string[] = [];
    let named = 0;
    const onlyHere: string[] = [];
    for (let round = 0; round < rounds && promises.length === 0; round++) {
      let counted = -1;
      const before = await host.toRecord();
      activateSame(before, without);
      await excel.put(host);
      for (const { before: k, deed } of deeds.filter((each) => each.round === round)) {
        host.faults.beforeRequest(k, () => {
          if (isDone(deed, host, notes)) {
            done.push(`${rounds > 1 ? `run ${round + 1}, ` : ""}${k}: ${deed.name}`);
            // A run is undone in the table that it knows.
            isTouched ||= deed.isOurs === true || deed.name === "makes the table plain cells";
            if (!deed.isOurs && !isDone(deed, without, notes)) onlyHere.push(deed.name);
            if (deed.name === countsOnPage) counted = host.journal.requests.length;
          }
        });
      }
      Object.assign(limits, isCut ? small : usual);
      const ending = await endingOf(operation.run(request, taking?.trace ?? undefined));
      Object.assign(limits, usual);
      host.faults.clear();
      // A sheet that comes in the very request that deletes is seen by none.
      if (host.journal.requests[counted]?.operations.includes("Worksheet.delete()"))
        notes.hasBrokenReferences = true;
      // Such as deleting the last sheet that is not ours: there is nothing to compare with.
      if (onlyHere.length > 0) return { kind: "refused", problem: `${onlyHere[0]}: only beside Keyfolio` };
      remember(host, ending, given);
      for (const { workbook } of [host, without]) enterElsewhere(workbook, ending);
      const { problem } = ending;
      if (problem?.kind === "unfinished" || problem?.kind === "cutOff" || problem?.kind === "madeHalf")
        problem.typed?.forEach(({ content }) => notes.told(content));
      const after = await host.toRecord();
      promises.push(
        ...brokenPromises({
          operation,
          ending,
          before,
          after,
          without: await without.toRecord(),
          given,
          named,
          done: taking,
          isConnected: true,
        }),
        ...notes.lostIn(after),
        ...strayRemarks(after),
      );
      // Rows may have come above it since.
      named = ending.outcome ? 0 : Math.max(named, lastRowNamed(ending) && lastRowNamed(ending) + 6);
      ends.push(ending.problem?.kind ?? (ending.thrown ? "thrown" : "ok"));
      const isLast = round === rounds - 1;
      for (const { workbook } of isLast || clears[round] ? [host, without] : []) clearTheWay(workbook);
      const changing = { name: "changes amounts", on: (workbook: Model) => changeAmounts(workbook, round) };
      if (!isLast && isDone(changing, host, notes)) changing.on(without.workbook);
    }
    if (promises.length === 0) {
      const all = { host, without: await without.toRecord(), operation, request, given };
      const rest = taking
        ? await restTakenBack(excel, { ...all, done: taking }, isTouched)
        : await repairs(excel, all, (again) => firstRunIn(excel, without, operation, again));
      promises.push(...rest);
      if (drawn.isRemoved && promises.length === 0) promises.push(...(await removedIn(excel, all)));
      const after = await host.toRecord();
      promises.push(...[...notes.lostIn(after), ...strayRemarks(after)].map((lost) => `then ${lost}`));
    }
    return promises.length > 0
      ? { kind: "broken", deeds: done, endings: ends, promises }
      : { kind: "kept", deeds: done, endings: ends };
  } finally {
    Object.assign(limits, usual);
    host.dispose();
    without.dispose();
  }
}

/** True when Excel let her do it, and there was something to do it to. */
function isDone(deed: Deed, { workbook }: ExcelHost, notes: Notes): boolean {
  try {
    deed.on(workbook, notes);
    return true;
  } catch {
    return false;
  }
}

/** The sheet that a run gave the user is the user's, and one that came again with what she had written there. */
export function remember({ workbook }: ExcelHost, { sheetId, taken }: Ending, given: Set<string>): void {
  for (const stays of taken?.stays ?? []) {
    if (stays.kind === "sheetChanged" || stays.kind === "referredSheet") given.add(stays.sheet);
  }
  const sheet = sheetId === null ? undefined : workbook.worksheets.items.find(({ id }) => id === sheetId);
  if (sheet) given.add(sheet.name);
}

/** She reads in the message what she had typed where columns of ours stand now, and takes it away from there. */
function enterElsewhere({ worksheets }: Model, { problem }: Ending): void {
  for (const { address, content } of (problem?.kind === "leftStanding" && problem.writtenOver) || []) {
    const [, name, cells] = /^'?(.+?)'?!(.+)$/.exec(address)!;
    const sheet = worksheets.getItem(name.replaceAll("''", "'"));
    const { options } = sheet.protection;
    sheet.protection.unprotect();
    const cell = sheet.getRange(cells);
    if (cell.values![0][0] === content) cell.clear("Contents");
    if (options) sheet.protection.protect(options);
  }
}

/** Two amounts of the list change, so that a later run has something to write. */
export function changeAmounts(workbook: ExcelHost["workbook"], round = -1): void {
  const lines = workbook.worksheets.getItemOrNullObject(sheetOfLines);
  if (lines) changeLines(lines, round);
  const list = listIn(workbook);
  // One of two cells may be unlocked on a protected sheet.
  if (!list || list.sheet.protection.protected) return;
  list.rows.slice(0, 2).forEach(({ row }, i) => {
    list.sheet.getCell(row, list.user.at(-1)!).values = [[i === 0 ? 77.5 - round : 8801.5 + round]];
  });
}

/** The first two lines, of one client or of two. */
function changeLines(sheet: Sheet, round: number): void {
  const used = sheet.getUsedRangeOrNullObject(true);
  if (!used || sheet.protection.protected) return;
  const [top, left] = [used.values!.findIndex((row) => row.includes("Invoice")), used.columnIndex];
  const column = top < 0 ? -1 : used.values![top].indexOf("Sales");
  if (column < 0) return;
  [7700.5 - round, 31.5 + round].forEach((amount, i) => {
    sheet.getCell(used.rowIndex + top + 1 + i, left + column).values = [[amount]];
  });
}

/** What earlier runs showed last is where the user starts. */
export function activateSame(record: WorkbookRecord, { workbook }: ExcelHost): void {
  const name = record.sheets[record.activeSheet].name;
  workbook.worksheets.getItemOrNullObject(name)?.activate();
}
