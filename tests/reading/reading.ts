import type { WorkbookRecord } from "../../src/host/workbook-record";
import {
  defaultPolicy,
  type Doubt,
  type Mapping,
  type Portfolio,
  Problem,
  proposeMapping,
  readPortfolio,
  withChoice,
} from "../../src/portfolio";
import { classifyRows, readList, saveMapping, type ListReading } from "../../src/workbook";
import { startExcel } from "../excel";
import { workbookOf } from "../workbook-records";
import type { Layout } from "./layout";

/** What a reading came to. */
export type Verdict =
  /** The clients and amounts that the layout was drawn from. */
  | { kind: "right" }
  /** A question, and one of its answers leads to them. */
  | { kind: "asked"; about: Doubt["about"] }
  /** A refusal without a reading. */
  | { kind: "refused"; problem: string }
  /** A question whose answers all lead elsewhere. */
  | { kind: "misled"; about: Doubt["about"]; why: string }
  /** Other clients or amounts, and no question. */
  | { kind: "wrong"; why: string };

const today = "2026-11-26";
/** Questions that may follow one another. */
const mostQuestions = 3;

/**
 * Opens the workbook in the stand-in host, reads it through the genuine Office.js as the pane does, and judges.
 * @param isTwice what is read right is classified, and judged once more beside its results
 */
export async function verdictOf(layout: Layout, isTwice = false): Promise<Verdict> {
  const record: WorkbookRecord = workbookOf(layout.sheets);
  const displayLanguage = layout.language === "ru" ? "ru-RU" : "en-US";
  const excel = await startExcel(record, { language: displayLanguage });
  try {
    const verdict = await judge(layout, mostQuestions);
    if (verdict.kind !== "right" || !isTwice || !(await isClassified(displayLanguage))) return verdict;
    const again = await judge(layout, mostQuestions);
    return again.kind === "right"
      ? again
      : { kind: "wrong", why: `beside its results: ${JSON.stringify(again)}` };
  } finally {
    excel.stop();
  }
}

/** Classifies the list, unless something is in the way of columns. */
async function isClassified(displayLanguage: string): Promise<boolean> {
  try {
    await classifyRows({ today, displayLanguage });
    return true;
  } catch (error) {
    if (!(error instanceof Problem) || ["unexpected", "office"].includes(error.detail.kind)) throw error;
    return false;
  }
}

async function judge(layout: Layout, questions: number): Promise<Verdict> {
  let reading: ListReading | null = null;
  try {
    reading = await readList(null);
    if (reading.lines?.doubt) throw new Problem({ kind: "doubtful", doubt: reading.lines.doubt });
    const { list, mapping } = reading;
    const portfolio = readPortfolio(list, mapping ?? proposeMapping(list), defaultPolicy, today);
    const isFirst = questions === mostQuestions;
    const why = layout.isQuestion && isFirst ? "it does not ask" : differenceOf(layout, portfolio);
    return why === null ? { kind: "right" } : { kind: "wrong", why };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { detail } = error;
    if (detail.kind === "unexpected" || detail.kind === "office") throw error;
    if (detail.kind !== "doubtful" || reading === null) {
      return { kind: "refused", problem: JSON.stringify(detail).slice(0, 300) };
    }
    return answered(layout, reading, detail.doubt, questions);
  }
}

/** Whether an answer to the question leads to the true reading. */
async function answered(
  layout: Layout,
  reading: ListReading,
  doubt: Doubt,
  questions: number,
): Promise<Verdict> {
  const { about } = doubt;
  const offered = doubt.alternatives.map(({ label, column }) => `${label} ${column ?? ""}`).join(" | ");
  if (questions === 0) return { kind: "misled", about, why: `asks again and again: ${offered}` };
  const before: Mapping = reading.lines?.mapping ?? reading.mapping ?? { version: 1, columns: [] };
  const { sheetId, tableId } = reading.reference;
  const whys: string[] = [];
  for (const { choice } of doubt.alternatives) {
    await saveMapping({ sheetId, tableId, sheet: reading.list.sheet }, withChoice(before, choice));
    const verdict = await judge(layout, questions - 1);
    if (verdict.kind === "right" || verdict.kind === "asked") return { kind: "asked", about };
    whys.push("why" in verdict ? verdict.why : verdict.kind);
  }
  return { kind: "misled", about, why: `${offered}: ${whys.join("; ")}`.slice(0, 600) };
}

const fold = (name: string): string => name.trim().replace(/\s+/g, " ").toLowerCase();

/** How a portfolio differs from what was drawn; null where it does not. */
export function differenceOf({ clients, periods }: Layout, portfolio: Portfolio): string | null {
  const read = new Map(portfolio.clients.map((name, i) => [fold(name), i]));
  const meant = [...clients].map(([name, cents]) => ({ name, key: fold(name), cents }));
  const foreign = portfolio.clients.filter((name) => !meant.some(({ key }) => key === fold(name)));
  const missing = meant.filter(({ key }) => !read.has(key));
  if (foreign.length > 0)
    return `«${foreign[0]}» is no client (${foreign.length} of ${portfolio.clients.length})`;
  if (missing.length > 0) return `«${missing[0].name}» is missing (${missing.length} of ${meant.length})`;
  if (read.size !== portfolio.clients.length) return "a client stands there twice";
  for (const { name, key, cents } of meant) {
    const wanted = cents.reduce((sum, amount) => sum + amount, 0);
    const amount = portfolio.amounts[read.get(key)!];
    if (Math.round(amount * 100) !== wanted) return `«${name}» has ${amount} instead of ${wanted / 100}`;
  }
  if (periods === null) return null;
  const { length } = portfolio.window.periods;
  if (length !== periods) return `${length} periods instead of ${periods}`;
  for (const { name, key, cents } of meant) {
    for (let p = 0; p < periods; p++) {
      const amount = portfolio.history[read.get(key)! * periods + p];
      if (Math.round(amount * 100) !== cents[p]) {
        return `«${name}» has ${amount} instead of ${cents[p] / 100} in period ${p + 1}`;
      }
    }
  }
  return null;
}
