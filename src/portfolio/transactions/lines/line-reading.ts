import { total } from "../../../analysis";
import { contentOf, isBlank, isExcelError } from "../../list/number-column";
import type { SourceColumn, SourceList } from "../../list/source-list";
import { findTotalRowsSteps, totalName } from "../../list/total-rows";
import { separatorIn } from "../../list/number-separator";
import type { Period } from "../../periods/period";
import { STEP, type Steps, within } from "../../steps";
import { NO_DAY, type LineDays, readLineDaysSteps } from "../dates/line-days";
import { type LineControl, controlOfDated } from "./line-control";
import { documentTotalsSteps } from "../documents/document-totals";
import { lineKinds } from "../kinds/line-kind";
import { type RepeatedMoney, repeatedMoneySteps } from "../documents/repeated-money";
import { amountsOf, type LineColumns } from "../transaction-columns";

/** A list of lines, and what the name of its sheet says of all of them. */
export interface LineSource {
  list: SourceList;
  columns: LineColumns;
  /** The period of lines without a date of their own. */
  period?: Period | null;
  /** The manager or department of all lines. */
  group?: { role: "manager" | "department"; name: string } | null;
  /** The level of the clients that the user chose, where the list has several. */
  level?: number;
  /** Columns of money that are not used. */
  notUsed?: readonly SourceColumn[];
}

/** Why a line does not count; 0 = it counts. */
export const lineStates = [
  "counts",
  "blank",
  "undated",
  "cancelled",
  "open",
  "otherKind",
  "unread",
  "total",
  "otherCurrency",
] as const;
export type LineState = (typeof lineStates)[number];

/** The lines of one list, read: arrays have one entry per line. */
export interface ReadLines {
  source: LineSource;
  /** Position in {@link lineStates}. */
  states: Uint8Array;
  /** Net of what went back; 0 where a line has none. */
  amounts: Float64Array;
  /** Days since 1970-01-01; {@link NO_DAY} without one. */
  days: Int32Array;
  dates: LineDays | null;
  /** 1 for lines that are returns by their words. */
  isReturn: Uint8Array;
  /** What lines say of themselves that do not count for that. */
  leftOutWords: ReadonlyMap<LineState, ReadonlySet<string>>;
  returnWords: ReadonlySet<string>;
  /** Null where the amount of each line is its own. */
  repeated: RepeatedMoney | null;
  /** The total that the list itself states; null where it states none. */
  control: LineControl | null;
}

export interface LineOptions {
  dayFirst?: boolean;
  asOf?: string;
}

/**
 * Reads the lines of a list: their days and amounts, and which of them count (reading §7).
 * @param levels of a list that was looked through for them: 1 for rows whose money is that of others, and its own total
 */
export function* readLinesSteps(
  source: LineSource,
  options: LineOptions,
  levels?: { adds: Uint8Array; control: LineControl | null },
): Steps<ReadLines> {
  const { list, columns } = source;
  const { rowCount, decimalSeparator } = list;
  const dates = columns.date
    ? yield* within(0, 0.5, readLineDaysSteps(columns.date, decimalSeparator, options))
    : null;
  const days = dates?.days ?? new Int32Array(rowCount).fill(NO_DAY);
  const { amounts, unread } = amountsOf(columns, separatorIn(list));
  yield 0.6;
  const kinds = lineKinds(columns);
  const totals = levels?.adds ?? (yield* within(0.6, 0.75, totalLinesSteps(list, columns, amounts)));
  const isSale = (row: number) => !totals[row] && kinds.leftOut(row) === null && kinds.isReturn(row) === null;
  if (!levels)
    for (const row of yield* within(0.75, 0.8, documentTotalsSteps(list, columns, amounts, isSale)))
      totals[row] = 1;
  const asWritten = total(amounts.filter((amount, row) => !totals[row] && !Number.isNaN(amount)));
  const states = new Uint8Array(rowCount);
  const isReturn = new Uint8Array(rowCount);
  const leftOutWords = new Map<LineState, Set<string>>();
  const returnWords = new Set<string>();
  const needsDay = columns.date !== null && !source.period;
  const stateOf = (row: number): LineState => {
    if (totals[row] || isRepeatedHeader(columns, row)) return "total";
    if (unread.has(row)) return "unread";
    if (Number.isNaN(amounts[row])) return "blank";
    const left = kinds.leftOut(row);
    if (left !== null && !(left.unlessNegative && amounts[row] < 0)) {
      const words = leftOutWords.get(left.why) ?? new Set();
      leftOutWords.set(left.why, words.add(left.word));
      return left.why;
    }
    return needsDay && days[row] === NO_DAY ? "undated" : "counts";
  };
  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === 0) yield 0.8 + (0.1 * row) / rowCount;
    const state = stateOf(row);
    states[row] = lineStates.indexOf(state);
    if (state !== "counts") continue;
    const word = kinds.isReturn(row);
    if (word === null) continue;
    returnWords.add(word);
    isReturn[row] = 1;
    if (amounts[row] > 0) amounts[row] = -amounts[row];
  }
  const isCounted = (row: number) => states[row] === 0;
  const repeated = yield* within(0.9, 1, repeatedMoneySteps(list, columns, amounts, isCounted));
  if (repeated?.isCertain) repeated.repeats.forEach((first, row) => first >= 0 && (amounts[row] = 0));
  const counted = total(amounts.filter((_, row) => states[row] === 0));
  const control = levels
    ? levels.control
    : controlOfDated(list, columns, totals, amounts, [counted, asWritten]);
  for (let row = 0; row < rowCount; row++) if (Number.isNaN(amounts[row])) amounts[row] = 0;
  return { source, states, amounts, days, dates, isReturn, leftOutWords, returnWords, repeated, control };
}

/** A header row that stands in the list once more. */
function isRepeatedHeader({ client, amount }: LineColumns, row: number): boolean {
  const at = ({ header, others }: SourceColumn) => others.get(row) === header && header !== "";
  return at(client) && (amount === null || at(amount));
}

/** Rows that are totals of the lines above them: by a name, or as the sum of all lines. */
function* totalLinesSteps(
  list: SourceList,
  { client, document, kinds }: LineColumns,
  amounts: Float64Array,
): Steps<Uint8Array> {
  const labelled = list.columns.filter(({ others }) => others.size > 0);
  const nameAt = (row: number) => (isExcelError(client.others.get(row)) ? "" : contentOf(client, row));
  const isNamed = (row: number) => !isBlank(nameAt(row));
  const saying = document ? [document, ...kinds] : kinds;
  const sureLabel = (row: number, columns: readonly SourceColumn[]) => {
    for (const { others } of columns) {
      const content = others.get(row);
      if (typeof content === "string" && totalName(content) === "sure") return "sure" as const;
    }
    return null;
  };
  return yield* findTotalRowsSteps({
    rowCount: list.rowCount,
    nameOf: (row) =>
      isNamed(row) ? (totalName(nameAt(row)) ?? sureLabel(row, saying)) : sureLabel(row, labelled),
    isNamed,
    isSum: () => false,
    columns: [amounts],
  });
}
