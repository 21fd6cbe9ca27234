/** A limit of a rule: met by `value ≥ limit.value` when inclusive, by `value > limit.value` otherwise. Fractions. */
export interface Limit {
  value: number;
  inclusive: boolean;
}

const TOLERANCE = 1e-12;

function tolerance(a: number, b: number): number {
  return TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}

/**
 * `a ≥ b`, where figures that differ only by the rounding of binary fractions are equal:
 * `a − b ≥ −1e-12·max(1, |a|, |b|)`. False when either is NaN. Source: methods §2, exactness.
 */
export function atLeast(a: number, b: number): boolean {
  return a - b >= -tolerance(a, b);
}

/** `a > b` by more than rounding: `a − b > 1e-12·max(1, |a|, |b|)`. The opposite of `atLeast(b, a)`. */
export function above(a: number, b: number): boolean {
  return a - b > tolerance(a, b);
}

/** Whether `value` meets the limit, by `atLeast` or `above`. */
export function meets(value: number, limit: Limit): boolean {
  return limit.inclusive ? atLeast(value, limit.value) : above(value, limit.value);
}
