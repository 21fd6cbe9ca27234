import type { ExcelHost } from "../../src/host/excel-host";
import type { WorkbookRecord } from "../../src/host/workbook-record";
import type { RunRequest } from "../../src/workbook";
import { limits } from "../../src/workbook/cells/read-rows";
import { clearTheWay, drawDeed, type Deed } from "./another-person";
import { Draws } from "../draws";
import { OpenExcel } from "./open-excel";
import { type Ending, endingOf, type Operation, operations } from "./operations";
import { brokenPromises } from "./promises";
import { repairs } from "./repair";
import { drawScene, type Scene } from "./scene";
import { listIn } from "./world";

/** A deed before a request of the run: 1 = the first. */
export interface PlannedDeed {
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
  /** Whether a request holds a few hundred bytes only, so that the run needs several. */
  isCut: boolean;
  deeds: readonly PlannedDeed[];
}

export type Verdict =
  /** Kept: what was done between requests, and how the run ended. */
  | { kind: "kept"; deeds: readonly string[]; ending: string }
  /** The list could not be read even when nobody disturbed. */
  | { kind: "refused"; problem: string }
  | { kind: "broken"; deeds: readonly string[]; ending: string; promises: readonly string[] };

export const today = "2025-06-30";

export function drawInterleaving(seed: number, name: string | null = null): Interleaving {
  const draw = Draws.scattered(seed);
  const chosen = operations.filter((operation) => name === null || operation.name === name);
  const operation = draw.pick(chosen);
  const scene = drawScene(draw, draw.pick(operation.scenes));
  const isLater = draw.chance(0.5);
  const request: RunRequest = {
    today,
    displayLanguage: "en-US",
    ...(draw.chance(0.3) ? { sheet: scene.sheet } : {}),
  };
  const isCut = draw.chance(0.4);
  const last = (operation.reports ? 18 : 9) + (isCut ? 8 : 0);
  const deeds = Array.from({ length: draw.integer(1, 4) }, () => ({
    before: draw.integer(2, last),
    deed: drawDeed(draw, scene),
  }));
  return { seed, scene, operation, isLater, request, isCut, deeds };
}

export const usual = { ...limits };
/** A few hundred bytes a request. */
export const small = { replyBytes: 400, requestBytes: 700, pageBytes: 4000, madeBytes: 300 };

/** Runs an interleaving, then once more without disturbance. */
export async function verdictOf(excel: OpenExcel, drawn: Interleaving): Promise<Verdict> {
  const { scene, operation, isLater, request, isCut, deeds } = drawn;
  const without = await OpenExcel.aside(scene.record);
  const host = await excel.open(scene.record);
  try {
    const given = new Set<string>();
    if (isLater) {
      const first = await endingOf(operation.run(request));
      if (first.problem || first.thrown)
        return { kind: "refused", problem: first.problem?.kind ?? String(first.thrown) };
      remember(host, first, given);
      for (const workbook of [host.workbook, without.workbook]) changeAmounts(workbook);
    }
    const before = await host.toRecord();
    activateSame(before, without);
    const done: string[] = [];
    for (const { before: k, deed } of deeds) {
      host.faults.beforeRequest(k, () => {
        if (isDone(deed, host)) {
          done.push(`${k}: ${deed.name}`);
          deed.on(without.workbook);
        }
      });
    }
    Object.assign(limits, isCut ? small : usual);
    const ending = await endingOf(operation.run(request));
    Object.assign(limits, usual);
    host.faults.clear();
    remember(host, ending, given);
    const record = await host.toRecord();
    const finished = {
      operation,
      ending,
      before,
      after: record,
      without: await without.toRecord(),
      given,
      isConnected: true,
    };
    const promises = brokenPromises(finished);
    clearTheWay(host.workbook);
    clearTheWay(without.workbook);
    promises.push(...(await repairs(excel, { host, without, operation, request, given })));
    const end = ending.problem?.kind ?? (ending.thrown ? "thrown" : "ok");
    return promises.length > 0
      ? { kind: "broken", deeds: done, ending: end, promises }
      : { kind: "kept", deeds: done, ending: end };
  } finally {
    Object.assign(limits, usual);
    host.dispose();
    without.dispose();
  }
}

/** True when Excel let her do it, and there was something to do it to. */
function isDone(deed: Deed, { workbook }: ExcelHost): boolean {
  try {
    deed.on(workbook);
    return true;
  } catch {
    return false;
  }
}

/** The sheet that a run gave the user is the user's. */
export function remember({ workbook }: ExcelHost, { sheetId }: Ending, given: Set<string>): void {
  const sheet = sheetId === null ? undefined : workbook.worksheets.items.find(({ id }) => id === sheetId);
  if (sheet) given.add(sheet.name);
}

/** Two amounts of the list change, so that a later run has something to write. */
export function changeAmounts(workbook: ExcelHost["workbook"]): void {
  const list = listIn(workbook);
  if (!list) return;
  list.rows.slice(0, 2).forEach(({ row }, i) => {
    list.sheet.getCell(row, list.user.at(-1)!).values = [[i === 0 ? 77.5 : 8801.5]];
  });
}

/** What earlier runs showed last is where the user starts. */
export function activateSame(record: WorkbookRecord, { workbook }: ExcelHost): void {
  const name = record.sheets[record.activeSheet].name;
  workbook.worksheets.getItemOrNullObject(name)?.activate();
}
