/** Ends and step of a value axis that was left to Excel. */
export interface AxisScale {
  minimum: number;
  maximum: number;
  majorUnit: number;
}

/**
 * The scale that Excel chooses for values: it starts at 0 unless all values are close together, leaves a twentieth of
 * the range free, and steps by 1, 2 or 5 times a power of ten (Microsoft, "How Chart Axis Limits Are Calculated", KB 214075;
 * the choice of the step depends on the chart's size in Excel and is a guess here).
 *
 * @param fixedUnit the step when it is not left to Excel: the ends stand on multiples of it
 */
export function automaticScale(values: number[], fixedUnit?: number): AxisScale {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) {
    return { minimum: 0, maximum: Math.max(1, fixedUnit ?? 0), majorUnit: fixedUnit ?? 0.2 };
  }
  const least = Math.min(...known);
  const most = Math.max(...known);
  const range = most - least;
  const closeTogether = (end: number) => range > 0 && range <= Math.abs(end) * (5 / 30);
  const low = least >= 0 && !closeTogether(most) ? 0 : least > 0 ? least - range / 2 : least - range / 20;
  const high = most <= 0 && !closeTogether(least) ? 0 : most < 0 ? most + range / 2 : most + range / 20;
  // Nearer to each other than any step could tell.
  const [from, to] = high - low < 1e-300 ? [Math.min(0, low), Math.max(1, high)] : [low, high];
  const majorUnit = fixedUnit ?? step((to - from) / 6);
  const exact = (count: number) => Number((count * majorUnit).toPrecision(12));
  return {
    minimum: exact(Math.floor(from / majorUnit)),
    maximum: exact(Math.ceil(to / majorUnit)),
    majorUnit,
  };
}

function step(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-12)) ?? 10;
  return Number((factor * power).toPrecision(12));
}
