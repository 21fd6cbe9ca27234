import { calendarPeriod, isoWeek, type Period } from "./period";
import type { PeriodReading, YearlessUnit } from "./period-header";

type Yearless = Extract<PeriodReading, { kind: "yearless" }>;

/** A reading with the position of its header. */
interface Placed {
  at: number;
  reading: Yearless;
}

/** Periods of a unit in a year, at most. */
const perYear: Readonly<Record<YearlessUnit, number>> = { week: 53, month: 12, quarter: 4, half: 2 };
/** A week 53 is not in every year: the next one before is at most seven years away. */
const YEARS_BACK = 8;

/**
 * Gives headers without a year (`янв`, `Q1`, `W01`, `Месяц 1`) their periods, unit by unit, where there are enough of them:
 * the last one with numbers is the latest week or month that has begun at `asOf` (ISO day), the latest quarter or half that is
 * over: figures of a running one would be left aside, and of these it would be half of the list. The columns may run over
 * several years, forwards or backwards, or stand in any order within one; what leaves the fewest gaps is taken.
 *
 * The same ones under two amounts, `С НДС янв` and `Без НДС янв`, are of one year.
 *
 * @param periods changed in place
 * @param amounts what each header calls its amount
 * @param filled whether the column of a header holds any number
 */
export function placeYearless(
  periods: (Period | null)[],
  readings: readonly (PeriodReading | null)[],
  amounts: readonly string[],
  filled: readonly boolean[],
  asOf: string,
): void {
  const blocks = new Map<string, Placed[]>();
  readings.forEach((reading, at) => {
    if (reading?.kind !== "yearless") return;
    const dress = reading.inRow ? "in a row" : reading.company === undefined ? "named" : "numbered";
    const key = `${reading.unit} ${dress} ${reading.yearsBack ?? ""}`;
    const block = blocks.get(key);
    if (block) block.push({ at, reading });
    else blocks.set(key, [{ at, reading }]);
  });
  const thisYear = new Map<YearlessUnit, number>();
  const measured = [...blocks.values()].flatMap((block) => byAmount(block, amounts));
  const inOrder = measured.sort(([one], [other]) => yearsBackOf(one) - yearsBackOf(other));
  for (const block of inOrder) {
    const { unit, company = 2, inRow, yearsBack } = block[0].reading;
    if (block.length < company) continue;
    if (
      inRow &&
      !block.every(({ reading }, i) => i === 0 || reading.index === block[i - 1].reading.index + 1)
    )
      continue;
    const places = inYears(
      unit,
      block.map(({ reading }) => reading.index),
    );
    const known = places.filter((_, i) => filled[block[i].at]);
    const last = (known.length > 0 ? known : places).reduce((latest, place) =>
      (place.year - latest.year || place.index - latest.index) > 0 ? place : latest,
    );
    const latest = latestYear(unit, last.index, asOf);
    if (yearsBack === 0) thisYear.set(unit, latest);
    const year = yearsBack === undefined ? latest : (thisYear.get(unit) ?? latest) - yearsBack;
    places.forEach((place, i) => {
      periods[block[i].at] = periodIn(unit, year + place.year - last.year, place.index);
    });
  }
}

/** A block by the amounts that its headers name, where two of them have a period each of the same number; else as it is. */
function byAmount(block: readonly Placed[], amounts: readonly string[]): Placed[][] {
  const parts = new Map<string, Placed[]>();
  for (const placed of block) {
    const part = parts.get(amounts[placed.at]);
    if (part) part.push(placed);
    else parts.set(amounts[placed.at], [placed]);
  }
  const measures = [...parts.values()].map((part) => ({
    part,
    indices: new Set(part.map(({ reading }) => reading.index)),
  }));
  const areMeasures = measures.every(({ indices }, i) =>
    measures.some((other, j) => i !== j && [...indices].some((index) => other.indices.has(index))),
  );
  return measures.length > 1 && areMeasures ? measures.map(({ part }) => part) : [[...block]];
}

const yearsBackOf = ({ reading }: { reading: Yearless }): number => reading.yearsBack ?? 0;

/** A period by its number in a year; years are counted from any one of them. */
interface Place {
  year: number;
  index: number;
}

function inYears(unit: YearlessUnit, indices: readonly number[]): Place[] {
  const length = perYear[unit];
  // "Месяц 13" says itself that a second year has begun.
  if (indices.some((index) => index > length)) {
    return indices.map((index) => ({
      year: Math.floor((index - 1) / length),
      index: ((index - 1) % length) + 1,
    }));
  }
  const withinOne = indices.map((index) => ({ year: 0, index }));
  const forwards = passingNewYear(indices);
  const backwards = passingNewYear([...indices].reverse()).reverse();
  const isDescending = indices.every((index, i) => i === 0 || index < indices[i - 1]);
  const ways = isDescending ? [withinOne, forwards, backwards] : [forwards, backwards, withinOne];
  const costs = ways.map((way) => costOf(way, length));
  return ways[costs.indexOf(Math.min(...costs))];
}

/** The next year begins wherever an index does not rise. */
function passingNewYear(indices: readonly number[]): Place[] {
  let year = 0;
  return indices.map((index, i) => {
    if (i > 0 && index <= indices[i - 1]) year++;
    return { year, index };
  });
}

/** Periods without a column; one with two columns is as unlikely as half a year without any. */
function costOf(places: readonly Place[], length: number): number {
  const positions = places.map(({ year, index }) => year * length + index);
  const different = new Set(positions).size;
  const span = Math.max(...positions) - Math.min(...positions) + 1;
  return span - different + ((positions.length - different) * length) / 2;
}

/** The latest year in which the period had begun on a day; quarters and halves: in which it was over. */
function latestYear(unit: YearlessUnit, index: number, asOf: string): number {
  const now = Number(asOf.slice(0, 4));
  // The first week of a year may begin in the one before.
  for (let year = now + 1; year > now - YEARS_BACK; year--) {
    const period = periodIn(unit, year, index);
    if (!period) continue;
    const known = unit === "quarter" || unit === "half" ? period.end : period.start;
    if (known <= asOf) return year;
  }
  return now;
}

function periodIn(unit: YearlessUnit, year: number, index: number): Period | null {
  return unit === "week" ? isoWeek(year, index) : calendarPeriod(unit, year, index);
}
