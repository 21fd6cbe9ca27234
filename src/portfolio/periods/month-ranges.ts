import { calendarPeriod } from "./period";
import { readPeriodHeader, type PeriodReading } from "./period-header";

const range = /^([a-zа-яё]+)\.? ?[-–—] ?([a-zа-яё]+)\.?,?(?: ?'?((?:19|20)?\d{2}))?$/i;

interface Quarter {
  index: number;
  year: string | undefined;
}

/**
 * Quarters that are written by their months, `Jan–Mar 2026`, in the light of the other headers: where none begins later than in January
 * they are sums since the new year.
 * @returns for each header its quarter; null for what is none
 */
export function quartersByMonths(
  headers: readonly (string | number | boolean)[],
): readonly (PeriodReading | null)[] {
  const quarters = headers.map((header) => (typeof header === "string" ? quarterIn(header) : null));
  const isLater = quarters.some((quarter) => quarter !== null && quarter.index > 1);
  return quarters.map((quarter) => (quarter && isLater ? readingOf(quarter) : null));
}

function quarterIn(header: string): Quarter | null {
  const [, from, to, year] = range.exec(header.trim()) ?? [];
  const [first, last] = [monthOf(from), monthOf(to)];
  if (first === null || last === null || first % 3 !== 1 || last !== first + 2) return null;
  return { index: (first + 2) / 3, year };
}

function monthOf(name: string | undefined): number | null {
  const reading = name === undefined ? null : readPeriodHeader(name, "General");
  return reading?.kind === "yearless" && reading.unit === "month" ? reading.index : null;
}

function readingOf({ index, year }: Quarter): PeriodReading | null {
  if (year === undefined) return { kind: "yearless", unit: "quarter", index };
  const period = calendarPeriod("quarter", year.length === 2 ? 2000 + Number(year) : Number(year), index);
  return period && { kind: "period", period };
}
