import { dayNumber, periodUnits, type Period } from "../periods/period";
import { readPeriodHeaders, type PeriodHeader } from "../periods/period-block";
import type { Cell } from "./cell-grid";

/** Day 20,000 is in 1954, day 80,000 in 2119. */
export const isDateSerial = (number: number): boolean =>
  Number.isInteger(number) && number >= 20_000 && number <= 80_000;

export const isYear = (number: number): boolean =>
  Number.isInteger(number) && number >= 1900 && number <= 2100;

/**
 * How surely cells that look like numbers name periods: "regular" when most follow the one before without a gap
 * (2023, 2024; 01.2024, 02.2024; first days of months), "possible" when each of them could be one (2000, 2024; 45,000; 1, 2, 3),
 * null when they cannot. Days in a row and numbers from 1 on are possible only: amounts look like that.
 */
export function periodRun(cells: readonly Cell[]): "regular" | "possible" | null {
  if (cells.length === 0) return null;
  if (isCount(cells)) return "possible";
  const periods = read(cells);
  if (periods.some((period) => period === null)) return null;
  const all = periods as Period[];
  const found = [...new Map(all.map((period) => [`${period.unit} ${period.start}`, period])).values()];
  const isDoubled = found.length < all.length;
  const counts = periodUnits.map((unit) => found.filter((period) => period.unit === unit).length);
  const unit = periodUnits[counts.indexOf(Math.max(...counts))];
  const alike = found.filter((period) => period.unit === unit);
  const onward = alike.slice(1).filter(({ start }, i) => follows(alike[i].end, start)).length;
  const backward = alike.slice(1).filter(({ end }, i) => follows(end, alike[i].start)).length;
  const steps = alike.length - 1;
  if (isDoubled && repeatsItself(all)) return "regular";
  // A period may stand there twice where all the others follow one another.
  if (isDoubled)
    return steps > 1 && Math.max(onward, backward) === steps && steps + 1 === found.length ? "regular" : null;
  const isRegular = steps > 0 && Math.max(onward, backward) * 2 > steps && alike.length * 2 > found.length;
  return isRegular && unit !== "day" ? "regular" : "possible";
}

/** Whether the same periods, each after the one before, stand there again and again: 2024, 2025, 2024, 2025 under two measures. */
function repeatsItself(periods: readonly Period[]): boolean {
  const again = periods.findIndex(({ start }, i) => i > 0 && start === periods[0].start);
  if (again < 2 || periods.length % again !== 0) return false;
  const isAlike = ({ unit, start }: Period, i: number) =>
    start === periods[i % again].start && unit === periods[0].unit;
  const inRow = (isNext: (i: number) => boolean) =>
    Array.from({ length: again - 1 }, (_, i) => i + 1).every(isNext);
  return (
    periods.every(isAlike) &&
    periods[0].unit !== "day" &&
    (inRow((i) => follows(periods[i - 1].end, periods[i].start)) ||
      inRow((i) => follows(periods[i].end, periods[i - 1].start)))
  );
}

const follows = (end: string, start: string): boolean => dayNumber(start) === dayNumber(end) + 1;

/** 1, 2, 3 … up to the weeks of a year. */
function isCount(cells: readonly Cell[]): boolean {
  return cells.length >= 3 && cells.length <= 53 && cells.every((cell, i) => Number(cell) === i + 1);
}

function read(cells: readonly Cell[]): (Period | null)[] {
  const headers = cells.map((cell): PeriodHeader => {
    const format = typeof cell === "number" && isDateSerial(cell) ? "yyyy-mm-dd" : "General";
    return { header: cell, format, filled: true };
  });
  return readPeriodHeaders(headers, ",", "2000-12-31");
}
