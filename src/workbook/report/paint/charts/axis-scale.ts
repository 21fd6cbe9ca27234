/**
 * Distance of tick marks along an axis: 1, 2 or 5 times a power of ten.
 *
 * @param length of the axis, in its own unit
 * @param most ticks beyond the first
 */
export function tickStep(length: number, most: number): number {
  if (!(length > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(length / most));
  const factor = [1, 2, 5].find((each) => length / (each * power) <= most * (1 + 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(12));
}

/**
 * Number format in which every tick shows its whole value and no more: `#,##0`, `#,##0.0` … A format with optional digits
 * (`0.##`) would leave whole numbers a bare decimal point.
 *
 * @param step distance of the ticks
 * @param first where they begin
 */
export function tickFormat(step: number, first = 0): string {
  const places = Math.max(decimalsOf(step), decimalsOf(first));
  return places === 0 ? "#,##0" : `#,##0.${"0".repeat(places)}`;
}

/** The same for shares: `0%`, `0.0%` … */
export function shareTickFormat(step: number): string {
  const places = decimalsOf(step * 100);
  return places === 0 ? "0%" : `0.${"0".repeat(places)}%`;
}

/** Digits after the decimal point that a number needs, at most ten. */
function decimalsOf(value: number): number {
  for (let places = 0; places < 10; places++) {
    const scaled = value * 10 ** places;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) return places;
  }
  return 10;
}
