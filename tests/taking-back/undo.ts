/** A run, what people do afterwards, and undoing it: what the run wrote is gone, what they did is there, and every message is true. */
import type { ExcelHost } from "../../src/host/excel-host";
import type { CellRecord, WorkbookRecord } from "../../src/host/workbook-record";
import { defaultPolicy, Problem } from "../../src/portfolio";
import {
  classifyAndReport,
  classifyRows,
  dossier,
  findSources,
  portfolioReport,
  type RunRequest,
  scenario,
  type UndoableTrace,
} from "../../src/workbook";
import { addScoreColumns } from "../../src/workbook/score-columns/add-score-columns";
import { removeKeyfolio } from "../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../src/workbook/undo/undo-run";
import type { TakenBack } from "../../src/workbook/undo/taking-back";
import { Draws } from "../draws";
import { OpenExcel } from "../misfortunes/open-excel";
import { wantedScores } from "../misfortunes/operations";
import { differenceOf, isSame, plain } from "./records";
import { neutral, note, type Deed, type Seen, touching } from "./deeds";
import { setRoomAside } from "./pages-again";
import { rarer } from "./rarer-deeds";
import { drawWorkbook } from "./workbooks";

export interface Verdict {
  kind: "held" | "broken" | "refused";
  what: string;
  deeds: readonly string[];
  promises: readonly string[];
}

const asked = { today: "2025-06-30", displayLanguage: "en-US" };
const supposed = { change: { kind: "buysLess", part: 0.5 }, fixedCosts: 0, discounts: [] } as const;

/** @param client one of the list, for what concerns one */
type Run = (request: RunRequest, client: string) => Promise<{ trace: UndoableTrace }>;

const operations: Readonly<Record<string, Run>> = {
  classifyRows: (request) => classifyRows(request),
  portfolioReport: (request) => portfolioReport(request),
  classifyAndReport: (request) => classifyAndReport(request),
  dossier: (request, client) => dossier({ ...request, client }),
  scenario: (request, client) => scenario({ ...request, scenario: { ...supposed, clients: [client] } }),
};

/** Empty columns for two criteria beside the list. */
export async function scores(): Promise<{ trace: UndoableTrace }> {
  const { options } = await findSources();
  const { kaism } = defaultPolicy;
  const trace = await addScoreColumns({
    source: options.find(({ sheet }) => sheet === "Clients")!.reference,
    criteria: wantedScores,
    scale: kaism.scale,
    cuts: { attractiveness: kaism.attractivenessCut, loyalty: kaism.loyaltyCut },
    language: "en",
  });
  return { trace: trace! };
}

/** Runs one drawn from a seed. */
export async function verdictOf(excel: OpenExcel, seed: number): Promise<Verdict> {
  const draw = Draws.scattered(seed);
  const drawn = drawWorkbook(draw, false);
  const host = await excel.open(drawn.record);
  // With its Proof sheet; drawn apart, so that a seed goes on as it did.
  const request = { ...asked, isUnattended: Draws.scattered(~seed).chance(0.3) };
  const what = draw.chance(0.3) ? "remove" : "undo";
  const picked = draw.pick(Object.keys(operations));
  // Drawn apart, too; lines have no score columns.
  const isScoring = drawn.kind !== "lines" && Draws.scattered(~seed ^ 0x5c0e).chance(0.15);
  const name = isScoring ? "scores" : picked;
  // Of removing, the workbook of before is the one without Keyfolio.
  const isLater = what === "undo" && draw.chance(0.35);
  const label = `${what} of ${name}${isLater ? ", later" : ""} on ${drawn.kind}`;
  const verdict = (kind: Verdict["kind"], deeds: Deed[], promises: string[]): Verdict => ({
    kind,
    what: label,
    deeds: deeds.map((deed) => deed.name),
    promises,
  });
  const seen: Seen = {
    ...{ sheet: drawn.sheet, top: drawn.top, left: drawn.left, kind: drawn.kind },
    rowCount: drawn.rows.length - 1,
    width: drawn.rows[0].length,
  };
  const client = String(drawn.rows[1][drawn.rows[0].indexOf("Client")]).trim();
  const deeds: Deed[] = [];
  let trace: UndoableTrace;
  let before: WorkbookRecord;
  try {
    if (isLater) {
      await operations[draw.pick(["classifyRows", "classifyAndReport", picked])](request, client);
      for (let i = draw.integer(1, 3); i > 0; i--) neutral[0](draw, seen)?.do(host, false);
    }
    before = await host.toRecord();
    ({ trace } = isScoring ? await scores() : await operations[name](request, client));
  } catch (error) {
    if (error instanceof Problem) return verdict("refused", deeds, []);
    throw error;
  }
  const twin = await OpenExcel.aside(before);
  try {
    const makers = draw.chance(0.3) ? [...neutral, ...touching, ...touching] : neutral;
    for (let i = draw.integer(0, 4); i > 0; i--) {
      const deed = draw.pick(makers)(draw, seen);
      if (!deed) continue;
      deeds.push(deed);
      // What stood there before the run is there in the twin, too.
      deed.do(twin, !isLater);
      deed.do(host, false);
    }
    // Drawn apart, too: where classes of before come again nobody knows what of ours is whose.
    const apart = Draws.scattered(~seed ^ 0xa9a7);
    for (let i = isLater || !apart.chance(0.4) ? 0 : apart.integer(1, 2); i > 0; i--) {
      const deed = apart.pick(rarer)(apart, seen);
      // What counts on what she deletes is broken by herself.
      if (!deed || (deed.name.startsWith("deletes") && deeds.some(({ name }) => name.startsWith("counts"))))
        continue;
      deeds.push(deed);
      // Where ours stand only the workbook shows that has them.
      deed.do(host, false);
      deed.do(twin, true);
    }
    const untouched = plain(await host.toRecord());
    const takeBack = () => (what === "undo" ? undoRun(trace) : removeKeyfolio());
    const promises: string[] = [];
    if (draw.chance(0.4)) planMisfortune(draw, host);
    let taken: TakenBack;
    try {
      taken = await takeBack();
    } catch (error) {
      host.faults.clear();
      if (!(error instanceof Problem)) throw error;
      const { kind } = error.detail;
      const now = plain(await host.toRecord());
      if (kind !== "unfinished" && !isSame(now, untouched)) {
        promises.push(`said ${kind}, and had changed: ${differenceOf(untouched, now)}`);
      }
      taken = await takeBack();
    }
    host.faults.clear();
    const [alone, now] = [plain(await twin.toRecord()), plain(await host.toRecord())];
    // Nobody knows which sheet was in view before everything that is removed, and one that goes from view shows another one.
    const isLeft = deeds.some(({ name }) => /^(hides|deletes) a sheet of the report$/.test(name));
    if (what === "remove" || isLeft) now.activeSheet = alone.activeSheet;
    setRoomAside(alone, now, taken.pages ?? []);
    promises.push(...brokenPromises(alone, now, taken, deeds, seen));
    return verdict(promises.length > 0 ? "broken" : "held", deeds, promises);
  } catch (error) {
    const told =
      error instanceof Problem
        ? `${JSON.stringify(error.detail)} ${String((error.cause as Error)?.stack)}`
        : "";
    return verdict("broken", deeds, [`stopped: ${told} ${(error as Error).stack}`]);
  } finally {
    twin.dispose();
  }
}

