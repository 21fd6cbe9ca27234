import type { MappedPeriod, SourceColumns } from "./source-columns";

/** Part of the rows that may be corrected by hand. */
const mostDiffering = 0.1;

/**
 * Periods that hold others and are not what these add up to: a year with adjustments of its own beside the four quarters. That money is
 * not in the revenue.
 *
 * @param numbersOf the money of a column, NaN where there is none
 */
export function differingTotals(
  { covering, covered }: Pick<SourceColumns, "covering" | "covered">,
  numbersOf: (period: MappedPeriod) => Float64Array,
): MappedPeriod[] {
  return covering.filter((whole) => {
    const parts = covered.filter(
      ({ period }) => period.start >= whole.period.start && period.end <= whole.period.end,
    );
    const isWhole = parts.length > 1 && !covering.some((other) => parts.includes(other));
    return isWhole && differs(numbersOf(whole), parts.map(numbersOf));
  });
}

function differs(wholes: Float64Array, parts: readonly Float64Array[]): boolean {
  // Figures without cents are rounded ones perhaps, each part and the whole by itself.
  const isWhole = [wholes, ...parts].every((column) => column.every((number) => !(number % 1)));
  const rounding = isWhole ? 0.5 * (parts.length + 1) : 0.011 * (parts.length + 1);
  let [rows, differing] = [0, 0];
  wholes.forEach((whole, row) => {
    if (Number.isNaN(whole)) return;
    const sum = parts.reduce((total, part) => total + (part[row] || 0), 0);
    rows++;
    if (Math.abs(whole - sum) > Math.max(rounding, 1e-6 * Math.abs(whole))) differing++;
  });
  return differing > mostDiffering * rows;
}
