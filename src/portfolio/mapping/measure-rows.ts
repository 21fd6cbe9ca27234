import { isBlank } from "../list/number-column";
import type { SourceColumn, SourceList } from "../list/source-list";
import { totalName } from "../list/total-rows";
import { headerWords } from "./headers/header-words";
import { moneyHeader } from "./headers/money-header";

/** Rows of several measures under each client: `Revenue`, `Cost`, `Margin`; `План`, `Факт`. */
export interface MeasureRows {
  /** What the rows of the revenue are called. */
  measure: string;
  /** Whether a row is of another measure. */
  isOther: (row: number) => boolean;
}

const mostMeasures = 12;
const fewestRows = 3;
const fact = /^(?:факт|fact|actuals?|факт[а-я]* (?:продажи|выручка|отгрузка))$/;
/** What tells one line of money from another and is no measure: such lines count, each in its own way. */
const ofLines: ReadonlySet<string> = new Set(["returns", "identifier", "contact", "date", "year", "rank"]);

/**
 * Finds the column that says what the numbers of each row measure. Each of its few texts names a measure as a header would,
 * one of them the revenue; the others are no money of the client's besides.
 *
 * @param columns those that may say it: neither the client nor money
 */
export function measureRowsOf(list: SourceList, columns: readonly SourceColumn[]): MeasureRows | null {
  for (const column of columns) {
    const found = measuresIn(column, list.rowCount);
    if (found) return found;
  }
  return null;
}

function measuresIn({ numbers, others }: SourceColumn, rowCount: number): MeasureRows | null {
  if (others.size < 2 * fewestRows || others.size < 0.5 * rowCount) return null;
  if (numbers.some((number) => !Number.isNaN(number))) return null;
  const rowsOf = new Map<string, number>();
  for (const content of others.values()) {
    if (typeof content !== "string" || isBlank(content) || totalName(content)) continue;
    const text = content.trim();
    rowsOf.set(text, (rowsOf.get(text) ?? 0) + 1);
    if (rowsOf.size > mostMeasures) return null;
  }
  if (rowsOf.size < 2) return null;
  let best: { text: string; strength: number } | null = null;
  let isTied = false;
  let money = 0;
  for (const text of rowsOf.keys()) {
    const strength = strengthOf(text);
    if (strength === null) return null;
    if (strength === 0) continue;
    money++;
    isTied = best?.strength === strength;
    if (best === null || strength > best.strength) best = { text, strength };
  }
  if (best === null || isTied || money === rowsOf.size) return null;
  const own = rowsOf.get(best.text)!;
  // Every client has a row of each measure, or nearly.
  const isRegular = [...rowsOf.values()].every((rows) => rows <= 2 * own && own <= 2 * rows);
  if (own < fewestRows || !isRegular) return null;
  const measure = best.text;
  return {
    measure,
    isOther: (row) => {
      const content = others.get(row);
      return typeof content === "string" && rowsOf.has(content.trim()) && content.trim() !== measure;
    },
  };
}

/** How strongly a text names the revenue, 0 for another measure; null for what is none. */
function strengthOf(text: string): number | null {
  const words = headerWords(text);
  if (fact.test(words)) return 8;
  const header = moneyHeader(words);
  if (header === null) return null;
  if (header.kind === "money") return header.strength;
  return ofLines.has(header.why) ? null : 0;
}
