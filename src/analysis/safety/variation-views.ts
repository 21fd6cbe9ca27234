import { type LeadingZeros, firstCountedPeriod } from "../classes/counted-periods";
import { type Deviation, variation } from "../classes/variation";
import { FEWEST_PERIODS } from "../classes/xyz";
import { total } from "../exact/sum";

/** The coefficient of variation of one client, measured in three ways; null where there is too little history. */
export interface VariationViews {
  byMonth: number | null;
  /** Sums of three months each, from the last one back. */
  byQuarter: number | null;
  /** Months divided by what is usual in that month of the year for this client; with at least 24 counted months. */
  seasonAdjusted: number | null;
}

const MONTHS = 12;

/**
 * How regular a client is by month, by quarter and freed of its season, side by side: one history can be Z, Z and Y.
 * Source: methods §13.
 *
 * @param months amounts of one client by month, in order of time.
 */
export function variationViews(
  months: ArrayLike<number>,
  leadingZeros: LeadingZeros,
  deviation: Deviation,
): VariationViews {
  const counted = Float64Array.from(months).slice(firstCountedPeriod(months, 0, months.length, leadingZeros));
  const measure = (values: Float64Array) => {
    const found = values.length < FEWEST_PERIODS ? NaN : variation(values, deviation);
    return Number.isNaN(found) ? null : found;
  };
  const isLong = counted.length >= 2 * MONTHS;
  return {
    byMonth: measure(counted),
    byQuarter: measure(quarterSums(counted)),
    seasonAdjusted: isLong ? measure(withoutSeason(counted)) : null,
  };
}

function quarterSums(months: Float64Array): Float64Array {
  const first = months.length % 3;
  return Float64Array.from({ length: Math.floor(months.length / 3) }, (_, i) =>
    total(months, first + 3 * i, first + 3 * i + 3),
  );
}

function withoutSeason(months: Float64Array): Float64Array {
  const mean = total(months) / months.length;
  const usual = Array.from({ length: MONTHS }, (_, month) => {
    const same = months.filter((_, i) => i % MONTHS === month);
    return total(same) / same.length;
  });
  return months.map((amount, i) => {
    const own = usual[i % MONTHS];
    return own > 0 && mean > 0 ? (amount / own) * mean : amount;
  });
}
