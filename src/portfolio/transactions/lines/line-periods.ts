import { calendarPeriod, type Period, type PeriodUnit, periodUnits } from "../../periods/period";
import { type Steps, within } from "../../steps";
import { eachLineSteps, type JoinedLines } from "./joined-lines";
import { monthOfDay } from "../../periods/day-text";
import { NO_DAY } from "../dates/line-days";

const monthsOf = { month: 1, quarter: 3, half: 6, year: 12 } as const;
type CalendarUnit = keyof typeof monthsOf;

/** The periods of lines. */
export interface LinePeriods {
  unit: PeriodUnit;
  /** The shortest one, from months on, that all lines tell. */
  shortest: CalendarUnit;
  /** All periods from the first to the last line, those without a line too; only those that are told where no line has a day of its own. */
  periods: readonly Period[];
  /** Position among them, one per line; −1 for lines that do not count. */
  slot: Int32Array;
}

/** Years without a line that divide a typing error (1924) from the other lines. */
const widestGap = 5;

/**
 * Gives lines their periods: months, or longer ones where that is asked for or where the lines say no more. Lines many years
 * away from all others are typing errors: they count as undated.
 */
export function* linePeriodsSteps(
  lines: JoinedLines,
  asked: "month" | "quarter" | "year",
): Steps<LinePeriods> {
  const unit = unitOf(lines, asked);
  const shortest = unitOf(lines, "month");
  const slot = new Int32Array(lines.count).fill(-1);
  const years = new Map<number, number>();
  yield* within(
    0,
    0.5,
    eachLineSteps(lines, (line) => {
      if (lines.days[line] === NO_DAY) return;
      slot[line] = monthOfDay(lines.days[line]);
      const year = Math.floor(slot[line] / 12);
      years.set(year, (years.get(year) ?? 0) + 1);
    }),
  );
  if (years.size === 0)
    return { unit, shortest, periods: [], slot: slot.map((_, line) => (lines.counts(line) ? 0 : -1)) };

  const [from, to] = mainYears(years);
  const length = monthsOf[unit];
  let [first, last] = [Infinity, -Infinity];
  yield* within(
    0.5,
    0.9,
    eachLineSteps(lines, (line) => {
      const year = Math.floor(slot[line] / 12);
      if (slot[line] < 0 || year < from || year > to) {
        lines.leaveOut(line, "undated");
        slot[line] = -1;
        return;
      }
      slot[line] = Math.floor(slot[line] / length);
      first = Math.min(first, slot[line]);
      last = Math.max(last, slot[line]);
    }),
  );
  const periods: Period[] = [];
  for (let at = first; at <= last; at++) {
    const month = at * length;
    const period = calendarPeriod(unit, Math.floor(month / 12), Math.floor((month % 12) / length) + 1);
    if (period) periods.push(period);
  }
  for (let line = 0; line < lines.count; line++) if (slot[line] >= 0) slot[line] -= first;
  const found = { unit, shortest, periods, slot };
  return lines.isDated.includes(1) ? found : onlyTold(found);
}

/** A month for which there is no sheet or column is not known: nobody says that nothing was bought in it. */
function onlyTold({ unit, shortest, periods, slot }: LinePeriods): LinePeriods {
  const told = new Uint8Array(periods.length);
  for (const at of slot) if (at >= 0) told[at] = 1;
  const positions = new Int32Array(periods.length);
  let next = 0;
  for (let at = 0; at < positions.length; at++) positions[at] = told[at] ? next++ : -1;
  return {
    unit,
    shortest,
    periods: periods.filter((_, at) => told[at]),
    slot: slot.map((at) => (at < 0 ? at : positions[at])),
  };
}

function unitOf({ parts }: JoinedLines, asked: PeriodUnit): CalendarUnit {
  const units = parts.flatMap(({ dates, source }) => [
    ...(dates && dates.filled > dates.unread ? [dates.unit] : []),
    ...(source.period ? [source.period.unit] : []),
  ]);
  const longest = Math.max(...[asked, ...units].map((unit) => periodUnits.indexOf(unit)));
  return periodUnits[longest] as CalendarUnit;
}

/** First and last year of the run of years with most lines. */
function mainYears(years: ReadonlyMap<number, number>): [number, number] {
  const runs: { from: number; to: number; lines: number }[] = [];
  for (const [year, lines] of [...years].sort(([a], [b]) => a - b)) {
    const run = runs.at(-1);
    if (run && year - run.to <= widestGap) {
      run.to = year;
      run.lines += lines;
    } else runs.push({ from: year, to: year, lines });
  }
  const most = runs.reduce((best, run) => (run.lines > best.lines ? run : best));
  return [most.from, most.to];
}
