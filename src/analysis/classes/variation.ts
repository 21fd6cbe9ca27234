import { total } from "../exact/sum";

/** Divisor n (STDEV.P, СТАНДОТКЛОН.Г) or n − 1 (STDEV.S, СТАНДОТКЛОН.В). */
export type Deviation = "population" | "sample";

/**
 * Coefficient of variation CV = σ/μ of `values[start…end)`, as a fraction: `variation([75, 125], "population")` is 0.25.
 * NaN when μ ≤ 0 or when there are too few values (none, or a single one for the sample deviation).
 *
 * σ by the corrected two-pass algorithm (Chan, Golub, LeVeque, American Statistician 37, 1983) on deviations relative
 * to μ: 1e9 plus noise keeps its noise, and neither very large nor very small amounts overflow. Values must be finite.
 */
export function variation(
  values: ArrayLike<number>,
  deviation: Deviation,
  start = 0,
  end = values.length,
): number {
  const count = end - start;
  const divisor = deviation === "population" ? count : count - 1;
  const mean = total(values, start, end) / count;
  if (!(mean > 0 && divisor > 0)) return NaN;
  const perMean = 1 / mean; // three times as fast as a division each; infinite only for a mean below 6e-309
  let squares = 0;
  let remainder = 0;
  for (let i = start; i < end; i++) {
    const distance = perMean === Infinity ? (values[i] - mean) / mean : (values[i] - mean) * perMean;
    squares += distance * distance;
    remainder += distance;
  }
  return Math.sqrt(Math.max(0, squares - (remainder * remainder) / count) / divisor);
}

/**
 * Share of the periods `values[start…end)` with a purchase (an amount above 0), as a fraction; NaN for no period.
 * Source: methods §4, "по частоте закупок".
 */
export function purchaseFrequency(values: ArrayLike<number>, start = 0, end = values.length): number {
  let purchases = 0;
  for (let i = start; i < end; i++) if (values[i] > 0) purchases++;
  return end > start ? purchases / (end - start) : NaN;
}
