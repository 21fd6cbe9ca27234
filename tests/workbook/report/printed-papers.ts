/**
 * The printed page on which each row stands.
 *
 * @param heights of the rows, in points
 * @param breaks rows before which a page begins, however much is on the one before
 * @param room points of rows that one page takes
 */
export function papersOfRows(heights: readonly number[], breaks: readonly number[], room: number): number[] {
  let [paper, used] = [0, 0];
  return heights.map((height, row) => {
    if (breaks.includes(row) || used + height > room) [paper, used] = [paper + 1, 0];
    used += height;
    return paper;
  });
}
