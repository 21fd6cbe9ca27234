import { isBlank } from "../list/number-column";
import type { SourceColumn, SourceList } from "../list/source-list";
import { totalName } from "../list/total-rows";
import { headerWords } from "./headers/header-words";
import type { WhyNoMoney } from "../problem";
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
const fact = /^(?:факт|fact|actuals?|act?|ist|факт[а-я]* (?:продажи|выручка|отгрузка))$/;
/** Plan, budget, forecast and the prior year in the short words of planning programs, beside `AC`. */
const otherVersion = /^(?:pl|bu|bud|fc|fcst|py|ly|soll|plan)$/;
/** Letters for actual, and for budget, forecast and plan, below a header that says that they are versions. */
const versionHeader =
  /(?:^| )(?:versions?|scenarios?|value type|plan ?(?:vs )?(?:fact|actual)|actual ?(?:vs )?plan|верси[яи]|сценари[йи]|план факт)(?: |$)/;
const letterOfFact = /^[aаф]$/;
const letterOfPlan = /^(?:[bfpбп]|bp)$/;
/** What tells one line of money from another and is no measure: such lines count, each in its own way. */
const ofLines: ReadonlySet<WhyNoMoney> = new Set<WhyNoMoney>([
  "returns",
  "identifier",
  "contact",
  "date",
  "year",
  "rank",
]);

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

/** Rows of several measures below the name of each client, in one column with it. */
export interface MeasuresBelowNames extends MeasureRows {
  /** Whether a row is called as a measure, and not as a client. */
  isMeasure: (row: number) => boolean;
}

/**
 * Finds measures below names: `ООО «Вектор»`, then `План`, `Факт`, `Откл.`, for each client. The names stand in rows without money, which
 * are of another measure as well: they only name those below.
 *
 * @param hasMoney whether a row has a number in a column of money
 */
export function measuresBelowNames(
  { others }: SourceColumn,
  hasMoney: (row: number) => boolean,
): MeasuresBelowNames | null {
  const strengths = new Map<string, number>();
  const rowsOf = new Map<string, number>();
  let names = 0;
  for (const [row, content] of others) {
    if (typeof content !== "string" || isBlank(content)) continue;
    if (!hasMoney(row)) {
      names++;
      continue;
    }
    const text = content.trim();
    rowsOf.set(text, (rowsOf.get(text) ?? 0) + 1);
    if (!takeIn(strengths, text, isOfRows)) return null;
  }
  const measure = strongestOf(strengths);
  // Each name has its rows of each measure, or nearly.
  const isRegular = [...rowsOf.values()].every((rows) => 2 * rows >= names && rows <= names);
  if (measure === null || names < fewestRows || !isRegular) return null;
  const isMeasure = (row: number) => hasMoney(row) && others.has(row);
  return {
    measure,
    isMeasure,
    isOther: (row) => others.has(row) && (!hasMoney(row) || String(others.get(row)).trim() !== measure),
  };
}

/** What the texts of a column of lines measure. */
export interface MeasuresOfLines {
  /** Whether lines with a text are of another measure than the revenue. */
  isOther: (text: string) => boolean;
}

const measureHeader = /(?:^| )(?:показател[а-я]*|measures?|metrics?|kpis?|indicators?|figures?)(?: |$)/;

/** What lines may measure besides the revenue; discounts, taxes and returns are a part of it. */
const besideRevenue: ReadonlySet<WhyNoMoney> = new Set<WhyNoMoney>([
  "plan",
  "comparison",
  "cost",
  "profit",
  "quantity",
  "price",
  "percent",
]);

/**
 * Whether a column of lines says what each of them measures: actual or budget, revenue, cost or pieces. All of its few texts say so.
 */
export function measuresOfLines({ header, others }: SourceColumn): MeasuresOfLines | null {
  // What is charged for costs and goods is revenue, too, unless the column is one of measures.
  const words = headerWords(String(header));
  const isOfMeasures = measureHeader.test(words);
  const isMeasure = (why: WhyNoMoney) => (isOfMeasures ? besideRevenue.has(why) : why === "plan");
  const strengths = new Map<string, number>();
  for (const content of others.values()) {
    if (typeof content !== "string" || isBlank(content)) continue;
    const text = content.trim();
    if (!takeIn(strengths, text, isMeasure, { areVersions: versionHeader.test(words) })) return null;
  }
  const best = strongestOf(strengths);
  return best === null ? null : { isOther: (text) => text.trim() !== best };
}

