import { total } from "../../../analysis";
import { currencyOf } from "../../list/currency";
import { isBlank } from "../../list/number-column";
import type { Doubt } from "../../mapping/doubt";
import { Problem } from "../../problem";
import { type Steps } from "../../steps";
import { eachLineSteps, type JoinedLines } from "./joined-lines";

/** The ISO code of a currency as people write it; a text that names none as it stands. */
const currencyCode = (text: string): string => currencyOf(text) ?? text.trim();

/** Lines that name no currency beside lines that do, and the one that they were taken to be in. */
export interface WithoutCurrency {
  lines: number;
  amount: number;
  currency: string;
}

/**
 * Amounts of different currencies are never added up: of several one is taken, the others do not count; with rates all are
 * taken in it. They are told by their column, else by the signs and formats of the amounts. A line that names none is taken to be in the
 * one that was taken, and told.
 *
 * @throws Problem doubtful about the currency, with the money of each, when nobody has said which
 */
export function* keepOneCurrencySteps(
  lines: JoinedLines,
  { currency, rates }: { currency?: string; rates?: Readonly<Record<string, number>> },
): Steps<WithoutCurrency | null> {
  const columns = lines.parts.map(({ source }) => source.columns);
  const isNamed = columns.some(({ currency: named }) => named !== null);
  const isShown = columns.some(({ amount }) => amount && (amount.formatCurrencies || amount.others.size > 0));
  if (!isNamed && !isShown) return null;
  const textAt = isNamed ? lines.textOf((source) => source.columns.currency) : lines.shownCurrency();
  const codes: string[] = [];
  const codeOfText = new Map<string, number>();
  const codeOfLine = new Int16Array(lines.count).fill(-1);
  const codeOf = (text: string) => {
    let at = codeOfText.get(text);
    if (at === undefined) {
      const code = currencyCode(text);
      at = isBlank(text) ? -1 : codes.indexOf(code);
      if (at < 0 && !isBlank(text)) at = codes.push(code) - 1;
      codeOfText.set(text, at);
    }
    return at;
  };
  yield* eachLineSteps(lines, (line) => {
    codeOfLine[line] = codeOf(textAt(line));
  });
  const unnamed = isNamed && codes.length > 0 ? blankLines(lines, codeOfLine) : null;
  if (codes.length < 2) return unnamed && { ...unnamed, currency: codes[0] };
  if (currency === undefined)
    throw new Problem({ kind: "doubtful", doubt: doubtOf(lines, codes, codeOfLine) });
  const wanted = currencyCode(currency);
  yield* eachLineSteps(lines, (line) => {
    const code = codeOfLine[line] < 0 ? wanted : codes[codeOfLine[line]];
    if (code === wanted) return;
    const rate = rates?.[code];
    if (rate === undefined) lines.leaveOut(line, "otherCurrency");
    else lines.amounts[line] *= rate;
  });
  return unnamed && { ...unnamed, currency: wanted };
}

function blankLines(lines: JoinedLines, codeOfLine: Int16Array): Omit<WithoutCurrency, "currency"> | null {
  const isBlankLine = (amount: number, line: number) =>
    codeOfLine[line] < 0 && lines.states[line] === 0 && amount !== 0;
  const amounts = lines.amounts.filter(isBlankLine);
  return amounts.length === 0 ? null : { lines: amounts.length, amount: total(amounts) };
}

function doubtOf(lines: JoinedLines, codes: readonly string[], codeOfLine: Int16Array): Doubt {
  const money = codes.map((_, code) => total(lines.amounts.filter((_, line) => codeOfLine[line] === code)));
  const order = codes.map((_, code) => code).sort((a, b) => money[b] - money[a]);
  return {
    about: "currency",
    decided: false,
    alternatives: order.map((code) => ({ label: codes[code], choice: { currency: codes[code] } })),
  };
}
