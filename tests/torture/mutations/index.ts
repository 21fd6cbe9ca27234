/**
 * Single changes, each of which the Proof sheet has to show: half of them of figures of a written report, half of the sources
 * that compute them. What it does not show is listed, with what changed in the report.
 */
import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import type { WorkbookRecord } from "../../../src/host/workbook-record";
import { Draws } from "../../draws";
import { startExcel } from "../../excel";
import { brokenIn, proofLines, proofSheetOf } from "../../workbook/report/proof/proofs";
import type { TortureRequest } from "../suite";
import { drawMutant, mutatedRooms } from "./mutants";
import {
  differentCells,
  isProvedBy,
  type ShownCell,
  shownCells,
} from "../../workbook/report/proof/report-cells";
import type { ReportAnswer, ReportRequest } from "./report-of";

/** So many changes of each kind, where there is time for them; with a count that is given, so many in any case. */
const wanted = 100;
/** A changed loop may not end: so many times what the unchanged sources take. */
const patience = 8;
const longest = 600_000;
/** Kinds of cells that are named of a change that is not shown. */
const named = 6;

/** Kinds: "figures"; "sources" of all rooms that compute, or those of one room by its name. */
export async function mutationsSuite(request: TortureRequest): Promise<boolean> {
  const { seed, kind, count } = request;
  const reports = new Reports();
  const isDone = (tried: number, found: number) =>
    count === null ? found >= wanted || (tried > 0 && request.isOver()) : found >= count;
  try {
    const whole = await reports.of(null);
    if ("stopped" in whole) throw new Error(whole.stopped);
    const areFigures = kind === null || kind === "figures";
    const rooms =
      kind === null || kind === "sources" ? mutatedRooms : mutatedRooms.filter((room) => room === kind);
    const missed = areFigures ? await figures(whole.record, seed, isDone) : 0;
    if (rooms.length === 0) return missed === 0;
    return (await sources(reports, whole.record, rooms, seed, isDone)) + missed === 0;
  } finally {
    reports.stop();
  }
}

/** @returns number of changed figures that are among those that are proved, and are not shown */
async function figures(record: WorkbookRecord, seed: number, isDone: IsDone): Promise<number> {
  const excel = await startExcel(record);
  const outOfReach = new Map<string, number>();
  let [count, red, missed] = [0, 0, 0];
  try {
    const cells = shownCells(record);
    const proved = proofLines(record);
    const { area } = proofSheetOf(record)!.tables[0];
    await excel.run(async (context) => {
      const { worksheets } = context.workbook;
      while (!isDone(count, count)) {
        const draws = Draws.scattered(seed + count++);
        const cell = draws.pick(cells);
        const range = worksheets.getItem(cell.sheet).getCell(cell.row, cell.column);
        range.values = [[otherValue(cell, cells, draws)]];
        const holds = worksheets
          .getItem("Proof")
          .getRangeByIndexes(area.row + 1, area.column + 5, area.rows - 1, 1)
          .load("values");
        await context.sync();
        // Goes with the next change: one calculation for both.
        range.values = [[cell.value]];
        if (holds.values.some(([each]) => each !== true)) {
          red++;
          continue;
        }
        const label = labelOf(cell);
        outOfReach.set(label, (outOfReach.get(label) ?? 0) + 1);
        if (proved.some(({ where }) => isProvedBy(where, cell))) {
          missed++;
          console.log(`missed: seed ${seed + count - 1}, ${label}, ${cell.value}`);
        }
      }
    });
  } finally {
    excel.stop();
  }
  console.log(`\n${count} changed figures of the report: ${red} red, ${count - red} that no formula proves:`);
  for (const [label, times] of [...outOfReach].sort()) console.log(`  ${times} × ${label}`);
  return missed;
}

function otherValue({ value }: ShownCell, cells: readonly ShownCell[], draws: Draws): number | string {
  if (typeof value === "number") {
    return value === 0 ? draws.integer(1, 9) : value * (1 + draws.pick([-1, 1]) * (0.0001 + draws.next()));
  }
  const others = cells.map((cell) => cell.value).filter((each) => typeof each === "string" && each !== value);
  return draws.pick(others);
}

