import type { SourceColumn, SourceList } from "../../list/source-list";
import { totalName } from "../../list/total-rows";
import { headerWords } from "../../mapping/headers/header-words";
import { moneyHeader } from "../../mapping/headers/money-header";
import type { Mapping } from "../../mapping/mapping";
import { headerText } from "../../mapping/proposal/mapping-proposal";
import { calendarDay, dayNumber } from "../../periods/period";
import { readPeriodHeader } from "../../periods/period-header";
import { contentAt } from "../derived-columns";
import { serialOfEpoch } from "../../periods/day-text";

/** What a column tells of a date, where year, month and day stand in columns of their own. */
export type DatePart = "year" | "quarter" | "month" | "day";

/** A column that holds a part of each line's date, with the number of it per row; 0 where a cell tells none. */
export interface PartColumn {
  part: DatePart;
  column: SourceColumn;
  values: Uint16Array;
}

const headers: readonly (readonly [DatePart, RegExp])[] = [
  ["year", /(?:^| )(?:год|года|year|yr|fy)$|^(?:fiscal|calendar|financial|отчетный|финансовый) (?:year|год)/],
  ["quarter", /(?:^| )(?:квартал|кв|кварт|quarter|qtr|q)(?: (?:года|of year|no|number))?$/],
  [
    "month",
    /(?:^| )(?:месяц|мес|month|mon|mth|period|период)(?: (?:года|of year|no|number|name|номер|продажи|отгрузки))?$/,
  ],
  ["day", /^(?:день|число|day|day of month|день месяца)$/],
];
/** Years of the client, not of a line. */
const ofClient =
  /since|found|start|birth|regist|last|first|основан|начал|рожд|регистр|последн|перв|договор|прошл|previous|prior/;

/** Cells that are filled and must tell the part, of all. */
const mostTold = 0.9;

/** The columns of a list that hold parts of dates; columns with another role are none. */
export function datePartsOf(list: SourceList, mapping: Mapping): readonly PartColumn[] {
  const roleOf = new Map(mapping.columns.map(({ header, role }) => [header, role]));
  return list.columns.flatMap((column): PartColumn[] => {
    const header = headerText(list, column);
    const role = roleOf.get(header);
    if (role !== undefined && role !== "date" && role !== "period") return [];
    const words = headerWords(header);
    const part = headers.find(([, named]) => named.test(words))?.[0] ?? partUnnamed(list, column);
    if (!part || ofClient.test(words)) return [];
    const values = valuesOf(column, part);
    return values ? [{ part, column, values }] : [];
  });
}

const measures = /^(?:показатель|measure|metric|version|версия)$/;

/** Years below each client stand under no header, or under one of measures: no other numbers are few years that come back. */
function partUnnamed(list: SourceList, column: SourceColumn): DatePart | null {
  const isBare = String(column.header).trim() === "" || measures.test(headerWords(headerText(list, column)));
  if (!isBare) return null;
  const seen = new Map<string, number>();
  for (let row = 0; row < list.rowCount; row++) {
    const text = String(contentAt(column, row) ?? "").trim();
    if (text === "" || saysDifference(text)) continue;
    if (!yearText.test(text) || seen.size > mostYears) return null;
    seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  return seen.size > 1 && [...seen.values()].every((count) => count > 1) ? "year" : null;
}

const mostYears = 8;
const yearText = /^(?:199\d|20\d\d)(?: ?г(?:од|\.)?)?$/;

const shortDifference = /^(?:изм|разн|отн|diff|chg|[+±][/ ]*[-−]?)\.?(?:,? ?%)?$/i;

/** `Откл.`, `Прирост`, `Δ`, `%` among the years of a client: no money of its own. */
function saysDifference(text: string): boolean {
  if (shortDifference.test(text)) return true;
  const header = moneyHeader(headerWords(text));
  return header?.kind === "none" && (header.why === "comparison" || header.why === "percent");
}

/** The part's number per row; null where too few of the cells tell it. */
function valuesOf(column: SourceColumn, part: DatePart): Uint16Array | null {
  const values = new Uint16Array(column.numbers.length);
  const remembered = new Map<string, number>();
  const rememberedDifference = new Map<string, boolean>();
  const isDifference = (text: string) => {
    const known = rememberedDifference.get(text) ?? saysDifference(text);
    rememberedDifference.set(text, known);
    return known;
  };
  let [filled, told, differences] = [0, 0, 0];
  for (let row = 0; row < values.length; row++) {
    const content = contentAt(column, row);
    if (content === undefined || content === "" || typeof content === "boolean") continue;
    if (typeof content === "string" && totalName(content) !== null) continue;
    if (part === "year" && typeof content === "string" && isDifference(content)) {
      differences++;
      continue;
    }
    filled++;
    let value = typeof content === "number" ? valueOfNumber(content, part) : remembered.get(content);
    if (value === undefined) {
      value = valueOfText(String(content).trim(), part);
      remembered.set(String(content), value);
    }
    values[row] = value;
    if (value > 0) told++;
  }
  return told > 0 && told >= mostTold * filled && differences <= told ? filledDown(values, column) : null;
}

/** Part of the rows that must be blank. */
const frequent = 0.25;

/** Values that stand on the first of their rows only, down to the next; none across a total. */
function filledDown(values: Uint16Array, column: SourceColumn): Uint16Array {
  const isBlankAt = (row: number) => (contentAt(column, row) ?? "") === "";
  let [blanks, before] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    if (isBlankAt(row)) blanks++;
    // Whoever repeats a value leaves none out.
    else if (values[row] > 0 && values[row] === before) return values;
    else before = values[row];
  }
  if (blanks < frequent * values.length || values[0] === 0) return values;
  let last = 0;
  return values.map((value, row) => (isBlankAt(row) ? last : (last = value)));
}