/**
 * The text that names the revenue most strongly; null where two do, or none.
 * @param areMeasures whether their header says that they are measures: else texts that all name money are kinds of sales
 */
function strongestOf(strengths: ReadonlyMap<string, number>, areMeasures = false): string | null {
  const money = [...strengths].filter(([, strength]) => strength > 0);
  const [first, second] = money.sort(([, a], [, b]) => b - a);
  if (!first || strengths.size < 2 || (!areMeasures && money.length === strengths.size)) return null;
  return second?.[1] === first[1] ? null : first[0];
}

/** Rows in roubles and in tonnes. */
const unitHeader = /^(?:ед(?:иниц[аы])?(?: изм[а-я]*)?|units?(?: of measure)?|uom)$/;

function measuresIn({ header, numbers, others }: SourceColumn, rowCount: number): MeasureRows | null {
  const words = headerWords(String(header));
  const areMeasures = measureHeader.test(words) || unitHeader.test(words);
  const areVersions = versionHeader.test(words);
  if (others.size < 2 * fewestRows || others.size < 0.5 * rowCount) return null;
  if (numbers.some((number) => !Number.isNaN(number))) return null;
  const rowsOf = new Map<string, number>();
  const strengths = new Map<string, number>();
  for (const content of others.values()) {
    if (typeof content !== "string" || isBlank(content)) continue;
    // "Сумма" among measures is no total.
    if (!areMeasures && totalName(content)) continue;
    const text = content.trim();
    rowsOf.set(text, (rowsOf.get(text) ?? 0) + 1);
    if (!takeIn(strengths, text, isOfRows, { isSure: areMeasures, areVersions })) return null;
  }
  const measure = strongestOf(strengths, areMeasures);
  if (measure === null) return null;
  const own = rowsOf.get(measure)!;
  // Every client has a row of each measure, or nearly.
  const isRegular = [...rowsOf.values()].every((rows) => rows <= 2 * own && own <= 2 * rows);
  if (own < fewestRows || !isRegular) return null;
  return {
    measure,
    isOther: (row) => {
      const content = others.get(row);
      return typeof content === "string" && rowsOf.has(content.trim()) && content.trim() !== measure;
    },
  };
}

const isOfRows = (why: WhyNoMoney): boolean => !ofLines.has(why);

/**
 * Takes a text among the measures, with how strongly it names the revenue.
 * @param header what its header says: that it is one whatever it says, that letters are versions
 * @returns false where it is none, or there are too many
 */
function takeIn(
  strengths: Map<string, number>,
  text: string,
  isMeasure: (why: WhyNoMoney) => boolean,
  { isSure = false, areVersions = false } = {},
): boolean {
  if (strengths.has(text)) return true;
  const ofVersion = areVersions ? strengthOfLetter(text.toLowerCase()) : null;
  const strength = ofVersion ?? strengthOf(text, isMeasure) ?? (isSure ? 0 : null);
  if (strength === null || strengths.size === mostMeasures) return false;
  strengths.set(text, strength);
  return true;
}

const strengthOfLetter = (letter: string): number | null =>
  letterOfFact.test(letter) ? 8 : letterOfPlan.test(letter) ? 0 : null;

/**
 * How strongly a text names the revenue, 0 for another measure; null for what is none.
 * @param isMeasure whether a reason against revenue is one for another measure
 */
function strengthOf(text: string, isMeasure: (why: WhyNoMoney) => boolean): number | null {
  const words = headerWords(text);
  if (fact.test(words)) return 8;
  if (otherVersion.test(words)) return 0;
  const header = moneyHeader(words);
  if (header === null) return null;
  if (header.kind === "money") return header.strength;
  return isMeasure(header.why) ? 0 : null;
}
