import { snap, total } from "../../../analysis";
import { columnLetters } from "../../list/address";
import type { LineRole, LinesLeftOut, LinesRead } from "../../list/lines-read";
import { unsureAmountOf } from "../../list/number-separator";
import type { SourceColumn } from "../../list/source-list";
import { headerText } from "../../mapping/proposal/mapping-proposal";
import { countedVersionsOf } from "../../mapping/counted-versions";
import { ownGroupOf } from "../../mapping/own-group";
import type { Doubt } from "../../mapping/doubt";
import { isoDay } from "../../periods/period";
import { Problem } from "../../problem";
import { STEP, type Steps, within } from "../../steps";
import { doubtfulLinesSteps } from "./doubtful-lines";
import { doubledLinesSteps } from "./doubled-lines";
import type { JoinedLines } from "./joined-lines";
import { agrees } from "./line-control";
import { bothReadings } from "../dates/line-days";
import type { LinePeriods } from "./line-periods";
import type { Purchases } from "./line-purchases";
import { lineStates, type LineSource, type ReadLines } from "./line-reading";
import type { MadeRows } from "../made-rows";

/** @throws Problem doubtful where neither the dates nor the user say whether the day or the month comes first */
export function requireDayOrder(parts: readonly ReadLines[]): void {
  for (const { dates } of parts) {
    const order = dates?.dayOrder;
    if (!order || order.decided) continue;
    const alternatives = (bothReadings(order.example) ?? []).map((day, i) => ({
      label: `${order.example} = ${day}`,
      date: { text: order.example, day },
      choice: { dayFirst: i === 0 },
    }));
    if (!order.dayFirst) alternatives.reverse();
    const doubt: Doubt = { about: "dayOrder", decided: false, alternatives };
    throw new Problem({ kind: "doubtful", doubt });
  }
}

const leftOutKinds = lineStates.filter((state) => state !== "counts" && state !== "blank");

/** Gathers how lines were read. */
export function* linesReadSteps(
  lines: JoinedLines,
  rows: MadeRows,
  { unit, shortest, periods }: LinePeriods,
  purchases: Purchases | null,
): Steps<Omit<LinesRead, "withoutCurrency">> {
  const { states, amounts, days, isDated, isReturn, count } = lines;
  const perState = new Float64Array(lineStates.length);
  const unnamed = rows.names.map((name) => name === "");
  let [first, last] = [Infinity, -Infinity];
  let [returned, nobody] = [0, 0];
  for (let line = 0; line < count; line++) {
    if (line % STEP === 0) yield (0.3 * line) / count;
    perState[states[line]]++;
    if (states[line] !== 0) continue;
    if (isDated[line]) {
      first = Math.min(first, days[line]);
      last = Math.max(last, days[line]);
    }
    if (amounts[line] < 0 || isReturn[line]) returned++;
    if (unnamed[rows.row[line]]) nobody++;
  }
  const moneyOf = (counts: (line: number) => boolean) => total(amounts.filter((_, line) => counts(line)));
  const leftOut: LinesLeftOut[] = [];
  for (const kind of leftOutKinds) {
    const state = lineStates.indexOf(kind);
    if (perState[state] === 0) continue;
    const words = new Set(lines.parts.flatMap(({ leftOutWords }) => [...(leftOutWords.get(kind) ?? [])]));
    leftOut.push({
      kind,
      lines: perState[state],
      amount: moneyOf((line) => states[line] === state),
      words: [...words],
    });
    yield 0.5;
  }
  const repeated = repeatedOf(lines);
  if (repeated?.isCertain) leftOut.push({ kind: "repeated", ...repeated.money, words: [] });
  const doubled = yield* within(0.5, 0.8, doubledLinesSteps(lines));
  const doubtful = yield* within(0.8, 1, doubtfulLinesSteps(lines));
  const returnWords = new Set(lines.parts.flatMap((part) => [...part.returnWords]));
  return {
    sheets: [...new Set(lines.parts.map(({ source }) => source.list.sheet))],
    ...columnsRead(lines.parts[0].source),
    lines: count - perState[lineStates.indexOf("blank")],
    counted: perState[0],
    clients: rows.names.filter((name) => name !== "").length,
    documents: purchases?.documents ?? null,
    purchaseDays: purchases?.days ?? null,
    first: first <= last ? isoDay(first) : null,
    last: first <= last ? isoDay(last) : null,
    unit,
    shortestUnit: shortest,
    periods: periods.length,
    leftOut,
    returns: {
      lines: returned,
      amount: moneyOf((line) => states[line] === 0 && (amounts[line] < 0 || isReturn[line] === 1)),
      words: [...returnWords],
    },
    withoutClient: {
      lines: nobody,
      amount: moneyOf((line) => states[line] === 0 && unnamed[rows.row[line]]),
    },
    ownGroup: ownGroupOf(lines.parts[0].source.list, (row) => lines.parts[0].states[row] === 0),
    versions: countedVersionsOf(lines.parts[0].source.list, (row) => lines.parts[0].states[row] === 0),
    doubled,
    doubtful,
    sameInDocuments: repeated && !repeated.isCertain ? repeated.money : null,
    dayOrder: dayOrderOf(lines.parts),
    unsureAmount: unsureAmountIn(lines.parts),
    control: controlOf(lines.parts),
  };
}

