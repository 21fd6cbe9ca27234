import { type LeadingZeros, firstCountedPeriod } from "../classes/counted-periods";
import { type Deviation, variation } from "../classes/variation";
import { FEWEST_PERIODS } from "../classes/xyz";
import { total } from "../exact/sum";

/** The coefficient of variation of one client, measured in three ways; null where there is too little history. */
export interface VariationViews {
  byMonth: number | null;
  /** Whole quarters of the calendar. */
  byQuarter: number | null;
  /** Months divided by what is usual in that month of the year for this client; with at least 24 counted months. */
  seasonAdjusted: number | null;
}

/** What one client bought, in order of time. */
export interface ClientHistory {
  amounts: ArrayLike<number>;
  /** It bought or gave back before the first of them: every period counts. */
  begunBefore: boolean;
}

const MONTHS = 12;

/**
 * How regular a client is by month, by quarter and freed of its season, side by side: one history can be Z, Z and Y.
 * Source: methods §13.
 *
 * @param months with the month of the calendar of each, 0 … 11: columns may leave months out.
 * @param quarters the whole quarters that the months make
 */
export function variationViews(
  months: ClientHistory & { monthOfYear: ArrayLike<number> },
  quarters: ClientHistory,
  leadingZeros: LeadingZeros,
  deviation: Deviation,
): VariationViews {
  const first = firstCounted(months, leadingZeros);
  const measure = (amounts: ArrayLike<number>, from: number) => {
    const found = amounts.length - from < FEWEST_PERIODS ? NaN : variation(amounts, deviation, from);
    return Number.isNaN(found) ? null : found;
  };
  const isLong = months.amounts.length - first >= 2 * MONTHS;
  return {
    byMonth: measure(months.amounts, first),
    byQuarter: measure(quarters.amounts, firstCounted(quarters, leadingZeros)),
    seasonAdjusted: isLong ? measure(withoutSeason(months, first), 0) : null,
  };
}

const firstCounted = ({ amounts, begunBefore }: ClientHistory, leadingZeros: LeadingZeros): number =>
  firstCountedPeriod(amounts, 0, amounts.length, begunBefore ? "count" : leadingZeros);

function withoutSeason(
  { amounts, monthOfYear }: { amounts: ArrayLike<number>; monthOfYear: ArrayLike<number> },
  first: number,
): Float64Array {
  const counted = Float64Array.from(amounts).slice(first);
  const mean = total(counted) / counted.length;
  const usual = Array.from({ length: MONTHS }, (_, month) => {
    const same = counted.filter((_, i) => monthOfYear[first + i] === month);
    return total(same) / same.length;
  });
  return counted.map((amount, i) => {
    const own = usual[monthOfYear[first + i]];
    return own > 0 && mean > 0 ? (amount / own) * mean : amount;
  });
}