function planMisfortune(draw: Draws, host: ExcelHost): void {
  const k = draw.integer(1, 22);
  const kind = draw.pick(["refused", "lost", "action"]);
  if (kind === "refused") host.faults.failRequest(k);
  else if (kind === "lost") host.faults.loseReply(k);
  else host.faults.failAction(k);
}

/** Formulas without what they show, where some of them count on sheets that stay: what proves these shows what stands there now. */
function withoutResultsFrom(sheets: ReadonlySet<string>, cells: readonly CellRecord[]): CellRecord[] {
  const names = [...sheets].flatMap((name) => [`${name}!`, `'${name.replaceAll("'", "''")}'!`]);
  const counts = cells.some(({ formula }) => names.some((name) => formula?.includes(name)));
  return cells.map((cell) => (counts && cell.formula !== undefined ? { ...cell, value: undefined } : cell));
}

/**
 * @param twin the workbook without Keyfolio
 * @param whole where a part of what is there now is compared only
 */
export function brokenPromises(
  twin: WorkbookRecord,
  now: WorkbookRecord,
  { stays }: TakenBack,
  deeds: readonly Deed[],
  seen: Seen,
  whole = now,
): string[] {
  const broken: string[] = [];
  const text = JSON.stringify(whole);
  const wasLeft = deeds.some(({ touchesOurs }) => touchesOurs);
  const refreshed = stays.flatMap((each) => (each.kind === "sheetRefreshed" ? [each.sheet] : []));
  // What the Proof sheet counts on has moved: then it stays, with what it proves.
  const proves = (by: readonly string[]) =>
    by.every((place) => refreshed.includes(place.replace(/!.*$/, "")));
  const kept = stays.filter(
    (each) => each.kind !== "sheetRefreshed" && !(each.kind === "referredSheet" && proves(each.by)),
  );
  if (!wasLeft && kept.length > 0) {
    broken.push(`nothing of ours was touched, and something stays: ${JSON.stringify(stays)}`);
  }
  const touched = stays.some(({ kind }) => kind !== "sheetRefreshed");
  if (touched || refreshed.length > 0) {
    // The user's own cells and sheets are what they would be without us.
    const ours = new Set(
      stays.flatMap((each) => ("sheet" in each && each.kind !== "listUnreadable" ? [each.sheet] : [])),
    );
    const strip = (record: WorkbookRecord) => ({
      sheets: record.sheets
        .filter(({ name }) => !ours.has(name) && !name.startsWith("Counting") && !name.startsWith("Watching"))
        .map(({ name, cells }) => ({
          name,
          cells: withoutResultsFrom(
            ours,
            name === seen.sheet ? cells.filter(({ column }) => column < seen.left + seen.width) : cells,
          ),
        })),
      names: record.names.filter(({ name }) => !name.startsWith("keyfolio.")),
    });
    const [a, b] = [strip(twin), strip(now)];
    if (!isSame(a, b)) broken.push(`the user's own: ${differenceOf(a, b)}`);
  } else {
    const withoutCounting = (of: WorkbookRecord) => ({
      ...of,
      sheets: of.sheets.filter(({ name }) => !name.startsWith("Counting") && !name.startsWith("Watching")),
    });
    const [a, b] = [withoutCounting(twin), withoutCounting(now)];
    if (!isSame(a, b)) broken.push(differenceOf(a, b));
  }
  // A column that counts on nothing of ours has nothing to keep.
  const isNoted = deeds.some(({ name }) => name.startsWith("writes into") || name.startsWith("renames one"));
  if (isNoted && stays.some(({ kind }) => kind === "cells" || kind === "renamed") && !text.includes(note)) {
    broken.push("a note was lost");
  }
  if (text.includes("#REF!") && !JSON.stringify(twin).includes("#REF!"))
    broken.push("a reference was broken");
  return broken;
}
