import type { Period } from "../periods/period";

/** The label of a period: `2025`, `2025-H1`, `2025-Q1`, `2025-01`, or its first day. */
export function periodLabel({ unit, start }: Period): string {
  const year = start.slice(0, 4);
  const month = Number(start.slice(5, 7));
  switch (unit) {
    case "year":
      return year;
    case "half":
      return `${year}-H${month > 6 ? 2 : 1}`;
    case "quarter":
      return `${year}-Q${Math.ceil(month / 3)}`;
    case "month":
      return start.slice(0, 7);
    default:
      return start;
  }
}