/** Lines whose amount stands on another line of their document already; null where there are none. */
function repeatedOf({
  parts,
  repeats,
  amounts,
  states,
}: JoinedLines): { isCertain: boolean; money: { lines: number; amount: number } } | null {
  const counting = Array.from(repeats.keys()).filter((line) => repeats[line] >= 0 && states[line] === 0);
  if (counting.length === 0) return null;
  const amount = total(Float64Array.from(counting, (line) => amounts[repeats[line]]));
  const isCertain = parts.every(({ repeated }) => repeated === null || repeated.isCertain);
  return { isCertain, money: { lines: counting.length, amount } };
}

/** The total of the first list that differs from its lines; else of all lists together where each states one. */
function controlOf(parts: readonly ReadLines[]): LinesRead["control"] {
  const ofLists = [...new Map(parts.map(({ source, control }) => [source.list, control])).values()];
  const found = ofLists.filter((control) => control !== null);
  const differing = found.find((control) => !agrees(control));
  if (differing) return differing;
  if (found.length < ofLists.length || found.length === 0) return null;
  return {
    address: found[0].address,
    stated: snap(total(Float64Array.from(found, ({ stated }) => stated))),
    read: snap(total(Float64Array.from(found, ({ read }) => read))),
  };
}

function dayOrderOf(parts: readonly ReadLines[]): LinesRead["dayOrder"] {
  const order = parts.map(({ dates }) => dates?.dayOrder).find(Boolean);
  return order ? { dayFirst: order.dayFirst, example: order.example } : null;
}

function unsureAmountIn(parts: readonly ReadLines[]): LinesRead["unsureAmount"] {
  for (const { list, columns } of parts.map(({ source }) => source)) {
    const { amount, price, quantity, returns } = columns;
    const money = amount ? [amount] : [price, quantity];
    const unsure = unsureAmountOf(
      list,
      [...money, returns].filter((column) => column !== null),
    );
    if (unsure) return unsure;
  }
  return null;
}

/** The columns that lines were read by, and the money beside them. */
function columnsRead({ list, columns, notUsed = [] }: LineSource): Pick<LinesRead, "columns" | "notUsed"> {
  const named = (column: SourceColumn) => ({
    header: headerText(list, column),
    letters: columnLetters(list.left + column.index),
  });
  const { date, amount, quantity, price, discount, returns, currency, document, kinds, flags } = columns;
  const used: [LineRole, SourceColumn | null][] = [
    ["date", date],
    ["amount", amount],
    ["quantity", amount ? null : quantity],
    ["price", amount ? null : price],
    ["discount", amount ? null : discount],
    ["returns", returns],
    ["currency", currency],
    ["document", document],
    ...kinds.map((kind): [LineRole, SourceColumn] => ["lineStatus", kind]),
    ...flags.map(({ column }): [LineRole, SourceColumn] => ["lineStatus", column]),
  ];
  return {
    columns: used.flatMap(([role, column]) => (column ? [{ role, ...named(column) }] : [])),
    notUsed: notUsed.map(named),
  };
}