/** @returns number of changes that give another figure than the one that its formula gives, which holds all the same */
async function sources(
  reports: Reports,
  whole: WorkbookRecord,
  rooms: readonly string[],
  seed: number,
  isDone: IsDone,
): Promise<number> {
  let [tried, red, stopped] = [0, 0, 0];
  let [outOfReach, missed] = [0, 0];
  const found = () => red + stopped + outOfReach + missed;
  for (let at = 0; !isDone(at, found()); at++) {
    const mutant = drawMutant(Draws.scattered(seed + at), rooms);
    if (!mutant) continue;
    tried++;
    const request = { file: mutant.file, text: mutant.text };
    let answer = await reports.of(request);
    if (isUnseen(whole, answer)) {
      // What is said to be out of reach comes from this change alone, and of nothing that an earlier one left.
      reports.stop();
      answer = await reports.of(request);
    }
    if ("stopped" in answer) {
      stopped++;
      continue;
    }
    const { changed, gone } = differentCells(whole, answer.record);
    // On this list it changes no figure.
    if (changed.length + gone.length === 0) continue;
    if (!isUnseen(whole, answer)) {
      red++;
      continue;
    }
    const lines = proofLines(answer.record);
    // A sum of the report's own cells follows them wherever they go: what they hold is out of reach, and so is the sum.
    const pages = answer.record.sheets.slice(1).map(({ name }) => name);
    const standing = lines.filter(({ formula }) => !pages.some((name) => refersTo(formula, name)));
    // A figure that is left out has no line that could be red.
    const proved = changed.filter((cell) => standing.some(({ where }) => isProvedBy(where, cell)));
    const labels = [...new Set([...changed, ...gone].map(labelOf))];
    const more = labels.length > named ? ` … ${labels.length}` : "";
    const holding = [...new Set(proved.map(labelOf))];
    const place = `${path.relative(process.cwd(), mutant.file)}:${mutant.line} (seed ${seed + at})`;
    const told = [
      `  ${place}`,
      mutant.was,
      mutant.is,
      `${changed.length === 0 ? "leaves out" : "changes"} ${labels.slice(0, named).join("; ")}${more}`,
      ...(proved.length > 0 ? [`proved: ${holding.slice(0, named).join("; ")}`] : []),
    ].join("\n    ");
    if (proved.length > 0) missed++;
    else outOfReach++;
    // A long run that is stopped has said what it found.
    console.log(`${proved.length > 0 ? "Missed" : "No formula proves"}, after ${red} red:\n${told}`);
  }
  console.log(
    `\n${tried} changed sources, of which ${found()} change a figure of this list: ${red} red, ${stopped} stop the run, ${outOfReach} change what no formula proves, ${missed} are missed`,
  );
  return missed;
}

/** Whether enough was tried, and enough of it changed a figure. */
type IsDone = (tried: number, found: number) => boolean;

const labelOf = ({ sheet, label }: ShownCell): string => `${sheet}: ${label}`;

const refersTo = (formula: string, sheet: string): boolean =>
  [`${sheet}!`, `'${sheet}'!`].some((text) => formula.includes(text));

function isUnseen(whole: WorkbookRecord, answer: ReportAnswer): boolean {
  if (!("record" in answer) || brokenIn(proofLines(answer.record)).length > 0) return false;
  const { changed, gone } = differentCells(whole, answer.record);
  return changed.length + gone.length > 0;
}

/** Reports by a process that is replaced when it does not answer. */
class Reports {
  #process: ChildProcess | null = null;
  #limit = longest;

  /** @param changed null: the sources as they are */
  async of(changed: ReportRequest["changed"]): Promise<ReportAnswer> {
    const begun = Date.now();
    const answer = await this.#ask(changed);
    // A run that stopped half way leaves things behind in its process.
    if ("stopped" in answer) this.stop();
    if (!changed) this.#limit = Math.min(longest, patience * (Date.now() - begun));
    return answer;
  }

  #ask(changed: ReportRequest["changed"]): Promise<ReportAnswer> {
    const child = (this.#process ??= fork(path.join(__dirname, "report-of.ts"), {
      execArgv: process.execArgv,
      serialization: "advanced",
    }));
    return new Promise((resolve) => {
      const settle = (answer: ReportAnswer) => {
        clearTimeout(timer);
        child.off("message", settle).off("exit", gone);
        resolve(answer);
      };
      const gone = () => {
        this.#process = null;
        settle({ stopped: "the process ended" });
      };
      const timer = setTimeout(() => {
        this.stop();
        settle({ stopped: "no answer" });
      }, this.#limit);
      child.on("message", settle).on("exit", gone);
      child.send({ changed } satisfies ReportRequest);
    });
  }

  stop(): void {
    this.#process?.removeAllListeners().kill("SIGKILL");
    this.#process = null;
  }
}