const most: Readonly<Record<DatePart, number>> = { year: 2100, quarter: 4, month: 12, day: 31 };

function valueOfNumber(number: number, part: DatePart): number {
  const least = part === "year" ? 1990 : 1;
  return Number.isInteger(number) && number >= least && number <= most[part] ? number : 0;
}

/** `2025`, `FY2025`; `март`, `03`, `3 - март`; `II кв.`, `Q2`. */
function valueOfText(text: string, part: DatePart): number {
  if (/^\d{1,4}$/.test(text)) return valueOfNumber(Number(text), part);
  const bare = part === "month" ? text.replace(/^\d{1,2}[\s._)-]+(?=\p{L})/u, "") : text;
  const reading = readPeriodHeader(bare, "General");
  if (part === "year") {
    const isYear = reading?.kind === "period" && reading.period.unit === "year";
    return isYear ? Number(reading.period.start.slice(0, 4)) : 0;
  }
  const isPart = reading?.kind === "yearless" && reading.unit === part && reading.index <= most[part];
  return isPart ? reading.index : 0;
}

/**
 * One column of dates from columns that hold their parts: year and month, year and quarter, year, month and day; a month or
 * quarter alone has no year. Null where there is nothing to put together.
 */
export function dateOfParts(parts: readonly PartColumn[]): SourceColumn | null {
  const [year, quarter, month, day] = (["year", "quarter", "month", "day"] as const).map(
    (wanted) => parts.find(({ part }) => part === wanted) ?? null,
  );
  const finer = month ?? quarter;
  if (!finer) return null;
  const taken = [year, finer, ...(year && month && day ? [day] : [])].filter((each) => each !== null);
  const inOrder = [...taken].sort((a, b) => a.column.index - b.column.index);
  const rowCount = finer.values.length;
  const numbers = new Float64Array(rowCount).fill(NaN);
  const others = new Map<number, string>();
  for (let row = 0; row < rowCount; row++) {
    if (taken.some(({ values }) => values[row] === 0)) continue;
    const [own, at] = [finer.values[row], year?.values[row]];
    if (at === undefined) others.set(row, finer.part === "month" ? months[own - 1] : `Q${own}`);
    else if (taken.length === 3) {
      const found = calendarDay(at, own, day!.values[row]);
      if (found) numbers[row] = dayNumber(found.start) + serialOfEpoch;
    } else if (finer.part === "month") numbers[row] = at * 100 + own;
    else others.set(row, `Q${own} ${at}`);
  }
  return {
    ...inOrder[0].column,
    header: inOrder.map(({ column }) => String(column.header).trim()).join(" + "),
    headerFormat: "General",
    numbers,
    others,
  };
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
