const usual = 3;
const takesAll = process.env.ALL_MOMENTS === "1";

/**
 * Requests of an operation before which somebody does something: some of them, evenly, with the first and the last one.
 * `ALL_MOMENTS=1 npx jest tests/workbook` takes all.
 * @param most more than usual where one of few requests must be among them
 */
export function momentsBetween(first: number, last: number, most = usual): number[] {
  const count = Math.max(0, last - first + 1);
  if (takesAll || count <= most) return Array.from({ length: count }, (_, i) => first + i);
  return Array.from({ length: most }, (_, i) => first + Math.round((i * (count - 1)) / (most - 1)));
}

/** From one such request to the next where nobody has counted them. */
export const oneIn = (requests: number): number => (takesAll ? 1 : requests);
