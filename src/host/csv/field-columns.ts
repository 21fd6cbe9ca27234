import type { Separator } from "./separated-rows";

/** How a field is written, as far as that may make it a number or a day. */
type Writing =
  | "text"
  | "integer"
  /** `1234.5`, `1234,5` */
  | "point"
  | "comma"
  /** `2024-12-31`, `31.12.2024`, both with or without a time of day */
  | "isoDay"
  | "dottedDay"
  /** Digits in another dress (`1 234,50`, `12.000,00-`), which is for the reader of the list to judge. */
  | "dressed";

/** What the fields of a column become. */
export type ColumnKind = "text" | "integers" | "decimalPoint" | "decimalComma" | "isoDays" | "dottedDays";

/** More digits would be shown as powers of ten, and are numbers of documents or taxpayers rather than amounts. */
const integer = /^(?:0|-?[1-9]\d{0,10})$/;
const decimal = /^-?(0|[1-9]\d{0,14})([.,])(\d+)$/;
const isoDay = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/;
const dottedDay = /^(\d\d?)\.(\d\d?)\.(\d{4})(?: (\d\d?):(\d\d)(?::(\d\d))?)?$/;
const dressed = /^[-+−]?\d[\d\s.,'’]*[-−]?$/;

function writingOf(field: string): Writing {
  const first = field.charCodeAt(0);
  // Neither a digit nor a sign.
  if (!((first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2b || first === 0x2212))
    return "text";
  if (integer.test(field)) return "integer";
  const sign = decimal.exec(field)?.[2];
  if (sign !== undefined) return sign === "." ? "point" : "comma";
  if (isoDay.test(field)) return serialOf(field, "isoDays") === null ? "text" : "isoDay";
  if (dottedDay.test(field)) return serialOf(field, "dottedDays") === null ? "text" : "dottedDay";
  // Zeros in front are those of a code or a month.
  return !/^0\d/.test(field) && /[\s.,'’-]/.test(field) && dressed.test(field) ? "dressed" : "text";
}

/** 1,234 may be a thousand or a fraction; with other numbers of digits the sign is that of a fraction. */
function isClearFraction(field: string): boolean {
  const [, whole, , fraction] = decimal.exec(field)!;
  return fraction.length !== 3 || whole.length > 3 || whole === "0";
}

/** The fields of one column below its header, counted by how they are written. */
class ColumnCount {
  readonly of: Record<Writing, number> = {
    text: 0,
    integer: 0,
    point: 0,
    comma: 0,
    isoDay: 0,
    dottedDay: 0,
    dressed: 0,
  };
  clearPoints = 0;
  clearCommas = 0;
  /** Fields that hold a time of day other than midnight. */
  times = 0;

  add(field: string): void {
    const writing = writingOf(field);
    this.of[writing]++;
    if (writing === "point" && isClearFraction(field)) this.clearPoints++;
    else if (writing === "comma" && isClearFraction(field)) this.clearCommas++;
    else if (writing === "isoDay" || writing === "dottedDay") {
      const serial = serialOf(field, writing === "isoDay" ? "isoDays" : "dottedDays")!;
      if (!Number.isInteger(serial)) this.times++;
    }
  }

  kind(separator: Separator, fractions: "." | "," | null): ColumnKind {
    const { of } = this;
    const filled = Object.values(of).reduce((sum, count) => sum + count, 0);
    if (filled > 0 && of.isoDay === filled) return "isoDays";
    if (filled > 0 && of.dottedDay === filled) return "dottedDays";
    if (of.dressed === 0) {
      const pointsAreFractions = this.clearPoints > 0 || separator === "," || fractions === ".";
      if (of.point > 0 && of.comma === 0 && pointsAreFractions) return "decimalPoint";
      if (of.comma > 0 && of.point === 0 && (this.clearCommas > 0 || fractions === ","))
        return "decimalComma";
    }
    return of.integer > 0 ? "integers" : "text";
  }
}

export interface FieldColumn {
  kind: ColumnKind;
  hasTimes: boolean;
}

/**
 * What each column of a separated text holds. Only what has one meaning becomes a number or a day, and fractions and days
 * only where the column as a whole is written so; the rest stays as it is written.
 *
 * @param first the first row below the header
 */
export function fieldColumns(
  rows: readonly (readonly string[])[],
  first: number,
  separator: Separator,
): FieldColumn[] {
  const counts: ColumnCount[] = [];
  for (let r = first; r < rows.length; r++) {
    const row = rows[r];
    for (let c = 0; c < row.length; c++) {
      const field = row[c].trim();
      const count = (counts[c] ??= new ColumnCount());
      if (field !== "") count.add(field);
    }
  }
  const some = (clear: "clearPoints" | "clearCommas") => counts.some((count) => count[clear] > 0);
  const fractions = some("clearPoints") === some("clearCommas") ? null : some("clearPoints") ? "." : ",";
  return Array.from(counts, (count) => ({
    kind: count.kind(separator, fractions),
    hasTimes: count.times > 0,
  }));
}

/** The number that a field of such a column is, null for a text. */
export function numberOf(field: string, kind: ColumnKind): number | null {
  if (kind === "text") return null;
  const trimmed = field.trim();
  if (kind === "isoDays" || kind === "dottedDays") return serialOf(trimmed, kind);
  const writing = writingOf(trimmed);
  if (writing === "integer") return Number(trimmed);
  if (writing === "point" && kind === "decimalPoint") return Number(trimmed);
  if (writing === "comma" && kind === "decimalComma") return Number(trimmed.replace(",", "."));
  return null;
}

/** Days that were read: a list of a million lines has the same few thousand again and again. */
const serials = { isoDays: new Map<string, number | null>(), dottedDays: new Map<string, number | null>() };
const mostSerials = 10_000;

/** Serial of a day (1900 system) with its time; null when there is no such day from March 1900 on. */
function serialOf(field: string, kind: "isoDays" | "dottedDays"): number | null {
  const known = serials[kind].get(field);
  if (known !== undefined) return known;
  const serial = readSerial(field, kind);
  if (serials[kind].size >= mostSerials) serials[kind].clear();
  serials[kind].set(field, serial);
  return serial;
}

function readSerial(field: string, kind: "isoDays" | "dottedDays"): number | null {
  const parts = (kind === "isoDays" ? isoDay : dottedDay).exec(field);
  if (!parts) return null;
  const [one, two, three, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  const [year, month, day] = kind === "isoDays" ? [one, two, three] : [three, two, one];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59 || second > 59) return null;
  const serial = time / 86_400_000 + 25_569;
  return serial < 61 ? null : serial + (hour * 3600 + minute * 60 + second) / 86_400;
}
